/** The loop of the prefilter; `prefilter.ts` has what the tables mean. */
import { half, setWord, word } from '../wasm/memory.as'

/** Where in a table of 4096 bytes, `SLOTS` in `prefilter.ts`, something is noted that has these four bytes. */
export function slotOf(fourBytes: u32): u32 {
  return (fourBytes * 0x9e3779b1) >>> 20
}

/**
 * Lists the symbols at which a rule may apply.
 *
 * @param marks one byte a symbol, not 0 where the symbol is wanted anyway; 0 for none
 * @param found receives them
 * @returns how many they are
 */
export function prefilter(
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
