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
  const groups: Group[] = [{ from: 0, to: count, depth: 0 }]
  for (let group = groups.pop(); group; group = groups.pop()) {
    const { from, to, depth } = group
    fillKeys(symbols, nameEnd, order, halves, from, to, depth)
    keys.subarray(from, to).sort()
    takeOrder(halves, order, from, to)
    sortWithin(symbols, nameEnd, order, halves, group, groups)
  }
  return order
}

/** Places `[from, to)` of the order whose names agree in their first `depth` bytes: in the order of the table so far. */
interface Group {
  readonly from: number
  readonly to: number
  readonly depth: number
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

/** Sorts small groups of names that agree in the keys too, and adds the others to the groups that are left to do. */
function sortWithin(
  symbols: SymbolTable,
  nameEnd: Uint32Array,
  order: Uint32Array,
  halves: Uint32Array,
  { from, to, depth }: Group,
  groups: Group[],
): void {
  let first = from
  let high = halves[2 * from + 1 - LOW_HALF] as number
  let last = (halves[2 * from + LOW_HALF] as number) >>> 24
  for (let i = from + 1; i <= to; i++) {
    const nextHigh = i < to ? (halves[2 * i + 1 - LOW_HALF] as number) : 0
    const nextLast = i < to ? (halves[2 * i + LOW_HALF] as number) >>> 24 : 0
    if (i < to && nextHigh === high && nextLast === last) continue
    // Where the last of the five bytes is zero the names ended, and are equal.
    if (i - first > 1 && last !== 0) {
      const inner = { from: first, to: i, depth: depth + KEY_BYTES }
      if (i - first > SMALL_GROUP) groups.push(inner)
      else sortSmallGroup(symbols, nameEnd, order, first, i, inner.depth)
    }
    first = i
    high = nextHigh
    last = nextLast
  }
}

/** Takes the places out of sorted keys. */
function takeOrder(halves: Uint32Array, order: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) order[i] = (halves[2 * i + LOW_HALF] as number) & 0xffffff
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

/** Whether the bytes at `[a, aEnd)` come before those at `[b, bEnd)`. */
function isNameBelow(text: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  while (a < aEnd && b < bEnd) {
    const difference = (text[a++] as number) - (text[b++] as number)
    if (difference !== 0) return difference < 0
  }
  return aEnd - a < bEnd - b && a === aEnd
}
