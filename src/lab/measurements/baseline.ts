/**
 * The exact tables by the lab's roads. A proposal with steps of its own takes longer than the generator alone even where
 * its steps do nothing new: tables are copied for them, and written and read once more. A decoder that gets its texts
 * from elsewhere finds names by another code than the kernel's. What a time is divided by has made the same detour, so
 * that the ratio is of the idea and not of the lab.
 */

import { decoderOfTexts } from '../proposals/decoders.js'
import exact from '../proposals/exact.js'
import type { Proposal } from '../proposals/proposal.js'
import { dialectFor, type Made, type ProposalBuildOptions } from '../proposals/proposal-build.js'
import { TOOLKIT } from '../proposals/toolkit.js'
import { type Placed, placed } from './decoding-check.js'

/** The exact tables by the generator's road, read by the kernel's. */
export const PLAIN: Proposal = exact

/** The same tables by steps that do what the generator does, and a decoder that does what the kernel's does. */
export const BY_STEPS: Proposal = {
  ...exact,
  compress: (strings, { tools }) => tools.bytePairs(strings),
  decoder: (tables, format, tools) =>
    tools.decoderOfTexts(tables, format, tools.kernelDecoder(tables, format)),
}

/** Whether the generator calls steps of a proposal. */
export function hasSteps({ strings, compress, layOut, pad, keep }: Proposal): boolean {
  return [strings, compress, layOut, pad, keep].some(step => step !== undefined)
}

/** Whether a proposal's decoder finds names by the lab's code and not by the kernel's. */
export function findsByTexts(
  { decoder, ...proposal }: Proposal,
  made: Made,
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
  const { raw, format }: Placed = placed(made, options, dialectFor(options.dialect, { ...proposal, decoder }))
  decoder(raw, format, tools)
  return isUsed
}
