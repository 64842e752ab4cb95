/** Times: medians, spreads and baselines. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { BASELINE, BASELINE_BY_STEPS, usesDecoderOfTexts } from '../../../src/lab/measurements/baseline.js'
import { linkedTables } from '../../../src/lab/measurements/decoding-check.js'
import { median, timesOf } from '../../../src/lab/measurements/times.js'
import { BUILT_IN } from '../../../src/lab/proposals/built-in.js'
import type { Proposal } from '../../../src/lab/proposals/proposal.js'
import { hasSteps, ProposalBuild } from '../../../src/lab/proposals/proposal-build.js'
import { ratioText } from '../../../src/lab/report/report-rows.js'
import { intervalOf, widestOf } from '../../../src/lab/results/interval.js'
import type { Timing } from '../../../src/lab/results/results.js'
import { readGolden } from '../../support/golden.js'

const OPTIONS = { dialect: findRelease('6.12').dialect, allSymbols: true }
const MAP = readGolden('inputs/random-1.nm')

test('medians', () => {
  assert.deepEqual([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])], [2, 2.5, 7])
})

test('ratios, and baselines within the spread', () => {
  const timing = { median: 30, least: 20, most: 40, control: 10 }
  assert.equal(ratioText(timing), '3.0×')
  assert.equal(ratioText({ ...timing, control: 40 }), '≈1')
  assert.equal(ratioText({ ...timing, control: 40.1 }), '0.7×')
  assert.equal(ratioText({ median: 10.4, least: 10.3, most: 10.5, control: 10 }), '≈1')
})

test('the baseline by steps makes and reads the same tables', () => {
  const [plain, bySteps] = [BASELINE, BASELINE_BY_STEPS].map(proposal =>
    new ProposalBuild(proposal, OPTIONS).generate(MAP),
  )
  assert.ok(plain && bySteps)
  assert.deepEqual(bySteps.assembly, plain.assembly)
  assert.equal(usesDecoderOfTexts(BASELINE_BY_STEPS, bySteps, OPTIONS), true)
  assert.ok(linkedTables(bySteps, OPTIONS, OPTIONS.dialect).tables.size > 5)
})

test('which built-in proposals have steps, and which use decoderOfTexts', () => {
  const steps = BUILT_IN.filter(hasSteps).map(({ name }) => name)
  assert.deepEqual(steps, ['letters-apart', 'frozen', 'stem'])
  const byTexts = BUILT_IN.filter(proposal =>
    usesDecoderOfTexts(proposal, new ProposalBuild(proposal, OPTIONS).generate(MAP), OPTIONS),
  )
  assert.deepEqual(
    byTexts.map(({ name }) => name),
    ['letters-apart', 'stem'],
  )
})

test('each time is compared with that of exact tables made and read in the same way', () => {
  const find = (name: string): Proposal => BUILT_IN.find(each => each.name === name) as Proposal
  const broken: Proposal = {
    ...find('exact'),
    name: 'broken',
    decoder: () => {
      throw new Error('no')
    },
  }
  const proposals = [find('exact'), find('literal'), find('frozen'), find('stem'), broken]
  const input = { name: 'random', kernel: '6.12', map: MAP, options: OPTIONS }
  const parameters = { seed: 1, trials: 1, flipping: 1, symbols: 1, mostPasses: 2, runs: 2 }
  const times = timesOf(
    proposals.map(proposal => ({ proposal, file: null })),
    input,
    parameters,
  )
  const [exact, literal, frozen, stem, none] = times as [
    (typeof times)[number],
    (typeof times)[number],
    (typeof times)[number],
    (typeof times)[number],
    (typeof times)[number],
  ]
  for (const { generate, decodeAll, byName, byAddress } of [exact, literal, frozen, stem]) {
    for (const timing of [generate, decodeAll, byName, byAddress] as Timing[]) {
      assert.ok(0 < timing.least && timing.least <= timing.median && timing.median <= timing.most)
      assert.ok(timing.control > 0)
    }
  }
  assert.equal(exact.generate.control, exact.generate.median)
  assert.equal(literal.generate.control, exact.generate.median)
  assert.equal(frozen.generate.control, stem.generate.control)
  assert.notEqual(stem.generate.control, exact.generate.median)
  assert.equal(frozen.byName?.control, exact.byName?.median)
  assert.notEqual(stem.byName?.control, exact.byName?.median)
  assert.deepEqual([none.decodeAll, none.byName, none.byAddress], [null, null, null])
})

test("Wilson's intervals", () => {
  // Calculated by hand from the formula.
  assert.deepEqual(intervalOf(50, 100), [0.403832, 0.596168])
  assert.deepEqual(intervalOf(100, 100), [0.963007, 1])
  assert.deepEqual(intervalOf(0, 100), [0, 0.036993])
  assert.deepEqual(Math.round(widestOf(100)), 10)
})
