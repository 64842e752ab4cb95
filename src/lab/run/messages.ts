/** Messages between the main thread and the workers. */
import type { ErrorCode } from '../../errors.js'
import type { LabInput } from '../measurements/input.js'
import type { Measured } from '../measurements/measure.js'
import type { Trial } from '../measurements/trial.js'
import type { ProposalSource } from '../proposals/load-proposal.js'
import type { Parameters, Times } from '../results/results.js'

/** What a worker gets when it starts. */
export interface WorkerData {
  readonly sources: readonly ProposalSource[]
  readonly inputs: readonly LabInput[]
  readonly parameters: Parameters
}

/** A task for a worker. Proposals and inputs are indices into `WorkerData`. */
export type Task =
  | { readonly kind: 'measure'; readonly proposal: number; readonly input: number }
  /** Times of all proposals. */
  | { readonly kind: 'times'; readonly input: number }
  /** The trials `[from, to)`. */
  | {
      readonly kind: 'trials'
      readonly proposal: number
      readonly input: number
      readonly from: number
      readonly to: number
    }

/** The reply to a task. */
export type Reply =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'timed'; readonly times: readonly Omit<Times, 'proposal' | 'input'>[] }
  | { readonly kind: 'tried'; readonly trials: readonly Trial[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly message: string }
