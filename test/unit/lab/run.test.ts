/** Runs: the same figures whoever does the work, stopped ones, real links, and the page in a browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { resultsAsHtml } from '../../../src/lab/report/html.js'
import { resultsAsMarkdown } from '../../../src/lab/report/markdown.js'
import { tableOf } from '../../../src/lab/report/report-rows.js'
import type { Results } from '../../../src/lab/results/results.js'
import { type LabRequest, runLab } from '../../../src/lab/run/run.js'
import { share } from '../../../src/report/numbers.js'
import { readGolden } from '../../reference/golden/golden.js'
import { NO_BROWSER, resultIn } from '../../support/browser.js'
import { temporaryFolder } from '../../support/run.js'

/** The C tool of 6.12 writes so many into the table of the map. */
const SYMBOLS = 42

const NAMES = ['exact', 'literal', 'stable', 'letters-apart', 'frozen', 'stem']

function request(some: Partial<LabRequest> = {}): LabRequest {
  return {
    worker: new URL('../../../src/lab/run/worker.js', import.meta.url),
    sources: NAMES.map(builtIn => ({ builtIn })),
    inputs: [
      {
        name: 'random <1>',
        kernel: '6.12',
        map: readGolden('inputs/random-1.nm'),
        options: { dialect: findRelease('6.12').dialect, allSymbols: true },
      },
    ],
    parameters: { seed: 4, trials: 15, flipping: 8, symbols: 40, mostPasses: 8, runs: 0 },
    ...some,
  }
}

let cached: Promise<Results> | undefined
function results(): Promise<Results> {
  cached ??= runLab(request({ jobs: 1 }))
  return cached
}

test('one thread and three find the same, to the byte', async () => {
  const [one, three] = [await results(), await runLab(request({ jobs: 3 }))]
  assert.equal(JSON.stringify(three), JSON.stringify(one))
  assert.equal(one.isComplete, true)
  assert.ok(one.figures.every(({ size, stability }) => size && stability?.trials === 15))
})

test('another seed finds something else', async () => {
  const parameters = { ...request().parameters, seed: 5 }
  const other = await runLab(request({ parameters }))
  assert.notDeepEqual(other.figures, (await results()).figures)
})

test('times are apart', async () => {
  const parameters = { ...request().parameters, runs: 1 }
  const { times, ...rest } = await runLab(request({ parameters }))
  const { times: none, ...bare } = await results()
  assert.deepEqual(none, [])
  assert.equal(times.length, NAMES.length)
  for (const { proposal, input: _, ...steps } of times) {
    for (const timing of Object.values(steps)) assert.ok(timing && timing.median > 0, proposal)
  }
  assert.deepEqual({ ...rest, parameters: null }, { ...bare, parameters: null })
})

test('a run that is stopped has what was done by then', async () => {
  const stop = new AbortController()
  let steps = 0
  const onWork = (): void => {
    if (++steps === 10) stop.abort()
  }
  const stopped = await runLab(request({ jobs: 1, signal: stop.signal, onWork }))
  assert.equal(stopped.isComplete, false)
  assert.ok(stopped.figures.some(({ size }) => size !== null))
  assert.ok(stopped.figures.some(({ stability }) => stability === null))
  assert.match(resultsAsMarkdown(stopped), /^\*\*incomplete/)
  assert.match(resultsAsHtml(stopped), /incomplete: the run was stopped/)
  // The first trials of some proposals; whoever has any has the same.
  assert.deepEqual(
    stopped.figures.map(({ stability }) => stability?.trials ?? 0),
    [12, 12, 12, 0, 0, 0],
  )
  assert.match(resultsAsMarkdown(stopped), /^\| proposal \| trials \| bytes .*\n.*\n\| exact \| 12 \|/m)
})

test('real links', { skip: missingFrom(X86_64_LD) ?? false }, async () => {
  const { links } = await runLab(
    request({
      sources: ['exact', 'stable', 'letters-apart'].map(builtIn => ({ builtIn })),
      parameters: { ...request().parameters, trials: 1 },
      links: { toolchains: ['x86-64'], paddings: 2, mostPasses: 6 },
    }),
  )
  const stable = links?.filter(({ proposal }) => proposal === 'stable')
  assert.deepEqual(
    stable?.map(({ layout, tried, builds, standard }) => [layout, tried, builds, standard]),
    [
      ['type-flip', 2, 2, 2],
      ['membership-flip', 2, 2, 2],
      ['membership-ends', 2, 2, 2],
    ],
  )
  assert.ok(links?.filter(({ proposal }) => proposal === 'letters-apart').every(({ settled }) => settled > 0))
})

