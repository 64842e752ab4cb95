/** The loop of the prefilter; `prefilter.ts` explains the tables. */
import { half, setWord, word } from '../wasm/memory.as'

/** A hash of four bytes: the slot in a table of 4096 bytes, `SLOTS` in `prefilter.ts`. */
export function slotOf(fourBytes: u32): u32 {
  return (fourBytes * 0x9e3779b1) >>> 20
}

/**
 * Lists the symbols that a rule may apply to.
 *
 * @param marks one byte per symbol, not 0 for a symbol that is listed in any case; 0 for no marks
 * @param found receives the symbols
 * @returns their number
 */
export function prefilter(
  text: usize,
  start: usize,
  length: usize,
  count: i32,
  letters: usize,
  firstBytes: usize,
  lastBytes: usize,
  prefixes: usize,
  suffixes: usize,
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
      load<u8>(firstBytes + load<u8>(name)) !== 0 ||
      load<u8>(lastBytes + load<u8>(last)) !== 0 ||
      load<u8>(prefixes + slotOf(load<u32>(name))) !== 0 ||
      load<u8>(suffixes + slotOf(load<u32>(last - 3))) !== 0 ||
      (marks !== 0 && load<u8>(marks + symbol) !== 0)
    ) {
      setWord(found, size++, symbol)
    }
  }
  return size
}
