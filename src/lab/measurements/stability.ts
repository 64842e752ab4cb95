/**
 * How stable a proposal is: builds over the model of a linker, each from a seed. What flips takes turns: type letters
 * with all symbols in the table; membership with text symbols alone, since then an address decides; and stubs.
 *
 * The model's kernels are small, and their names are the input's, a row of them from a random place on. The same trial
 * has the same kernel for every proposal, and its result depends on its own number and the seed alone, not on which
 * trials were done before it or where.
 */

import { type BuildFacts, buildFacts } from '../../kbuild/build-facts.js'
import { passesMade, STANDARD_PASSES } from '../../kbuild/passes.js'
import { type Image, link } from '../model/linker-model.js'
import { build, isSameLayout, isSettled, type Pass, withoutTableLabels } from '../model/model-build.js'
import { type Flips, randomImage, seedOf } from '../model/random-image.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import { ProposalBuild } from '../proposals/proposal-build.js'
import { type Interval, intervalOf } from '../results/interval.js'
import {
  type AtRest,
  KINDS,
  type Parameters,
  type Stability,
  type TrialCounts,
  type TrialKind,
} from '../results/results.js'
import type { LabInput } from './input.js'

/** One build. */
export interface Trial {
  readonly kind: TrialKind
  /** Passes until it settled, null for never. */
  readonly passes: number | null
  /** Whether the kernel's own build lets it through. */
  readonly builds: boolean
  /** For each step from one pass to the next the difference of all bytes. */
  readonly steps: readonly number[]
  /** Whether the layout of the tables changed in some step, of which the bytes need tell nothing. */
  readonly isChanging: boolean
  /** Bytes of the last tables. */
  readonly bytes: number
}

const FLIPS: Readonly<Record<TrialKind, Flips>> = {
  types: { types: true, borders: false, absolute: false, stubs: false },
  membership: { types: false, borders: true, absolute: true, stubs: false },
  stubs: { types: false, borders: false, absolute: false, stubs: true },
}

/** Names that the model has by itself, and others that are no names for it. */
const UNFIT =
  /^(_s?text|_etext|_s?inittext|_einittext|_data|__bss_start|__per_cpu_\w+|kallsyms_\w+|__st(art|op)_\w*)$/

/** Names of a map that kernels of the model can have: each once, in the order of the map. */
export function namesOf(map: Uint8Array): string[] {
  const names = new Set<string>()
  for (const line of Buffer.from(map.buffer, map.byteOffset, map.length).toString('latin1').split('\n')) {
    const name = /^[0-9a-f]+ [Tt] ([!-~]+)$/i.exec(line)?.[1]
    if (name !== undefined && !UNFIT.test(name)) names.add(name)
  }
  return [...names]
}

/** One trial, by its number. */
export function trial(
  { proposal, file }: LoadedProposal,
  { options, kernel }: LabInput,
  names: readonly string[],
  { seed, flipping, symbols, mostPasses }: Parameters,
  number: number,
): Trial {
  const kind = KINDS[number % KINDS.length] as TrialKind
  const image = randomImage(seedOf(seed, number), FLIPS[kind], { flipping, symbols, names })
  const { allSymbols: _, symbolPrefix: __, pageOffset: ___, ...given } = options
  const tableBuild = new ProposalBuild(
    proposal,
    { ...given, allSymbols: kind !== 'membership', compact: true },
    file ?? undefined,
  )
  const facts = buildFacts(options.dialect, kernel)
  const all = build(image, {
    generate: (map, previous) => tableBuild.make(map, previous).assembly,
    beginsEmpty: facts.beginsEmpty,
    keepsLabels: !facts.hidesTableLabels,
    most: Math.max(mostPasses, STANDARD_PASSES + 1),
  })
  const passes = all.slice(0, mostPasses)
  const objects = passes.map(({ object }) => object)
  const pairs = objects.slice(1).map((after, i) => [objects[i] as typeof after, after] as const)
  return {
    kind,
    passes: isSettled(passes) ? passes.length : null,
    builds: isLetThrough(image, all, facts),
    steps: pairs.map(([before, after]) => after.size - before.size),
    isChanging: pairs.some(([before, after]) => !isSameLayout(before, after)),
    bytes: objects.at(-1)?.size ?? 0,
  }
}

