/**
 * The loops of the compression over the text of all symbols; `compress.ts` has the algorithm.
 *
 * A symbol's text is the `length[symbol]` bytes at `text + start[symbol]`. A pair of codes x, y (y follows x) has the
 * number `x | y << 8`, which is its two bytes read as one number.
 */
import { half, setHalf, setWord, word } from '../wasm/memory.as'

/** Number of pairs of codes. */
const PAIRS = 0x10000

/** Counts the pairs in the symbols `[from, to)`, overlapping ones too. */
export function countPairs(
  text: usize,
  start: usize,
  length: usize,
  from: i32,
  to: i32,
  counts: usize,
): void {
  for (let symbol = from; symbol < to; symbol++) {
    let at = text + word(start, symbol)
    for (const last = at + half(length, symbol) - 1; at < last; at++) {
      const pair = load<u16>(at)
      setWord(counts, pair, word(counts, pair) + 1)
    }
  }
}

/** Marks the bytes that occur: the first of each symbol, and the second of each pair. */
export function markBytes(
  text: usize,
  start: usize,
  length: usize,
  count: i32,
  counts: usize,
  marks: usize,
): void {
  for (let symbol = 0; symbol < count; symbol++) {
    if (half(length, symbol) !== 0) store<u8>(marks + load<u8>(text + word(start, symbol)), 1)
  }
  for (let pair = 0; pair < PAIRS; pair++) if (word(counts, pair) !== 0) store<u8>(marks + (pair >> 8), 1)
}

/** Lists the pairs whose count is not zero; returns their number. */
export function listPairs(counts: usize, pairs: usize): i32 {
  let size = 0
  for (let pair = 0; pair < PAIRS; pair++) if (word(counts, pair) !== 0) setWord(pairs, size++, pair)
  return size
}

/** Writes the separator before and after every symbol. */
export function separate(text: usize, start: usize, length: usize, count: i32, separator: u8): void {
  for (let symbol = 0; symbol < count; symbol++) {
    const at = text + word(start, symbol)
    store<u8>(at - 1, separator)
    store<u8>(at + half(length, symbol), separator)
  }
}

/**
 * Lists the places of the indexed pairs in the symbols `[from, to)`.
 *
 * @param next for each pair the next element of `places` to write, counted from 1; 0 for a pair that is not indexed
 */
export function indexPairs(
  text: usize,
  start: usize,
  length: usize,
  from: i32,
  to: i32,
  next: usize,
  places: usize,
): void {
  for (let symbol = from; symbol < to; symbol++) {
    let at = text + word(start, symbol)
    for (const last = at + half(length, symbol) - 1; at < last; at++) {
      const pair = load<u16>(at)
      const slot = word(next, pair)
      if (slot === 0) continue
      setWord(places, slot - 1, at - text)
      setWord(next, pair, slot + 1)
    }
  }
}

/** Lists the places of one pair in all symbols; returns their number. */
export function findPair(
  text: usize,
  start: usize,
  length: usize,
  count: i32,
  pair: u32,
  places: usize,
): i32 {
  let found = 0
  for (let symbol = 0; symbol < count; symbol++) {
    let at = text + word(start, symbol)
    for (const last = at + half(length, symbol) - 1; at < last; at++) {
      if (load<u16>(at) === pair) setWord(places, found++, at - text)
    }
  }
  return found
}

/**
 * The pair with the largest count, of those the one with the smallest number; -1 when no pair is left.
 *
 * @param pairs `size` pairs, among them all whose count is not zero
 */
export function bestPair(pairs: usize, size: i32, counts: usize): i32 {
  let best: u32 = 0
  let bestCount: u32 = 0
  for (let i = 0; i < size; i++) {
    const pair = word(pairs, i)
    const count = word(counts, pair)
    if (count > bestCount || (count === bestCount && pair < best)) {
      best = pair
      bestCount = count
    }
  }
  return bestCount === 0 ? -1 : best
}

/**
 * Replaces the pair x y by a code at all candidates where it is.
 *
 * Counts of pairs with the separator are changed like others, but never used.
 *
 * @param candidates `size` positions in the text
 * @param distance how far a candidate is after the pair's own place: 0, or the span of x
 * @param places receives the places of the new code; may be `candidates` itself
 * @returns the number of replacements
 */
export function replacePair(
  text: usize,
  counts: usize,
  candidates: usize,
  size: i32,
  distance: u32,
  x: u32,
  y: u32,
  xSpan: u32,
  ySpan: u32,
  code: u32,
  separator: u32,
  places: usize,
): i32 {
  // From a place of x, its first byte shows whether x is still there; from a place of y, the last byte of x does.
  const checked: u32 = distance === 0 ? 0 : xSpan - 1
  let replaced = 0
  for (let i = 0; i < size; i++) {
    const place = word(candidates, i) - distance
    const at = text + place
    const middle = at + xSpan
    if (load<u8>(at + checked) !== x || load<u8>(middle) !== y) continue
    const end = middle + ySpan
    const left: u32 = load<u8>(at - 1)
    const right: u32 = load<u8>(end)
    const leftX = left | (x << 8)
    const yRight = y | (right << 8)
    const leftCode = left | (code << 8)
    const codeRight = code | (right << 8)
    setWord(counts, leftX, word(counts, leftX) - 1)
    setWord(counts, yRight, word(counts, yRight) - 1)
    setWord(counts, leftCode, word(counts, leftCode) + 1)
    setWord(counts, codeRight, word(counts, codeRight) + 1)
    // No code begins within the token any more: the byte there must not be mistaken for y.
    store<u8>(middle, separator)
    store<u8>(at, code)
    store<u8>(end - 1, code)
    setWord(places, replaced++, place)
  }
  return replaced
}

/**
 * Copies the codes of the symbols `[from, to)` from the text, where each is at the first byte that it covers.
 *
 * @param span bytes of text that each code covers
 * @param letters a code to write before those of each symbol; 0 for none
 * @param codes receives the codes, one symbol after the other
 * @param codeLength receives the number of codes of each symbol
 * @returns the number of codes
 */
export function packCodes(
  text: usize,
  start: usize,
  length: usize,
  from: i32,
  to: i32,
  span: usize,
  letters: usize,
  codes: usize,
  codeLength: usize,
): u32 {
  let end = codes
  for (let symbol = from; symbol < to; symbol++) {
    const first = end
    if (letters !== 0) store<u8>(end++, load<u8>(letters + symbol))
    let at = text + word(start, symbol)
    for (const textEnd = at + half(length, symbol); at < textEnd; ) {
      const code = load<u8>(at)
      store<u8>(end++, code)
      at += half(span, code)
    }
    setHalf(codeLength, symbol, end - first)
  }
  return end - codes
}

/**
 * Adds the pairs of a new code to the list; returns its new size.
 *
 * @param separator is in no pair
 */
export function addPairs(pairs: usize, size: i32, counts: usize, code: i32, separator: i32): i32 {
  for (let other = 0; other < 256; other++) {
    if (other === separator) continue
    if (word(counts, other | (code << 8)) !== 0) setWord(pairs, size++, other | (code << 8))
    if (other !== code && word(counts, code | (other << 8)) !== 0) setWord(pairs, size++, code | (other << 8))
  }
  return size
}
