/**
 * The baseline of times: exact tables, made and read in the same way as those of the measured proposal.
 *
 * A proposal with steps takes longer than the generator alone even if its steps do what the generator does: tables are
 * copied for them, and written and read once more. A decoder whose names come from a function compares names by other
 * code than the kernel's decoder. With a baseline that does the same extra work, a ratio of times measures the proposal
 * and not the lab.
 */

import { decoderOfTexts } from '../proposals/decoders.js'
import exact from '../proposals/exact.js'
import type { Proposal } from '../proposals/proposal.js'
import { dialectFor, type PassOutput, type ProposalBuildOptions } from '../proposals/proposal-build.js'
import { TOOLKIT } from '../proposals/toolkit.js'
import { linkedTables } from './decoding-check.js'

/** The exact tables, made by the generator alone and read by the kernel's decoder. */
export const BASELINE: Proposal = exact

/** The same tables, made by a step that does what the generator does, with names that come from a function. */
export const BASELINE_BY_STEPS: Proposal = {
  ...exact,
  compress: (strings, { tools }) => tools.bytePairs(strings),
  decoder: (tables, format, tools) =>
    tools.decoderOfTexts(tables, format, tools.kernelDecoder(tables, format)),
}

/** Whether the decoder of a proposal is made with `decoderOfTexts`. */
export function usesDecoderOfTexts(
  { decoder, ...proposal }: Proposal,
  output: PassOutput,
  options: ProposalBuildOptions,
): boolean {
  if (decoder === 'kernel') return false
  let isUsed = false
  const tools: typeof TOOLKIT = {
    ...TOOLKIT,
    decoderOfTexts: (...given) => {
      isUsed = true
      return decoderOfTexts(...given)
    },
  }
  const dialect = dialectFor(options.dialect, { ...proposal, decoder })
  const { tables, format } = linkedTables(output, options, dialect)
  decoder(tables, format, tools)
  return isUsed
}
