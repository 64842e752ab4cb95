/** The loops of the sort by name; `by-name.ts` has the algorithm. */
import { half, setWord, word } from '../wasm/memory.as'

/** Bytes of a name in a key. */
const KEY_BYTES: usize = 8

/** Groups of fewer symbols are sorted by comparing names. */
const SMALL_GROUP = 12

/** The ends of names that are not cut. */
export function nameEnds(start: usize, length: usize, count: i32, ends: usize): void {
  for (let symbol = 0; symbol < count; symbol++) {
    setWord(ends, symbol, word(start, symbol) + half(length, symbol))
  }
}

/** Eight bytes of a name as a number that compares as they do, with zeros after the end of the name. */
function keyAt(at: usize, end: usize): u64 {
  if (at >= end) return 0
  const key = bswap<u64>(load<u64>(at))
  const left = end - at
  return left >= KEY_BYTES ? key : key & (~(<u64>0) << ((<u64>(KEY_BYTES - left)) << 3))
}

/** Whether the rest of one name, from `a` on, comes before the rest of another, from `b` on. */
function isBelow(a: usize, aEnd: usize, b: usize, bEnd: usize): bool {
  let aKey = keyAt(a, aEnd)
  let bKey = keyAt(b, bEnd)
  while (aKey === bKey && (aKey & 0xff) !== 0) {
    a += KEY_BYTES
    b += KEY_BYTES
    aKey = keyAt(a, aEnd)
    bKey = keyAt(b, bEnd)
  }
  return aKey < bKey
}

/** Sorts the places `[from, to)` of the order by the rest of the names, after `depth` bytes; stable, by insertion. */
function insertNames(
  text: usize,
  start: usize,
  ends: usize,
  order: usize,
  from: i32,
  to: i32,
  depth: u32,
): void {
  for (let i = from + 1; i < to; i++) {
    const symbol = word(order, i)
    const name = text + word(start, symbol) + 1 + depth
    const end = text + word(ends, symbol)
    let at = i
    for (; at > from; at--) {
      const other = word(order, at - 1)
      if (!isBelow(name, end, text + word(start, other) + 1 + depth, text + word(ends, other))) break
      setWord(order, at, other)
    }
    setWord(order, at, symbol)
  }
}

/** Bytes of an entry to be sorted: a key, and the number of its symbol. */
const ENTRY = 16

/**
 * Sorts entries by key; stable, by merging.
 *
 * @param buffer space for as many entries
 */
export function mergeEntries(entries: usize, count: i32, buffer: usize): void {
  const size = <usize>count * ENTRY
  let from = entries
  let to = buffer
  for (let width: usize = ENTRY; width < size; width <<= 1) {
    for (let begin: usize = 0; begin < size; begin += 2 * width) {
      let a = from + begin
      const aEnd = from + min(begin + width, size)
      let b = aEnd
      const bEnd = from + min(begin + 2 * width, size)
      let out = to + begin
      for (; a < aEnd && b < bEnd; out += ENTRY) {
        const takesB = load<u64>(b) < load<u64>(a)
        const taken = takesB ? b : a
        store<u64>(out, load<u64>(taken))
        store<u64>(out, load<u64>(taken, 8), 8)
        if (takesB) b += ENTRY
        else a += ENTRY
      }
      if (a < aEnd) memory.copy(out, a, aEnd - a)
      else memory.copy(out, b, bEnd - b)
    }
    const sorted = to
    to = from
    from = sorted
  }
  if (from !== entries) memory.copy(entries, from, size)
}

/** Counts how often each byte of the keys has each value. Digit 0 is the last byte. */
export function countDigits(entries: usize, count: i32, counts: usize): void {
  const end = entries + <usize>count * ENTRY
  for (let at = entries; at < end; at += ENTRY) {
    let key = load<u64>(at)
    for (let digit: usize = 0; digit < KEY_BYTES; digit++, key >>>= 8) {
      const slot = counts + (((digit << 8) | (<usize>key & 0xff)) << 2)
      store<u32>(slot, load<u32>(slot) + 1)
    }
  }
}

/**
 * Sorts entries by one byte of their keys into `sorted`; stable.
 *
 * @param counts how often that byte has each value; changed
 * @returns false if nothing was done, because all have the same byte
 */
export function sortByDigit(entries: usize, count: i32, sorted: usize, counts: usize, digit: u32): bool {
  const shift = <u64>(digit << 3)
  if (load<u32>(counts + ((<usize>(load<u64>(entries) >>> shift) & 0xff) << 2)) === count) return false
  let sum: u32 = 0
  for (let slot = counts; slot < counts + 1024; slot += 4) {
    const some = load<u32>(slot)
    store<u32>(slot, sum)
    sum += some
  }
  const end = entries + <usize>count * ENTRY
  for (let at = entries; at < end; at += ENTRY) {
    const key = load<u64>(at)
    const slot = counts + ((<usize>(key >>> shift) & 0xff) << 2)
    const place = load<u32>(slot)
    store<u32>(slot, place + 1)
    const out = sorted + <usize>place * ENTRY
    store<u64>(out, key)
    store<u64>(out, load<u64>(at, 8), 8)
  }
  return true
}

/** Makes entries for the places `[from, to)` of the order: eight bytes of each name, after `depth` bytes. */
export function fillEntries(
  text: usize,
  start: usize,
  ends: usize,
  order: usize,
  from: i32,
  to: i32,
  depth: u32,
  entries: usize,
): void {
  let entry = entries
  for (let i = from; i < to; i++, entry += ENTRY) {
    const symbol = word(order, i)
    store<u64>(entry, keyAt(text + word(start, symbol) + 1 + depth, text + word(ends, symbol)))
    store<u64>(entry, symbol, 8)
  }
}

/**
 * Takes the order of the places `[from, to)` from sorted entries. Names with equal keys are a group: small groups are
 * sorted here, the others are left.
 *
 * @param depth bytes in which the names of a group agree
 * @param groups receives begin and end of each group that is left
 * @returns the number of elements in `groups`
 */
export function takeOrder(
  text: usize,
  start: usize,
  ends: usize,
  order: usize,
  from: i32,
  to: i32,
  depth: u32,
  entries: usize,
  groups: usize,
): i32 {
  let left = 0
  let first = from
  let entry = entries
  for (let i = from; i < to; i++, entry += ENTRY) {
    setWord(order, i, <u32>load<u64>(entry, 8))
    const key = load<u64>(entry)
    if (i + 1 < to && load<u64>(entry, ENTRY) === key) continue
    // If the last byte of the key is zero the names have ended, and are equal.
    if (i > first && (key & 0xff) !== 0) {
      if (i - first < SMALL_GROUP) insertNames(text, start, ends, order, first, i + 1, depth)
      else {
        setWord(groups, left++, first)
        setWord(groups, left++, i + 1)
      }
    }
    first = i + 1
  }
  return left
}
