/** What workers are asked, and what they answer. */
import type { ErrorCode } from '../errors.js'
import type { ProposalSource } from './load.js'
import type { LabInput, Measured } from './measure.js'
import type { Parameters } from './results.js'
import type { Trial } from './stability.js'

/** What a worker knows from its start. */
export interface WorkerData {
  readonly sources: readonly ProposalSource[]
  readonly inputs: readonly LabInput[]
  readonly parameters: Parameters
}

/** Proposal and input by their places in the lists. */
export type Job = { readonly proposal: number; readonly input: number } & (
  | { readonly kind: 'measure' }
  /** The trials `[from, to)`. */
  | { readonly kind: 'trials'; readonly from: number; readonly to: number }
)

export type Answer =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'tried'; readonly trials: readonly Trial[] }
  | { readonly kind: 'failed'; readonly code: ErrorCode | null; readonly message: string }
