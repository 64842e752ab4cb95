/**
 * The compression of the names: byte pair encoding with at most 256 codes.
 *
 * What is computed is fixed by the C tool. Every byte that occurs keeps its own code; each free code, from 255 down,
 * stands for the pair of codes that occurs most often in what is left (on a tie the pair with the smallest number),
 * and the pair is replaced everywhere, from left to right. Counts of one are used as well, and no pair left ends it.
 *
 * How is ours. The C tool looks at every symbol again for each of about 180 tokens. Here the pairs are counted once,
 * and a replacement touches its own occurrences alone:
 *
 * - The text is compressed where it stands. A token made at position p covers `span` bytes; its code is written at the
 *   first and the last of them. So the code to the right of a token is the byte behind it, the code to the left is the
 *   byte before it, and nothing is moved.
 * - A replacement of x y by a token between l and r changes four counts: (l,x) and (y,r) lose one, (l,token) and
 *   (token,r) gain one. No count of a pair rises once both its codes exist, so a pair that has come to zero is gone.
 * - The places of a pair of original bytes come from an index made beforehand, those of a pair with a token in it from
 *   the places where that token was made. An entry that is no longer true is passed over: its bytes differ. All lists
 *   are in the order of the text, which is what "from left to right" needs.
 * - Only pairs that occur often can become tokens, so that only the most frequent ones are indexed (see `indexSize`);
 *   should another be chosen after all, its places are found by a walk over the text.
 *
 * How type letters take part is a matter of `types.ts`; what is compressed below are strings, with or without them.
 *
 * One byte value must stand between symbols and must be no code. All 256 may be needed; but the code that is given out
 * last occurs in no pair that is still looked at, and so its byte separates symbols until then.
 */

import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { inBlocks } from '../wasm/blocks.js'
import { countPairs, findPair, LivePairs, markBytes, PairIndex, placedIn, type Strings } from './pairs.js'
import { CODES, PAIR, Tokens } from './tokens.js'
import { foldTypes, reservedLetters, type Types, withoutTypes } from './types.js'

/** The names as they will stand in the table, without their lengths. */
export interface CompressedNames {
  /** The codes of all symbols, one symbol behind the other in the order of the table. */
  readonly codes: Uint8Array
  /** Codes of each symbol: at most as many as it has bytes, so that 16 bits are enough. */
  readonly length: Uint16Array
  readonly tokens: Tokens
}

/** Makes codes of the names of some symbols. */
export type Encode = (symbols: SymbolTable, options: EncodeOptions, arena: Arena) => CompressedNames

export interface EncodeOptions {
  /** How type letters take part in the compression. */
  readonly types: Types
  /** Whether names are compressed, or stay as they are. */
  readonly isCompressed: boolean
}

/** Compresses the names where the options want that. */
export function encodeNames(
  symbols: SymbolTable,
  { types, isCompressed }: EncodeOptions,
  arena: Arena,
): CompressedNames {
  return isCompressed ? compress(symbols, types, arena) : leaveUncompressed(symbols, types, arena)
}

/**
 * Compresses the text of all symbols; the symbols' own text buffer is left as it is.
 *
 * @param arena where it is done, and where the codes will lie
 * @param reserved bytes that keep their codes, whether they occur or not
 */
export function compress(
  symbols: SymbolTable,
  types: Types = 'exact',
  arena: Arena = new Arena(),
  reserved: Uint8Array = reservedLetters(types),
): CompressedNames {
  const { count } = symbols
  const codes = arena.u8(symbols.text.length)
  const length = arena.u16(count)
  return arena.scoped(() => {
    const text = arena.copy(symbols.text)
    if (types === 'fold') foldTypes(text, symbols)
    const letters = types === 'literal' ? firstBytes(symbols) : null
    const strings = placedIn(arena, text, letters ? withoutTypes(symbols) : symbols)

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
    const separator = free.at(-1)
    if (separator !== undefined) makeTokens(arena, strings, tokens, counts, free, separator)
    return packCodes(arena, strings, tokens, letters, codes, length)
  })
}

/** The names as they are, one code a byte, and no tokens. */
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

/** How many pairs are indexed for so many free codes: measured, no kernel's map asks for one that is not. */
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
  /** Where each token was made; nothing for other codes. */
  const madeAt: Uint32Array[] = new Array(CODES)
  const placesOf = (code: number): Uint32Array => madeAt[code] as Uint32Array

  for (const code of free) {
    const pair = live.best()
    if (pair < 0) break
    const x = pair & 0xff
    const y = pair >> 8
    tokens.setPair(code, pair)

    // Candidates are the places of one of the two codes; those of the second are so far behind the pair's own.
    let candidates: Uint32Array
    let behind = 0
    let places: Uint32Array
    if (kind[x] === PAIR || kind[y] === PAIR) {
      const isFirstRarer = kind[y] !== PAIR || (kind[x] === PAIR && placesOf(x).length <= placesOf(y).length)
      candidates = placesOf(isFirstRarer ? x : y)
      if (!isFirstRarer) behind = span[x] as number
      places = arena.u32(counts[pair] as number)
    } else {
      // Nobody else asks for this pair's places: the list of what was made overwrites it.
      candidates = index.take(pair) ?? findPair(arena, strings, pair, counts[pair] as number)
      places = candidates
    }
    const replaced = loops.replacePair(
      text,
      arena.writable(counts),
      arena.at(candidates),
      candidates.length,
      behind,
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
 * Takes the codes out of the text in which they stand spread.
 *
 * @param letters a code to put in front of each symbol's; null for none
 * @param codes receives them: at least as many as the text has bytes
 * @param codeLength receives the codes of each symbol
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
  const front = letters ? arena.at(letters) : 0
  const lengths = arena.writable(codeLength)
  const first = arena.writable(codes)
  let size = 0
  inBlocks(count, (from, to) => {
    size += arena.loops.packCodes(text, start, length, from, to, span, front, first + size, lengths)
  })
  return { codes: codes.subarray(0, size), length: codeLength, tokens }
}
