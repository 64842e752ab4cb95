/**
 * The order of the table.
 *
 * By address; at one address weak symbols last, then names that look made by a linker script last, then names with
 * fewer leading underscores first, then as in the input. `nm -n` sorts by address already: all that is left then is to
 * order the runs of equal addresses, most of which are a handful of symbols. Only a map that is not in order, which no
 * build makes, pays for a sort.
 */

import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'

/** Longer runs are sorted by the runtime, so that a map with one address for all does not take for ever. */
const LONG_RUN = 24

/** Sorts symbols in place; they are in the order of the input before. */
export function sortSymbols(table: SymbolTable, symbols: Uint32Array, arena: Arena = new Arena()): void {
  arena.scoped(() => {
    const { high, low } = table
    const { loops } = arena
    const count = symbols.length
    const sorted = arena.u32(count)
    sorted.set(symbols)
    const order = arena.writable(sorted)
    if (!loops.isAscending(arena.at(high), arena.at(low), order, count)) {
      sorted.sort(
        (a, b) =>
          (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number) || a - b,
      )
    }
    const text = arena.at(table.text)
    const start = arena.at(table.start)
    const length = arena.at(table.length)
    const rankOf = (symbol: number): number => loops.rankOf(text, start, length, symbol)
    const sortFrom = (from: number): number =>
      loops.sortRuns(text, start, length, arena.at(high), arena.at(low), order, from, count, LONG_RUN)
    for (let from = sortFrom(0); from < count; from = sortFrom(from)) {
      from = sortLongRun(table, sorted, from, rankOf)
    }
    symbols.set(sorted)
  })
}

/** Sorts the run of symbols of one address that begins at `from`, by rank, stably; returns where it ends. */
function sortLongRun(
  { high, low }: SymbolTable,
  symbols: Uint32Array,
  from: number,
  rankOf: (symbol: number) => number,
): number {
  const first = symbols[from] as number
  let to = from + 1
  for (; to < symbols.length; to++) {
    const other = symbols[to] as number
    if (low[other] !== low[first] || high[other] !== high[first]) break
  }
  const run = symbols.slice(from, to)
  // The rank above, the place in the run below: a stable sort of plain numbers, all below 2^53.
  const keys = Float64Array.from(run, (symbol, i) => rankOf(symbol) * 2 ** 32 + i).sort()
  for (let i = 0; i < keys.length; i++) symbols[from + i] = run[(keys[i] as number) % 2 ** 32] as number
  return to
}
