/** Hexadecimal numbers of 64 bits, as C reads them: with a sign, with a prefix, saturating. */

/** Value of each byte as a hexadecimal digit, -1 for all others. */
export const HEX_VALUE: Int8Array = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  const letter = digit.toString(16)
  HEX_VALUE[letter.charCodeAt(0)] = digit
  HEX_VALUE[letter.toUpperCase().charCodeAt(0)] = digit
}

/** Whether the byte is white space in C: tab, newline, vertical tab, form feed, carriage return, blank. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

/** A number as two halves. */
export interface HexNumber {
  high: number
  low: number
}

/**
 * Reads sign, prefix and digits at a position; the caller skips leading white space.
 *
 * @param loosePrefix whether `0x` is accepted even if no digit follows, as by scanf; strtoull does not
 * @param number receives the value: saturated at 2^64-1, else negated modulo 2^64 after a `-`
 * @returns the position after the number; without any digit `~position`, which is negative, of the byte after the sign
 */
export function readHex(
  input: Uint8Array,
  from: number,
  end: number,
  loosePrefix: boolean,
  number: HexNumber,
): number {
  let at = from
  const sign = at < end ? input[at] : 0
  if (sign === 0x2b || sign === 0x2d) at++
  if (at >= end || (HEX_VALUE[input[at] as number] as number) < 0) return ~at
  if (input[at] === 0x30 && at + 1 < end && ((input[at + 1] as number) | 0x20) === 0x78) {
    if (loosePrefix || (at + 2 < end && (HEX_VALUE[input[at + 2] as number] as number) >= 0)) at += 2
  }
  let high = 0
  let low = 0
  let saturated = false
  for (; at < end; at++) {
    const digit = HEX_VALUE[input[at] as number] as number
    if (digit < 0) break
    if (high >>> 28 !== 0) saturated = true
    high = ((high << 4) | (low >>> 28)) >>> 0
    low = ((low << 4) | digit) >>> 0
  }
  if (saturated) {
    high = low = 0xffffffff
  } else if (sign === 0x2d) {
    low = -low >>> 0
    high = (~high + (low === 0 ? 1 : 0)) >>> 0
  }
  number.high = high
  number.low = low
  return at
}
