/** Bytes of one proposal over one map, and who reads them. */
import { readAssembly } from '../../decode/assembly.js'
import { withoutTableLabels } from '../model/model-build.js'
import type { Proposal } from '../proposals/proposal.js'
import { dialectFor, ProposalBuild, type ProposalBuildOptions, sizesOf } from '../proposals/proposal-build.js'
import type { Decoding, Size } from '../results/results.js'
import { checkDecoding, placed, scanOptions } from './decoding-check.js'

/** A map, and what it is of. */
export interface LabInput {
  readonly name: string
  readonly map: Uint8Array
  readonly options: ProposalBuildOptions
  /** What told the kernel's format. */
  readonly kernel: string
}

export interface LoadedProposal {
  readonly proposal: Proposal
  /** Null for one of the lab's. */
  readonly file: string | null
}

export interface Measured {
  readonly symbols: number
  readonly size: Size
  readonly decoding: Decoding
}

/**
 * A map as the first pass of a build sees it: the labels of tables that it may have are of others.
 */
export function firstMap({ map }: LabInput): Uint8Array {
  return withoutTableLabels(map)
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
