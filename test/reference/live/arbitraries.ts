/**
 * Maps for comparing with a C tool. Most could be the output of `nm -n`, with addresses, types and names close to the
 * limits of the rules; the others are damaged, in lines or in bytes. Inputs for which a C tool's behaviour is undefined
 * are included: the comparison handles them.
 */
import fc from 'fast-check'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { latin1 } from '../../support/table.js'
import { borderNames, hex, nameOf, plainShape, type Shape, shapeOf, typeLetter } from './records.js'

/** How a map was generated. */
export type Kind = 'symbols' | 'bulk' | 'long names' | 'mutated' | 'garbage'

export interface GeneratedMap {
  readonly kind: Kind
  readonly bytes: Buffer
}

/** Maps of all kinds for a dialect. */
export function maps(dialect: Dialect): fc.Arbitrary<GeneratedMap> {
  const symbols = symbolMap(dialect, 24)
  const of = (kind: Kind, weight: number, text: fc.Arbitrary<string>) => ({
    weight,
    arbitrary: text.map(text => ({ kind, bytes: latin1(text) })),
  })
  return fc.oneof(
    of('symbols', 12, symbols),
    of('bulk', 3, bulkMap(dialect)),
    of('long names', 2, longNames(dialect)),
    of('mutated', 4, mutated(fc.oneof(symbols, longNames(dialect)))),
    of('garbage', 2, garbage()),
  )
}

// ---- Addresses ----

const BITS_31 = 1n << 31n
const BITS_32 = 1n << 32n
const BITS_64 = 1n << 64n

/** The lowest address of a map, and the step between places. */
const base = fc.constantFrom(
  0x1000n,
  0n,
  0xc0000000n,
  0xffffffff81000000n,
  0x7ffffff0n,
  BITS_32 - 8n,
  BITS_64 - 16n,
)
const step = fc.constantFrom(16n, 1n, 8n, 0x1000n)

/** Distances from the base at the limits of offsets; negative ones are below `_text`. */
const far = fc.constantFrom(
  [],
  [],
  [],
  [],
  [BITS_31 - 1n, BITS_31, BITS_31 + 1n],
  [BITS_32 - 1n],
  [BITS_32 - 1n, BITS_32],
  [-1n, -16n],
  [-BITS_31, -BITS_31 + 1n],
  [-BITS_31 - 1n, -BITS_31],
  [BITS_64 - 1n, 1n << 63n],
)

/** The percpu area: absent, at 0 as on x86-64, around 2 GiB, among the other symbols, or with its ends swapped. */
const percpu = fc.constantFrom<readonly [start: bigint, end: bigint] | null>(
  null,
  null,
  null,
  null,
  [0n, 0x100n],
  [BITS_31 - 2n, BITS_31],
  [BITS_31 - 2n, BITS_31 - 1n],
  [0x1010n, 0x1040n],
  [0x100n, 0n],
)

interface Placed {
  /** A place among near ones, far ones and those of the percpu area. */
  readonly place: number
  readonly type: string
  readonly name: string
  readonly shape: Shape
}

const PLACES = 16

/** Many symbols share a place, also with the ends of ranges. */
const place = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: PLACES - 1 }) },
  { weight: 2, arbitrary: fc.integer({ min: PLACES, max: PLACES + 7 }) },
)

// ---- Maps ----

/** `_text` and the ends of all ranges, in the order of a kernel or in any order. */
function frameOf(dialect: Dialect): fc.Arbitrary<Placed[]> {
  const names = borderNames(dialect)
  const border = (place: number, name: string, type = 'T'): Placed => ({
    place,
    type,
    name,
    shape: plainShape,
  })
  const inOrder = names.map((name, i) => border([0, 1, 6, 7, 12, 13, 13, 14, 14][i] ?? 15, name))
  // Symbols of other dialects, without a meaning in this one.
  const foreign = ['_sextratext', '_eextratext', '_stext_l1', '_etext_l1', '_stext_l2', '_etext_l2']
  const anyhow = fc
    .subarray([...new Set([...names, ...foreign])])
    .chain(some =>
      fc.tuple(...some.map(name => fc.record({ name: fc.constant(name), place, type: typeLetter }))),
    )
    .map(borders => borders.map(({ name, place, type }) => border(place, name, type)))
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(inOrder) },
    { weight: 1, arbitrary: fc.subarray(inOrder) },
    { weight: 2, arbitrary: anyhow },
    // Range symbols twice, at different places.
    { weight: 1, arbitrary: fc.tuple(anyhow, fc.constant(inOrder)).map(sides => sides.flat()) },
  )
}

function symbolMap(dialect: Dialect, maxSymbols: number): fc.Arbitrary<string> {
  const symbol = fc.record({ place, type: typeLetter, name: nameOf(dialect), shape: shapeOf(dialect) })
  return fc
    .record({
      frame: frameOf(dialect),
      symbols: fc.array(symbol, { maxLength: maxSymbols }),
      base,
      step,
      far,
      percpu,
      order: fc.constantFrom('by address', 'by address', 'as generated', 'reversed'),
      ending: fc.constantFrom(
        '\n',
        '\n',
        '\n',
        '',
        '\n\n',
        ' ',
        '\n1000',
        '\n1000 T',
        '\n1000 T ',
        '\n1000 T x',
      ),
    })
    .map(({ frame, symbols, base, step, far, percpu, order, ending }) => {
      const addressOf = (place: number): bigint => {
        const beyond = place - PLACES
        if (beyond >= 0 && beyond < 4 && percpu) return percpu[beyond % 2 ? 1 : 0] + (beyond < 2 ? 0n : -1n)
        if (beyond >= 4 && far.length > 0) return base + (far[beyond % far.length] as bigint)
        return base + BigInt(place % PLACES) * step
      }
      const area: Placed[] = percpu
        ? ['__per_cpu_start', '__per_cpu_end'].map((name, i) => ({
            place: PLACES + i,
            type: 'D',
            name,
            shape: plainShape,
          }))
        : []
      const all = [...area, ...frame, ...symbols].map(each => ({ ...each, address: addressOf(each.place) }))
      for (const each of all) each.address = BigInt.asUintN(64, each.address)
      if (order === 'by address')
        all.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0))
      if (order === 'reversed') all.reverse()
      const text = all.map(({ shape, address, type, name }) => shape(address, type, name)).join('')
      return ending.startsWith('\n') ? text + ending.slice(1) : text.trimEnd() + ending
    })
}