/**
 * Whether the list that the last table was made from is that of the image with it: the build stops where it is not,
 * whatever else came to rest or did not.
 */
function isLetThrough(
  image: Image,
  passes: readonly Pass[],
  { extraPass, hidesTableLabels }: BuildFacts,
): boolean {
  const [first, second] = passes as [Pass, Pass]
  // Files end at a whole word: behind the tables there is the list of the labels.
  const fileSize = ({ object }: Pass): number => Math.ceil(object.size / image.word)
  const change = {
    size: fileSize(first) !== fileSize(second),
    labels: !second.object.labels.every(({ offset }, i) => first.object.labels[i]?.offset === offset),
  }
  const count = passesMade(extraPass, change)
  // What has settled stays as it is.
  if (isSettled(passes) && passes.length <= count) return true
  const last = passes[count - 1] as Pass
  const after = passes[count]?.map ?? link(image, last.object)
  const shown = (map: Buffer): Buffer => (hidesTableLabels ? withoutTableLabels(map) : map)
  return shown(last.map).equals(shown(after))
}

/**
 * What many trials come to.
 *
 * @param trials by their numbers; what was not done is missing
 * @param reference the same trials with the tables that others are compared with
 */
export function summarise(
  trials: readonly (Trial | undefined)[],
  reference: readonly (Trial | undefined)[],
): Stability {
  const done = trials.filter(trial => trial !== undefined)
  const of = (kind: TrialKind): TrialCounts => count(done.filter(each => each.kind === kind))
  const changes = done.map(({ steps }) => largestOf(steps)).filter(bytes => bytes !== 0)
  return {
    ...count(done),
    kinds: { types: of('types'), membership: of('membership'), stubs: of('stubs') },
    changes: tally(changes).map(([bytes, trials]) => ({ bytes, trials })),
    atRest: atRest(trials, reference),
  }
}

function count(trials: readonly Trial[]): TrialCounts {
  const all = trials.length
  const passes = trials.flatMap(each => each.passes ?? [])
  const changing = trials.filter(({ isChanging }) => isChanging).length
  const builds = trials.filter(each => each.builds).length
  const standard = passes.filter(number => number <= STANDARD_PASSES).length
  const never = all - passes.length
  const interval = (some: number): Interval => (all === 0 ? [0, 1] : intervalOf(some, all))
  return {
    trials: all,
    changing,
    changingInterval: interval(changing),
    builds,
    buildsInterval: interval(builds),
    standard,
    standardInterval: interval(standard),
    never,
    neverInterval: interval(never),
    passes: tally(passes).map(([passes, trials]) => ({ passes, trials })),
    largest: trials.reduce((most, { steps }) => Math.max(most, Math.abs(largestOf(steps))), 0),
  }
}

/** The step with the largest difference, up or down; of equal ones the first. */
function largestOf(steps: readonly number[]): number {
  return steps.reduce((largest, step) => (Math.abs(step) > Math.abs(largest) ? step : largest), 0)
}

/** Where only one of the two settles, its size says nothing about the other's. */
function atRest(
  trials: readonly (Trial | undefined)[],
  reference: readonly (Trial | undefined)[],
): AtRest | null {
  let [both, bytes, ofReference] = [0, 0, 0]
  for (const [number, own] of trials.entries()) {
    const other = reference[number]
    if (own?.passes == null || other?.passes == null) continue
    both++
    bytes += own.bytes
    ofReference += other.bytes
  }
  if (both === 0) return null
  return { trials: both, bytes: Math.round(bytes / both), reference: Math.round(ofReference / both) }
}

/** How often each number occurs, ascending. */
function tally(numbers: readonly number[]): [number: number, times: number][] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
