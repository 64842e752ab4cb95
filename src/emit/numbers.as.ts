/**
 * Numbers as text, for the loops: each function returns the position after what it wrote. They write eight bytes at a
 * time; excess bytes are overwritten by what follows.
 */
import { packed } from '../wasm/packed.as'

/** 1 in each of eight bytes. */
const EACH: u64 = ~(<u64>0) / 0xff

const ZERO_X = <u16>packed('0x')

/** The eight hexadecimal digits of a number, the first in the lowest byte. */
function digitsOf(value: u32): u64 {
  // Spreads the bytes, the highest one first, over the lanes, and then the two digits of each byte.
  let lanes: u64 = bswap<u32>(value)
  lanes = (lanes | (lanes << 16)) & 0x0000ffff0000ffff
  lanes = (lanes | (lanes << 8)) & (0xff * (EACH / 0x101))
  const low: u64 = 0x0f * (EACH / 0x101)
  const digits = ((lanes >>> 4) & low) | ((lanes & low) << 8)
  const isLetter = ((digits + 6 * EACH) >>> 4) & EACH
  return digits + 0x30 * EACH + 0x27 * isLetter
}

/** A number as C prints it with `%#x`: 0, or 0x and digits without padding. */
export function putHex(at: usize, value: u32): usize {
  if (value === 0) {
    store<u8>(at, 0x30)
    return at + 1
  }
  const unused = <u32>clz<u32>(value) >>> 2
  store<u16>(at, ZERO_X)
  store<u64>(at + 2, digitsOf(value) >>> ((<u64>unused) << 3))
  return at + 10 - unused
}

/** A number of 64 bits, printed the same way. */
export function putLongHex(at: usize, high: u32, low: u32): usize {
  if (high === 0) return putHex(at, low)
  const end = putHex(at, high)
  store<u64>(end, digitsOf(low))
  return end + 8
}

/** A signed number in decimal. */
export function putDecimal(at: usize, value: i32): usize {
  let rest: u32 = value < 0 ? -value : value
  if (value < 0) store<u8>(at++, 0x2d)
  let end = at + 1
  for (let tens = rest; tens >= 10; tens /= 10) end++
  for (let digit = end; digit > at; rest /= 10) store<u8>(--digit, <u8>(0x30 + (rest % 10)))
  return end
}

/** `, 0xNN` for each byte, eight bytes apart. */
const COMMA_BYTES: usize = commaBytes()

function commaBytes(): usize {
  const texts = memory.data(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    store<u64>(texts + ((<usize>byte) << 3), packed(', 0x') | ((digitsOf(byte) >>> 48) << 32))
  }
  return texts
}

/** A byte as C prints it with `, 0x%02x`. */
export function putCommaByte(at: usize, byte: u8): usize {
  store<u64>(at, load<u64>(COMMA_BYTES + ((<usize>byte) << 3)))
  return at + 6
}

/** A byte as C prints it with `0x%02x`; larger numbers have more digits. */
export function putByte(at: usize, value: u32): usize {
  if (value > 0xff) return putHex(at, value)
  store<u32>(at, <u32>(load<u64>(COMMA_BYTES + ((<usize>value) << 3)) >>> 16))
  return at + 4
}
