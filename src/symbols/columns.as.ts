/** Loops that fill lists and columns of symbols. */
import { half, setHalf, setWord, word } from '../wasm/memory.as'

/** The numbers 0, 1, 2, … */
export function countUp(numbers: usize, count: i32): void {
  for (let i = 0; i < count; i++) setWord(numbers, i, i)
}

/** The elements of a column of 32 bits for some symbols. */
export function gatherWords(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) setWord(gathered, i, word(column, word(symbols, i)))
}

/** The same for a column of 16 bits. */
export function gatherHalves(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) setHalf(gathered, i, half(column, word(symbols, i)))
}

/** The same for a column of bytes. */
export function gatherBytes(symbols: usize, count: i32, column: usize, gathered: usize): void {
  for (let i = 0; i < count; i++) store<u8>(gathered + i, load<u8>(column + word(symbols, i)))
}
