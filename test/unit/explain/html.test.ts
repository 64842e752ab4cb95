/** The page of an explanation, as text: pages in a browser are tested in test/system/pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explanationAsHtml } from '../../../src/explain/html.js'
import { explained } from '../../support/explained.js'
import { readGolden } from '../../support/golden.js'

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
  assert.deepEqual(JSON.parse(data ?? ''), JSON.parse(JSON.stringify(EXPLANATION)))
})
