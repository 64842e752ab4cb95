/** What reports share: numbers, columns, names of options, pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../../src/report/escape-html.js'
import { grouped, signed, signedPercent } from '../../../src/report/numbers.js'
import { optionName } from '../../../src/report/option-name.js'
import { pageData } from '../../../src/report/page.js'
import { aligned } from '../../../src/report/terminal.js'

test('signs', () => {
  assert.deepEqual([12, -3, 0].map(signed), ['+12', '-3', '0'])
  assert.deepEqual([1.5, -0.126, -0.001].map(signedPercent), ['+1.50 %', '-0.13 %', '0.00 %'])
})

test('thousands', () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(grouped), ['0', '999', '1,000', '1,234,567'])
})

test('columns', () => {
  const rows = [
    ['bytes', 'pass 1', 'change'],
    ['kallsyms_names', '123', '+4'],
  ]
  assert.deepEqual(aligned(rows), ['bytes           pass 1  change', 'kallsyms_names     123      +4'])
})

test('option names', () => {
  assert.deepEqual(['stable', 'allSymbols', 'baseRelative'].map(optionName), [
    '--stable',
    '--all-symbols',
    '--base-relative',
  ])
})

test('text in a page is not interpreted as markup', () => {
  assert.equal(html('<a title="x">&'), '&lt;a title=&quot;x&quot;&gt;&amp;')
  const data = { text: '</script><b>' }
  const element = pageData('data', data)
  assert.equal(element.indexOf('</script>'), element.length - '</script>'.length)
  assert.deepEqual(JSON.parse(element.slice(element.indexOf('>') + 1, -'</script>'.length)), data)
})
