/**
 * The order of the table.
 *
 * By address; at one address by the dialect's rules in turn, then in the order of the input. `nm -n` has sorted by
 * address already, so that only the runs of equal addresses are left to be sorted, most of which are short. Only a map
 * that is not in order, which no build makes, is sorted as a whole.
 */

import type { OrderRule } from '../dialect/dialect.js'
import type { SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'

/** Longer runs are sorted by the runtime: insertion would take quadratic time on a map with a single address. */
const LONG_RUN = 24

/** The rules as bits. Whatever rules apply, they are tried in this order: no tool has another. */
const RULE_BITS: Readonly<Record<OrderRule, number>> = {
  'weak-last': 1,
  'script-last': 2,
  underscores: 4,
  'first-underscore': 8,
}

/** Sorts a list of symbols, which are in the order of the input, in place. */
export function sortSymbols(
  table: SymbolTable,
  symbols: Uint32Array,
  rules: readonly OrderRule[],
  arena: Arena = new Arena(),
): void {
  const bits = rules.reduce((sum, rule) => sum | RULE_BITS[rule], 0)
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
    const rankOf = (symbol: number): number => loops.rankOf(text, start, length, symbol, bits)
    const sortFrom = (from: number): number =>
      loops.sortRuns(text, start, length, arena.at(high), arena.at(low), order, from, count, LONG_RUN, bits)
    for (let from = sortFrom(0); from < count; from = sortFrom(from)) {
      from = sortLongRun(table, sorted, from, rankOf)
    }
    symbols.set(sorted)
  })
}

/** Sorts the run of symbols of one address that begins at `from` by rank; stable. Returns the end of the run. */
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
  // The rank in the upper bits, the place in the run in the lower ones: a stable sort of plain numbers, below 2^53.
  const keys = Float64Array.from(run, (symbol, i) => rankOf(symbol) * 2 ** 32 + i).sort()
  for (let i = 0; i < keys.length; i++) symbols[from + i] = run[(keys[i] as number) % 2 ** 32] as number
  return to
}
