/** The sort by names; `by-name.ts` has the algorithm. */
import { half, setWord, word } from '../hot/memory.as'

/** Bytes of a name in one key. */
const KEY_BYTES: usize = 8

/** Groups up to this size are sorted by comparing names. */
const SMALL = 12

/** Groups up to this size are merged: the counts of a radix sort take longer than that. */
const MEDIUM = 1024

/** Where names end if they are not cut. */
export function nameEnds(start: usize, length: usize, count: i32, ends: usize): void {
  for (let symbol = 0; symbol < count; symbol++) {
    setWord(ends, symbol, word(start, symbol) + half(length, symbol))
  }
}

/** Eight bytes of a name as a number that compares as they do; behind the name there are zeros. */
function keyAt(at: usize, end: usize): u64 {
  if (at >= end) return 0
  const key = bswap<u64>(load<u64>(at))
  const left = end - at
  return left >= KEY_BYTES ? key : key & (~(<u64>0) << ((<u64>(KEY_BYTES - left)) << 3))
}

/** Whether the rest of a name from `a` on comes before that from `b` on. */
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

/** Sorts some places by what is left of their names, stably, by insertion. */
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

/** What is sorted: a key, and the place of its symbol. */
const ENTRY = 16

/** Sorts entries by key, stably; they end in `entries`. */
function mergeEntries(entries: usize, count: i32, spare: usize): void {
  const size = <usize>count * ENTRY
  let from = entries
  let to = spare
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

/** Sorts entries by key, stably, byte by byte from the last; they end in `entries`. */
function radixEntries(entries: usize, count: i32, spare: usize, counts: usize): void {
  const size = <usize>count * ENTRY
  memory.fill(counts, 0, 4 * 256 * KEY_BYTES)
  for (let at = entries; at < entries + size; at += ENTRY) {
    let key = load<u64>(at)
    for (let digit: usize = 0; digit < KEY_BYTES; digit++, key >>>= 8) {
      const slot = counts + (((digit << 8) | (<usize>key & 0xff)) << 2)
      store<u32>(slot, load<u32>(slot) + 1)
    }
  }
  let from = entries
  let to = spare
  for (let digit: usize = 0; digit < KEY_BYTES; digit++) {
    const slots = counts + (digit << 10)
    const shift = <u64>(digit << 3)
    // Where all have the same byte there is nothing to do.
    if (load<u32>(slots + ((<usize>(load<u64>(from) >>> shift) & 0xff) << 2)) === count) continue
    let sum: u32 = 0
    for (let slot = slots; slot < slots + 1024; slot += 4) {
      const some = load<u32>(slot)
      store<u32>(slot, sum)
      sum += some
    }
    for (let at = from; at < from + size; at += ENTRY) {
      const key = load<u64>(at)
      const slot = slots + ((<usize>(key >>> shift) & 0xff) << 2)
      const place = load<u32>(slot)
      store<u32>(slot, place + 1)
      const out = to + <usize>place * ENTRY
      store<u64>(out, key)
      store<u64>(out, load<u64>(at, 8), 8)
    }
    const sorted = to
    to = from
    from = sorted
  }
  if (from !== entries) memory.copy(entries, from, size)
}

/**
 * Sorts the places `[from, to)` of the order, whose names agree in their first `depth` bytes and which are in the order
 * of the table so far. Groups of names that agree in the next eight bytes too are left to be sorted.
 *
 * @param ends where names end in the text
 * @param entries, spare room for two numbers of 64 bits for each place of the group
 * @param counts room for the counts of a radix sort, 8 KiB
 * @param groups receives the ends of the groups that are left, two elements each
 * @returns how many elements that are
 */
export function sortGroup(
  text: usize,
  start: usize,
  ends: usize,
  order: usize,
  from: i32,
  to: i32,
  depth: u32,
  entries: usize,
  spare: usize,
  counts: usize,
  groups: usize,
): i32 {
  const count = to - from
  let entry = entries
  for (let i = from; i < to; i++, entry += ENTRY) {
    const symbol = word(order, i)
    store<u64>(entry, keyAt(text + word(start, symbol) + 1 + depth, text + word(ends, symbol)))
    store<u64>(entry, symbol, 8)
  }
  if (count <= MEDIUM) mergeEntries(entries, count, spare)
  else radixEntries(entries, count, spare, counts)

  let left = 0
  let first = from
  entry = entries
  for (let i = from; i < to; i++, entry += ENTRY) {
    setWord(order, i, <u32>load<u64>(entry, 8))
    const key = load<u64>(entry)
    if (i + 1 < to && load<u64>(entry, ENTRY) === key) continue
    // Where the last of the bytes is zero the names ended, and are equal.
    if (i > first && (key & 0xff) !== 0) {
      if (i - first < SMALL) insertNames(text, start, ends, order, first, i + 1, depth + KEY_BYTES)
      else {
        setWord(groups, left++, first)
        setWord(groups, left++, i + 1)
      }
    }
    first = i + 1
  }
  return left
}
