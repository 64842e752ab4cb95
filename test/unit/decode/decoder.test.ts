/** Small tables, written by hand as assembly or as bytes, and what the kernel reads from them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAssembly } from '../../../src/decode/assembly.js'
import { type DecodeOptions, Decoder, decodeAssembly } from '../../../src/decode/decoder.js'
import { toBigInt } from '../../../src/symbols/address.js'
import { latin1, symbolsOf } from '../../support/table.js'
import { codes, dialectOf, MARKERS, NAMES, nameLines, rawTables, tokenLines, V7 } from './tables.js'

const COUNT = 'kallsyms_num_syms:\n\t.long 5\n'
const SEQS =
  'kallsyms_seqs_of_names:\n\t.byte 0,0,4\n\t.byte 0,0,2\n\t.byte 0,0,1\n\t.byte 0,0,3\n\t.byte 0,0,0\n'

const TEXT = { high: 0xffffffff, low: 0x81000000 }

const decode = (tables: string, options: DecodeOptions): Decoder => decodeAssembly(latin1(tables), options)
const FOUND = ['Tfoo', 'tbar', 'T_x', 'tbar', 'A']
const listed = (addresses: readonly string[]): string[] =>
  addresses.map((address, i) => `${address} ${FOUND[i]?.slice(0, 1)} ${FOUND[i]?.slice(1)}`)

/** The same five symbols with each form of addresses. */
const ADDRESS_FORMS: Readonly<
  Record<string, { version: string; tables: string; options?: Partial<DecodeOptions>; expected: string[] }>
> = {
  'in full, relative to _text and absolute': {
    version: '5.4',
    tables:
      'kallsyms_addresses:\n\tPTR\t0x5\n\tPTR _text - 0x1\n\tPTR\t_text + 0\n\tPTR\t_text + 0x80000000\n\tPTR\t_text + 0x7effffff\n',
    expected: ['5', 'ffffffff80ffffff', 'ffffffff81000000', '1000000', 'ffffffffffffffff'],
  },
  'in full, words of 32 bits': {
    version: '5.4',
    tables:
      'kallsyms_addresses:\n\tPTR\t0x5\n\tPTR _text - 0x1\n\tPTR\t_text + 0\n\tPTR\t_text + 0x10\n\tPTR\t0xffffffff\n',
    options: { wordBytes: 4, text: { high: 0, low: 0xc0000000 } },
    expected: ['5', 'bfffffff', 'c0000000', 'c0000010', 'ffffffff'],
  },
  'from a base': {
    version: '6.17',
    tables:
      'kallsyms_offsets:\n\t.long\t0\n\t.long\t0x10\n\t.long\t0x10\n\t.long\t0x80000000\n\t.long\t0xffffffff\nkallsyms_relative_base:\n\tPTR\t_text - 0x80000000\n',
    expected: ['ffffffff01000000', 'ffffffff01000010', 'ffffffff01000010', 'ffffffff81000000', 'ffffff'],
  },
  'from a base, with absolute ones': {
    version: '6.12',
    tables:
      'kallsyms_offsets:\n\t.long\t0\n\t.long\t0x7fffffff\n\t.long\t0xffffffff\n\t.long\t0xfffffffe\n\t.long\t0x80000000\nkallsyms_relative_base:\n\tPTR\t_text + 0x10\n',
    options: { absolutePercpu: true },
    expected: ['0', '7fffffff', 'ffffffff81000010', 'ffffffff81000011', '100000f'],
  },
  'from a base, wrapping around in words of 32 bits': {
    version: '6.12',
    tables:
      'kallsyms_offsets:\n\t.long\t0\n\t.long\t0x7fffffff\n\t.long\t0xffffffff\n\t.long\t0xfffffffe\n\t.long\t0x80000000\nkallsyms_relative_base:\n\tPTR\t_text + 0x10\n',
    options: { absolutePercpu: true, wordBytes: 4 },
    expected: ['0', '7fffffff', '81000010', '81000011', '100000f'],
  },
  'distances from _text': {
    version: '7.0',
    tables:
      'kallsyms_offsets:\n\t.long\t_text - . + (0)\n\t.long\t_text - . + (-1)\n\t.long\t_text - . + (2147483647)\n\t.long\t_text - . + (-2147483648)\n\t.long\t_text - . + (16)\n',
    expected: ['ffffffff81000000', 'ffffffff80ffffff', 'ffffff', 'ffffffff01000000', 'ffffffff81000010'],
  },
  'lower halves': {
    version: '7.0',
    tables:
      'kallsyms_offsets:\n\t.long\t0\n\t.long\t0x81000000\n\t.long\t0xffffffff\n\t.long\t1\n\t.long\t2\n',
    expected: ['0', '81000000', 'ffffffff', '1', '2'],
  },
}