/** Every 256th symbol has a marker. */
const AROUND_MARKERS = [255, 256, 257, 511, 512, 513, 600]

/**
 * Enough symbols for several markers and for using up all codes, generated from a seed: shrinking removes symbols and
 * letters, not single bytes.
 */
function bulkMap(dialect: Dialect): fc.Arbitrary<string> {
  return fc
    .record({
      count: fc.integer({ min: 0, max: 340 }).map(n => (n <= 200 ? n : (AROUND_MARKERS[n % 7] as number))),
      letters: fc.constantFrom(2, 5, 12, 26, 62, 90),
      longest: fc.constantFrom(3, 8, 20, 40, 400, 400),
      shared: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(),
      extras: fc.array(nameOf(dialect), { maxLength: 6 }),
    })
    .map(({ count, letters, longest, shared, seed, extras }) => {
      const random = pseudoRandom(seed)
      const start = 0xffffffff81000000n
      const ends = [start, start, start + BigInt(8 * count)]
      const lines = borderNames(dialect)
        .slice(0, 3)
        .map((name, i) => plainShape(ends[i] as bigint, 'T', name))
      for (let i = 0; i < count; i++) {
        // A few dozen long names are enough.
        const length = 1 + (random() % (i < 60 ? longest : Math.min(longest, 40)))
        let name = ''
        while (name.length < length)
          name += String.fromCharCode(0x61 + ((random() % letters) - (letters > 26 ? 36 : 0)))
        if (random() % 4 === 0) name = (extras[random() % 8] ?? name) + (random() % 3 ? '' : name)
        const address = start + 8n * BigInt(i - (i % shared))
        lines.push(plainShape(address, 'TtDdwW'[random() % 6] as string, name))
      }
      return lines.join('')
    })
}

/** Pseudo-random numbers of 31 bits (xorshift). */
function pseudoRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 1
  }
}

/** Names with lengths around the limits, followed by text that is read as a record if the name is cut there. */
function longNames(dialect: Dialect): fc.Arbitrary<string> {
  const limits = [dialect.nameLimit?.limit, dialect.wordWidth].flatMap(limit => (limit ? [limit] : []))
  const around = [...limits, ...limits, 128, 256, 499, 512, 2048].flatMap(limit =>
    [-2, -1, 0, 1, 2].map(d => limit + d),
  )
  const length = fc.oneof(fc.constantFrom(...around), fc.integer({ min: 100, max: 2600 }))
  // Runs, pairs, hexadecimal digits (the rest of these is an address), and names that do not compress well.
  const unit = fc.constantFrom('q', 'ab', 'a', 'fe0', 'xyzzy_', '0123456789ghijklmnopqrstuvwxyz', 'n\xe9\xff')
  const line = fc.record({
    long: fc.tuple(unit, length),
    tail: fc.constantFrom('', '', 'a', 'f T z', ' T z', '\nU', '1 T w\n2 T v'),
    type: typeLetter,
    prefix: fc.constantFrom('', '__start_', '_', '__efistub_', ' '),
  })
  return fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 4 }), symbolMap(dialect, 3))
    .map(([lines, rest]) => {
      const long = lines.map(({ long: [unit, length], tail, type, prefix }, i) => {
        const name = (prefix + unit.repeat(Math.ceil(length / unit.length))).slice(0, length)
        const fits = dialect.grammar === 'words' ? tail : tail.replace(/^\nU|\n.*/, '')
        return `${hex(BigInt(0x1000 + 16 * i))} ${type} ${name}${fits}\n`
      })
      return long.join('') + rest
    })
}

const sharpByte = fc.oneof(
  fc.constantFrom(...' \n\t\r\0\v0x9afgT-+U$.\xff'),
  fc.integer({ min: 0, max: 255 }).map(byte => String.fromCharCode(byte)),
)

/** A map with a few bytes or ranges changed. */
function mutated(map: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mutation = fc.record({
    at: fc.nat(1 << 16),
    what: fc.constantFrom('replace', 'insert', 'delete', 'double', 'truncate'),
    byte: sharpByte,
    length: fc.integer({ min: 1, max: 40 }),
  })
  return fc.tuple(map, fc.array(mutation, { minLength: 1, maxLength: 4 })).map(([map, mutations]) => {
    let text = map
    for (const { at, what, byte, length } of mutations) {
      const i = at % (text.length + 1)
      const before = text.slice(0, i)
      if (what === 'replace') text = before + byte + text.slice(i + 1)
      else if (what === 'insert') text = before + byte + text.slice(i)
      else if (what === 'delete') text = before + text.slice(i + 1 + (length % 3))
      else if (what === 'double') text = text.slice(0, i + length) + text.slice(i)
      else if (length > 30) text = before
    }
    return text
  })
}

/** Parts of records in random order. */
function garbage(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    sharpByte,
    fc.constantFrom(
      ...[' ', '\n', '1000', 'ffff', ' T ', ' t a\n', 'aaa', 'b', '0x', '-', '_text\n', '\r\n', '1000 T c\n'],
    ),
  )
  return fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))
}
