/** The results of the lab as data: `--json` prints them, and all other output is made from them. */

import type { ExtraPass } from '../../kbuild/passes.js'
import type { Interval } from './interval.js'

/** Changes when a field changes its meaning or is removed. */
export const SCHEMA = 'kallsyms-lab/1'

/** What the figures depend on. */
export interface Parameters {
  /** Random seed of the trials. */
  readonly seed: number
  /** Trial builds per proposal and input. */
  readonly trials: number
  /** Symbols of each kind that may flip in a trial build. */
  readonly flipping: number
  /** Functions in a trial build, with names of the input. */
  readonly symbols: number
  /** A build that has not converged by then counts as one that never does. */
  readonly mostPasses: number
  /** Timed runs of each step, of which the median counts; 0: no times. */
  readonly runs: number
}

export interface InputFacts {
  readonly name: string
  /** Where the kernel's format comes from: a version, or a tree. */
  readonly kernel: string
  /** The options of the build's tool, as on its command line. */
  readonly options: readonly string[]
  /** When the kernel's build makes a third pass. */
  readonly extraPass: ExtraPass
  /** Symbols in the table; null if the run was stopped before. */
  readonly symbols: number | null
}

interface ProposalFacts {
  readonly name: string
  readonly describe: string
  /** The decoder that it declares. */
  readonly decoder: 'kernel' | 'own'
  readonly isBuiltIn: boolean
}

/** One proposal on one input. Null: the run was stopped before. */
export interface Figures {
  readonly proposal: string
  readonly input: string
  readonly size: Size | null
  readonly decoding: Decoding | null
  readonly stability: Stability | null
}

/** Sizes of the tables of a build's first pass. */
export interface Size {
  readonly tables: readonly { readonly label: string; readonly bytes: number; readonly padding: number }[]
  /** Bytes of all tables, including padding. */
  readonly bytes: number
}

/** Result of decoding the tables. */
export interface Decoding {
  /**
   * What the unchanged kernel decoder reads: every name and type letter; every name, but some type letters that differ
   * from nm's; or `fails`, anything else.
   */
  readonly kernel: 'reads' | 'other-letters' | 'fails'
  /** The first difference, or why it fails; empty for `reads`. */
  readonly text: string
  /** Symbols whose type letter differs. */
  readonly letters: number
  /** The same for the decoder that the proposal needs. */
  readonly needed: 'reads' | 'other-letters' | 'fails'
  readonly neededText: string
}

/** What flips in a trial. */
export const KINDS = ['types', 'membership', 'stubs'] as const
export type TrialKind = (typeof KINDS)[number]

export interface Stability extends TrialCounts {
  readonly kinds: Readonly<Record<TrialKind, TrialCounts>>
  /**
   * Number of builds by their largest difference in bytes of all tables from one pass to the next, ascending, without 0.
   * Each build counts once.
   */
  readonly changes: readonly { readonly bytes: number; readonly trials: number }[]
  /** Null if no trial converges with both. */
  readonly atRest: ConvergedSize | null
}

/** Sizes after convergence, over the trials that converge with both the proposal and the reference. */
export interface ConvergedSize {
  readonly trials: number
  /** Mean bytes of all tables. */
  readonly bytes: number
  /** The same for the reference. */
  readonly reference: number
}

export interface TrialCounts {
  /** Number of builds. */
  readonly trials: number
  /** Builds in which the layout of the tables changed between two passes. */
  readonly changing: number
  readonly changingInterval: Interval
  /** Builds that succeed with the passes that the kernel's build makes by itself. */
  readonly builds: number
  readonly buildsInterval: Interval
  /** Builds that converge in two passes, without an extra pass. */
  readonly standard: number
  readonly standardInterval: Interval
  /** Builds that do not converge. */
  readonly never: number
  readonly neverInterval: Interval
  /** Number of builds by passes until they converge, from 2 on. */
  readonly passes: readonly { readonly passes: number; readonly trials: number }[]
  /** The largest difference in bytes of all tables between two passes. */
  readonly largest: number
}

/** Milliseconds; for a look-up, microseconds. Null: the step fails. */
export interface Times {
  readonly proposal: string
  readonly input: string
  readonly generate: Timing
  readonly decodeAll: Timing | null
  readonly byName: Timing | null
  readonly byAddress: Timing | null
}

/** Times of one step in all rounds. */
export interface Timing {
  readonly median: number
  readonly least: number
  readonly most: number
  /** The median of the baseline: exact tables, made and read in the same way. */
  readonly control: number
}

/** Results with miniature kernels and real linkers. */
export interface Links {
  readonly proposal: string
  readonly toolchain: string
  readonly layout: string
  readonly kernel: string
  /** Number of paddings. */
  readonly tried: number
  /** Builds that succeed with the passes that the kernel's build makes by itself. */
  readonly builds: number
  /** Builds that pass its check within two passes, and within the most. */
  readonly standard: number
  readonly settled: number
  /** The largest difference in bytes between two passes. */
  readonly largest: number
}

export interface Results {
  readonly schema: typeof SCHEMA
  /** False if the run was stopped. */
  readonly isComplete: boolean
  /** The proposal that all others are compared with. */
  readonly reference: string
  readonly parameters: Parameters
  readonly proposals: readonly ProposalFacts[]
  readonly inputs: readonly InputFacts[]
  readonly figures: readonly Figures[]
  /** Null unless real links were requested. */
  readonly links: readonly Links[] | null
  /** Requested toolchains that are not installed, with what to install. */
  readonly missing: readonly string[]
  /** The only part that differs between runs. */
  readonly times: readonly Times[]
}
