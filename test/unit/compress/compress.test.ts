/** The compression compared with a plain implementation of its rules, which scans all strings for each token. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compress } from '../../../src/compress/compress.js'
import { tokenTable } from '../../../src/compress/token-table.js'
import { STABLE_TYPES, type Types } from '../../../src/compress/types.js'
import { parseGetline } from '../../../src/nm/getline-grammar.js'
import type { SymbolTable } from '../../../src/symbols/table.js'
import { randomCases } from '../../support/sizes.js'
import { latin1 } from '../../support/table.js'

function tableOf(symbols: readonly string[]): SymbolTable {
  const text = symbols.map(symbol => `0 ${symbol[0]} ${symbol.slice(1)}\n`).join('')
  return parseGetline(latin1(text), null, () => {})
}

interface Plain {
  readonly tokens: string[]
  readonly codes: number[][]
}

/** What nm(1) of binutils lists, and the capital and small letters that it gives sections of PE by their names. */
const NM_LETTERS = 'AaBbCcDdGgIiNnPpRrSsTtUuVvWwEe-?'

/** What the C tool computes, in the simplest way; for stable types, what `types.ts` documents. */
function compressPlainly(symbols: readonly string[], types: Types = 'exact'): Plain {
  if (types === 'fold') {
    const folded = symbols.map(symbol =>
      symbol.replace(/^[^VvWw]/s, type => (/[A-Z]/.test(type) ? 'T' : 't')),
    )
    return compressStrings(folded, 'TtVvWw')
  }
  if (types === 'exact') return compressStrings(symbols, '')
  const letters = symbols.map(symbol => symbol.charAt(0))
  const { tokens, codes } = compressStrings(
    symbols.map(symbol => symbol.slice(1)),
    NM_LETTERS + letters.join(''),
  )
  return { tokens, codes: codes.map((name, i) => [(letters[i] as string).charCodeAt(0), ...name]) }
}

function compressStrings(symbols: readonly string[], reserved: string): Plain {
  const strings = symbols.map(symbol => [...latin1(symbol)])
  const tokens: string[] = new Array<string>(256).fill('')
  for (const byte of [...strings.flat(), ...latin1(reserved)]) tokens[byte] = String.fromCharCode(byte)
  const isLiteral = tokens.map(text => text !== '')
  for (let slot = 255; slot >= 0; slot--) {
    if (isLiteral[slot]) continue
    const counts = new Map<number, number>()
    for (const string of strings) {
      for (let i = 0; i + 1 < string.length; i++) {
        const pair = (string[i] as number) + 256 * (string[i + 1] as number)
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    }
    const [best] = [...counts].sort(([p, a], [q, b]) => b - a || p - q)
    if (!best) break
    const [x, y] = [best[0] % 256, Math.floor(best[0] / 256)]
    tokens[slot] = (tokens[x] as string) + (tokens[y] as string)
    for (const string of strings) {
      for (let i = 0; i + 1 < string.length; i++) {
        if (string[i] === x && string[i + 1] === y) string.splice(i, 2, slot)
      }
    }
  }
  // In the table a text ends at a NUL.
  return { tokens: tokens.map(text => text.replace(/\0.*/s, '')), codes: strings }
}

function compressOurs(symbols: readonly string[], types: Types = 'exact'): Plain {
  const { codes, length, tokens } = compress(tableOf(symbols), types)
  const { texts } = tokenTable(tokens)
  let at = 0
  return {
    tokens: texts.map(text => Buffer.from(text).toString('latin1')),
    codes: [...length].map(count => {
      at += count
      return [...codes.subarray(at - count, at)]
    }),
  }
}

const ALL_TYPES: readonly Types[] = ['exact', ...STABLE_TYPES]

const EXAMPLES: readonly (readonly [what: string, symbols: string[]])[] = [
  ['nothing', []],
  ['one symbol without a name', ['T']],
  ['a name that becomes one token', ['Tabab']],
  ['runs', ['Taaa', 'Taaaa', 'Taaaaa', 'Taaaaaaaaaaaaaaaaa']],
  ['runs of a token', ['Tababababababab', 'Tbababa', 'Taabbaabb']],
  ['pairs that overlap', ['Tabcabcbcab', 'Tcababc', 'Tbcbcbcbc']],
  ['ties', ['Tab', 'Tba', 'Tcd', 'Tdc', 'tab', 'tba']],
]

for (const types of ALL_TYPES) {
  for (const [what, symbols] of EXAMPLES) {
    test(`${what}, ${types}`, () =>
      assert.deepEqual(compressOurs(symbols, types), compressPlainly(symbols, types)))
  }
}

test('the example of the specification', () => {
  const { tokens, codes } = compressOurs(['Tabab'])
  assert.deepEqual([tokens[0xff], tokens[0xfe], tokens[0xfd]], ['ab', 'Tab', 'Tabab'])
  assert.deepEqual(codes, [[0xfd]])
})

/** All byte values that a name can contain, so that one code is free, or none. */
const everyByte = String.fromCharCode(...Array.from({ length: 255 }, (_, i) => i + 1)).replace('\n', '')

test('every byte value occurs: one code is free, or none', () => {
  for (const types of ALL_TYPES) {
    assert.deepEqual(compressOurs([`T${everyByte}`], types), compressPlainly([`T${everyByte}`], types))
    const symbols = [`T${everyByte}`, '\0abab', '\0ab', 'Tabcab']
    assert.deepEqual(compressOurs(symbols, types), compressPlainly(symbols, types))
  }
})

const alphabets = [fc.constantFrom('a', 'b'), fc.constantFrom(...'abcdefgh_'), fc.constantFrom(...everyByte)]
const symbol = fc
  .tuple(
    fc.constantFrom(...'TtDdAwi?5'),
    fc.oneof(...alphabets.map(unit => fc.string({ unit, maxLength: 40 }))),
  )
  .map(([type, name]) => type + name)

test('any symbols', () => {
  fc.assert(
    fc.property(fc.array(symbol, { maxLength: 40 }), fc.constantFrom(...ALL_TYPES), (symbols, types) => {
      assert.deepEqual(compressOurs(symbols, types), compressPlainly(symbols, types))
    }),
    randomCases(150, 500),
  )
})

test('many symbols of few letters, so that all codes are used and rare pairs are chosen', () => {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop_0123'), minLength: 1, maxLength: 12 }),
    {
      minLength: 300,
      maxLength: 500,
    },
  )
  fc.assert(
    fc.property(words, names => {
      const symbols = names.map(name => `t${name}`)
      assert.deepEqual(compressOurs(symbols), compressPlainly(symbols))
    }),
    randomCases(3, 8),
  )
})

test("the symbols' text is not modified", () => {
  const table = tableOf(['Dabab', 'tab'])
  const before = table.text.slice()
  for (const types of ALL_TYPES) compress(table, types)
  assert.deepEqual(table.text, before)
})
