import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseGetline } from '../../../src/nm/getline-grammar.js'
import { orderByName } from '../../../src/select/by-name.js'
import { sortSymbols } from '../../../src/select/order.js'
import { latin1, textOf } from '../../support/table.js'

function sorted(lines: readonly string[]): string[] {
  const table = parseGetline(latin1(lines.map(line => `${line}\n`).join('')), null, () => {})
  const symbols = Uint32Array.from(lines, (_, i) => i)
  sortSymbols(table, symbols, ['weak-last', 'script-last', 'underscores'])
  return [...symbols].map(symbol => lines[symbol] as string)
}

test('by address, unsigned, beyond 32 bits too', () => {
  assert.deepEqual(sorted(['ffffffff80000000 T d', '80000000 T b', '100000000 T c', '1 T a']), [
    '1 T a',
    '80000000 T b',
    '100000000 T c',
    'ffffffff80000000 T d',
  ])
})

test('at one address: weak symbols last, then names of linker scripts, then underscores, then the order of the input', () => {
  const inOrder = [
    '1 T b',
    '1 t a',
    '1 T _c',
    '1 D __x',
    '1 T __start_',
    '1 T __end_ab',
    '1 T __a_start',
    '1 w a',
    '1 W __start_x',
  ]
  assert.deepEqual(sorted(['0 T z', ...inOrder]), ['0 T z', ...inOrder])
  assert.deepEqual(sorted([...inOrder].reverse()), [
    '1 t a',
    '1 T b',
    '1 T _c',
    '1 D __x',
    '1 T __a_start',
    '1 T __end_ab',
    '1 T __start_',
    '1 w a',
    '1 W __start_x',
  ])
})

test('names of less than 8 bytes never look made by a linker script', () => {
  const inOrder = ['1 T __stop_', '1 T __x_end', '1 T __stop_x']
  assert.deepEqual(sorted([...inOrder].reverse()), ['1 T __x_end', '1 T __stop_', '1 T __stop_x'])
})

const symbol = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom(...'TwWtd'),
    fc.stringMatching(/^_{0,3}(start_|end_|x)?[ab]{0,3}(_start|_end)?$/),
  )
  .map(([address, type, name]) => `${address} ${type} ${name}`)

/** The chain of the specification, word by word. */
function compare(a: string, b: string): number {
  const key = (line: string): number[] => {
    const [address = '', type = '', name = ''] = line.split(' ')
    const isLinkerMade = name.length >= 8 && /^__(start_|stop_|end_)|^__.*(_start|_end)$/.test(name)
    const underscores = /^_*/.exec(name)?.[0].length ?? 0
    return [Number.parseInt(address, 16), /w/i.test(type) ? 1 : 0, isLinkerMade ? 1 : 0, underscores]
  }
  const [left, right] = [key(a), key(b)]
  return left.map((value, i) => value - (right[i] as number)).find(difference => difference !== 0) ?? 0
}

for (const isAscending of [true, false]) {
  test(`any symbols, ${isAscending ? 'ascending as nm prints them' : 'in no order'}, many at one address`, () => {
    fc.assert(
      fc.property(fc.array(symbol, { maxLength: 200 }), drawn => {
        const lines = isAscending ? drawn.sort((a, b) => Number(a[0]) - Number(b[0])) : drawn
        const expected = [...lines].sort(compare)
        assert.deepEqual(sorted(lines), expected)
      }),
      { numRuns: 200 },
    )
  })
}

function byName(names: readonly string[], cut: string | null = null): string[] {
  const table = parseGetline(latin1(names.map(name => `0 T ${name}\n`).join('')), null, () => {})
  return [...orderByName(table, cut)].map(seq => `${textOf(table, seq).slice(1)}#${seq}`)
}

function byNamePlainly(names: readonly string[], cut: string | null = null): string[] {
  const key = (name: string): Buffer => latin1(cut === null ? name : (name.split(cut)[0] as string))
  return names
    .map((name, seq) => ({ name, seq }))
    .sort((a, b) => Buffer.compare(key(a.name), key(b.name)) || a.seq - b.seq)
    .map(({ name, seq }) => `${name}#${seq}`)
}

test('by name: bytes, the shorter first, equal names in the order of the table', () => {
  const names = [
    'b',
    'a',
    '',
    'ab',
    'a',
    '\xff',
    'abcde',
    'abcdef',
    'abcd',
    'abcdefghijk',
    'abcdefghij',
    '_',
    'Z',
    'b',
  ]
  assert.deepEqual(byName(names), byNamePlainly(names))
  assert.equal(byName(['b', 'a'])[0], 'a#1')
})

test('by name, cut', () => {
  const names = ['f.llvm.2', 'f.llvm.1', 'f', 'f.a', 'f.cold', 'f.llvmx', '.llvm.9']
  assert.deepEqual(byName(names, '.llvm.'), byNamePlainly(names, '.llvm.'))
  assert.deepEqual(byName(names, '.'), byNamePlainly(names, '.'))
  assert.notDeepEqual(byName(names, '.'), byName(names))
})

test('by name, any names: many with long common prefixes', () => {
  const stem = fc.constantFrom('', '__', '__pfx_', '__x64_sys_', '__kstrtabns_very_long_')
  const name = fc
    .tuple(stem, fc.string({ unit: fc.constantFrom(...'ab.\xe9'), maxLength: 9 }))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 400 }), fc.constantFrom(null, '.', '.llvm.'), (names, cut) => {
      assert.deepEqual(byName(names, cut), byNamePlainly(names, cut))
    }),
    { numRuns: 150 },
  )
})
