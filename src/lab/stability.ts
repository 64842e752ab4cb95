/**
 * How stable a proposal is: builds over the model of a linker, each from a seed. What flips takes turns: type letters
 * with all symbols in the table; membership with text symbols alone, since then an address decides; and stubs.
 *
 * The model's kernels are small, and their names are the input's, a row of them from a random place on. The same trial
 * has the same kernel for every proposal, and its result depends on its own number and the seed alone, not on which
 * trials were done before it or where.
 */
import { STANDARD_PASSES } from './links/outcomes.js'
import { hidesTables } from './links/passes.js'
import { Maker } from './maker.js'
import type { LabInput, LoadedProposal } from './measure.js'
import { build, isSameLayout, isSettled } from './model-build.js'
import { type Flips, randomImage } from './random-image.js'
import { KINDS, type Parameters, type Stability, type TrialCounts, type TrialKind } from './results.js'

/** One build. */
export interface Trial {
  readonly kind: TrialKind
  /** Passes until it settled, null for never. */
  readonly passes: number | null
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
  { options }: LabInput,
  names: readonly string[],
  { seed, flipping, symbols, mostPasses }: Parameters,
  number: number,
): Trial {
  const kind = KINDS[number % KINDS.length] as TrialKind
  const image = randomImage((seed + number) >>> 0, FLIPS[kind], { flipping, symbols, names })
  const { allSymbols: _, symbolPrefix: __, pageOffset: ___, ...given } = options
  const maker = new Maker(
    proposal,
    { ...given, allSymbols: kind !== 'membership', compact: true },
    file ?? undefined,
  )
  const passes = build(image, {
    generate: (map, previous) => maker.make(map, previous).assembly,
    beginsEmpty: options.dialect.emptyTable === 'allowed',
    keepsLabels: !hidesTables(options.dialect),
    most: mostPasses,
  })
  const objects = passes.map(({ object }) => object)
  const pairs = objects.slice(1).map((after, i) => [objects[i] as typeof after, after] as const)
  return {
    kind,
    passes: isSettled(passes) ? passes.length : null,
    steps: pairs.map(([before, after]) => after.size - before.size),
    isChanging: pairs.some(([before, after]) => !isSameLayout(before, after)),
    bytes: objects.at(-1)?.size ?? 0,
  }
}

/** What many trials come to. */
export function summarise(trials: readonly Trial[]): Stability {
  const of = (kind: TrialKind): TrialCounts => count(trials.filter(each => each.kind === kind))
  const steps = trials.flatMap(each => each.steps).filter(bytes => bytes !== 0)
  return {
    ...count(trials),
    kinds: { types: of('types'), membership: of('membership'), stubs: of('stubs') },
    changes: tally(steps).map(([bytes, steps]) => ({ bytes, steps })),
  }
}

function count(trials: readonly Trial[]): TrialCounts {
  const settled = trials.filter(({ passes }) => passes !== null)
  const passes = settled.map(each => each.passes as number)
  const sum = settled.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    trials: trials.length,
    changing: trials.filter(({ isChanging }) => isChanging).length,
    standard: passes.filter(number => number <= STANDARD_PASSES).length,
    never: trials.length - settled.length,
    passes: tally(passes).map(([passes, trials]) => ({ passes, trials })),
    largest: Math.max(0, ...trials.flatMap(({ steps }) => steps.map(Math.abs))),
    atRest: settled.length === 0 ? null : Math.round(sum / settled.length),
  }
}

/** How often each number occurs, ascending. */
function tally(numbers: readonly number[]): [number: number, times: number][] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
