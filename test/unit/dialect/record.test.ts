/** Dialects kept as JSON: what was printed is read back, and nothing else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord, readRecord } from '../../../src/dialect/record.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { KallsymsError } from '../../../src/errors.js'

const NEWEST = RELEASES.at(-1)?.dialect as object

test('every dialect of the table survives a round trip', () => {
  for (const { dialect } of [...RELEASES, ...VARIANTS]) {
    const json = JSON.stringify({ chosenBy: 'a test', dialect })
    assert.ok(isRecord(json))
    assert.deepEqual(readRecord(json), { dialect, chosenBy: 'a test' })
  }
})

function refused(kept: unknown): string {
  try {
    readRecord(typeof kept === 'string' ? kept : JSON.stringify(kept))
  } catch (error) {
    assert.ok(error instanceof KallsymsError && error.code === 'unknown-kernel')
    return error.message
  }
  return 'taken'
}

test('each field is checked', () => {
  for (const field of Object.keys(NEWEST)) {
    assert.match(
      refused({ dialect: { ...NEWEST, [field]: 7.5 } }),
      new RegExp(`value for "${field}": 7\\.5`),
      field,
    )
    assert.match(
      refused({ dialect: { ...NEWEST, [field]: undefined } }),
      new RegExp(`value for "${field}"`),
      field,
    )
  }
})

test('an invalid record is an error with the reason', () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    ['{', /is not JSON/],
    ['null', /does not contain a dialect/],
    [[], /does not contain a dialect/],
    [{ dialect: 'newest' }, /does not contain a dialect/],
    [{ dialect: { ...NEWEST, colour: 'red' } }, /has an unknown field "colour"/],
    [{ dialect: { ...NEWEST, options: ['all-symbols', 'none'] } }, /value for "options"/],
    [{ dialect: { ...NEWEST, ranges: [{ start: '_stext', end: '_etext' }] } }, /value for "ranges"/],
    [{ dialect: { ...NEWEST, grammar: 'words', wordWidth: null } }, /grammar "words" without a "wordWidth"/],
    // No name would be left.
    [
      { dialect: { ...NEWEST, ignored: { names: [], prefixes: [], suffixes: [], substrings: [''] } } },
      /value for "ignored"/,
    ],
    [{ dialect: { ...NEWEST, droppedPrefixes: [''] } }, /value for "droppedPrefixes"/],
    [{ dialect: { ...NEWEST, wordWidth: 0 } }, /value for "wordWidth": 0/],
    [
      { dialect: { ...NEWEST, comments: { offsets: true, names: true, seqs: true, more: true } } },
      /value for "comments"/,
    ],
  ]
  for (const [kept, reason] of cases) assert.match(refused(kept), reason)
})
