/**
 * The loops of the compression over the text of all symbols. `compress.ts` has the algorithm and what it asks of them.
 *
 * A symbol's text lies at `text + start[symbol]`, `length[symbol]` bytes of it. A pair of codes x, y (y follows x) has
 * the number `x | y << 8`, which is what its two bytes are when they are read as one number.
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

/** Marks the bytes that occur: the first of each symbol, and what stands behind another byte. */
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

/** Lists the pairs that have counts; returns their number. */
export function listPairs(counts: usize, pairs: usize): i32 {
  let size = 0
  for (let pair = 0; pair < PAIRS; pair++) if (word(counts, pair) !== 0) setWord(pairs, size++, pair)
  return size
}

/** Puts the separator at both ends of every symbol. */
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
 * @param next for each pair the element of `places` that is its next one, counted from 1; 0 where it is not indexed
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
 * @param pairs pairs that have counts, of which there are `size`
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
 * Replaces the pair x y by a code wherever it stands at a candidate.
 *
 * Counts of pairs with the separator are changed like others, and never looked at.
 *
 * @param candidates positions in the text, of which there are `size`
 * @param behind how far behind the pair's own place a candidate lies
 * @param places receives the places of the new code; may be `candidates` itself
 * @returns the number of replacements
 */
export function replacePair(
  text: usize,
  counts: usize,
  candidates: usize,
  size: i32,
  behind: u32,
  x: u32,
  y: u32,
  xSpan: u32,
  ySpan: u32,
  code: u32,
  separator: u32,
  places: usize,
): i32 {
  // The first byte of x is there unless x was replaced. Reached from y, it is x's last byte that tells.
  const tell: u32 = behind === 0 ? 0 : xSpan - 1
  let replaced = 0
  for (let i = 0; i < size; i++) {
    const place = word(candidates, i) - behind
    const at = text + place
    const middle = at + xSpan
    if (load<u8>(at + tell) !== x || load<u8>(middle) !== y) continue
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
    // No code begins within the token any more: what looks like one there must not be taken for it.
    store<u8>(middle, separator)
    store<u8>(at, code)
    store<u8>(end - 1, code)
    setWord(places, replaced++, place)
  }
  return replaced
}

/**
 * Takes the codes of the symbols `[from, to)` out of the text in which they stand spread.
 *
 * @param span bytes of text of each code
 * @param letters a code to put in front of each symbol's; 0 for none
 * @param codes where they go, one symbol behind the other
 * @param codeLength receives the number of codes of each symbol
 * @returns how many codes they are
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
    for (const behind = at + half(length, symbol); at < behind; ) {
      const code = load<u8>(at)
      store<u8>(end++, code)
      at += half(span, code)
    }
    setHalf(codeLength, symbol, end - first)
  }
  return end - codes
}

/**
 * Adds the pairs that a new code has come to be part of to the list; returns its new size.
 *
 * @param separator makes no pairs
 */
export function addPairs(pairs: usize, size: i32, counts: usize, code: i32, separator: i32): i32 {
  for (let other = 0; other < 256; other++) {
    if (other === separator) continue
    if (word(counts, other | (code << 8)) !== 0) setWord(pairs, size++, other | (code << 8))
    if (other !== code && word(counts, code | (other << 8)) !== 0) setWord(pairs, size++, code | (other << 8))
  }
  return size
}
