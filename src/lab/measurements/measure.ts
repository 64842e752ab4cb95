/** Bytes of one proposal over one map, and who reads them. */
import { readAssembly } from '../../decode/assembly.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import { dialectFor, ProposalBuild, sizesOf } from '../proposals/proposal-build.js'
import type { Decoding, Size } from '../results/results.js'
import { checkDecoding, placed, scanOptions } from './decoding-check.js'
import { firstMap, type LabInput } from './input.js'

export interface Measured {
  readonly symbols: number
  readonly size: Size
  readonly decoding: Decoding
}

/** Makes the tables of a map as a build's first pass does, and reads them again. */
export function measure({ proposal, file }: LoadedProposal, input: LabInput): Measured {
  const { options } = input
  const made = new ProposalBuild(proposal, options, file ?? undefined).make(firstMap(input))
  const tables = sizesOf(readAssembly(made.assembly, scanOptions(made, options)))
  const bytes = tables.reduce((sum, table) => sum + table.bytes + table.padding, 0)
  const image = placed(made, options, dialectFor(options.dialect, proposal))
  const decoding = checkDecoding(proposal, file ?? undefined, made, options, image)
  return { symbols: made.selection.symbols.count, size: { tables, bytes }, decoding }
}
