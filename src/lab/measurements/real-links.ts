/** Proposals in real links: miniature kernels whose tables depend on the layout, with several paddings. */

import { buildFacts } from '../../kbuild/build-facts.js'
import { STANDARD_PASSES } from '../../kbuild/passes.js'
import { BuildDirectory, type TableGenerator } from '../links/build-directory.js'
import { functionNames, LAYOUTS, type Layout } from '../links/layouts.js'
import { buildOptions, builtBy, outcome, settledWithin, twoAtATime } from '../links/outcomes.js'
import { missingFrom, TOOLCHAINS, type Toolchain } from '../links/toolchains.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import { ProposalBuild } from '../proposals/proposal-build.js'
import type { Links } from '../results/results.js'
import type { LabInput } from './input.js'

export interface LinkRequest {
  /** Names of toolchains; all that are installed unless given. */
  readonly toolchains?: readonly string[]
  /** Number of paddings per layout, evenly spread over all of them. */
  readonly paddings: number
  readonly mostPasses: number
}

/**
 * Links kernels for each proposal, toolchain, layout and kernel version of the inputs.
 *
 * @returns the results up to the time when the run was stopped; and the toolchains that are missing, with what to install
 */
export async function runLinks(
  proposals: readonly LoadedProposal[],
  inputs: readonly LabInput[],
  request: LinkRequest,
  signal: AbortSignal | undefined,
  onWork: ((what: string) => void) | undefined,
): Promise<{ links: Links[]; missing: string[] }> {
  const wanted = TOOLCHAINS.filter(({ name }) => request.toolchains?.includes(name) ?? true)
  const missing = wanted.flatMap(toolchain => {
    const what = missingFrom(toolchain)
    return what === null ? [] : [`${toolchain.name}: ${what}`]
  })
  const kernels = inputs.filter(({ kernel }, i) => inputs.findIndex(other => other.kernel === kernel) === i)
  const kinds = wanted
    .filter(toolchain => missingFrom(toolchain) === null)
    .flatMap(toolchain => LAYOUTS.map(layout => ({ toolchain, layout })))
    .flatMap(kind => kernels.map(input => ({ ...kind, input })))
    .filter(({ toolchain, layout, input }) => layout.suits(toolchain, input.options.dialect))
  const links: Links[] = []
  const mostPasses = Math.max(request.mostPasses, STANDARD_PASSES + 1)
  const directory = await BuildDirectory.open(functionNames((inputs.at(-1) as LabInput).map))
  try {
    for (const { toolchain, layout, input } of kinds) {
      for (const loaded of proposals) {
        if (signal?.aborted) return { links, missing }
        const { dialect } = input.options
        onWork?.(`linking ${loaded.proposal.name}, ${toolchain.name}, ${layout.name}`)
        const generator = (): TableGenerator => generatorFor(loaded, input, layout, toolchain)
        const paddings = some(layout.paddings, request.paddings)
        const all = await twoAtATime(paddings, padding =>
          outcome(directory, { toolchain, layout, dialect, generator }, padding, mostPasses),
        )
        const steps = all.flatMap(({ bytes }) =>
          bytes.slice(1).map((size, i) => Math.abs(size - (bytes[i] as number))),
        )
        links.push({
          proposal: loaded.proposal.name,
          toolchain: toolchain.name,
          layout: layout.name,
          kernel: input.kernel,
          tried: all.length,
          builds: builtBy(buildFacts(dialect, input.kernel).extraPass, all),
          standard: settledWithin(all, STANDARD_PASSES),
          settled: settledWithin(all, request.mostPasses),
          largest: Math.max(0, ...steps),
        })
      }
    }
  } catch (error) {
    // On a terminal Ctrl-C interrupts the linkers too, which then fail.
    if (!signal?.aborted) throw error
  } finally {
    await directory.close()
  }
  return { links, missing }
}

function generatorFor(
  { proposal, file }: LoadedProposal,
  { options }: LabInput,
  layout: Layout,
  toolchain: Toolchain,
): TableGenerator {
  const { dialect } = options
  const { hidesTableLabels } = buildFacts(dialect)
  const build = new ProposalBuild(
    proposal,
    { dialect, ...buildOptions(dialect, layout, toolchain) },
    file ?? undefined,
  )
  return ({ map, previous }) => Buffer.from(build.generate(map, hidesTableLabels ? previous : null).assembly)
}

/** Some items, evenly spread over all. */
function some(all: readonly number[], count: number): number[] {
  const size = Math.min(count, all.length)
  return Array.from({ length: size }, (_, i) => all[Math.floor(((i + 1) * all.length) / size) - 1] as number)
}
