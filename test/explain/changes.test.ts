/** What became of symbols from one pass to the next, and the one line on it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../src/dialect/resolve.js'
import { type Change, changesBetween } from '../../src/explain/changes.js'
import { differingTables, sizeNotice } from '../../src/explain/notice.js'
import { generate, type OriginalOptions, type StableOptions } from '../../src/pipeline.js'
import { latin1 } from '../support/table.js'

const TEXT = ['1000 T _text', '1000 T _stext', '1010 t work', '1020 t work', '1100 T _etext']
const INIT = ['3000 T _sinittext', '3010 t init', '3100 T _einittext']

function map(...lines: readonly string[][]): Buffer {
  return latin1(`${lines.flat().join('\n')}\n`)
}

function changes(before: Buffer, after: Buffer, options: OriginalOptions = {}, kernel = '5.4'): Change[] {
  const { dialect } = findRelease(kernel)
  return changesBetween({ map: before, dialect, options }, { map: after, dialect, options })
}

test('nothing, where only addresses and order differ', () => {
  const before = map(TEXT, ['2000 R a', '2000 R b'], INIT)
  const after = map(TEXT, ['2008 R b', '2010 R a'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), [])
})

test('letters, also of one among several symbols of a name', () => {
  const before = map(TEXT, ['2000 D edge', '2000 d edge', '2000 A gone'], INIT)
  const after = map(TEXT.with(3, '1020 T work'), ['2000 R edge', '2000 d edge'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), [
    { kind: 'type', name: 'edge', before: 'D', after: 'R' },
    { kind: 'type', name: 'work', before: 't', after: 'T' },
  ])
})

test('membership: the map has it, and its place lets it in or not', () => {
  const before = map(TEXT, ['2ff0 R border'], INIT)
  const after = map(TEXT, ['3000 R border'], INIT)
  assert.deepEqual(changes(before, after), [
    { kind: 'joined', name: 'border', letter: 'R', reason: 'membership' },
  ])
  assert.deepEqual(changes(after, before), [
    { kind: 'left', name: 'border', letter: 'R', reason: 'membership' },
  ])
})

test('membership: the letter lets it in or not', () => {
  const before = map(TEXT, ['2000 A edge'], INIT)
  const after = map(TEXT, ['2000 R edge'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), [
    { kind: 'joined', name: 'edge', letter: 'R', reason: 'membership' },
  ])
})

test('presence: the other map does not have it, though perhaps others of its name', () => {
  const before = map(TEXT, INIT)
  const after = map(TEXT.slice(0, 3), ['1030 t stub'], TEXT.slice(4), INIT)
  assert.deepEqual(changes(before, after), [
    { kind: 'joined', name: 'stub', letter: 't', reason: 'presence' },
    { kind: 'left', name: 'work', letter: 't', reason: 'presence' },
  ])
  // One of two is out of the map, and one out of the text.
  const three = map(TEXT.slice(0, 4), ['1030 t work', '1100 T _etext'], INIT)
  const moved = map(TEXT.slice(0, 3), ['1100 T _etext', '2000 t work'], INIT)
  assert.deepEqual(changes(three, moved), [
    { kind: 'left', name: 'work', letter: 't', reason: 'presence' },
    { kind: 'left', name: 'work', letter: 't', reason: 'membership' },
  ])
})

test('names are bytes', () => {
  const before = map(TEXT, INIT)
  const after = map(TEXT, ['1100 t \xe9\xff'], INIT)
  const [change] = changes(before, after, { allSymbols: true })
  assert.deepEqual(change, { kind: 'joined', name: '\xe9\xff', letter: 't', reason: 'presence' })
})

test('sizes differ where what is behind moves, and alignment alone moves nothing', () => {
  const pass = (names: number, padding: number, last: number): Parameters<typeof differingTables>[0] => ({
    pass: 1,
    alignment: 8,
    options: {},
    tables: [
      { label: 'kallsyms_names', bytes: names, padding },
      { label: 'kallsyms_token_index', bytes: last, padding: 0 },
    ],
  })
  assert.deepEqual(differingTables(pass(61, 0, 512), pass(64, 0, 512)), [])
  assert.deepEqual(differingTables(pass(61, 10, 512), pass(64, 7, 512)), [])
  assert.deepEqual(differingTables(pass(64, 0, 512), pass(65, 0, 512)), [
    { label: 'kallsyms_names', before: 64, after: 72 },
  ])
  // Of what is behind the last table nothing is known.
  assert.deepEqual(differingTables(pass(64, 0, 512), pass(64, 0, 510)), [
    { label: 'kallsyms_token_index', before: 512, after: 510 },
  ])
})

test('the line names the table, the sizes, and the first cause', () => {
  const { dialect } = findRelease('5.4')
  const notice = (before: Buffer, after: Buffer, options: OriginalOptions & StableOptions): string => {
    const passes = [before, after].map((bytes, i) => {
      const { tables, alignment } = generate(bytes, { dialect, ...options })
      return { pass: i + 1, tables, alignment, options }
    }) as [Parameters<typeof sizeNotice>[0], Parameters<typeof sizeNotice>[1]]
    const differing = differingTables(...passes)
    return sizeNotice(...passes, differing, changes(before, after, options))
  }
  const edges = Array.from(
    { length: 40 },
    (_, i) => `2${(16 * i).toString(16).padStart(3, '0')} D __start_${i * 7919}`,
  )
  const flipped = edges.map((line, i) => (i % 2 === 0 ? line.replace('D', 'P') : line))
  assert.match(
    notice(map(TEXT, edges, INIT), map(TEXT, flipped, INIT), { allSymbols: true }),
    /^kallsyms_\w+ is \d+ bytes large in pass 2, and was \d+ in pass 1( \(.*\))?: __start_0 has changed its type letter from D to P, and 19 more like it$/,
  )
  // With letters apart from names they are no cause.
  const joined = [...flipped, '2f00 R a_new_one', '2f10 R another_new_one']
  assert.match(
    notice(map(TEXT, edges, INIT), map(TEXT, joined, INIT), { allSymbols: true, stabilise: 'literal' }),
    /: a_new_one has come into the table, which the image before did not have, and 1 more like it$/,
  )
})
