/** What stands beside the symbols that have changed: the border or the neighbour that one has met. */
import type { Address } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Occurrence } from './changes.js'
import { textOf } from './compare.js'

/** Symbols that have not changed, letter and name, by the address that they share with one that has. */
export type Neighbours = ReadonlyMap<string, readonly string[]>

function keyOf({ high, low }: Address): string {
  return `${high}:${low}`
}

/**
 * For each of some addresses the symbols of a map that are there.
 *
 * @param changed names that are not looked for
 */
export function neighboursAt(
  table: SymbolTable,
  addresses: readonly Address[],
  changed: ReadonlySet<string>,
): Neighbours {
  const found = new Map<string, string[]>(addresses.map(address => [keyOf(address), []]))
  const lows = new Set(addresses.map(({ low }) => low))
  for (let symbol = 0; symbol < table.count; symbol++) {
    const low = table.low[symbol] as number
    if (!lows.has(low)) continue
    const there = found.get(keyOf({ high: table.high[symbol] as number, low }))
    const text = there && textOf(table, symbol)
    if (text && !changed.has(text.slice(1))) there.push(text)
  }
  return found
}

/** The one to be named: a border of the text, one of the same letter and so of the same section, or the first. */
export function neighbourOf(
  { address, letter }: Occurrence,
  neighbours: Neighbours,
  borders: ReadonlySet<string>,
): string | null {
  const all = neighbours.get(keyOf(address)) ?? []
  const best =
    all.find(text => borders.has(text.slice(1))) ?? all.find(text => text.startsWith(letter)) ?? all[0]
  return best === undefined ? null : best.slice(1)
}