for (const [form, { version, tables, options, expected }] of Object.entries(ADDRESS_FORMS)) {
  test(`addresses ${form}`, () => {
    const dialect = dialectOf(version)
    const text = COUNT + NAMES + MARKERS + tokenLines() + tables + (dialect.seqs ? SEQS : '')
    for (const bigEndian of [false, true]) {
      const decoder = decode(text, { dialect, text: TEXT, bigEndian, ...options })
      assert.deepEqual(symbolsOf(decoder.symbols()), listed(expected))
      assert.deepEqual(
        expected.map((_, i) => toBigInt(decoder.address(i)).toString(16)),
        expected,
      )
    }
  })
}

test('linked offsets are relative to their own places', () => {
  const at = { high: 0xffffffff, low: 0xfffffffc }
  const offsets = Buffer.alloc(20)
  for (const [i, offset] of [4, -4, -2147483648, 2147483647, 0].entries()) offsets.writeInt32LE(offset, 4 * i)
  const tables = rawTables({ kallsyms_offsets: offsets })
  const decoder = new Decoder(tables, { dialect: dialectOf('7.0'), pcRelative: { to: 'place', address: at } })
  const found = [0, 1, 2, 3, 4].map(i => toBigInt(decoder.address(i)).toString(16))
  assert.deepEqual(found, ['0', 'fffffffffffffffc', 'ffffffff80000004', '80000007', 'c'])
})

test('the type is the first character of the first code, wherever the token ends', () => {
  const decoder = new Decoder(rawTables(), V7)
  assert.deepEqual(
    FOUND.map((_, i) => String.fromCharCode(decoder.type(i))),
    FOUND.map(text => text[0]),
  )
  assert.deepEqual(
    FOUND.map((_, i) => Buffer.from(decoder.name(i)).toString()),
    FOUND.map(text => text.slice(1)),
  )
})

const lookUp = (decoder: Decoder, name: string): number[] => [...decoder.findByName(latin1(name))]

test('names are looked up with and without an order by name', () => {
  for (const tables of [rawTables(), rawTables({ kallsyms_seqs_of_names: undefined })]) {
    const decoder = new Decoder(tables, V7)
    assert.deepEqual(lookUp(decoder, 'foo'), [0])
    assert.deepEqual(lookUp(decoder, 'bar'), [1, 3], 'all of that name')
    assert.deepEqual(lookUp(decoder, '_x'), [2])
    assert.deepEqual(lookUp(decoder, ''), [4], 'a name of no bytes')
    for (const absent of ['fo', 'fooo', 'ba', 'bas', 'Tfoo', 'A', '_', '\xff', 'oo'])
      assert.deepEqual(lookUp(decoder, absent), [], absent)
  }
})

test('a look-up uses the order by name, not the order of symbols', () => {
  const decoder = new Decoder(rawTables({ kallsyms_seqs_of_names: new Uint8Array(15) }), V7)
  assert.deepEqual(lookUp(decoder, 'foo'), [0, 0, 0, 0, 0])
  assert.deepEqual(lookUp(decoder, 'bar'), [])
})

test('where --lto-clang cut names for the order, their rest is compared', () => {
  const names = nameLines(codes('ta.llvm.1'), codes('ta.b'), codes('ta.llvm.2.x'), codes('Ta'), codes('tb.x'))
  const tables = (order: readonly number[]): string =>
    COUNT +
    names +
    MARKERS +
    tokenLines({}) +
    `kallsyms_addresses:\n${'\tPTR\t_text + 0x1\n'.repeat(5)}` +
    `kallsyms_seqs_of_names:\n${order.map(seq => `\t.byte 0x00, 0x00, ${seq}\n`).join('')}`
  // The order by name of these names, by the rules of the dialect.
  const llvm = decode(tables([0, 2, 3, 1, 4]), { dialect: dialectOf('6.5'), ltoClang: true })
  assert.deepEqual(lookUp(llvm, 'a'), [0, 2, 3])
  assert.deepEqual(lookUp(llvm, 'a.b'), [1])
  assert.deepEqual(lookUp(llvm, 'b.x'), [4])
  assert.deepEqual(lookUp(llvm, 'a.llvm.1'), [], 'a symbol is not found by its whole name, as in the kernel')
  const dot = decode(tables([0, 1, 2, 3, 4]), { dialect: dialectOf('6.2'), ltoClang: true })
  assert.deepEqual(lookUp(dot, 'a'), [0, 1, 2, 3])
  assert.deepEqual(lookUp(dot, 'b'), [4])
  const whole = decode(tables([3, 1, 0, 2, 4]), { dialect: dialectOf('6.5') })
  assert.deepEqual(lookUp(whole, 'a'), [3])
  assert.deepEqual(lookUp(whole, 'a.llvm.2.x'), [2])
})

