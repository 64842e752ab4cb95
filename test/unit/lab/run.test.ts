/** Runs of the lab: figures do not depend on the number of threads; stopped runs; reports. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultsAsHtml } from '../../../src/lab/report/html.js'
import { resultsAsMarkdown } from '../../../src/lab/report/markdown.js'
import { figureRows } from '../../../src/lab/report/report-rows.js'
import type { Results } from '../../../src/lab/results/results.js'
import { runLab } from '../../../src/lab/run/run.js'
import { share } from '../../../src/report/numbers.js'
import { labRequest, PROPOSALS } from '../../support/lab-request.js'
import { ALL, NOT_IN_SAMPLE } from '../../support/sizes.js'

/** Symbols that the C tool of 6.12 writes for the map. */
const SYMBOLS = 42

let cached: Promise<Results> | undefined
function results(): Promise<Results> {
  cached ??= runLab(labRequest({ jobs: 1 }))
  return cached
}

test('the results with one thread and with three are equal', { skip: NOT_IN_SAMPLE }, async () => {
  const [one, three] = [await results(), await runLab(labRequest({ jobs: 3 }))]
  assert.equal(JSON.stringify(three), JSON.stringify(one))
  assert.equal(one.isComplete, true)
  assert.ok(one.figures.every(({ size, stability }) => size && stability?.trials === 15))
})

test('another seed gives other figures', { skip: NOT_IN_SAMPLE }, async () => {
  const parameters = { ...labRequest().parameters, seed: 5 }
  const { figures } = await runLab(labRequest({ parameters, sources: [{ builtIn: 'exact' }] }))
  const [exact] = (await results()).figures
  assert.equal(figures[0]?.proposal, exact?.proposal)
  assert.deepEqual(figures[0]?.size, exact?.size)
  assert.notDeepEqual(figures[0]?.stability, exact?.stability)
})

test('times do not change other results', { skip: NOT_IN_SAMPLE }, async () => {
  const names = ALL ? PROPOSALS : ['exact', 'stem']
  const parameters = { ...labRequest().parameters, runs: 1 }
  const sources = names.map(builtIn => ({ builtIn }))
  const { times, ...rest } = await runLab(labRequest({ parameters, sources }))
  const { times: none, ...bare } = await results()
  assert.deepEqual(none, [])
  assert.equal(times.length, names.length)
  for (const { proposal, input: _, ...steps } of times) {
    for (const timing of Object.values(steps)) assert.ok(timing && timing.median > 0, proposal)
  }
  assert.deepEqual(rest, {
    ...bare,
    parameters,
    proposals: bare.proposals.filter(({ name }) => names.includes(name)),
    figures: bare.figures.filter(({ proposal }) => names.includes(proposal)),
  })
})

test('a run that is stopped returns the results so far', async () => {
  const stop = new AbortController()
  let steps = 0
  const onWork = (): void => {
    if (++steps === 10) stop.abort()
  }
  const stopped = await runLab(labRequest({ jobs: 1, signal: stop.signal, onWork }))
  assert.equal(stopped.isComplete, false)
  assert.ok(stopped.figures.some(({ size }) => size !== null))
  assert.ok(stopped.figures.some(({ stability }) => stability === null))
  assert.match(resultsAsMarkdown(stopped), /^\*\*incomplete/)
  assert.match(resultsAsHtml(stopped), /incomplete: the run was stopped/)
  // The first task with trials of three proposals: the same trials of each.
  assert.deepEqual(
    stopped.figures.map(({ stability }) => stability?.trials ?? 0),
    [12, 12, 12, 0, 0, 0],
  )
  assert.match(resultsAsMarkdown(stopped), /^\| proposal \| trials \| bytes .*\n.*\n\| exact \| 12 \|/m)
})

test('Markdown has a row per proposal', { skip: NOT_IN_SAMPLE }, async () => {
  const lines = resultsAsMarkdown(await results()).split('\n')
  assert.equal(lines[0], `random \\<1\\>: ${SYMBOLS} symbols; kernel 6.12, --all-symbols:`)
  assert.equal(lines.filter(line => /^\| proposal \|/.test(line)).length, 1)
  assert.equal(
    lines.filter(line => PROPOSALS.some(name => line.startsWith(`| ${name} |`))).length,
    PROPOSALS.length,
  )
})

test('tables that no decoder reads', async () => {
  const { figures, ...rest } = await results()
  const decoding = { kernel: 'fails', text: 'no', letters: 0, needed: 'fails', neededText: 'no' } as const
  const broken: Results = { ...rest, figures: figures.map(each => ({ ...each, decoding })) }
  const cells = figureRows(broken, 'random <1>').map(row => row[row.length - 10])
  // Two of them declare a decoder of their own.
  assert.deepEqual(cells, ['kernel decoder', 'no', 'no', 'no', 'no, own fails', 'no', 'no, own fails'])
  assert.equal(resultsAsHtml(broken).match(/no decoder<\/title>/g)?.length, PROPOSALS.length)
  assert.doesNotMatch(resultsAsHtml(await results()), /no decoder<\/title>/)
})

test('only shares of none and of all are shown as 0 and 100 %', () => {
  assert.deepEqual(
    [share(1, 3000), share(2999, 3000), share(0, 5), share(5, 5), share(1, 3)],
    ['0.03 %', '99.97 %', '0.0 %', '100.0 %', '33.3 %'],
  )
  assert.deepEqual(
    [share(1, 300_000), share(299_999, 300_000), share(2, 10_000)],
    ['< 0.01 %', '> 99.99 %', '0.02 %'],
  )
})
