/** The page of a run of the lab in a browser without a network. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultsAsHtml } from '../../../src/lab/report/html.js'
import { runLab } from '../../../src/lab/run/run.js'
import { NO_BROWSER, resultIn } from '../../support/browser.js'
import { labRequest, PROPOSALS } from '../../support/lab-request.js'
import { temporaryFolder } from '../../support/run.js'

test('plots are drawn inside, labels do not overlap', { skip: NO_BROWSER }, async t => {
  const found = resultIn(
    temporaryFolder(t),
    resultsAsHtml(await runLab(labRequest({ jobs: 1 }))),
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
    points: PROPOSALS.length,
    labels: PROPOSALS.length,
    overlaps: 0,
    outside: [],
    // All bars have the full width.
    rows: PROPOSALS.map(() => 780),
    hasBars: true,
    heading: true,
    scripts: 1,
    links: 0,
    data: 'kallsyms-lab/1',
  })
})
