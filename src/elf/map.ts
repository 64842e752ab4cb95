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
    if (letter === UNLISTED || OMITTED.has(letter)) continue
    const at = symbols.nameAt[symbol] as number
    if (isOmitted(at, at + (symbols.nameLength[symbol] as number))) continue
    letters[symbol] = letter
    listed[count++] = symbol
  }
  return textOf(symbols, letters, sorted(symbols, listed.subarray(0, count)), elf.wordBytes === 8 ? 16 : 8)
}

/** Letters of symbols that are not listed: local absolute ones, those of debug sections, and undefined ones. */
const OMITTED: ReadonlySet<number> = new Set(Buffer.from('aNUw'))

/** By address, then by name as bytes, then in the order of the file. */
function sorted({ high, low, strings, nameAt, nameLength }: ImageSymbols, listed: Uint32Array): Uint32Array {
  const nameOf = (symbol: number): Uint8Array => {
    const at = nameAt[symbol] as number
    return strings.subarray(at, at + (nameLength[symbol] as number))
  }
  return listed.sort(
    (a, b) =>
      (high[a] as number) - (high[b] as number) ||
      (low[a] as number) - (low[b] as number) ||
      Buffer.compare(nameOf(a), nameOf(b)) ||
      a - b,
  )
}

const BLANK = 0x20
const NEWLINE = 0x0a
const DIGITS = Buffer.from('0123456789abcdef')

function textOf(symbols: ImageSymbols, letters: Uint8Array, order: Uint32Array, digits: 8 | 16): Uint8Array {
  const { strings, nameAt, nameLength, high, low } = symbols
  let size = 0
  for (const symbol of order) size += digits + 4 + (nameLength[symbol] as number)
  const text = Buffer.allocUnsafe(size)
  let at = 0
  const putHex = (value: number): void => {
    for (let shift = 28; shift >= 0; shift -= 4) text[at++] = DIGITS[(value >>> shift) & 15] as number
  }
  for (const symbol of order) {
    if (digits === 16) putHex(high[symbol] as number)
    putHex(low[symbol] as number)
    text[at++] = BLANK
    text[at++] = letters[symbol] as number
    text[at++] = BLANK
    const from = nameAt[symbol] as number
    const end = from + (nameLength[symbol] as number)
    for (let i = from; i < end; i++) {
      const byte = strings[i] as number
      if (byte === NEWLINE) throw lineInName(symbol)
      text[at++] = byte
    }
    text[at++] = NEWLINE
  }
  return text
}

/** No map can have it. */
function lineInName(symbol: number): KallsymsError {
  return new KallsymsError('bad-input', `has a symbol, number ${symbol + 1}, with a line end in its name`)
}
