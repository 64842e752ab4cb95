/** The numbers of `kallsyms_offsets`, computed before any of them is written: the first that does not fit ends the table. */
import { joined, setWord, wide } from '../wasm/memory.as'

/**
 * The offsets relative to a base, unsigned.
 *
 * @param isAbsolute one byte per symbol, 1 for an address that is taken as it is; 0 if there is none
 * @param isNegative whether all others count down from the base, as with `--absolute-percpu`
 * @param offsets receives the offsets
 * @returns the first symbol whose offset does not fit in 32 bits; `count` if all do
 */
export function baseOffsets(
  high: usize,
  low: usize,
  count: i32,
  isAbsolute: usize,
  isNegative: bool,
  baseHigh: u32,
  baseLow: u32,
  offsets: usize,
): i32 {
  const base = joined(baseHigh, baseLow)
  for (let symbol = 0; symbol < count; symbol++) {
    const address = wide(high, low, symbol)
    if (isAbsolute !== 0 && load<u8>(isAbsolute + symbol) !== 0) {
      if (address > 0x7fffffff) return symbol
      setWord(offsets, symbol, <u32>address)
      continue
    }
    const distance = address - base
    // base - address - 1 is the complement of address - base.
    const offset = isNegative ? ~(<u32>distance) : <u32>distance
    if (distance >>> 32 !== 0 || (isNegative && offset < 0x80000000)) return symbol
    setWord(offsets, symbol, offset)
  }
  return count
}

/** The signed offsets from `_text`; parameters and result are those of `baseOffsets`. */
export function textOffsets(
  high: usize,
  low: usize,
  count: i32,
  textHigh: u32,
  textLow: u32,
  offsets: usize,
): i32 {
  const base = joined(textHigh, textLow)
  for (let symbol = 0; symbol < count; symbol++) {
    const distance = wide(high, low, symbol) - base
    const offset = <i32>distance
    if (<i64>distance !== <i64>offset) return symbol
    setWord(offsets, symbol, offset)
  }
  return count
}
