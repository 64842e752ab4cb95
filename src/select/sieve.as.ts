/** Loops over the symbols for the passes that select and order them. */
import { half, joined, setHalf, setWord, wide, word } from '../hot/memory.as'

/** The numbers from 0 on. */
export function countUp(numbers: usize, count: i32): void {
  for (let i = 0; i < count; i++) setWord(numbers, i, i)
}

/** Where in a table of 4096 bytes something is noted that has these four bytes. */
export function slotOf(fourBytes: u32): u32 {
  return (fourBytes * 0x9e3779b1) >>> 20
}

/**
 * Lists the symbols at which a rule may apply; `sieve.ts` has what the tables mean.
 *
 * @param marks one byte a symbol, not 0 where the symbol is wanted anyway; 0 for none
 * @param found receives them
 * @returns how many they are
 */
export function sieve(
  text: usize,
  start: usize,
  length: usize,
  count: i32,
  letters: usize,
  firsts: usize,
  lasts: usize,
  fronts: usize,
  backs: usize,
  marks: usize,
  found: usize,
): i32 {
  let size = 0
  for (let symbol = 0; symbol < count; symbol++) {
    const letter = text + word(start, symbol)
    const name = letter + 1
    const last = letter + half(length, symbol) - 1
    if (
      last < name + 3 ||
      load<u8>(letters + load<u8>(letter)) !== 0 ||
      load<u8>(firsts + load<u8>(name)) !== 0 ||
      load<u8>(lasts + load<u8>(last)) !== 0 ||
      load<u8>(fronts + slotOf(load<u32>(name))) !== 0 ||
      load<u8>(backs + slotOf(load<u32>(last - 3))) !== 0 ||
      (marks !== 0 && load<u8>(marks + symbol) !== 0)
    ) {
      setWord(found, size++, symbol)
    }
  }
  return size
}

/**
 * Gives the symbols within `[from, to]` another letter, and flags them.
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

/** The elements of a column of 32 bits for some symbols. */
export function gatherWords(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) setWord(gathered, i, word(column, word(symbols, i)))
}

/** Those of a column of 16 bits. */
export function gatherHalves(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) setHalf(gathered, i, half(column, word(symbols, i)))
}

/** Those of a column of bytes. */
export function gatherBytes(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) store<u8>(gathered + i, load<u8>(column + word(symbols, i)))
}

/** Takes the marked symbols out of a list; returns its new size. */
export function dropMarked(symbols: usize, count: i32, marks: usize): i32 {
  let kept = 0
  for (let i = 0; i < count; i++) {
    const symbol = word(symbols, i)
    setWord(symbols, kept, symbol)
    kept += load<u8>(marks + symbol) === 0 ? 1 : 0
  }
  return kept
}
