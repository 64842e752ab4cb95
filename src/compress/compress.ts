/**
 * The compression of the names: byte pair encoding with at most 256 codes.
 *
 * The result is determined by the C tool. Every byte that occurs keeps its own code. Each free code, from 255 down,
 * becomes a token: it stands for the pair of codes that occurs most often at that time (on a tie the pair with the
 * smallest number), and replaces the pair everywhere, from left to right. Pairs that occur once are replaced too; it ends
 * when no pair or no free code is left.
 *
 * The algorithm is ours. The C tool reads every symbol again for each of about 180 tokens. Here the pairs are counted
 * once, and a replacement touches only the occurrences of its pair:
 *
 * - The text is compressed in place. A token made at position p covers `span` bytes; its code is written to the first and
 *   the last of them. So the code to the right of a token is the byte after it, the code to the left is the byte before
 *   it, and nothing is moved.
 * - A replacement of x y by a token between l and r changes four counts: (l,x) and (y,r) lose one, (l,token) and
 *   (token,r) gain one. The count of a pair never rises once both its codes exist, so a pair with count zero is gone.
 * - The places of a pair of original bytes come from an index made beforehand, those of a pair with a token in it from
 *   the places where that token was made. An entry that is out of date is skipped: its bytes differ. All lists are in the
 *   order of the text, as replacing from left to right requires.
 * - Only pairs that occur often can become tokens, so that only the most frequent ones are indexed (see `indexSize`). If
 *   another pair is chosen after all, its places are found by reading the whole text.
 *
 * How type letters take part is defined in `types.ts`; the strings that are compressed below are with or without them.
 *
 * Symbols are separated by a byte value that is no code yet. All 256 may become codes; but once the last free code is
 * used no pair is looked for any more, so that its byte can separate the symbols until then.
 */

import type { Dialect } from '../dialect/dialect.js'
import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { inBlocks } from '../wasm/blocks.js'
import { countPairs, findPair, LivePairs, markBytes, PairIndex, placedIn, type Strings } from './pairs.js'
import { makeSubstringTokens } from './substrings.js'
import { CODES, PAIR, Tokens } from './tokens.js'
import { foldTypes, reservedLetters, type Types, withoutTypes } from './types.js'

/** The names as they will be in the table, without their lengths. */
export interface CompressedNames {
  /** The codes of all symbols, one symbol after the other in the order of the table. */
  readonly codes: Uint8Array
  /** Codes of each symbol: at most as many as it has bytes, so that 16 bits are enough. */
  readonly length: Uint16Array
  readonly tokens: Tokens
}

/** Makes codes of the names of some symbols. */
export type Encode = (symbols: SymbolTable, options: EncodeOptions, arena: Arena) => CompressedNames

export interface EncodeOptions {
  readonly dialect: Pick<Dialect, 'compression'>
  /** How type letters take part in the compression. */
  readonly types: Types
  /** Whether names are compressed, or stay as they are. */
  readonly isCompressed: boolean
}

/** Compresses the names, or leaves them as they are, according to the options. */
export function encodeNames(
  symbols: SymbolTable,
  { dialect, types, isCompressed }: EncodeOptions,
  arena: Arena,
): CompressedNames {
  if (!isCompressed) return leaveUncompressed(symbols, types, arena)
  return compress(symbols, types, arena, reservedLetters(types), dialect.compression)
}

/**
 * Compresses the text of all symbols; the symbols' own text buffer is not modified.
 *
 * @param arena where the codes will lie
 * @param reserved bytes that keep their codes, whether they occur or not
 * @param method what tokens stand for
 */
export function compress(
  symbols: SymbolTable,
  types: Types = 'exact',
  arena: Arena = new Arena(),
  reserved: Uint8Array = reservedLetters(types),
  method: Dialect['compression'] = 'pairs',
): CompressedNames {
  const { count } = symbols
  const codes = arena.u8(symbols.text.length)
  const length = arena.u16(count)
  return arena.scoped(() => {
    const text = arena.copy(symbols.text)
    if (types === 'fold') foldTypes(text, symbols)
    const letters = types === 'literal' ? firstBytes(symbols) : null
    const compressed = letters ? withoutTypes(symbols) : symbols
    const strings = placedIn(arena, text, compressed)

    const tokens = new Tokens()
    const counts = countPairs(arena, strings)
    const occurs = markBytes(arena, strings, counts)
    for (const byte of reserved) occurs[byte] = 1
    if (letters) for (const letter of letters) occurs[letter] = 1

    const free: number[] = []
    for (let code = CODES - 1; code >= 0; code--) {
      if (occurs[code]) tokens.setLiteral(code)
      else free.push(code)
    }
    if (method === 'substrings') {
      const made = makeSubstringTokens(textsOf(text, compressed), free, tokens)
      return storeCodes(made, tokens, letters, codes, length)
    }
    const separator = free.at(-1)
    if (separator !== undefined) makeTokens(arena, strings, tokens, counts, free, separator)
    return packCodes(arena, strings, tokens, letters, codes, length)
  })
}

