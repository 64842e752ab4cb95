/** Trial builds with the model of a linker, and their statistics. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import type { LabInput } from '../../../src/lab/measurements/input.js'
import { summarise } from '../../../src/lab/measurements/stability.js'
import { namesOf, runTrial, type Trial } from '../../../src/lab/measurements/trial.js'
import { link } from '../../../src/lab/model/linker-model.js'
import { randomImage, seedOf } from '../../../src/lab/model/random-image.js'
import { BUILT_IN } from '../../../src/lab/proposals/built-in.js'
import type { Proposal } from '../../../src/lab/proposals/proposal.js'
import type { Stability } from '../../../src/lab/results/results.js'
import { readGolden } from '../../support/golden.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

const MAP = readGolden('inputs/tinyconfig-6.12-pass1.map')
const NAMES = namesOf(MAP)
const PARAMETERS = { seed: 1, trials: 45, flipping: 12, symbols: 120, mostPasses: 12, runs: 0 }

function input(kernel: string): LabInput {
  return {
    name: 'tiny',
    kernel,
    map: MAP,
    options: { dialect: findRelease(kernel).dialect, allSymbols: true },
  }
}

function tried(proposal: Proposal, of: LabInput = input('6.12'), trials = PARAMETERS.trials): Trial[] {
  return Array.from({ length: trials }, (_, i) =>
    runTrial({ proposal, file: null }, of, NAMES, PARAMETERS, i),
  )
}

const cache = new Map<string, Trial[]>()
function trialsOf(name: string): Trial[] {
  const known = cache.get(name) ?? tried(BUILT_IN.find(each => each.name === name) as Proposal)
  cache.set(name, known)
  return known
}

function stabilityOf(name: string): Stability {
  return summarise(trialsOf(name), trialsOf('exact'))
}

test('a trial depends on its number only', () => {
  const [exact] = BUILT_IN as [Proposal]
  assert.deepEqual(tried(exact, input('6.12'), 15), trialsOf('exact').slice(0, 15))
})

test('builds with exact tables may fail in the model', () => {
  const { standard, trials, changing, largest } = stabilityOf('exact')
  assert.ok(standard < trials && changing > 0 && largest > 0)
})

test('with literal types, builds with type flips converge in two passes', () => {
  const { kinds } = stabilityOf('literal')
  assert.deepEqual(kinds.types.passes, [{ passes: 2, trials: 15 }])
})

test('with held sizes, builds always converge', () => {
  for (const name of ['held', 'stable']) assert.equal(stabilityOf(name).never, 0, name)
})

test('stable builds with flips of types and at borders converge in two passes', () => {
  const { types, membership } = stabilityOf('stable').kinds
  assert.deepEqual([types.standard, membership.standard], [15, 15])
})

test('statistics of trials', () => {
  const common = { kind: 'types', isChanging: true, builds: true } as const
  const trials: Trial[] = [
    { ...common, passes: 2, steps: [0], isChanging: false, bytes: 100 },
    { ...common, passes: 3, steps: [4, 0], bytes: 104 },
    { ...common, kind: 'stubs', passes: 3, steps: [-8, 0], bytes: 97, builds: false },
    { ...common, kind: 'stubs', passes: null, steps: [4, -8, 4], bytes: 7, builds: false },
  ]
  const others = [
    { ...trials[0], bytes: 50 },
    { ...trials[1], passes: null },
    undefined,
    trials[3],
  ] as Trial[]
  const { kinds, ...all } = summarise(trials, others)
  const half = [0.150039, 0.849961]
  const quarter = [0.045587, 0.699358]
  assert.deepEqual(all, {
    trials: 4,
    changing: 3,
    changingInterval: [0.300642, 0.954413],
    builds: 2,
    buildsInterval: half,
    standard: 1,
    standardInterval: quarter,
    never: 1,
    neverInterval: quarter,
    passes: [
      { passes: 2, trials: 1 },
      { passes: 3, trials: 2 },
    ],
    largest: 8,
    // The largest change of each build; the first trial has none.
    changes: [
      { bytes: -8, trials: 2 },
      { bytes: 4, trials: 1 },
    ],
    // Only the first trial converges with both.
    atRest: { trials: 1, bytes: 100, reference: 50 },
  })
  assert.equal(kinds.types.trials, 2)
  assert.equal(kinds.stubs.never, 1)
  assert.deepEqual(kinds.membership.passes, [])
})

test('more trials than a function call can have arguments', () => {
  const one: Trial = { kind: 'types', passes: 3, steps: [4, 0], isChanging: true, builds: true, bytes: 9 }
  assert.equal(summarise(new Array<Trial>(200_000).fill(one), []).largest, 4)
})

test('of equally large changes the first counts', () => {
  const one: Trial = { kind: 'types', passes: null, steps: [-8, 8], isChanging: true, builds: true, bytes: 9 }
  assert.deepEqual(summarise([one], []).changes, [{ bytes: -8, trials: 1 }])
})

test('with the third pass of kernels from 4.9 on, more builds succeed', { skip: NOT_IN_SAMPLE }, () => {
  // The same dialect for each pair, so that only the rule differs.
  const of = (kernel: string, { options }: LabInput): Trial[] =>
    tried(BUILT_IN[0] as Proposal, { ...input(kernel), options })
  const [never, sizes] = ['4.6', '4.9'].map(kernel => of(kernel, input('4.9'))) as [Trial[], Trial[]]
  const newSizes = of('6.13', input('6.12'))
  const labels = trialsOf('exact')
  const builds = (trials: readonly Trial[]): number => trials.filter(trial => trial.builds).length
  assert.ok(builds(never) < builds(sizes), `${builds(never)}, ${builds(sizes)}`)
  assert.ok(builds(newSizes) <= builds(labels))
  for (const [i, { passes, builds }] of labels.entries()) {
    // Builds that converge in two passes need no third; for the others it is made, since their labels have moved.
    if (passes !== null && passes <= 3) assert.equal(builds, true, `trial ${i}`)
    if (never[i]?.passes === 2) assert.equal(never[i].builds, true, `trial ${i}`)
    assert.deepEqual({ ...labels[i], builds: null }, { ...newSizes[i], builds: null })
    assert.deepEqual({ ...never[i], builds: null }, { ...sizes[i], builds: null })
  }
})

test('as many symbols flip as requested', () => {
  const flips = { types: true, borders: true, absolute: false, stubs: true }
  const image = randomImage(3, flips, { flipping: 7, symbols: 20, names: NAMES })
  assert.equal(image.stubs.length, 7)
  const own = ['_etext', '_einittext', '__per_cpu_finish']
  const ends = image.sections.map(({ endSymbols }) => endSymbols.filter(name => !own.includes(name)).length)
  // At the end of text and of read-only data.
  assert.deepEqual(ends, [7, 7, 0, 0, 0, 0, 0])
  const percpu = image.sections.find(({ startSymbols }) => startSymbols.includes('__per_cpu_load'))
  assert.equal(percpu?.startSymbols.length, 1 + 7)
  assert.equal(percpu?.pieces.length, 0)
})

test('different seeds have no kernels in common', () => {
  const flips = { types: true, borders: false, absolute: false, stubs: false }
  const kernels = (seed: number): string[] =>
    Array.from({ length: 60 }, (_, number) =>
      JSON.stringify(
        randomImage(seedOf(seed, number), flips, { flipping: 4, symbols: 10, names: NAMES }),
        (_, value) => (typeof value === 'bigint' ? String(value) : value),
      ),
    )
  const first = new Set(kernels(1))
  assert.equal(first.size, 60)
  for (let seed = 2; seed <= 10; seed++) {
    assert.equal(kernels(seed).filter(kernel => first.has(kernel)).length, 0, `seed ${seed}`)
  }
})

test('names come from the map, each once', () => {
  const flips = { types: true, borders: true, absolute: true, stubs: false }
  const image = randomImage(5, flips, { flipping: 9, symbols: 50, names: NAMES })
  const listed = link(image, null)
    .toString('latin1')
    .trimEnd()
    .split('\n')
    .map(line => line.slice(line.lastIndexOf(' ') + 1))
  assert.equal(new Set(listed).size, listed.length)
  assert.ok(listed.filter(name => NAMES.includes(name)).length > 60)
})
