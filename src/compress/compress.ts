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
import { countPairs, LivePairs, markBytes, PAIRS, PairIndex } from './pairs.js'
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

/** Compresses the text of all symbols; the symbols' own arena is left as it is. */
export function compress(symbols: SymbolTable, types: Types = 'exact'): CompressedNames {
  const text = symbols.text.slice()
  if (types === 'fold') foldTypes(text, symbols)
  const letters = types === 'literal' ? firstBytes(symbols) : null
  const strings = letters ? withoutTypes(symbols) : symbols

  const tokens = new Tokens()
  const counts = new Int32Array(PAIRS)
  countPairs(text, strings, counts)
  const occurs = markBytes(text, strings, counts)
  for (const letter of reservedLetters(types)) occurs[letter] = 1
  if (letters) for (const letter of letters) occurs[letter] = 1

  const free: number[] = []
  for (let code = CODES - 1; code >= 0; code--) {
    if (occurs[code]) tokens.setLiteral(code)
    else free.push(code)
  }
  const separator = free.at(-1)
  if (separator !== undefined) {
    separate(text, strings, separator)
    makeTokens(text, strings, tokens, counts, free, separator)
  }
  return packCodes(text, strings, tokens, letters)
}

/** The names as they are, one code a byte, and no tokens. */
export function leaveUncompressed(symbols: SymbolTable, types: Types = 'exact'): CompressedNames {
  const tokens = new Tokens()
  for (let code = 0; code < CODES; code++) tokens.setLiteral(code)
  const text = types === 'fold' ? symbols.text.slice() : symbols.text
  if (types === 'fold') foldTypes(text, symbols)
  return packCodes(text, symbols, tokens, null)
}

/** The type letters. */
function firstBytes({ text, start, count }: SymbolTable): Uint8Array {
  const bytes = new Uint8Array(count)
  for (let symbol = 0; symbol < count; symbol++) bytes[symbol] = text[start[symbol] as number] as number
  return bytes
}

/** Puts the separator at both ends of every symbol. */
function separate(text: Uint8Array, symbols: SymbolTable, separator: number): void {
  const { start, length, count } = symbols
  for (let symbol = 0; symbol < count; symbol++) {
    const at = start[symbol] as number
    text[at - 1] = separator
    text[at + (length[symbol] as number)] = separator
  }
}

/** How many pairs are indexed for so many free codes: measured, no kernel's map asks for one that is not. */
function indexSize(freeCodes: number): number {
  return 2 * freeCodes
}

/** Gives the free codes to pairs, and replaces these in the text. */
function makeTokens(
  text: Uint8Array,
  symbols: SymbolTable,
  tokens: Tokens,
  counts: Int32Array,
  free: readonly number[],
  separator: number,
): void {
  const { kind, span } = tokens
  const live = new LivePairs(counts)
  const index = new PairIndex(text, symbols, counts, live.mostFrequent(indexSize(free.length)))
  /** Where each token was made; nothing for other codes. */
  const madeAt: Uint32Array[] = new Array(CODES)

  for (const code of free) {
    const pair = live.best()
    if (pair < 0) break
    const x = pair & 0xff
    const y = pair >> 8
    const count = counts[pair] as number
    tokens.setPair(code, pair)

    // Candidates are the places of one of the two codes; those of the second are so far behind the pair's own.
    let candidates: Uint32Array
    let behind = 0
    let places: Uint32Array
    if (kind[x] === PAIR || kind[y] === PAIR) {
      const isFirstRarer = kind[y] !== PAIR || (kind[x] === PAIR && placesOf(x).length <= placesOf(y).length)
      candidates = placesOf(isFirstRarer ? x : y)
      if (!isFirstRarer) behind = span[x] as number
      places = new Uint32Array(count)
    } else {
      // Nobody else asks for this pair's places: the list of what was made overwrites it.
      candidates = index.take(pair) ?? findPair(text, symbols, x, y, count)
      places = candidates
    }
    const replaced = replacePair(
      text,
      counts,
      candidates,
      behind,
      x,
      y,
      span[x] as number,
      span[y] as number,
      code,
      separator,
      places,
    )
    madeAt[code] = places.subarray(0, replaced)
    counts[pair] = (counts[pair] as number) - replaced
    live.add(code, separator)
  }

  function placesOf(code: number): Uint32Array {
    return madeAt[code] as Uint32Array
  }
}

/**
 * Replaces the pair x y by a code wherever it stands at a candidate.
 *
 * Counts of pairs with the separator are changed like others, and never looked at.
 *
 * @param behind how far behind the pair's own place a candidate lies
 * @param places receives the places of the new code; may be `candidates` itself
 * @returns the number of replacements
 */
function replacePair(
  text: Uint8Array,
  counts: Int32Array,
  candidates: Uint32Array,
  behind: number,
  x: number,
  y: number,
  xSpan: number,
  ySpan: number,
  code: number,
  separator: number,
  places: Uint32Array,
): number {
  const xHigh = x << 8
  const codeHigh = code << 8
  let replaced = 0
  for (let i = 0; i < candidates.length; i++) {
    const at = (candidates[i] as number) - behind
    const middle = at + xSpan
    // The first byte of x is there unless x was replaced. Reached from y, it is x's last byte that tells.
    if (text[behind === 0 ? at : middle - 1] !== x || text[middle] !== y) continue
    const end = middle + ySpan
    const left = text[at - 1] as number
    const right = text[end] as number
    const leftX = left | xHigh
    const yRight = y | (right << 8)
    const leftCode = left | codeHigh
    const codeRight = code | (right << 8)
    counts[leftX] = (counts[leftX] as number) - 1
    counts[yRight] = (counts[yRight] as number) - 1
    counts[leftCode] = (counts[leftCode] as number) + 1
    counts[codeRight] = (counts[codeRight] as number) + 1
    // No code begins within the token any more: what looks like one there must not be taken for it.
    text[middle] = separator
    text[at] = code
    text[end - 1] = code
    places[replaced++] = at
  }
  return replaced
}

/** The places of a pair of original bytes, by a walk over the whole text. */
function findPair(text: Uint8Array, symbols: SymbolTable, x: number, y: number, count: number): Uint32Array {
  const places = new Uint32Array(count)
  let found = 0
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    const from = symbols.start[symbol] as number
    const last = from + (symbols.length[symbol] as number) - 1
    for (let at = from; at < last; at++) if (text[at] === x && text[at + 1] === y) places[found++] = at
  }
  return places
}

/**
 * Takes the codes out of the text in which they stand spread.
 *
 * @param letters a code to put in front of each symbol's; null for none
 */
function packCodes(
  text: Uint8Array,
  symbols: SymbolTable,
  tokens: Tokens,
  letters: Uint8Array | null,
): CompressedNames {
  const { start, length, count } = symbols
  const { span } = tokens
  const codes = new Uint8Array(text.length)
  const codeLength = new Uint16Array(count)
  let end = 0
  for (let symbol = 0; symbol < count; symbol++) {
    const first = end
    if (letters) codes[end++] = letters[symbol] as number
    let at = start[symbol] as number
    const behind = at + (length[symbol] as number)
    while (at < behind) {
      const code = text[at] as number
      codes[end++] = code
      at += span[code] as number
    }
    codeLength[symbol] = end - first
  }
  return { codes: codes.subarray(0, end), length: codeLength, tokens }
}
