/** The changes of symbols from one pass to the next. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { changesBetween, symbolsOfPass } from '../../../src/explain/changes.js'
import type { OriginalOptions } from '../../../src/generate/options.js'
import { parse } from '../../../src/nm/parse.js'
import { latin1 } from '../../support/table.js'

const TEXT = ['1000 T _text', '1000 T _stext', '1010 t work', '1020 t work', '1100 T _etext']
const INIT = ['3000 T _sinittext', '3010 t init', '3100 T _einittext']

function map(...lines: readonly string[][]): Buffer {
  return latin1(`${lines.flat().join('\n')}\n`)
}

function between(
  before: Buffer,
  after: Buffer,
  options: OriginalOptions = {},
): ReturnType<typeof changesBetween> {
  const { dialect } = findRelease('5.4')
  const symbols = (bytes: Buffer): ReturnType<typeof symbolsOfPass> =>
    symbolsOfPass(
      parse(bytes, dialect, () => {}),
      dialect,
      options,
    )
  return changesBetween(symbols(before), symbols(after))
}

/** Changes in short: `KIND NAME LETTER@ADDRESS > LETTER@ADDRESS`, `-` where a map has no such symbol, `()` where its table has not. */
function changes(before: Buffer, after: Buffer, options: OriginalOptions = {}): string[] {
  return between(before, after, options).map(({ kind, name, ...sides }) => {
    const [old, now] = [sides.before, sides.after].map(side => {
      if (side === null) return '-'
      const place = `${side.letter}@${side.address.low.toString(16)}`
      return side.kept < 0 ? `(${place})` : place
    })
    return `${kind} ${name} ${old} > ${now}`
  })
}

test('no change if only addresses and order differ', () => {
  const before = map(TEXT, ['2000 R a', '2000 R b'], INIT)
  const after = map(TEXT, ['2008 R b', '2010 R a'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), [])
})

test('type letters, also of one of several symbols with the same name', () => {
  const before = map(TEXT, ['2000 D edge', '2000 d edge', '2000 A gone'], INIT)
  const after = map(TEXT.with(3, '1020 T work'), ['2000 R edge', '2000 d edge'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), [
    'type work t@1020 > T@1020',
    'type edge D@2000 > R@2000',
  ])
})

test('membership by address: a symbol of both maps is in one table only', () => {
  const before = map(TEXT, ['2ff0 R border'], INIT)
  const after = map(TEXT, ['3000 R border'], INIT)
  assert.deepEqual(changes(before, after), ['joined border (R@2ff0) > R@3000'])
  assert.deepEqual(changes(after, before), ['left border R@3000 > (R@2ff0)'])
})

test('membership by type: a symbol of both maps is in one table only', () => {
  const before = map(TEXT, ['2000 A edge'], INIT)
  const after = map(TEXT, ['2000 R edge'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), ['joined edge (A@2000) > R@2000'])
})

test('presence: a symbol is in one map only, even if the other has one of the same name', () => {
  const before = map(TEXT, INIT)
  const after = map(TEXT.slice(0, 3), ['1030 t stub'], TEXT.slice(4), INIT)
  assert.deepEqual(changes(before, after), ['joined stub - > t@1030', 'left work t@1020 > -'])
  // One of the two is not in the map, and one not in the text range.
  const three = map(TEXT.slice(0, 4), ['1030 t work', '1100 T _etext'], INIT)
  const moved = map(TEXT.slice(0, 3), ['1100 T _etext', '2000 t work'], INIT)
  assert.deepEqual(changes(three, moved), ['left work t@1020 > (t@2000)', 'left work t@1030 > -'])
})

test('names are bytes', () => {
  const before = map(TEXT, INIT)
  const after = map(TEXT, ['1100 t \xe9\xff'], INIT)
  assert.deepEqual(changes(before, after, { allSymbols: true }), ['joined \xe9\xff - > t@1100'])
})
