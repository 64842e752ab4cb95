/** The ends of what some symbols span. */
import { type Address, HIGHEST, isBelow, ZERO } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'

/** The lowest address of the symbols that are not flagged; 2^64-1 without any. */
export function lowestAddress(table: SymbolTable, symbols: Uint32Array, flags: Uint8Array | null): Address {
  let { high, low } = HIGHEST
  for (const symbol of symbols) {
    if (flags?.[symbol]) continue
    const upper = table.high[symbol] as number
    const lower = table.low[symbol] as number
    if (isBelow(upper, lower, high, low)) {
      high = upper
      low = lower
    }
  }
  return { high, low }
}

/** The highest address of the symbols; 0 without any. */
export function highestAddress(table: SymbolTable, symbols: Uint32Array): Address {
  let { high, low } = ZERO
  for (const symbol of symbols) {
    const upper = table.high[symbol] as number
    const lower = table.low[symbol] as number
    if (isBelow(high, low, upper, lower)) {
      high = upper
      low = lower
    }
  }
  return { high, low }
}
