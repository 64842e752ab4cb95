/**
 * The order of `kallsyms_seqs_of_names`: symbols by name, compared as bytes, then by their place in the table.
 *
 * Comparing names two by two costs a cache miss a comparison. Instead the next eight bytes of each name are taken as
 * one number, and the numbers are sorted: by radix where there are many. Names that agree in the eight bytes are a
 * group, which is sorted by the next eight in the same way; a handful of them is sorted by comparing what is left. A
 * name ends in zeros, which no name holds, so that the shorter of two comes first. Every sort is stable, which keeps
 * equal names in the order of the table.
 */
import type { Dialect } from '../dialect/dialect.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { inBlocks } from '../wasm/blocks.js'

/** What a sequence number can hold: the table gives it three bytes. */
export const MAX_SEQS: number = 1 << 24

/** Bytes of a name in one key, as in `by-name.as.ts`. */
const KEY_BYTES = 8

/** Bytes of a key with its symbol, as in `by-name.as.ts`. */
const ENTRY_BYTES = 16

/** Groups up to this size are merged: the counts of a radix sort take longer than that. */
const MERGED = 1024

/** The text at which names are cut for the order; null: nowhere. */
export function byNameCut(dialect: Dialect, ltoClang: boolean): string | null {
  return ltoClang ? dialect.ltoCut : null
}

/** Places `[from, to)` of the order whose names agree in their first `depth` bytes: in the order of the table so far. */
interface Group {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * The places of the symbols in the order of their names.
 *
 * @param symbols in the order of the table; at most `MAX_SEQS`
 * @param cut names are compared up to the first such text
 * @param arena where it is done, and where the order will lie
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

/** Sorts keys with their symbols, stably. */
class Sorter {
  private readonly spare: number
  private readonly counts: Uint32Array

  /** @param most entries at once */
  constructor(
    private readonly arena: Arena,
    most: number,
  ) {
    this.spare = arena.scratch(ENTRY_BYTES * most)
    this.counts = arena.u32(256 * KEY_BYTES)
  }

  /** Returns where the sorted entries are: here or in the spare arena. */
  sort(entries: number, count: number): number {
    const { arena, spare, counts } = this
    const { loops } = arena
    if (count <= MERGED) {
      loops.mergeEntries(entries, count, spare)
      return entries
    }
    counts.fill(0)
    const slots = arena.writable(counts)
    loops.countDigits(entries, count, slots)
    let [from, to] = [entries, spare]
    for (let digit = 0; digit < KEY_BYTES; digit++) {
      if (loops.sortByDigit(from, count, to, slots + 1024 * digit, digit)) [from, to] = [to, from]
    }
    return from
  }
}

/** Moves the ends of names to the first cut in each. */
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
