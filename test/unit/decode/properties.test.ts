/** Random symbols survive encoding and decoding in all dialects; random damage gives symbols or an error of ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tableExtents } from '../../../src/assembly/extents.js'
import { readAssembly } from '../../../src/decode/assembly.js'
import { Decoder, decodeAssembly } from '../../../src/decode/decoder.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { KallsymsError } from '../../../src/errors.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { optionSets } from '../../support/c-tools.js'
import { optionsOf } from '../../support/golden.js'
import { randomCases } from '../../support/sizes.js'
import { latin1 } from '../../support/table.js'
import { checkRoundTrip, newTally } from './round-trip.js'

type Options = GenerateOptions & { readonly dialect: Dialect }

const someOptions: fc.Arbitrary<Options> = fc
  .constantFrom(...[...RELEASES, ...VARIANTS].map(({ dialect }) => dialect))
  .chain(dialect => {
    const sets = optionSets(dialect)
    const whole = sets.filter(args => args.includes('--all-symbols'))
    return fc
      .tuple(
        // Without all symbols, most random maps leave no symbols.
        fc.constantFrom(...sets, ...whole, ...whole, ...whole),
        fc.constantFrom(undefined, undefined, 'literal', 'fold'),
        fc.constantFrom(undefined, undefined, 0, 7, 4096),
        fc.constantFrom('_', '_', '.', '$', '"', '#', 'P', '\xff'),
      )
      .map(([args, stabilise, headroom, prefix]) => ({
        ...optionsOf(
          args.map(arg => (arg === '--symbol-prefix=_' ? `--symbol-prefix=${prefix}` : arg)),
          dialect,
        ),
        dialect,
        ...(stabilise && { stabilise }),
        ...(headroom !== undefined && { headroom }),
      }))
  })

/** Bytes of names: no dialect allows white space or NUL. */
const nameByte = fc.oneof(
  fc.constantFrom(...'abc_.'),
  fc.constantFrom(...'"\\*/:,#\x01\x7f\x80\xe9\xff'),
  fc.integer({ min: 0x21, max: 0xff }).map(byte => String.fromCharCode(byte)),
)
const name = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: nameByte, minLength: 1, maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '_text',
      '_stext',
      '_etext',
      '__per_cpu_start',
      '__per_cpu_end',
      'a.llvm.1',
      'a.b',
      'a',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: nameByte, minLength: 100, maxLength: 498 }) },
)
const type = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'TtDdBbWwVvAa-?') },
  { weight: 1, arbitrary: fc.constantFrom(...'\0"\\\x01\x7f!0') },
)
const symbol = fc.record({ name, type, step: fc.constantFrom(0, 0, 1, 16, 4096, 0x7fffffff) })

/**
 * Lines sorted by address, from a typical base address of a kernel. To have more than one marker, some symbols are repeated
 * with a number after the name: such a map shrinks as fast as a small one.
 */
const map = fc
  .record({
    base: fc.constantFrom(0n, 0x1000n, 0xc0008000n, 0xffffffff81000000n),
    symbols: fc.array(symbol, { maxLength: 30 }),
    copies: fc.constantFrom(1, 1, 1, 20),
  })
  .map(({ base, symbols, copies }) => {
    let address = base
    let far = 0
    let lines = ''
    for (let copy = 0; copy < copies; copy++) {
      for (const { name, type, step } of symbols) {
        // One distance of 2 GiB in a map is enough to exceed the range of offsets.
        if (step < 0x10000 || far++ === 0) address += BigInt(step)
        lines += `${address.toString(16)} ${type} ${name}${copy % 3 === 0 ? '' : copy}\n`
      }
    }
    return latin1(lines)
  })

test('random symbols survive encoding and decoding', t => {
  const tally = newTally()
  fc.assert(
    fc.property(map, someOptions, (map, options) => checkRoundTrip(map, options, tally)),
    randomCases(160, 500),
  )
  t.diagnostic(JSON.stringify(tally))
  assert.ok(tally.tables > 100 && tally.symbols > 1000, JSON.stringify(tally))
})

/** A table of each dialect. */
const TABLES = [...RELEASES, ...VARIANTS].map(({ dialect }) => {
  const lines = Array.from(
    { length: 300 },
    (_, i) =>
      `${(0x1000 + 4 * i).toString(16)} ${'TtDd'[i % 4]} ${'abcdefg'.slice(i % 5)}_${(i * 31) % 97}\n`,
  )
  const { assembly } = generate(latin1(`1000 T _text\n${lines.join('')}`), { dialect, allSymbols: true })
  return { dialect, assembly }
})

const damage = fc.array(
  fc.record({
    at: fc.nat(),
    byte: fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x2c, 0x3a),
    ),
    what: fc.constantFrom('replace', 'replace', 'cut', 'insert'),
  }),
  { minLength: 1, maxLength: 4 },
)

function damaged(
  bytes: Uint8Array,
  mutations: readonly { at: number; byte: number; what: string }[],
): Buffer {
  let damaged: Buffer = Buffer.from(bytes)
  for (const { at, byte, what } of mutations) {
    const place = at % (damaged.length + 1)
    const after = what === 'replace' ? place + 1 : place
    const rest = what === 'cut' ? [] : [Uint8Array.of(byte), damaged.subarray(after)]
    damaged = Buffer.concat([damaged.subarray(0, place), ...rest])
  }
  return damaged
}

/** Calls all methods; errors of ours are allowed. */
function askAll(decode: () => Decoder): void {
  const answer = (ask: () => unknown): void => {
    try {
      ask()
    } catch (error) {
      if (!(error instanceof KallsymsError) || error.code !== 'bad-input') throw error
    }
  }
  answer(() => {
    const decoder = decode()
    answer(() => decoder.symbols())
    for (const symbol of [0, 1, 255, 256, decoder.count - 1]) {
      if (symbol < 0 || symbol >= decoder.count) continue
      answer(() => [decoder.type(symbol), decoder.name(symbol), decoder.address(symbol)])
    }
    for (const name of ['abcdefg_0', 'zz', '']) answer(() => decoder.findByName(latin1(name)))
    for (const low of [0, 0x1004, 0xffffffff]) answer(() => decoder.findByAddress({ high: 0, low }))
  })
}

test('damaged tables give symbols or errors of ours', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), fc.nat(), damage, ({ dialect, assembly }, which, mutations) => {
      const tables = new Map([...readAssembly(assembly).tables].map(([label, { bytes }]) => [label, bytes]))
      const label = [...tables.keys()][which % tables.size] as string
      tables.set(label, damaged(tables.get(label) as Uint8Array, mutations))
      askAll(() => new Decoder(tables, { dialect }))
    }),
    randomCases(150, 400),
  )
})

test('damaged text gives tables with the right extents or errors of ours', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), damage, ({ dialect, assembly }, mutations) => {
      const text = damaged(assembly, mutations)
      askAll(() => decodeAssembly(text, { dialect }))
      let tables: [string, number][]
      try {
        tables = [...readAssembly(text).tables].map(([label, { bytes }]) => [label, bytes.length])
      } catch {
        return
      }
      assert.deepEqual([...tableExtents(text)], tables)
    }),
    randomCases(100, 200),
  )
})
