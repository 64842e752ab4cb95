/** What stable types guarantee: the same names make tables of the same sizes, whatever their letters are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StableTypes, Types } from '../../../src/compress/types.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { readGolden } from '../../support/golden.js'
import { ALL, randomCases } from '../../support/sizes.js'
import { latin1 } from '../../support/table.js'

const DIALECTS = [...RELEASES, ...VARIANTS]

/** Letters that nm prints. A dialect drops some: a symbol that changes to one of those leaves the table. */
const LETTERS = 'AaBbCcDdGgIiNnPpRrSsTtUuVvWwEe-?'
const WEAK = 'VvWw'

interface Named {
  readonly name: string
  readonly first: string
  readonly second: string
}

function mapOf(symbols: readonly Named[], letter: 'first' | 'second'): Buffer {
  const lines = symbols.map((symbol, i) => {
    // Some share an address, so that their order depends on which are weak.
    const address = (0xc0008000 + 16 * (i - (i % 3))).toString(16).padStart(16, '0')
    return `${address} ${symbol[letter]} ${symbol.name}\n`
  })
  return latin1(lines.join(''))
}

/** What must not change: the sizes of all tables, and the text of the tokens. */
function shapeOf(map: Buffer, dialect: Dialect, types: Types): unknown {
  const { tables, assembly } = generate(map, {
    dialect,
    allSymbols: true,
    ...(types !== 'exact' && { stabilise: types }),
  })
  const text = Buffer.from(assembly).toString('latin1')
  const tokens = text.match(/^\t\.asciz\t[^\n]*$/gm)
  const codes = text
    .split('kallsyms_names:\n')[1]
    ?.split('\n\n')[0]
    ?.split('\n')
    .map(line => line.split('\t/*')[0]?.split(',').length)
  return {
    tables,
    tokens,
    bytes: codes?.reduce<number>((sum, each) => sum + (each as number), 0),
  }
}

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgh_'), minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'TDRBtdrb_'), minLength: 1, maxLength: 10 }),
  fc.constantFrom(
    '__start_rodata',
    '__per_cpu_start',
    '__per_cpu_end',
    '_data',
    '__init_end',
    'x'.repeat(126),
  ),
)

/** Symbols with two letters each, both kept by the dialect, and for `fold` of one class. */
function symbolsFor({ droppedTypes }: Dialect, types: Types): fc.Arbitrary<Named[]> {
  const letters = [...LETTERS].filter(letter => !droppedTypes.includes(letter))
  const classOf = (letter: string): string =>
    WEAK.includes(letter) ? letter : /[A-Z]/.test(letter) ? 'global' : 'local'
  const letter = fc.constantFrom(...letters)
  const pair = fc
    .tuple(letter, letter)
    .filter(([first, second]) => types !== 'fold' || classOf(first) === classOf(second))
  return fc.array(
    fc.tuple(name, pair).map(([name, [first, second]]) => ({ name, first, second })),
    { minLength: 1, maxLength: 60 },
  )
}

/** A name of 128 codes has a longer length than one of 127: lengths must not depend on letters either. */
for (const types of ['literal', 'fold'] as const) {
  test(`sizes and tokens depend on names alone, ${types}`, () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...DIALECTS)
          .chain(({ dialect }) => fc.tuple(fc.constant(dialect), symbolsFor(dialect, types))),
        ([dialect, symbols]) => {
          assert.deepEqual(
            shapeOf(mapOf(symbols, 'first'), dialect, types),
            shapeOf(mapOf(symbols, 'second'), dialect, types),
          )
        },
      ),
      randomCases(150, 600),
    )
  })
}

test('exact types do not guarantee it: the same property fails', () => {
  const { dialect } = findRelease('6.12')
  const result = fc.check(
    fc.property(symbolsFor(dialect, 'exact'), symbols => {
      assert.deepEqual(
        shapeOf(mapOf(symbols, 'first'), dialect, 'exact'),
        shapeOf(mapOf(symbols, 'second'), dialect, 'exact'),
      )
    }),
    { numRuns: 100 },
  )
  assert.equal(result.failed, true)
})

test('a letter that is used in one pass only takes no code from the tokens', () => {
  const { dialect } = findRelease('3.3')
  const names = Array.from({ length: 400 }, (_, i) => `do_${(i * 7919) % 1000}_${(i * 104729) % 997}`)
  const map = (letter: string): Buffer =>
    latin1(
      names
        .map((name, i) => `${i === 200 ? letter : 'T'} ${name}`)
        .map((line, i) => `${0xc0008000 + i} ${line}\n`)
        .join(''),
    )
  const sizes = (letter: string, stabilise?: StableTypes): unknown =>
    generate(map(letter), { dialect, allSymbols: true, ...(stabilise && { stabilise }) }).tables
  assert.notDeepEqual(sizes('P'), sizes('T'), 'in the exact output it does')
  assert.deepEqual(sizes('P', 'literal'), sizes('T', 'literal'))
  assert.deepEqual(sizes('P', 'fold'), sizes('T', 'fold'))
})

const REAL: readonly (readonly [map: string, kernel: string, absolutePercpu: boolean])[] = [
  ['maps/debian-cloud-6.1.176.map', '6.1.176', true],
  ['inputs/tinyconfig-6.12-pass1.map', '6.12', false],
  ['maps/everything-534k.map', '6.1.176', true],
]

for (const [map, kernel, absolutePercpu] of ALL ? REAL : REAL.slice(0, 2)) {
  test(`folded names are never larger than exact ones, ${map}`, () => {
    const { dialect } = findRelease(kernel)
    const baseRelative = dialect.options.includes('base-relative')
    const input = readGolden(map)
    const [exact, fold] = ([undefined, 'fold'] as const).map(stabilise => {
      const options = {
        dialect,
        allSymbols: true,
        absolutePercpu,
        baseRelative,
        ...(stabilise && { stabilise }),
      }
      return generate(input, options).tables.find(({ label }) => label === 'kallsyms_names')?.bytes as number
    })
    assert.ok((fold as number) <= (exact as number), `${fold} bytes, exact ${exact}`)
  })
}
