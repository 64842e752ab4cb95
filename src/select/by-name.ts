/**
 * The order of `kallsyms_seqs_of_names`: symbols by name, compared as bytes, then by their place in the table.
 *
 * A comparison of two names costs a cache miss. Instead, eight bytes of each name are taken as one number, and the
 * numbers are sorted, by radix if there are many. Names that agree in the eight bytes are a group, which is sorted by the
 * next eight in the same way; small groups are sorted by comparing the rest of the names. Keys are filled up with zeros,
 * which no name contains, so that the shorter of two names comes first. Every sort is stable, which keeps equal names in
 * the order of the table.
 */
import type { Dialect } from '../dialect/dialect.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { inBlocks } from '../wasm/blocks.js'

/** A sequence number has three bytes in the table. */
export const MAX_SEQS: number = 1 << 24

/** Bytes of a name in a key, as in `by-name.as.ts`. */
const KEY_BYTES = 8

/** Bytes of a key with its symbol, as in `by-name.as.ts`. */
const ENTRY_BYTES = 16

/** Groups up to this size are sorted by merging: counting for a radix sort takes longer. */
const MAX_MERGED = 1024

/** The text at which names are cut for the order; null: nowhere. */
export function byNameCut(dialect: Dialect, ltoClang: boolean): string | null {
  return ltoClang ? dialect.ltoCut : null
}

/** Places `[from, to)` of the order. Their names agree in the first `depth` bytes, and are not sorted beyond these. */
interface Group {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * The numbers of the symbols in the order of their names.
 *
 * @param symbols in the order of the table; at most `MAX_SEQS`
 * @param cut names are compared up to the first such text; null: as a whole
 * @param arena where the order will lie
 */
export function orderByName(
  symbols: SymbolTable,
  cut: string | null,
  arena: Arena = new Arena(),
): Uint32Array {
  const { count } = symbols
  const { loops } = arena
  const order = arena.u32(count)
  const places = arena.writable(order)
  loops.countUp(places, count)
  return arena.scoped(() => {
    const text = arena.at(symbols.text)
    const start = arena.at(symbols.start)
    const nameEnds = arena.u32(count)
    const ends = arena.writable(nameEnds)
    loops.nameEnds(start, arena.at(symbols.length), count, ends)
    if (cut !== null) cutNames(symbols, nameEnds, bytesOf(cut))
    const entries = arena.scratch(ENTRY_BYTES * count)
    const sorter = new Sorter(arena, count)
    const left = arena.u32(count)
    const groups: Group[] = [{ from: 0, to: count, depth: 0 }]
    for (let group = groups.pop(); group; group = groups.pop()) {
      const { from, to, depth } = group
      inBlocks(to - from, (some, more) => {
        const at = entries + ENTRY_BYTES * some
        loops.fillEntries(text, start, ends, places, from + some, from + more, depth, at)
      })
      const sorted = sorter.sort(entries, to - from)
      const inner = depth + KEY_BYTES
      const size = loops.takeOrder(text, start, ends, places, from, to, inner, sorted, arena.writable(left))
      for (let i = 0; i < size; i += 2) {
        groups.push({ from: left[i] as number, to: left[i + 1] as number, depth: inner })
      }
    }
    return order
  })
}

/** Sorts entries by key; stable. */
class Sorter {
  private readonly buffer: number
  private readonly counts: Uint32Array

  /** @param most the most entries of a sort */
  constructor(
    private readonly arena: Arena,
    most: number,
  ) {
    this.buffer = arena.scratch(ENTRY_BYTES * most)
    this.counts = arena.u32(256 * KEY_BYTES)
  }

  /** Returns where the sorted entries are: in place or in the buffer. */
  sort(entries: number, count: number): number {
    const { arena, buffer, counts } = this
    const { loops } = arena
    if (count <= MAX_MERGED) {
      loops.mergeEntries(entries, count, buffer)
      return entries
    }
    counts.fill(0)
    const slots = arena.writable(counts)
    loops.countDigits(entries, count, slots)
    let [from, to] = [entries, buffer]
    for (let digit = 0; digit < KEY_BYTES; digit++) {
      if (loops.sortByDigit(from, count, to, slots + 1024 * digit, digit)) [from, to] = [to, from]
    }
    return from
  }
}

/** Moves the end of each name to the first `cut` in it. */
function cutNames({ text, start, count }: SymbolTable, ends: Uint32Array, cut: Uint8Array): void {
  for (let symbol = 0; symbol < count; symbol++) {
    const last = (ends[symbol] as number) - cut.length
    for (let at = (start[symbol] as number) + 1; at <= last; at++) {
      if (text[at] === cut[0] && hasAt(text, at, cut)) {
        ends[symbol] = at
        break
      }
    }
  }
}