/** The names as they are, one code per byte, and no tokens. */
export function leaveUncompressed(
  symbols: SymbolTable,
  types: Types = 'exact',
  arena: Arena = new Arena(),
): CompressedNames {
  const tokens = new Tokens()
  for (let code = 0; code < CODES; code++) tokens.setLiteral(code)
  const codes = arena.u8(symbols.text.length)
  const length = arena.u16(symbols.count)
  return arena.scoped(() => {
    const text = types === 'fold' ? symbols.text.slice() : symbols.text
    if (types === 'fold') foldTypes(text, symbols)
    return packCodes(arena, placedIn(arena, text, symbols), tokens, null, codes, length)
  })
}

/** The type letters. */
export function firstBytes({ text, start, count }: SymbolTable): Uint8Array {
  const bytes = new Uint8Array(count)
  for (let symbol = 0; symbol < count; symbol++) bytes[symbol] = text[start[symbol] as number] as number
  return bytes
}

/** Each symbol as a string, one character a byte. */
function textsOf(text: Uint8Array, { start, length, count }: SymbolTable): string[] {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.length)
  return Array.from({ length: count }, (_, symbol) => {
    const from = start[symbol] as number
    return bytes.toString('latin1', from, from + (length[symbol] as number))
  })
}

/**
 * Stores codes that are characters of strings.
 *
 * @param letters as `packCodes` takes them, and all others
 */
function storeCodes(
  made: readonly string[],
  tokens: Tokens,
  letters: Uint8Array | null,
  codes: Uint8Array,
  codeLength: Uint16Array,
): CompressedNames {
  let size = 0
  for (const [symbol, own] of made.entries()) {
    const from = size
    if (letters) codes[size++] = letters[symbol] as number
    for (let i = 0; i < own.length; i++) codes[size++] = own.charCodeAt(i)
    codeLength[symbol] = size - from
  }
  return { codes: codes.subarray(0, size), length: codeLength, tokens }
}

/** How many pairs are indexed: with any measured kernel's map, no other pair is ever chosen. */
function indexSize(freeCodes: number): number {
  return 2 * freeCodes
}

/** Gives the free codes to pairs, and replaces these in the text. */
function makeTokens(
  arena: Arena,
  strings: Strings,
  tokens: Tokens,
  counts: Uint32Array,
  free: readonly number[],
  separator: number,
): void {
  const { kind, span } = tokens
  const { loops } = arena
  const { text, start, length, count } = strings
  loops.separate(text, start, length, count, separator)
  const live = new LivePairs(arena, counts)
  const index = new PairIndex(arena, strings, counts, live.mostFrequent(indexSize(free.length)))
  /** The places where each token was made; nothing for other codes. */
  const madeAt: Uint32Array[] = new Array(CODES)
  const placesOf = (code: number): Uint32Array => madeAt[code] as Uint32Array

  for (const code of free) {
    const pair = live.best()
    if (pair < 0) break
    const x = pair & 0xff
    const y = pair >> 8
    tokens.setPair(code, pair)

    // Candidates are the places of one of the two codes. A place of the second code is that far after the pair's own.
    let candidates: Uint32Array
    let distance = 0
    let places: Uint32Array
    if (kind[x] === PAIR || kind[y] === PAIR) {
      const isFirstRarer = kind[y] !== PAIR || (kind[x] === PAIR && placesOf(x).length <= placesOf(y).length)
      candidates = placesOf(isFirstRarer ? x : y)
      if (!isFirstRarer) distance = span[x] as number
      places = arena.u32(counts[pair] as number)
    } else {
      // The list of this pair's places is not needed any more: the places of the token overwrite it.
      candidates = index.take(pair) ?? findPair(arena, strings, pair, counts[pair] as number)
      places = candidates
    }
    const replaced = loops.replacePair(
      text,
      arena.writable(counts),
      arena.at(candidates),
      candidates.length,
      distance,
      x,
      y,
      span[x] as number,
      span[y] as number,
      code,
      separator,
      arena.writable(places),
    )
    madeAt[code] = places.subarray(0, replaced)
    counts[pair] = (counts[pair] as number) - replaced
    live.add(code, separator)
  }
}

/**
 * Copies the codes from the text, where each is at the first byte that it covers, into one sequence.
 *
 * @param letters a code to write before those of each symbol; null for none
 * @param codes receives the codes: as long as the text
 * @param codeLength receives the number of codes of each symbol
 */
function packCodes(
  arena: Arena,
  { text, start, length, count }: Strings,
  tokens: Tokens,
  letters: Uint8Array | null,
  codes: Uint8Array,
  codeLength: Uint16Array,
): CompressedNames {
  const span = arena.at(tokens.span)
  const firstCodes = letters ? arena.at(letters) : 0
  const lengths = arena.writable(codeLength)
  const first = arena.writable(codes)
  let size = 0
  inBlocks(count, (from, to) => {
    size += arena.loops.packCodes(text, start, length, from, to, span, firstCodes, first + size, lengths)
  })
  return { codes: codes.subarray(0, size), length: codeLength, tokens }
}
