/** What proposals are compared on. */
import { withoutTableLabels } from '../model/model-build.js'
import type { ProposalBuildOptions } from '../proposals/proposal-build.js'

/** A map and the kernel it belongs to. */
export interface LabInput {
  readonly name: string
  readonly map: Uint8Array
  readonly options: ProposalBuildOptions
  /** Where the kernel's format comes from: a version, or a tree. */
  readonly kernel: string
}

/** The map as the first pass of a build sees it: without labels of tables, which are those of another build. */
export function firstMap({ map }: LabInput): Uint8Array {
  return withoutTableLabels(map)
}
