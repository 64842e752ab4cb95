/**
 * The map of an image: its symbols as text, filtered and sorted, as the build of its kernel lists them. It is what all
 * stages of the generator read, and what a build keeps as System.map.
 */
import { KallsymsError } from '../errors.js'
import { type ByteSource, sourceOf } from './byte-source.js'
import { readElf } from './file.js'
import { lettersOf, UNLISTED } from './letters.js'
import { nameFilter } from './name-filter.js'
import { type ImageSymbols, readSymbols } from './symbols.js'

/**
 * The map that the C tool writes which reads images: filtered, by address, then by name.
 *
 * @param image an ELF file; an empty one has an empty map
 * @throws {KallsymsError} `bad-input`: what is wrong, without the name of the file
 */
export function mapOfImage(image: ByteSource | Uint8Array): Uint8Array {
  const source = image instanceof Uint8Array ? sourceOf(image, 'vmlinux') : image
  if (source.size === 0) return new Uint8Array(0)
  const elf = readElf(source)
  const symbols = readSymbols(elf)
  const letterOf = lettersOf(elf)
  const isOmitted = nameFilter(symbols.strings)
  const letters = new Uint8Array(symbols.count)
  const listed = new Uint32Array(symbols.count)
  let count = 0
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    const letter = letterOf(symbols.info[symbol] as number, symbols.section[symbol] as number)
    if (letter === UNLISTED || OMITTED[letter] === 1) continue
    const at = symbols.nameAt[symbol] as number
    if (isOmitted(at, at + (symbols.nameLength[symbol] as number))) continue
    letters[symbol] = letter
    listed[count++] = symbol
  }
  return textOf(symbols, letters, sorted(symbols, listed.subarray(0, count)), elf.wordBytes === 8 ? 16 : 8)
}

/** Letters of symbols that are not listed: local absolute ones, those of debug sections, and undefined ones. */
const OMITTED = new Uint8Array(256)
for (const letter of Buffer.from('aNUw')) OMITTED[letter] = 1

/** Sorting numbers is many times as fast as sorting by a function: an address and a place are one number below 2^53. */
const PLACES = 2 ** 21

/** By address, then by name as bytes, then in the order of the file. */
function sorted(symbols: ImageSymbols, listed: Uint32Array): Uint32Array {
  const { low, strings, nameAt, nameLength } = symbols
  const nameOf = (symbol: number): Uint8Array => {
    const at = nameAt[symbol] as number
    return strings.subarray(at, at + (nameLength[symbol] as number))
  }
  const byName = (a: number, b: number): number => Buffer.compare(nameOf(a), nameOf(b)) || a - b
  if (listed.length > PLACES) {
    throw new KallsymsError('too-large', `has more than ${PLACES} symbols, which no kernel has`)
  }
  const order = new Uint32Array(listed.length)
  let next = 0
  const halves = byUpperHalf(symbols, listed)
  for (const some of halves) {
    const keys = new Float64Array(some.length)
    for (let i = 0; i < keys.length; i++) keys[i] = (low[some[i] as number] as number) * PLACES + i
    keys.sort()
    const first = next
    for (let i = 0; i < keys.length; i++) order[next++] = some[(keys[i] as number) % PLACES] as number
    for (let from = first, to = first; from < next; from = to) {
      const symbol = order[from] as number
      while (to < next && low[order[to] as number] === low[symbol]) to++
      if (to - from > 1) order.subarray(from, to).sort(byName)
    }
  }
  return order
}

/** The symbols by the upper half of their address, in ascending order; a kernel has few such halves. */
function byUpperHalf({ high }: ImageSymbols, listed: Uint32Array): Uint32Array[] {
  const counts = new Map<number, number>()
  for (let i = 0; i < listed.length; ) {
    // Most symbols have the half of the one before.
    const half = high[listed[i] as number] as number
    const first = i
    while (i < listed.length && high[listed[i] as number] === half) i++
    counts.set(half, (counts.get(half) ?? 0) + i - first)
  }
  if (counts.size <= 1) return [listed]
  const halves = [...counts.keys()].sort((a, b) => a - b)
  const groups = new Map(halves.map(half => [half, new Uint32Array(counts.get(half) as number)]))
  const filled = new Map(halves.map(half => [half, 0]))
  for (let i = 0; i < listed.length; i++) {
    const half = high[listed[i] as number] as number
    const place = filled.get(half) as number
    ;(groups.get(half) as Uint32Array)[place] = listed[i] as number
    filled.set(half, place + 1)
  }
  return [...groups.values()]
}

const BLANK = 0x20
const NEWLINE = 0x0a
const DIGITS = Buffer.from('0123456789abcdef')

/** What runs for every symbol is a function of its own: V8 optimises functions that are called often. */
function textOf(symbols: ImageSymbols, letters: Uint8Array, order: Uint32Array, digits: 8 | 16): Uint8Array {
  const { nameLength } = symbols
  let size = 0
  for (let i = 0; i < order.length; i++) size += digits + 4 + (nameLength[order[i] as number] as number)
  const text = new Uint8Array(size)
  let at = 0
  for (let i = 0; i < order.length; i++) at = putLine(text, at, symbols, letters, order[i] as number, digits)
  return text
}

/** Returns where the next line begins. */
function putLine(
  text: Uint8Array,
  from: number,
  { strings, nameAt, nameLength, high, low }: ImageSymbols,
  letters: Uint8Array,
  symbol: number,
  digits: 8 | 16,
): number {
  let at = from
  if (digits === 16) {
    putHex(text, at, high[symbol] as number)
    at += 8
  }
  putHex(text, at, low[symbol] as number)
  text[at + 8] = BLANK
  text[at + 9] = letters[symbol] as number
  text[at + 10] = BLANK
  at += 11
  const name = nameAt[symbol] as number
  const end = name + (nameLength[symbol] as number)
  for (let i = name; i < end; i++) {
    const byte = strings[i] as number
    if (byte === NEWLINE) throw lineInName(symbol)
    text[at++] = byte
  }
  text[at] = NEWLINE
  return at + 1
}

function putHex(text: Uint8Array, at: number, value: number): void {
  for (let place = 0, shift = 28; place < 8; place++, shift -= 4) {
    text[at + place] = DIGITS[(value >>> shift) & 15] as number
  }
}

/** No map can have it. */
function lineInName(symbol: number): KallsymsError {
  return new KallsymsError('bad-input', `has a symbol, number ${symbol + 1}, with a line end in its name`)
}
