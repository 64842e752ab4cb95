/** The page of an explanation in a browser without a network: plots, sorting, filters. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explanationAsHtml } from '../../../src/explain/html.js'
import { NO_BROWSER, resultIn } from '../../support/browser.js'
import { explained } from '../../support/explained.js'
import { readGolden } from '../../support/golden.js'
import { temporaryFolder } from '../../support/run.js'

const skip = NO_BROWSER

const PASSES = ['inputs/arm2012-pass1.nm', 'inputs/arm2012-pass2.nm'].map(name =>
  readGolden(name).toString('latin1').trimEnd().split('\n'),
)
const EXPLANATION = explained([...PASSES, PASSES[0] as string[]], {
  kernel: '3.3',
  options: { allSymbols: true },
})

test('plots are drawn, tables sort and filter', { skip }, t => {
  const result = resultIn(
    temporaryFolder(t),
    explanationAsHtml(EXPLANATION),
    `
    const box = element => { const { width, height } = element.getBoundingClientRect(); return width > 0 && height > 0 }
    const table = document.querySelector('.symbols')
    const names = () => [...table.tBodies[0].rows].filter(row => !row.hidden).map(row => row.cells[0].textContent)
    const input = document.querySelector('input')
    const search = text => { input.value = text; input.dispatchEvent(new Event('input')); return names() }
    const [nameHead] = table.tHead.rows[0].cells
    const unsorted = names()
    nameHead.querySelector('button').click()
    const ascending = names()
    nameHead.querySelector('button').click()
    const descending = names()
    return {
      plots: [...document.querySelectorAll('svg')].map(svg => [svg.getAttribute('class'), box(svg)]),
      points: document.querySelectorAll('svg.sizes circle').length,
      line: document.querySelector('svg.sizes polyline').getTotalLength() > 100,
      flips: [...document.querySelectorAll('svg.image')].map(svg => svg.querySelectorAll('.flip').length),
      inside: [...document.querySelectorAll('svg circle')].every(circle => circle.cx.baseVal.value >= 0 && circle.cx.baseVal.value <= 1000),
      unsorted: unsorted.length,
      ascending, descending,
      sort: nameHead.getAttribute('aria-sort'),
      filtered: search('CPU_LOAD'),
      count: document.querySelector('output').value,
      nothing: search('no such symbol'),
      all: search('').length,
    }`,
  )
  const sorted = ['__per_cpu_end', '__per_cpu_load', '__per_cpu_start']
  assert.deepEqual(result, {
    plots: [
      ['sizes', true],
      ['image', true],
      ['image', true],
    ],
    points: 3,
    line: true,
    flips: [6, 6],
    inside: true,
    unsorted: 3,
    ascending: sorted,
    descending: sorted.toReversed(),
    sort: 'descending',
    filtered: ['__per_cpu_load'],
    count: '1 of 3',
    nothing: [],
    all: 3,
  })
})

test('names cannot break out of the page', { skip }, t => {
  const evil = [
    `</script><script>window.hurt=1</script>`,
    `"><img/src=x/onerror=window.hurt=1>`,
    `&lt;b&gt;'"`,
  ]
  const lines = (letter: string): string[] => [
    'c0008000 T _text',
    'c0008000 T _stext',
    ...evil.map((name, i) => `c000901${i} ${letter} ${name}`),
    'c0010000 T _etext',
  ]
  const page = explanationAsHtml(explained([lines('t'), lines('T')], { kernel: '6.12' }))
  const result = resultIn(
    temporaryFolder(t),
    page,
    `return {
      hurt: window.hurt === 1,
      images: document.querySelectorAll('img').length,
      names: [...document.querySelectorAll('.symbols tbody tr')].map(row => row.cells[0].textContent),
      data: JSON.parse(document.getElementById('explanation').textContent).steps[0].causes[0].symbols.map(({ name }) => name),
    }`,
  )
  assert.deepEqual(result, { hurt: false, images: 0, names: evil, data: evil })
})
