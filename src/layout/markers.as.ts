/** The loop over the lengths of the names. */
import { half, setWord } from '../wasm/memory.as'

/**
 * Where in the names every so many symbols begin; returns the bytes of all names.
 *
 * @param codes of each name
 * @param one the most codes of which the length takes one byte; above them it takes `more`
 */
export function placeNames(codes: usize, count: i32, one: u32, more: u32, every: i32, markers: usize): u32 {
  let offset: u32 = 0
  for (let symbol = 0; symbol < count; symbol++) {
    if (symbol % every === 0) setWord(markers, symbol / every, offset)
    const size = half(codes, symbol)
    offset += size + (size > one ? more : 1)
  }
  return offset
}
