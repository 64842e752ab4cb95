/** Sizes of the tables of one proposal and one map, and which decoder reads them. */
import { readAssembly } from '../../decode/assembly.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import { dialectFor, ProposalBuild, sizesOf } from '../proposals/proposal-build.js'
import type { Decoding, Size } from '../results/results.js'
import { checkDecoding, linkedTables, scanOptions } from './decoding-check.js'
import { firstMap, type LabInput } from './input.js'

export interface Measured {
  readonly symbols: number
  readonly size: Size
  readonly decoding: Decoding
}

/** Makes the tables of a map as in the first pass of a build, and decodes them. */
export function measure({ proposal, file }: LoadedProposal, input: LabInput): Measured {
  const { options } = input
  const output = new ProposalBuild(proposal, options, file ?? undefined).generate(firstMap(input))
  const tables = sizesOf(readAssembly(output.assembly, scanOptions(output, options)))
  const bytes = tables.reduce((sum, table) => sum + table.bytes + table.padding, 0)
  const linked = linkedTables(output, options, dialectFor(options.dialect, proposal))
  const decoding = checkDecoding(proposal, file ?? undefined, output, options, linked)
  return { symbols: output.selection.symbols.count, size: { tables, bytes }, decoding }
}
