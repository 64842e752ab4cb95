/** Maps that are read line by line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Listing, ListingReader } from '../../../src/nm/listing.js'
import { symbolsOf } from '../../support/table.js'

function read(...lines: readonly string[]): Listing {
  const reader = new ListingReader({ limit: 8, operator: '>=', word: '>=' })
  for (const line of lines) reader.add(line)
  return reader.finish()
}

test('symbols, with the width of their addresses', () => {
  const { table, wordBytes } = read('c0008000 T _text', 'c0008010 t a b\r')
  assert.deepEqual(symbolsOf(table), ['c0008000 T _text', 'c0008010 t a b'])
  assert.equal(wordBytes, 4)
  assert.equal(read('ffffffff81000000 T _text').wordBytes, 8)
  assert.equal(read().wordBytes, null)
})

test('undefined symbols have no address and are not in the table', () => {
  const { table } = read('                 U undef', '         w weak', '', 'c0008000 T _text')
  assert.deepEqual(symbolsOf(table), ['c0008000 T _text'])
})

test('the types that occur, whatever becomes of the symbols', () => {
  const { types } = read(
    '                 U undef',
    'c0008000 T _text',
    'c0008004 T again',
    'c0008008 a too_long_a_name',
  )
  assert.deepEqual([...types].sort(), ['T', 'U', 'a'])
  assert.deepEqual([...read().types], [])
})

test('names that are too long are listed', () => {
  const { table, tooLong } = read('c0008000 T seven77', 'c0008004 T eight888', 'c0008008 T ok')
  assert.deepEqual(symbolsOf(table), ['c0008000 T seven77', 'c0008008 T ok'])
  assert.deepEqual(tooLong, ['eight888'])
})

test('a line that nm does not print is an error with its number', () => {
  const wrong = (...lines: string[]): void => {
    const bad = lines.at(-1) as string
    assert.throws(
      () => read('c0008000 T _text', ...lines),
      { code: 'bad-input', where: { line: 1 + lines.length } },
      bad,
    )
  }
  wrong('nonsense')
  wrong('c0008004 T')
  wrong('c0008004  T name')
  wrong('c000800 T name')
  wrong('c0008004 t fine', '               X name')
  assert.throws(() => read('\x1b[2J'), /^KallsymsError: "\\x1b\[2J" is not "ADDRESS TYPE NAME"/)
})
