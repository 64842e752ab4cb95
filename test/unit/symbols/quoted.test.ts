/** Untrusted bytes in messages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escaped, printable, printableLines, quoted } from '../../../src/symbols/quoted.js'

test('printable ASCII stays, all other bytes are escaped', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const text = escaped(all)
  assert.match(text, /^[ -~]+$/)
  assert.ok(text.startsWith('\\x00\\x01'))
  assert.ok(text.includes('\\x08\\t\\n\\x0b'))
  assert.ok(text.includes('\\x1b\\x1c\\x1d\\x1e\\x1f !"#'))
  assert.ok(text.includes('YZ[\\\\]^_'))
  assert.ok(text.includes('}~\\x7f\\x80'))
  assert.ok(text.endsWith('\\xfe\\xff'))
  assert.equal(escaped('caf\xe9\x1b[31m'), 'caf\\xe9\\x1b[31m')
})

test('a text of more than 60 bytes is cut', () => {
  const sixty = 'a'.repeat(60)
  assert.equal(quoted(sixty), `"${sixty}"`)
  assert.equal(quoted(`${sixty}b`), `"${sixty}…"`)
  assert.equal(quoted(Buffer.from(`${sixty}b`)), `"${sixty}…"`)
  // Bytes are counted before they are escaped.
  assert.equal(quoted('\n'.repeat(60)), `"${'\\n'.repeat(60)}"`)
  assert.equal(quoted(new Uint8Array(0)), '""')
})

test('a part of a larger buffer', () => {
  assert.equal(quoted(Buffer.from('0123456789').subarray(3, 5)), '"34"')
})

test('names keep their bytes, but for control characters', () => {
  assert.equal(printable('caf\xe9_\xff\\'), 'caf\xe9_\xff\\')
  assert.equal(printable('a\x1b[31m\n\x7f\x9b'), 'a\\x1b[31m\\n\\x7f\\x9b')
})

test('what turns the direction of text around is escaped too', () => {
  assert.equal(printable('a\u202eb\u2066c\u200fd'), 'a\\u202eb\\u2066c\\u200fd')
  assert.equal(printableLines('a\u202e\tb\n\x1b'), 'a\\u202e\tb\n\\x1b')
  // Other letters than those of ASCII are nobody's command.
  assert.equal(printable('\u00fc\u4e2d'), '\u00fc\u4e2d')
})
