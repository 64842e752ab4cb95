/** What workers are asked, and what they answer. */
import type { ErrorCode } from '../../errors.js'
import type { LabInput } from '../measurements/input.js'
import type { Measured } from '../measurements/measure.js'
import type { Trial } from '../measurements/stability.js'
import type { ProposalSource } from '../proposals/load-proposal.js'
import type { Parameters, Times } from '../results/results.js'

/** What a worker knows from its start. */
export interface WorkerData {
  readonly sources: readonly ProposalSource[]
  readonly inputs: readonly LabInput[]
  readonly parameters: Parameters
}

/** Proposals and inputs by their places in the lists. */
export type Job =
  | { readonly kind: 'measure'; readonly proposal: number; readonly input: number }
  /** The times of all proposals. */
  | { readonly kind: 'times'; readonly input: number }
  /** The trials `[from, to)`. */
  | {
      readonly kind: 'trials'
      readonly proposal: number
      readonly input: number
      readonly from: number
      readonly to: number
    }

export type Answer =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'timed'; readonly times: readonly Omit<Times, 'proposal' | 'input'>[] }
  | { readonly kind: 'tried'; readonly trials: readonly Trial[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly message: string }
