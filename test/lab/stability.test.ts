/** Trials over the model of a linker, and what they come to. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../src/dialect/resolve.js'
import { link } from '../../src/lab/linker-model.js'
import type { Proposal } from '../../src/lab/proposal.js'
import { BUILT_IN } from '../../src/lab/proposals/built-in.js'
import { randomImage } from '../../src/lab/random-image.js'
import type { Stability } from '../../src/lab/results.js'
import { namesOf, summarise, type Trial, trial } from '../../src/lab/stability.js'
import { readGolden } from '../golden/golden.js'

const MAP = readGolden('inputs/tinyconfig-6.12-pass1.map')
const NAMES = namesOf(MAP)
const PARAMETERS = { seed: 1, trials: 45, flipping: 12, symbols: 120, mostPasses: 12, runs: 0 }

function tried(proposal: Proposal): Trial[] {
  const input = {
    name: 'tiny',
    kernel: '6.12',
    map: MAP,
    options: { dialect: findRelease('6.12').dialect, allSymbols: true },
  }
  return Array.from({ length: PARAMETERS.trials }, (_, i) =>
    trial({ proposal, file: null }, input, NAMES, PARAMETERS, i),
  )
}

const cache = new Map<string, Stability>()
function stabilityOf(name: string): Stability {
  const known = cache.get(name) ?? summarise(tried(BUILT_IN.find(each => each.name === name) as Proposal))
  cache.set(name, known)
  return known
}

test('a trial depends on its number alone', () => {
  const [exact] = BUILT_IN as [Proposal]
  assert.deepEqual(tried(exact), tried(exact))
})

test('exact tables fail in the model', () => {
  const { standard, trials, changing, largest } = stabilityOf('exact')
  assert.ok(standard < trials && changing > 0 && largest > 0)
})

test('literal types settle flips of types in two passes', () => {
  const { kinds } = stabilityOf('literal')
  assert.deepEqual(kinds.types.passes, [{ passes: 2, trials: 15 }])
})

test('held sizes settle always, whatever flips', () => {
  for (const name of ['held', 'stable']) assert.equal(stabilityOf(name).never, 0, name)
})

test('stable tables settle flips of types and at borders in two passes', () => {
  const { types, membership } = stabilityOf('stable').kinds
  assert.deepEqual([types.standard, membership.standard], [15, 15])
})

test('what trials come to', () => {
  const common = { kind: 'types', isChanging: true } as const
  const trials: Trial[] = [
    { ...common, passes: 2, steps: [0], isChanging: false, bytes: 100 },
    { ...common, passes: 3, steps: [4, 0], bytes: 104 },
    { ...common, kind: 'stubs', passes: 3, steps: [-8, 0], bytes: 97 },
    { ...common, kind: 'stubs', passes: null, steps: [4, -8, 4], bytes: 7 },
  ]
  const { kinds, ...all } = summarise(trials)
  assert.deepEqual(all, {
    trials: 4,
    changing: 3,
    standard: 1,
    never: 1,
    passes: [
      { passes: 2, trials: 1 },
      { passes: 3, trials: 2 },
    ],
    largest: 8,
    atRest: 100,
    changes: [
      { bytes: -8, steps: 2 },
      { bytes: 4, steps: 3 },
    ],
  })
  assert.equal(kinds.types.trials, 2)
  assert.equal(kinds.stubs.never, 1)
  assert.deepEqual(kinds.membership.passes, [])
})

test('as many symbols flip as asked for', () => {
  const flips = { types: true, borders: true, absolute: false, stubs: true }
  const image = randomImage(3, flips, { flipping: 7, symbols: 20, names: NAMES })
  assert.equal(image.stubs.length, 7)
  const ends = image.sections.map(({ endSymbols }) => endSymbols.filter(name => !name.startsWith('_')).length)
  assert.ok(ends.some(count => count >= 1))
  const percpu = image.sections.find(({ startSymbols }) => startSymbols.includes('__per_cpu_load'))
  assert.equal(percpu?.startSymbols.length, 1 + 7)
  assert.equal(percpu?.pieces.length, 0)
})

test("names are the map's, each once", () => {
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
