/**
 * Trial builds with the model of a linker, each from a seed. The kinds of flipping symbols alternate: type letters, with
 * all symbols in the table; membership, with text symbols only, because then it depends on addresses; and stubs.
 *
 * The kernels are small; their names are consecutive names of the input. A trial has the same kernel for every proposal.
 * Its result depends only on its number and the seed, not on other trials or on the thread that runs it.
 */

import { type BuildFacts, buildFacts } from '../../kbuild/build-facts.js'
import { passesMade, STANDARD_PASSES } from '../../kbuild/passes.js'
import { type Image, link } from '../model/linker-model.js'
import {
  buildModel,
  hasConverged,
  isSameLayout,
  type ModelPass,
  withoutTableLabels,
} from '../model/model-build.js'
import { type Flips, randomImage, seedOf } from '../model/random-image.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import { ProposalBuild } from '../proposals/proposal-build.js'
import { KINDS, type Parameters, type TrialKind } from '../results/results.js'
import type { LabInput } from './input.js'

/** One build. */
export interface Trial {
  readonly kind: TrialKind
  /** Passes until it converged; null if it did not. */
  readonly passes: number | null
  /** Whether the kernel's own build succeeds. */
  readonly builds: boolean
  /** Difference in bytes of all tables from each pass to the next. */
  readonly steps: readonly number[]
  /** Whether the layout of the tables changed between two passes; this is possible with equal sizes too. */
  readonly isChanging: boolean
  /** Bytes of the last tables. */
  readonly bytes: number
}

const FLIPS: Readonly<Record<TrialKind, Flips>> = {
  types: { types: true, borders: false, absolute: false, stubs: false },
  membership: { types: false, borders: true, absolute: true, stubs: false },
  stubs: { types: false, borders: false, absolute: false, stubs: true },
}

/** Names that the model defines itself, or that it has a special rule for. */
const UNUSABLE =
  /^(_s?text|_etext|_s?inittext|_einittext|_data|__bss_start|__per_cpu_\w+|kallsyms_\w+|__st(art|op)_\w*)$/

/** Names of a map for kernels of the model: each once, in the order of the map. */
export function namesOf(map: Uint8Array): string[] {
  const names = new Set<string>()
  for (const line of Buffer.from(map.buffer, map.byteOffset, map.length).toString('latin1').split('\n')) {
    const name = /^[0-9a-f]+ [Tt] ([!-~]+)$/i.exec(line)?.[1]
    if (name !== undefined && !UNUSABLE.test(name)) names.add(name)
  }
  return [...names]
}

/** Runs the trial with a number. */
export function runTrial(
  { proposal, file }: LoadedProposal,
  { options, kernel }: LabInput,
  names: readonly string[],
  { seed, flipping, symbols, mostPasses }: Parameters,
  number: number,
): Trial {
  const kind = KINDS[number % KINDS.length] as TrialKind
  const image = randomImage(seedOf(seed, number), FLIPS[kind], { flipping, symbols, names })
  const { allSymbols: _, symbolPrefix: __, pageOffset: ___, ...given } = options
  const tables = new ProposalBuild(
    proposal,
    { ...given, allSymbols: kind !== 'membership', compact: true },
    file ?? undefined,
  )
  const facts = buildFacts(options.dialect, kernel)
  const all = buildModel(image, {
    generate: (map, previous) => tables.generate(map, previous).assembly,
    beginsEmpty: facts.beginsEmpty,
    keepsLabels: !facts.hidesTableLabels,
    mostPasses: Math.max(mostPasses, STANDARD_PASSES + 1),
  })
  const passes = all.slice(0, mostPasses)
  const objects = passes.map(({ object }) => object)
  const pairs = objects.slice(1).map((after, i) => [objects[i] as typeof after, after] as const)
  return {
    kind,
    passes: hasConverged(passes) ? passes.length : null,
    builds: succeeds(image, all, facts),
    steps: pairs.map(([before, after]) => after.size - before.size),
    isChanging: pairs.some(([before, after]) => !isSameLayout(before, after)),
    bytes: objects.at(-1)?.size ?? 0,
  }
}

/** The check of the kernel's build: the map of its last pass must be that of the image with the tables of this pass. */
function succeeds(
  image: Image,
  passes: readonly ModelPass[],
  { extraPass, hidesTableLabels }: BuildFacts,
): boolean {
  const [first, second] = passes as [ModelPass, ModelPass]
  // The size of a file grows by whole words: the symbol table of the object, which follows the tables, is aligned.
  const fileSize = ({ object }: ModelPass): number => Math.ceil(object.size / image.word)
  const change = {
    size: fileSize(first) !== fileSize(second),
    labels: !second.object.labels.every(({ offset }, i) => first.object.labels[i]?.offset === offset),
  }
  const count = passesMade(extraPass, change)
  // Further passes change nothing.
  if (hasConverged(passes) && passes.length <= count) return true
  const last = passes[count - 1] as ModelPass
  const after = passes[count]?.map ?? link(image, last.object)
  const compared = (map: Buffer): Buffer => (hidesTableLabels ? withoutTableLabels(map) : map)
  return compared(last.map).equals(compared(after))
}
