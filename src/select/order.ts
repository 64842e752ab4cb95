/**
 * The order of the table.
 *
 * By address; at one address weak symbols last, then names that look made by a linker script last, then names with
 * fewer leading underscores first, then as in the input. `nm -n` sorts by address already: all that is left then is to
 * order the runs of equal addresses, most of which are a handful of symbols. Only a map that is not in order, which no
 * build makes, pays for a sort.
 */
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'

/** Sorts symbols in place; they are in the order of the input before. */
export function sortSymbols(table: SymbolTable, symbols: Uint32Array): void {
  const { high, low } = table
  if (!isAscending(high, low, symbols)) {
    symbols.sort(
      (a, b) => (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number) || a - b,
    )
  }
  const count = symbols.length
  for (let from = 0, to = 1; from < count; from = to++) {
    const first = symbols[from] as number
    while (
      to < count &&
      low[symbols[to] as number] === low[first] &&
      high[symbols[to] as number] === high[first]
    ) {
      to++
    }
    if (to - from > 1) sortRun(table, symbols, from, to)
  }
}

function isAscending(high: Uint32Array, low: Uint32Array, symbols: Uint32Array): boolean {
  let beforeHigh = 0
  let beforeLow = 0
  for (let i = 0; i < symbols.length; i++) {
    const upper = high[symbols[i] as number] as number
    const lower = low[symbols[i] as number] as number
    if (upper < beforeHigh || (upper === beforeHigh && lower < beforeLow)) return false
    beforeHigh = upper
    beforeLow = lower
  }
  return true
}

/** Longer runs are sorted by the runtime, so that a map with one address for all does not take for ever. */
const LONG_RUN = 24

/** Sorts the symbols of one address, `symbols[from, to)`, by rank, stably. */
function sortRun(table: SymbolTable, symbols: Uint32Array, from: number, to: number): void {
  if (to - from > LONG_RUN) {
    // The rank above, the place in the run below: a stable sort of plain numbers, all below 2^53.
    const keys = new Float64Array(to - from)
    for (let i = 0; i < keys.length; i++) keys[i] = rank(table, symbols[from + i] as number) * 2 ** 32 + i
    keys.sort()
    const run = symbols.slice(from, to)
    for (let i = 0; i < keys.length; i++) symbols[from + i] = run[(keys[i] as number) % 2 ** 32] as number
    return
  }
  for (let i = from + 1; i < to; i++) {
    const symbol = symbols[i] as number
    const symbolRank = rank(table, symbol)
    let at = i
    while (at > from && rank(table, symbols[at - 1] as number) > symbolRank) {
      symbols[at] = symbols[at - 1] as number
      at--
    }
    symbols[at] = symbol
  }
}

/** Bits of a rank: leading underscores (a symbol has at most 65535 bytes), above them the two flags. */
const RANK_WEAK = 1 << 17
const RANK_LINKER_SCRIPT = 1 << 16

const UNDERSCORE = 0x5f

/** What decides between symbols of one address; lower comes first. */
function rank(table: SymbolTable, symbol: number): number {
  const { text } = table
  const at = table.start[symbol] as number
  const end = at + (table.length[symbol] as number)
  const isWeak = ((text[at] as number) | 0x20) === 0x77
  let name = at + 1
  while (name < end && text[name] === UNDERSCORE) name++
  const underscores = name - at - 1
  return (
    (isWeak ? RANK_WEAK : 0) + (looksLinkerMade(text, at + 1, end) ? RANK_LINKER_SCRIPT : 0) + underscores
  )
}

const MARKS = ['start', 'stop', 'end'].map(mark => ({
  front: bytesOf(`${mark}_`),
  back: bytesOf(`_${mark}`),
}))

/** `__start_…`, `__stop_…`, `__end_…`, `__…_start` and `__…_end`, of at least 8 bytes. */
function looksLinkerMade(text: Uint8Array, from: number, to: number): boolean {
  if (to - from < 8 || text[from] !== UNDERSCORE || text[from + 1] !== UNDERSCORE) return false
  return MARKS.some(({ front, back }, index) => {
    if (hasAt(text, from + 2, front)) return true
    return index !== 1 && hasAt(text, to - back.length, back)
  })
}
