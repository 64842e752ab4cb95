/** Damaged tables: an error of ours, never a crash, and never bytes from outside of the tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Decoder, decodeAssembly } from '../../../src/decode/decoder.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { latin1 } from '../../support/table.js'
import { dialectOf, MARKERS, nameLines, rawTables, tokenLines, V7 } from './tables.js'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

/** Damage that the constructor detects. */
const UNREADABLE: Readonly<Record<string, readonly [label: string, bytes: Uint8Array | undefined]>> = {
  'no count': ['kallsyms_num_syms', undefined],
  'a short count': ['kallsyms_num_syms', bytes(5, 0, 0)],
  'a count above the size of all tables': ['kallsyms_num_syms', bytes(0xff, 0xff, 0xff, 0xff)],
  'more symbols than names': ['kallsyms_num_syms', bytes(17, 0, 0, 0)],
  'no names': ['kallsyms_names', undefined],
  'no markers': ['kallsyms_markers', bytes()],
  'no offsets': ['kallsyms_offsets', undefined],
  'short offsets': ['kallsyms_offsets', Buffer.alloc(19)],
  'a short base': ['kallsyms_relative_base', bytes(1, 2, 3)],
  'a short order by name': ['kallsyms_seqs_of_names', new Uint8Array(14)],
  'no tokens': ['kallsyms_token_table', undefined],
  'no index': ['kallsyms_token_index', undefined],
  'a short index': ['kallsyms_token_index', Buffer.alloc(511)],
  'an index beyond the table': ['kallsyms_token_index', Buffer.alloc(512, 0xff)],
  'tokens without an end': ['kallsyms_token_table', Buffer.alloc(600, 0x61)],
}

for (const [damage, [label, bytes]] of Object.entries(UNREADABLE)) {
  test(`refused: ${damage}`, () => {
    assert.throws(() => new Decoder(rawTables({ [label]: bytes }), V7), {
      code: 'bad-input',
      message: /damaged/,
    })
  })
}

test('a count of more than 32 bits is refused', () => {
  const tables = rawTables({
    kallsyms_num_syms: bytes(5, 0, 0, 0, 1, 0, 0, 0),
    kallsyms_markers: Buffer.alloc(8),
  })
  assert.throws(() => new Decoder(tables, { dialect: { ...V7.dialect, counter: 'PTR' } }), {
    code: 'bad-input',
  })
})

/** Damage that is detected when a name is read. */
const DAMAGED: Readonly<
  Record<string, readonly [label: string, bytes: Uint8Array, dialect?: Partial<Dialect>]>
> = {
  'a marker after the end of the names': ['kallsyms_markers', bytes(16, 0, 0, 0)],
  'a name without codes': ['kallsyms_names', bytes(0, 1, 1, 1, 1, 1, 1, 1, 1, 1)],
  'a truncated name': ['kallsyms_names', bytes(5, 1, 1, 1, 1)],
  'a truncated length': ['kallsyms_names', bytes(5, 1, 1, 1, 1, 1, 0x81)],
  'a length of two bytes that is 0': ['kallsyms_names', bytes(0x80, 0, 1, 1, 1, 1)],
  'a truncated length after a zero prefix': [
    'kallsyms_names',
    bytes(3, 1, 1, 1, 0, 1),
    { nameLength: 'zero-prefix' },
  ],
  'a length of 0 after a zero prefix': [
    'kallsyms_names',
    bytes(0, 0, 0, 1, 1, 1),
    { nameLength: 'zero-prefix' },
  ],
}

for (const [damage, [label, bytes, dialect]] of Object.entries(DAMAGED)) {
  test(`damaged: ${damage}`, () => {
    const tables = rawTables({ [label]: bytes })
    if (label === 'kallsyms_markers') tables.set('kallsyms_seqs_of_names', new Uint8Array(15))
    const decoder = new Decoder(tables, { dialect: { ...V7.dialect, ...dialect } })
    const error = { code: 'bad-input', message: /damaged/ }
    assert.throws(() => decoder.name(4), error)
    assert.throws(() => decoder.type(4), error)
    assert.throws(() => decoder.findByName(latin1('zz')), error)
    if (label === 'kallsyms_names') assert.throws(() => decoder.symbols(), error)
  })
}

test('damaged: an order by name with too large numbers', () => {
  const decoder = new Decoder(rawTables({ kallsyms_seqs_of_names: Buffer.alloc(15, 5) }), V7)
  assert.throws(() => decoder.findByName(latin1('foo')), { code: 'bad-input', message: /seqs_of_names/ })
})

test('damaged: a name that expands to more than a kernel can have', () => {
  const long = 'x'.repeat(3000)
  const tables =
    'kallsyms_num_syms:\n\t.long 1\n' +
    nameLines(new Array(120).fill(1)) +
    MARKERS +
    tokenLines({ 1: long }) +
    'kallsyms_offsets:\n\t.long 0\n'
  const decoder = decodeAssembly(latin1(tables), { dialect: dialectOf('7.0') })
  for (const ask of [() => decoder.name(0), () => decoder.symbols()])
    assert.throws(ask, { code: 'bad-input', message: /longer/ })
})
