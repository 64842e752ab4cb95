/** What the lab finds, as data: `--json` prints it, everything else is made of it. */

import type { ExtraPass } from '../../kbuild/passes.js'
import type { Interval } from './interval.js'

/** Changes when a field changes its meaning or goes. */
export const SCHEMA = 'kallsyms-lab/1'

/** What decides the figures. */
export interface Parameters {
  readonly seed: number
  /** Builds of the linker model for each proposal and input. */
  readonly trials: number
  /** Symbols of each kind that may flip in one of them. */
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
  /** When the kernel's build makes a third pass by itself. */
  readonly extraPass: ExtraPass
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
  /**
   * Builds by their largest difference of all bytes from one pass to the next, ascending, 0 left out: one build counts
   * once, however many passes it had.
   */
  readonly changes: readonly { readonly bytes: number; readonly trials: number }[]
  /** Null where there is no trial that both settle. */
  readonly atRest: AtRest | null
}

/** Tables at rest, over the trials that the proposal and the reference both settle. */
export interface AtRest {
  readonly trials: number
  /** Of all tables, the mean in whole bytes. */
  readonly bytes: number
  /** The same of the reference. */
  readonly reference: number
}

export interface TrialCounts {
  /** Builds that were done. */
  readonly trials: number
  /** Those of them in which the layout of the tables changed between two passes. */
  readonly changing: number
  readonly changingInterval: Interval
  /** Those that the kernel's own build lets through, with the passes that it makes by itself. */
  readonly builds: number
  readonly buildsInterval: Interval
  /** Those that settle in two passes: the build needs no extra pass. */
  readonly standard: number
  readonly standardInterval: Interval
  /** Those that do not settle at all. */
  readonly never: number
  readonly neverInterval: Interval
  /** By passes until they settle, from 2 on. */
  readonly passes: readonly { readonly passes: number; readonly trials: number }[]
  /** The largest difference of all bytes between two passes. */
  readonly largest: number
}

/** Milliseconds, and for one lookup microseconds. Null is what cannot be done. */
export interface Times {
  readonly proposal: string
  readonly input: string
  readonly generate: Timing
  readonly decodeAll: Timing | null
  readonly byName: Timing | null
  readonly byAddress: Timing | null
}

/** Of all rounds of one step. */
export interface Timing {
  readonly median: number
  readonly least: number
  readonly most: number
  /** The median of the exact tables by the same road: see `control.ts`. */
  readonly control: number
}

/** Miniature kernels linked by real linkers. */
export interface Links {
  readonly proposal: string
  readonly toolchain: string
  readonly layout: string
  readonly kernel: string
  /** Paddings tried. */
  readonly tried: number
  /** Those that the kernel's own build lets through, with the passes that it makes by itself. */
  readonly builds: number
  /** Those that its check lets through after two passes, and after the most. */
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