/** Two symbols, in the form of kernels from 4.20 on without an order by name. */
const CUT =
  'kallsyms_num_syms:\n\t.long\t2\n' +
  nameLines(codes('ta.llvm.1'), codes('tb')) +
  MARKERS +
  tokenLines({}) +
  `kallsyms_addresses:\n${'\tPTR\t_text + 0x1\n'.repeat(2)}`

test('a dialect whose tool cuts no names for an order says so', () => {
  for (const kernel of ['4.20', '6.1.20', '6.12', '7.1']) {
    assert.throws(() => decode(CUT, { dialect: dialectOf(kernel), ltoClang: true }), {
      name: 'KallsymsError',
      code: 'usage',
      message: /^this dialect has no --lto-clang: kernels with this option are 6\.1\.60 to before 6\.11; /,
    })
  }
  // Without it, names are found as they are.
  const decoder = decode(CUT, { dialect: dialectOf('6.1.20') })
  assert.deepEqual(lookUp(decoder, 'a'), [])
  assert.deepEqual(lookUp(decoder, 'a.llvm.1'), [0])
  assert.deepEqual(lookUp(decode(CUT, { dialect: dialectOf('6.1.20'), ltoClang: false }), 'b'), [1])
})

test('look-up by address: the first of several symbols, and the next higher address as its end', () => {
  const offsets = [0x10, 0x20, 0x20, 0x20, 0x28]
  const tables = rawTables({ kallsyms_offsets: new Uint8Array(Uint32Array.from(offsets).buffer) })
  const decoder = new Decoder(tables, V7)
  const at = (low: number, high = 0): unknown => {
    const found = decoder.findByAddress({ high, low })
    return found && [found.symbol, toBigInt(found.offset), found.size && toBigInt(found.size)]
  }
  assert.equal(at(0), null)
  assert.equal(at(0xf), null)
  assert.deepEqual(at(0x10), [0, 0n, 16n])
  assert.deepEqual(at(0x1f), [0, 15n, 16n])
  assert.deepEqual(at(0x20), [1, 0n, 8n])
  assert.deepEqual(at(0x27), [1, 7n, 8n])
  assert.deepEqual(at(0x28), [4, 0n, null])
  assert.deepEqual(at(0xffffffff, 0xffffffff), [4, 0xffffffffffffffd7n, null])
  const all = new Decoder(rawTables(), V7)
  assert.deepEqual(all.findByAddress({ high: 0, low: 5 }), {
    symbol: 0,
    offset: { high: 0, low: 5 },
    size: null,
  })
})

test('sizes and offsets across the halves of an address', () => {
  const tables =
    'kallsyms_num_syms:\n\tPTR 2\n' +
    nameLines(codes('Ta'), codes('Tb')) +
    'kallsyms_markers:\n\tPTR 0\n' +
    tokenLines({}) +
    'kallsyms_addresses:\n\tPTR 0xffffffff0\n\tPTR 0x2000000010\n'
  const found = decode(tables, { dialect: dialectOf('4.4') }).findByAddress({ high: 0x10, low: 1 })
  assert.deepEqual(found, {
    symbol: 0,
    offset: { high: 0, low: 0x11 },
    size: { high: 0x10, low: 0x20 },
  })
})

/** A table of `count` names of one letter, except the one at `long`: it has `longCodes` codes, and `length` as its length. */
function longTable(count: number, long: number, length: readonly number[], longCodes: number): string {
  const names: string[] = []
  const markers: number[] = []
  let at = 0
  for (let symbol = 0; symbol < count; symbol++) {
    if (symbol % 256 === 0) markers.push(at)
    const text =
      symbol === long ? [0x54, ...new Array(longCodes - 1).fill(0x78)] : [0x74, 0x61 + (symbol % 26)]
    const bytes = symbol === long ? [...length, ...text] : [2, ...text]
    names.push(`\t.byte ${bytes.join(', ')}\n`)
    at += bytes.length
  }
  return (
    `kallsyms_num_syms:\n\t.long ${count}\n` +
    `kallsyms_names:\n${names.join('')}` +
    `kallsyms_markers:\n${markers.map(marker => `\t.long ${marker}\n`).join('')}` +
    tokenLines({}) +
    `kallsyms_offsets:\n${'\t.long 0\n'.repeat(count)}kallsyms_addresses:\n${'\tPTR 0\n'.repeat(count)}`
  )
}

