/** The page of an explanation, as text: pages in a browser are tested in test/system/pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explanationAsHtml } from '../../../src/explain/html.js'
import type { PagePart } from '../../../src/explain/page-part.js'
import { explained } from '../../support/explained.js'
import { readGolden } from '../../support/golden.js'
import { ALL, sampled } from '../../support/sizes.js'

const PASSES = ['inputs/arm2012-pass1.nm', 'inputs/arm2012-pass2.nm'].map(name =>
  readGolden(name).toString('latin1').trimEnd().split('\n'),
)
const EXPLANATION = explained([...PASSES, PASSES[0] as string[]], {
  kernel: '3.3',
  options: { allSymbols: true },
})

test('the data of the page is that of --json', () => {
  const page = explanationAsHtml(EXPLANATION)
  const data = /<script type="application\/json" id="explanation">(.*)<\/script>\n<script>/s.exec(page)?.[1]
  const { leftOut, ...all } = JSON.parse(data ?? '')
  assert.deepEqual(all, JSON.parse(JSON.stringify(EXPLANATION)))
  assert.deepEqual(leftOut, { symbols: 0, moved: 0 })
})

/** As many with the longest names are more than 5 MB in the sample too. */
const SYMBOLS = ALL ? 30_000 : 10_000

const NAMES: readonly (readonly [what: string, name: string])[] = [
  ['short names', 'f'],
  ['names of markup', '<&>'.repeat(165)],
  ['the longest names', 'long'.repeat(125)],
  ['names of foreign bytes', '\u00ff'.repeat(500)],
]
for (const [what, name] of sampled(NAMES, 4, 3)) {
  test(`a page stays below 5 MB, with ${what}`, () => {
    const pass = (letter: string): string[] =>
      Array.from({ length: SYMBOLS }, (_, i) => `${(0x1000 + i).toString(16)} ${letter} ${name}${i}`)
    const explanation = explained([pass('t'), pass('T'), pass('t')], {
      kernel: '6.12',
      options: { allSymbols: true },
    })
    const page = explanationAsHtml(explanation)
    assert.ok(Buffer.byteLength(page) < 5_000_000, `${Buffer.byteLength(page)} bytes`)
    const data = /<script type="application\/json" id="explanation">(.*)<\/script>\n<script>/s.exec(page)?.[1]
    const { leftOut, steps } = JSON.parse(data ?? '') as PagePart
    const listed = steps.flatMap(({ causes }) => causes.flatMap(({ symbols }) => symbols)).length
    assert.ok(listed >= 100)
    assert.equal(leftOut.symbols, 2 * SYMBOLS - listed)
    assert.equal(page.match(/<td>types<\/td>/g)?.length, listed)
    const more = new RegExp(
      `<output>\\d+ of ${SYMBOLS}</output>; \\d+ more are left out here, --json prints all`,
    )
    assert.match(page, more)
  })
}
