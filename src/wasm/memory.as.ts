/**
 * Columns as the loops see them: positions in memory. WebAssembly is little-endian everywhere, but JavaScript's views of
 * the same memory have the byte order of the machine; so a second module is compiled for big-endian machines, which swaps
 * the bytes of elements. Text is bytes, and is read as it is.
 */

/** Element `i` of a column of 32 bits. */
export function word(column: usize, i: i32): u32 {
  const value = load<u32>(column + ((<usize>i) << 2))
  return BIG_ENDIAN ? bswap<u32>(value) : value
}

export function setWord(column: usize, i: i32, value: u32): void {
  store<u32>(column + ((<usize>i) << 2), BIG_ENDIAN ? bswap<u32>(value) : value)
}

/** Element `i` of a column of 16 bits. */
export function half(column: usize, i: i32): u32 {
  const value = load<u16>(column + ((<usize>i) << 1))
  return BIG_ENDIAN ? bswap<u16>(value) : value
}

export function setHalf(column: usize, i: i32, value: u32): void {
  store<u16>(column + ((<usize>i) << 1), BIG_ENDIAN ? bswap<u16>(<u16>value) : <u16>value)
}

/** A number of 64 bits whose halves are in two columns. */
export function wide(high: usize, low: usize, i: i32): u64 {
  return joined(word(high, i), word(low, i))
}

/** A number of 64 bits from its halves. */
export function joined(high: u32, low: u32): u64 {
  return ((<u64>high) << 32) | low
}

/** Zeroes bytes. A view's fill() writes shared memory byte by byte, in case another thread reads it. */
export function zero(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes)
}