for (const [version, length, longCodes] of [
  ['5.18', [255], 255],
  ['5.18', [128], 128],
  ['5.13.19-rust', [255], 255],
  ['5.13.19-rust', [0, 1, 0], 256],
  ['5.13.19-rust', [0, 1, 0xea], 490],
  ['6.1', [127], 127],
  ['6.1', [0x80, 1], 128],
  ['6.1', [0xea, 3], 490],
] as const) {
  test(`a length of ${length.length} bytes for ${longCodes} codes, ${version}`, () => {
    const count = 600
    for (const long of [0, 255, 256, 300, 599]) {
      const dialect = { ...dialectOf(version), seqs: false }
      const decoder = decode(longTable(count, long, length, longCodes), { dialect })
      const texts = symbolsOf(decoder.symbols()).map(line => line.slice(2))
      for (let symbol = 0; symbol < count; symbol++) {
        const letter = String.fromCharCode(0x61 + (symbol % 26))
        const expected = symbol === long ? `T ${'x'.repeat(longCodes - 1)}` : `t ${letter}`
        assert.equal(texts[symbol], expected)
        assert.equal(
          `${String.fromCharCode(decoder.type(symbol))} ${Buffer.from(decoder.name(symbol))}`,
          expected,
        )
      }
      assert.deepEqual(lookUp(decoder, 'x'.repeat(longCodes - 1)), [long])
    }
  })
}

test('a name is found through its marker, even if the names before it are damaged', () => {
  const table = longTable(600, 1, [200], 200)
  const broken = table.replace('\t.byte 200, 84, ', '\t.byte 201, 84, ')
  assert.notEqual(broken, table)
  const decoder = decode(broken, { dialect: dialectOf('5.18') })
  assert.equal(Buffer.from(decoder.name(256)).toString(), 'w')
  assert.equal(Buffer.from(decoder.name(599)).toString(), 'b')
  assert.equal(Buffer.from(decoder.name(0)).toString(), 'a')
  assert.throws(() => decoder.symbols(), { code: 'bad-input' })
})

test('names without tokens', () => {
  const tables =
    'kallsyms_addresses:\n\tPTR 0x1\n\tPTR 0x2\nkallsyms_num_syms:\n\t.long 2\n' +
    nameLines(codes('T\xe9\x01'), codes('\0a')) +
    MARKERS
  const decoder = decode(tables, { dialect: dialectOf('5.18.0-openwrt') })
  assert.deepEqual(symbolsOf(decoder.symbols()), ['1 T \xe9\x01', '2 \0 a'])
  assert.equal(decoder.type(1), 0)
})

test('only the type letter is lost if its token is empty', () => {
  const tables =
    'kallsyms_num_syms:\n\t.long 2\n' +
    nameLines([5], [0, 0x62, 0x63]) +
    MARKERS +
    tokenLines() +
    'kallsyms_offsets:\n\t.long 0\n\t.long 0\n'
  const decoder = decode(tables, { dialect: dialectOf('7.0') })
  assert.deepEqual(symbolsOf(decoder.symbols()), ['0 \0 ', '0 b c'])
  assert.deepEqual([decoder.type(0), decoder.type(1)], [0, 0])
  assert.deepEqual([...decoder.name(0)], [])
  assert.deepEqual([...decoder.name(1)], codes('c'))
})

test('padding after tables is ignored', () => {
  const padded = new Map(
    [...rawTables()].map(([label, bytes]) => [label, Buffer.concat([bytes, Buffer.alloc(300, 0xff)])]),
  )
  const decoder = new Decoder(padded, V7)
  assert.deepEqual(symbolsOf(decoder.symbols()), symbolsOf(new Decoder(rawTables(), V7).symbols()))
  assert.deepEqual(lookUp(decoder, 'bar'), [1, 3])
  assert.deepEqual(lookUp(decoder, '\xff'), [])
})

test('a table without symbols', () => {
  const nothing = new Uint8Array(0)
  const empty = rawTables({
    kallsyms_num_syms: new Uint8Array(4),
    kallsyms_names: nothing,
    kallsyms_markers: nothing,
    kallsyms_offsets: nothing,
    kallsyms_seqs_of_names: nothing,
  })
  const decoder = new Decoder(empty, V7)
  assert.equal(decoder.count, 0)
  assert.equal(decoder.symbols().count, 0)
  assert.deepEqual(lookUp(decoder, 'a'), [])
  for (const wrong of [5, 'x', null, { high: 1 }, { high: -1, low: 0 }, { high: 0, low: 1e99 }]) {
    assert.throws(() => decoder.findByAddress(wrong as never), TypeError)
  }
  for (const wrong of [5, '_text', null]) {
    assert.throws(() => decoder.findByName(wrong as never), TypeError)
    assert.throws(() => readAssembly(wrong as never), TypeError)
  }
  assert.equal(decoder.findByAddress({ high: 0, low: 0 }), null)
})

test('numbers of symbols out of range are an error of the caller', () => {
  const decoder = new Decoder(rawTables(), V7)
  for (const symbol of [-1, 5, 0.5, Number.NaN]) {
    for (const ask of [
      () => decoder.name(symbol),
      () => decoder.type(symbol),
      () => decoder.address(symbol),
    ]) {
      assert.throws(ask, { code: 'usage', message: /the table has 5/ })
    }
  }
})
