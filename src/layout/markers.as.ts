/** The loop over the lengths of the names. */
import { half, setWord } from '../wasm/memory.as'

/**
 * Finds where every `interval`th name begins; returns the bytes of all names.
 *
 * @param codeLength number of codes of each name
 * @param short a length takes one byte for up to this many codes, and `longBytes` bytes above
 */
export function placeNames(
  codeLength: usize,
  count: i32,
  short: u32,
  longBytes: u32,
  interval: i32,
  markers: usize,
): u32 {
  let offset: u32 = 0
  for (let symbol = 0; symbol < count; symbol++) {
    if (symbol % interval === 0) setWord(markers, symbol / interval, offset)
    const size = half(codeLength, symbol)
    offset += size + (size > short ? longBytes : 1)
  }
  return offset
}
