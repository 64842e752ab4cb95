/**
 * What `kallsyms explain` finds, as data. This is what `--json` prints: `schema` changes when a field changes its
 * meaning or goes, not when one is added. Names are bytes: each is one character, U+0000 to U+00FF.
 */

export const SCHEMA = 'kallsyms-explain/1'

export interface Explanation {
  readonly schema: typeof SCHEMA
  /** What told the kernel's format, for people. */
  readonly dialect: string
  /** The options that the tables were made with: those of the C tool, and how they were stabilised. */
  readonly options: Readonly<Record<string, unknown>>
  readonly passes: readonly PassFacts[]
  readonly verdict: Verdict
  /** From each pass to the next, where their symbols or their tables are not the same. */
  readonly steps: readonly Step[]
  readonly advice: readonly Advice[]
}

/** A pass: a map, and the tables that are made of it. */
export interface PassFacts {
  /** The map's name. */
  readonly name: string
  readonly symbols: {
    readonly read: number
    readonly kept: number
    /** Left out since their names are too long. */
    readonly tooLong: number
  }
  /** In the order of the output. */
  readonly tables: readonly TableFacts[]
  /** What its tables are to the next image: all of their rooms. */
  readonly room: number
  /** Symbols that show where in its image something is, those that the map has: addresses in hexadecimal. */
  readonly landmarks: readonly { readonly name: string; readonly address: string }[]
}

export interface TableFacts {
  readonly label: string
  /** Of the content. */
  readonly bytes: number
  /** To the next table: with padding that holds its place, and alignment. */
  readonly room: number
}

export type VerdictCode =
  /** The last two maps are the same. */
  | 'consistent'
  /** The last tables have the sizes of those before, so that the next map is the last one. */
  | 'settles'
  /** Sizes come back to what they were, pass after pass. */
  | 'oscillates'
  /** Sizes grow from pass to pass. */
  | 'grows'
  /** Two passes do not tell, nor do some more without a pattern. */
  | 'open'

export interface Verdict {
  readonly code: VerdictCode
  /** Whether a kernel's build lets it through as it is: the exit status follows from it. */
  readonly isConsistent: boolean
  /** In words. */
  readonly text: string
  /** Name of the first map from which on nothing changes; null where there is none. */
  readonly settledAt: string | null
  /** Passes from one size to its return; null where nothing returns. */
  readonly period: number | null
}

/** What is between two passes. Bytes are those of the later minus those of the earlier, padding apart. */
export interface Step {
  readonly before: string
  readonly after: string
  readonly bytes: number
  readonly tables: readonly { readonly label: string; readonly bytes: number }[]
  /** The most weighty first. */
  readonly causes: readonly Cause[]
  /** What the causes make together beyond what each makes alone: with it, their bytes add up to those of the step. */
  readonly interaction: number
  /** Symbols of both maps that stand elsewhere in the second; no size depends on the order. */
  readonly moved: readonly string[]
}

export type CauseCode =
  /** Symbols have changed their type letters, which are compressed together with the names. */
  | 'types'
  /** Symbols have come in or gone by their address: what lies in a text range counts as text. */
  | 'membership'
  /** Symbols have come in or gone by a letter that is left out: `A`, where the linker took them for absolute. */
  | 'letter'
  /** Stubs that the linker made on one side. */
  | 'stubs'
  /** The tables' own labels, which the first image does not have. */
  | 'labels'
  /** A name is too long on one side. */
  | 'length'
  /** Others that one map does not have. */
  | 'presence'

export interface Cause {
  readonly code: CauseCode
  /** In words. */
  readonly text: string
  /** By how much the tables of the later pass are larger than they would be without it. */
  readonly bytes: number
  readonly tables: readonly { readonly label: string; readonly bytes: number }[]
  readonly symbols: readonly ChangedSymbol[]
}

export interface ChangedSymbol {
  readonly name: string
  readonly before: Place | null
  readonly after: Place | null
  /** Of a stub, the linker that makes such names. */
  readonly linker: string | null
}

/** Where a symbol is in a map. */
export interface Place {
  readonly letter: string
  /** Hexadecimal, without prefix. */
  readonly address: string
  readonly inTable: boolean
  /** A symbol at the same address that has not changed: a border of the text, or one of its section; null without one. */
  readonly beside: string | null
}

export interface Advice {
  readonly for: CauseCode | VerdictCode
  /** What to do, in words; a command stands in backticks. */
  readonly text: string
}
