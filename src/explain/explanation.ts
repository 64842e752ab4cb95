/**
 * The findings of `kallsyms explain` as data. This is what `--json` prints: `schema` changes if a field changes its
 * meaning or is removed, not if one is added. Names are bytes, each as one character, U+0000 to U+00FF.
 */

export const SCHEMA = 'kallsyms-explain/2'

export interface Explanation {
  readonly schema: typeof SCHEMA
  /** What chose the dialect, for display. */
  readonly dialect: string
  /** The options that the tables were made with: those of the C tool and those for stable tables. */
  readonly options: Readonly<Record<string, unknown>>
  readonly passes: readonly PassFacts[]
  readonly verdict: Verdict
  /** Why kernel, options or maps may be wrong, so that the rest is; in words. */
  readonly doubts: readonly string[]
  /** From each pass to the next, if their symbols differ. */
  readonly steps: readonly Step[]
  readonly advice: readonly Advice[]
}

/** A pass: a map, and the tables that are made from it. */
export interface PassFacts {
  /** The map's name. */
  readonly name: string
  readonly symbols: {
    readonly read: number
    readonly kept: number
    /** Skipped because their names are too long. */
    readonly tooLong: number
  }
  /** In the order of the output. */
  readonly tables: readonly TableFacts[]
  /** Bytes of all tables in the next image, padding and alignment included: the sum of their extents. */
  readonly room: number
  /** Symbols of the map that mark the sections of its image; addresses in hexadecimal. */
  readonly landmarks: readonly { readonly name: string; readonly address: string }[]
}

export interface TableFacts {
  readonly label: string
  /** Size of the content. */
  readonly bytes: number
  /** Extent: bytes from its label to the next one, that is content, padding and alignment. */
  readonly room: number
}

export type VerdictCode =
  /** The last two maps are the same. */
  | 'consistent'
  /**
   * The last two images differ, although their tables have the same extents, or names differ as only a compiler makes
   * them: the link is not reproducible, or the last one was made in another way.
   */
  | 'unreproducible'
  /** The last two passes have tables of the same extents: the next map will not change any more. */
  | 'settles'
  /** The same, but the map of the final image is not there, so that it is not known whether the link ended so. */
  | 'unconfirmed'
  /** Sizes oscillate: an earlier pass had the same extents as the last one. */
  | 'oscillates'
  /** The total size has grown in every pass. */
  | 'grows'
  /** None of these: more passes are needed to tell. */
  | 'open'

export interface Verdict {
  readonly code: VerdictCode
  /** Whether the check of the kernel's build passes; decides the exit status. */
  readonly isConsistent: boolean
  /** In words. */
  readonly text: string
  /** Name of the first pass from which on no extent changes; null if there is none. */
  readonly settledAt: string | null
  /** Passes after which the sizes repeat; null if they do not. */
  readonly period: number | null
}

/** The difference between two passes. Bytes are those of the later minus those of the earlier, without padding. */
export interface Step {
  readonly before: string
  readonly after: string
  readonly bytes: number
  readonly tables: readonly { readonly label: string; readonly bytes: number }[]
  /** The largest contribution first. */
  readonly causes: readonly Cause[]
  /** What the causes contribute together, beyond each alone: with it, their bytes add up to those of the step. */
  readonly interaction: number
  /** Symbols of both maps that are at another position in the second; no size depends on the order. */
  readonly moved: readonly string[]
  /** In which lists of symbols the maps differ where tables of equal sizes cannot be the reason; else none. */
  readonly lists: readonly ListChange[]
}

export type ListChangeCode =
  /** Symbols whose names differ in a part that the compiler makes anew in each link. */
  | 'renamed'
  /** The same symbols at other addresses. */
  | 'moved'
  /** The same symbols at the same addresses, in another order. */
  | 'reordered'

export interface ListChange {
  readonly code: ListChangeCode
  readonly symbols: readonly ListedSymbol[]
}

/** A symbol in both maps. */
export interface ListedSymbol {
  /** Its names. */
  readonly before: string
  readonly after: string
  /** Its addresses, hexadecimal without prefix. */
  readonly from: string
  readonly to: string
}

export type CauseCode =
  /** Symbols changed their type letters, which are compressed together with the names. */
  | 'types'
  /** Symbols entered or left the table by their address: only those inside a text range are kept. */
  | 'membership'
  /** Symbols entered or left the table by a type letter that is dropped, such as `A` for absolute. */
  | 'letter'
  /** Linker stubs that exist in one pass only. */
  | 'stubs'
  /** The tables' own labels, which the first image does not have. */
  | 'labels'
  /** Names that exceed the length limit in one pass only. */
  | 'length'
  /** Other symbols that exist in one pass only. */
  | 'presence'

export interface Cause {
  readonly code: CauseCode
  /** In words. */
  readonly text: string
  /** How much larger the tables of the later pass are than they would be without this cause. */
  readonly bytes: number
  readonly tables: readonly { readonly label: string; readonly bytes: number }[]
  readonly symbols: readonly ChangedSymbol[]
}

export interface ChangedSymbol {
  readonly name: string
  readonly before: Place | null
  readonly after: Place | null
  /** For a linker stub, the linker that chooses such names; null for other symbols. */
  readonly linker: string | null
}

/** Where a symbol is in a map. */
export interface Place {
  readonly letter: string
  /** Hexadecimal, without prefix. */
  readonly address: string
  readonly inTable: boolean
  /** A symbol at the same address that has not changed, preferably a border of a text range; null if there is none. */
  readonly beside: string | null
}

export interface Advice {
  readonly for: CauseCode | VerdictCode | ListChangeCode
  /** What to do, in words; commands are in backticks. */
  readonly text: string
  /** What came of trying it on the given maps; null for what maps cannot show, such as a change of the tree. */
  readonly tried: Trial | null
}

/** What to do with a build: options of kallsyms, and one pass more. */
export interface Remedy {
  /** Options of kallsyms as they are typed; empty for none. */
  readonly flags: string
  /** Whether the build is told to make a pass more than it makes by itself. */
  readonly extraPass: boolean
}

/** The tables of all given maps, made with a remedy. */
export interface Trial extends Remedy {
  readonly outcome: TrialOutcome
  /** Passes that the build needs, as far as these maps show; null if they do not. */
  readonly passes: number | null
  /** Passes that the build would make. */
  readonly made: number
  /** Bytes of padding in the tables of the first pass. */
  readonly padding: number
  /** Bytes that all tables of the first pass take more than as the build made them, padding and alignment included. */
  readonly growth: number
}

export type TrialOutcome =
  /** Lets this build through, with any mixture of the changes that these maps show. */
  | 'passes'
  /** Lets it through with the changes of these maps; another layout may have changes that no map foretells. */
  | 'likely'
  /** Needs more passes than the build makes. */
  | 'fails'
  /** These maps are too few to tell. */
  | 'unknown'
