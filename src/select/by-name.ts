/**
 * The order of `kallsyms_seqs_of_names`: symbols by name, compared as bytes, then by their place in the table.
 *
 * Comparing names two by two costs a cache miss a comparison. Instead five bytes of each name and its place are packed
 * into one 64-bit number, and the runtime sorts the numbers: that is one array of plain values. Names that agree in
 * the five bytes are sorted by the next five in the same way; a handful of them is faster sorted by hand. A name ends
 * in zeros, which no name holds, so that the shorter of two comes first. The place, in the low 24 bits, keeps equal
 * names in the order of the table.
 */
import type { Dialect } from '../dialect/dialect.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'

/** What a sequence number can hold: the table gives it three bytes. */
export const MOST_SEQS: number = 1 << 24

/** Bytes of a name in one key. */
const KEY_BYTES = 5

/** Groups up to this size are sorted by comparing names. */
const SMALL_GROUP = 16

/** Names that agree in so many bytes are sorted by comparing them too: no kernel has a handful of such. */
const DEEP = 2500

/** Which half of a 64-bit element is the lower 32 bits, on this machine. */
const LOW_HALF = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1

/** Where names are cut for the order, null: nowhere. */
export function cutOf(dialect: Dialect, ltoClang: boolean): string | null {
  return ltoClang ? dialect.ltoCut : null
}

/**
 * The places of the symbols in the order of their names.
 *
 * @param symbols in the order of the table; at most `MOST_SEQS`
 * @param cut names are compared up to the first such text
 */
export function orderByName(symbols: SymbolTable, cut: string | null): Uint32Array {
  const { count } = symbols
  const nameEnd = cut === null ? fullNameEnd(symbols) : cutNameEnd(symbols, bytesOf(cut))
  const keys = new BigUint64Array(count)
  const halves = new Uint32Array(keys.buffer)
  const order = new Uint32Array(count)
  for (let symbol = 0; symbol < count; symbol++) order[symbol] = symbol
  sortGroup(symbols, nameEnd, order, keys, halves, 0, count, 0)
  return order
}

/** Where each name ends in the arena. */
function fullNameEnd({ start, length, count }: SymbolTable): Uint32Array {
  const end = new Uint32Array(count)
  for (let symbol = 0; symbol < count; symbol++) {
    end[symbol] = (start[symbol] as number) + (length[symbol] as number)
  }
  return end
}

function cutNameEnd(symbols: SymbolTable, cut: Uint8Array): Uint32Array {
  const { text, start, count } = symbols
  const end = fullNameEnd(symbols)
  for (let symbol = 0; symbol < count; symbol++) {
    const last = (end[symbol] as number) - cut.length
    for (let at = (start[symbol] as number) + 1; at <= last; at++) {
      if (text[at] === cut[0] && hasAt(text, at, cut)) {
        end[symbol] = at
        break
      }
    }
  }
  return end
}

/** Sorts `order[from, to)`, whose names agree in their first `depth` bytes and which is in the order of the table. */
function sortGroup(
  symbols: SymbolTable,
  nameEnd: Uint32Array,
  order: Uint32Array,
  keys: BigUint64Array,
  halves: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  if (to - from <= SMALL_GROUP) {
    sortSmallGroup(symbols, nameEnd, order, from, to, depth)
    return
  }
  if (depth >= DEEP) {
    sortDeepGroup(symbols, nameEnd, order.subarray(from, to), depth)
    return
  }
  fillKeys(symbols, nameEnd, order, halves, from, to, depth)
  keys.subarray(from, to).sort()
  for (let i = from; i < to; i++) order[i] = (halves[2 * i + LOW_HALF] as number) & 0xffffff

  // Groups that agree in these five bytes too; where the last of them is zero the names ended and are equal. The
  // deeper sorts write over the keys of their own group only, which is behind us then.
  let group = from
  let high = halves[2 * from + 1 - LOW_HALF] as number
  let last = (halves[2 * from + LOW_HALF] as number) >>> 24
  for (let i = from + 1; i <= to; i++) {
    const nextHigh = i < to ? (halves[2 * i + 1 - LOW_HALF] as number) : 0
    const nextLast = i < to ? (halves[2 * i + LOW_HALF] as number) >>> 24 : 0
    if (i < to && nextHigh === high && nextLast === last) continue
    if (i - group > 1 && last !== 0) {
      sortGroup(symbols, nameEnd, order, keys, halves, group, i, depth + KEY_BYTES)
    }
    group = i
    high = nextHigh
    last = nextLast
  }
}

function fillKeys(
  symbols: SymbolTable,
  nameEnd: Uint32Array,
  order: Uint32Array,
  halves: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  const { text, start } = symbols
  for (let i = from; i < to; i++) {
    const symbol = order[i] as number
    const at = (start[symbol] as number) + 1 + depth
    const left = (nameEnd[symbol] as number) - at
    const a = left > 0 ? (text[at] as number) : 0
    const b = left > 1 ? (text[at + 1] as number) : 0
    const c = left > 2 ? (text[at + 2] as number) : 0
    const d = left > 3 ? (text[at + 3] as number) : 0
    const e = left > 4 ? (text[at + 4] as number) : 0
    halves[2 * i + 1 - LOW_HALF] = (a << 24) | (b << 16) | (c << 8) | d
    halves[2 * i + LOW_HALF] = (e << 24) | symbol
  }
}

function sortSmallGroup(
  symbols: SymbolTable,
  nameEnd: Uint32Array,
  order: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  const { text, start } = symbols
  for (let i = from + 1; i < to; i++) {
    const symbol = order[i] as number
    const name = (start[symbol] as number) + 1 + depth
    const end = nameEnd[symbol] as number
    let at = i
    for (; at > from; at--) {
      const other = order[at - 1] as number
      const otherName = (start[other] as number) + 1 + depth
      if (!isNameBelow(text, name, end, otherName, nameEnd[other] as number)) break
      order[at] = other
    }
    order[at] = symbol
  }
}

function sortDeepGroup(symbols: SymbolTable, nameEnd: Uint32Array, group: Uint32Array, depth: number): void {
  const { text, start } = symbols
  group.sort((a, b) => {
    const aName = (start[a] as number) + 1 + depth
    const bName = (start[b] as number) + 1 + depth
    if (isNameBelow(text, aName, nameEnd[a] as number, bName, nameEnd[b] as number)) return -1
    return isNameBelow(text, bName, nameEnd[b] as number, aName, nameEnd[a] as number) ? 1 : a - b
  })
}

/** Whether the bytes at `[a, aEnd)` come before those at `[b, bEnd)`. */
function isNameBelow(text: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  while (a < aEnd && b < bEnd) {
    const difference = (text[a++] as number) - (text[b++] as number)
    if (difference !== 0) return difference < 0
  }
  return aEnd - a < bEnd - b && a === aEnd
}
