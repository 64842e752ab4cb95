/** Loops over lists of symbols, for their selection. */
import { joined, setWord, wide, word } from '../wasm/memory.as'

/**
 * Gives the symbols of a list with addresses in `[from, to]` another type letter, and flags them.
 *
 * @param flags one byte for each symbol of the table
 */
export function retype(
  symbols: usize,
  count: i32,
  text: usize,
  start: usize,
  high: usize,
  low: usize,
  fromHigh: u32,
  fromLow: u32,
  toHigh: u32,
  toLow: u32,
  letter: u8,
  flags: usize,
): void {
  const from = joined(fromHigh, fromLow)
  const to = joined(toHigh, toLow)
  for (let i = 0; i < count; i++) {
    const symbol = word(symbols, i)
    const address = wide(high, low, symbol)
    if (address < from || address > to) continue
    store<u8>(flags + symbol, 1)
    store<u8>(text + word(start, symbol), letter)
  }
}

/** Removes the marked symbols from a list; returns its new size. */
export function dropMarked(symbols: usize, count: i32, marks: usize): i32 {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const symbol = word(symbols, i)
    setWord(symbols, kept, symbol)
    kept += load<u8>(marks + symbol) === 0 ? 1 : 0
  }
  return kept
}