test('Markdown: one line a proposal', async () => {
  const lines = resultsAsMarkdown(await results()).split('\n')
  assert.equal(lines[0], `random \\<1\\>: ${SYMBOLS} symbols; kernel 6.12, --all-symbols:`)
  assert.equal(lines.filter(line => /^\| proposal \|/.test(line)).length, 1)
  assert.equal(lines.filter(line => NAMES.some(name => line.startsWith(`| ${name} |`))).length, NAMES.length)
})

test('tables that nobody reads', async () => {
  const { figures, ...rest } = await results()
  const decoding = { kernel: 'fails', text: 'no', letters: 0, needed: 'fails', neededText: 'no' } as const
  const broken: Results = { ...rest, figures: figures.map(each => ({ ...each, decoding })) }
  const cells = tableOf(broken, 'random <1>').map(row => row[row.length - 10])
  // Of those that need the kernel's decoder there is no other.
  assert.deepEqual(cells, ['kernel decoder', 'no', 'no', 'no', 'no, nor its own', 'no', 'no, nor its own'])
  assert.equal(resultsAsHtml(broken).match(/nobody reads it<\/title>/g)?.length, NAMES.length)
  assert.doesNotMatch(resultsAsHtml(await results()), /nobody reads it<\/title>/)
})

test('shares that are not all and not none never look so', () => {
  assert.deepEqual(
    [share(1, 3000), share(2999, 3000), share(0, 5), share(5, 5), share(1, 3)],
    ['0.03 %', '99.97 %', '0.0 %', '100.0 %', '33.3 %'],
  )
  assert.deepEqual(
    [share(1, 300_000), share(299_999, 300_000), share(2, 10_000)],
    ['< 0.01 %', '> 99.99 %', '0.02 %'],
  )
})

test('the page: plots are drawn inside, labels do not overlap', { skip: NO_BROWSER }, async t => {
  const found = resultIn(
    temporaryFolder(t),
    resultsAsHtml(await results()),
    `
    const box = element => element.getBoundingClientRect()
    const inside = (outer, inner) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1
    const svgs = [...document.querySelectorAll('svg')]
    const labels = [...document.querySelectorAll('.scatter .label')].map(box)
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom
    const bars = [...document.querySelectorAll('.passes .part')]
    const rows = new Map()
    for (const bar of bars) rows.set(bar.y.baseVal.value, (rows.get(bar.y.baseVal.value) ?? 0) + bar.width.baseVal.value)
    return {
      plots: svgs.map(svg => [svg.getAttribute('class'), box(svg).width > 300 && box(svg).height > 100]),
      points: document.querySelectorAll('.scatter .point').length,
      labels: labels.length,
      overlaps: labels.filter((a, i) => labels.some((b, j) => i < j && meet(a, b))).length,
      outside: svgs.flatMap(svg => [...svg.querySelectorAll('text, circle, rect')].filter(each => !inside(box(svg), box(each)))).map(each => each.textContent),
      rows: [...rows.values()].map(width => Math.round(width)),
      hasBars: document.querySelectorAll('.changes .bar').length > 3,
      heading: document.querySelectorAll('h2')[1].textContent.startsWith('random <1>: '),
      scripts: [...document.scripts].filter(({ type }) => type === 'application/json').length,
      links: document.querySelectorAll('[src], link, img').length,
      data: JSON.parse(document.getElementById('results').textContent).schema,
    }`,
  )
  assert.deepEqual(found, {
    plots: [
      ['scatter', true],
      ['passes', true],
      ['changes', true],
    ],
    points: NAMES.length,
    labels: NAMES.length,
    overlaps: 0,
    outside: [],
    // Each bar is a whole.
    rows: NAMES.map(() => 780),
    hasBars: true,
    heading: true,
    scripts: 1,
    links: 0,
    data: 'kallsyms-lab/1',
  })
})
