/** What the lab finds, as data: `--json` prints it, everything else is made of it. */

/** Changes when a field changes its meaning or goes. */
export const SCHEMA = 'kallsyms-lab/1'

/** What decides the figures. */
export interface Parameters {
  readonly seed: number
  /** Builds of the linker model for each proposal and input. */
  readonly trials: number
  /** Symbols of each kind that flip in one of them. */
  readonly flipping: number
  /** Symbols of the text in one of them: names of the input. */
  readonly symbols: number
  /** A build that does not settle in so many passes is taken never to. */
  readonly mostPasses: number
  /** Timed runs of each step, of which the median is taken; 0: no times. */
  readonly runs: number
}

export interface InputFacts {
  readonly name: string
  /** What told the kernel's format. */
  readonly kernel: string
  /** The options of the build's tool, as they are typed. */
  readonly options: readonly string[]
  /** Symbols of the table; null where a run was stopped before it was made. */
  readonly symbols: number | null
}

interface ProposalFacts {
  readonly name: string
  readonly describe: string
  /** Which decoder it says that it needs. */
  readonly decoder: 'kernel' | 'own'
  /** Whether it is one of the lab's. */
  readonly isBuiltIn: boolean
}

/** One proposal over one input. What a run that was stopped did not come to is null. */
export interface Figures {
  readonly proposal: string
  readonly input: string
  readonly size: Size | null
  readonly decoding: Decoding | null
  readonly stability: Stability | null
}

/** Bytes of the first tables that a build makes of the map. */
export interface Size {
  readonly tables: readonly { readonly label: string; readonly bytes: number; readonly padding: number }[]
  /** Of all, padding included. */
  readonly bytes: number
}

/** What decoding showed. */
export interface Decoding {
  /**
   * What the unchanged kernel decoder reads: every name and letter; every name with other letters than nm gave; or
   * something else, or nothing.
   */
  readonly kernel: 'reads' | 'other-letters' | 'fails'
  /** Where it differs, or why it fails; empty where it reads. */
  readonly text: string
  /** Symbols whose letter is another. */
  readonly letters: number
  /** Whether the decoder that the proposal needs gives every name and letter, and finds by name and by address. */
  readonly needed: 'reads' | 'other-letters' | 'fails'
  readonly neededText: string
}

/** What may flip in a trial. */
export const KINDS = ['types', 'membership', 'stubs'] as const
export type TrialKind = (typeof KINDS)[number]

export interface Stability extends TrialCounts {
  readonly kinds: Readonly<Record<TrialKind, TrialCounts>>
  /** Steps from one pass to the next by the difference of all bytes, ascending, 0 left out. */
  readonly changes: readonly { readonly bytes: number; readonly steps: number }[]
}

export interface TrialCounts {
  /** Builds that were done. */
  readonly trials: number
  /** Those of them in which the layout of the tables changed between two passes. */
  readonly changing: number
  /** Those that settle in the standard two passes. */
  readonly standard: number
  /** Those that do not settle at all. */
  readonly never: number
  /** By passes until they settle, from 2 on. */
  readonly passes: readonly { readonly passes: number; readonly trials: number }[]
  /** The largest difference of all bytes between two passes. */
  readonly largest: number
  /** Bytes of the tables at rest, the mean of those that settle, in whole bytes; null where none does. */
  readonly atRest: number | null
}

/** Milliseconds, and for one lookup microseconds. */
export interface Times {
  readonly proposal: string
  readonly input: string
  readonly generate: number
  readonly decodeAll: number
  readonly byName: number
  readonly byAddress: number
}

/** Miniature kernels linked by real linkers. */
export interface Links {
  readonly proposal: string
  readonly toolchain: string
  readonly layout: string
  readonly kernel: string
  /** Paddings tried. */
  readonly tried: number
  /** Those that the kernel's check lets through after two passes, and after the most. */
  readonly standard: number
  readonly settled: number
  /** The largest difference of bytes between two passes. */
  readonly largest: number
}

export interface Results {
  readonly schema: typeof SCHEMA
  /** Whether it was done to the end. */
  readonly isComplete: boolean
  /** With which all others are compared. */
  readonly reference: string
  readonly parameters: Parameters
  readonly proposals: readonly ProposalFacts[]
  readonly inputs: readonly InputFacts[]
  readonly figures: readonly Figures[]
  /** Null unless real links were wanted. */
  readonly links: readonly Links[] | null
  /** Toolchains that links were wanted with and that are not there. */
  readonly missing: readonly string[]
  /** The only part that differs from run to run. */
  readonly times: readonly Times[]
}
