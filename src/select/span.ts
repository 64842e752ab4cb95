/** The range of the addresses of some symbols. */
import { type Address, HIGHEST, isBelow, ZERO } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'

export interface Span {
  /** 2^64-1 if there is no symbol. */
  readonly lowest: Address
  /** 0 if there is no symbol. */
  readonly highest: Address
}

/** The range of the addresses of the symbols that are not flagged. */
export function spanOf({ high, low }: SymbolTable, symbols: Uint32Array, flags: Uint8Array | null): Span {
  let { high: lowestHigh, low: lowestLow } = HIGHEST
  let { high: highestHigh, low: highestLow } = ZERO
  for (const symbol of symbols) {
    if (flags?.[symbol]) continue
    const upper = high[symbol] as number
    const lower = low[symbol] as number
    if (isBelow(upper, lower, lowestHigh, lowestLow)) {
      lowestHigh = upper
      lowestLow = lower
    }
    if (isBelow(highestHigh, highestLow, upper, lower)) {
      highestHigh = upper
      highestLow = lower
    }
  }
  return { lowest: { high: lowestHigh, low: lowestLow }, highest: { high: highestHigh, low: highestLow } }
}
