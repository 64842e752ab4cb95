/** Numbers as text, written into a buffer; each function returns the position behind what it wrote. */

/** The digits of a byte: two characters, the first in the low half. */
const TWO_DIGITS: Uint16Array = new Uint16Array(256)
/** `0xNN` of a byte: four characters, the first in the lowest byte. */
export const BYTE_TEXT: Uint32Array = new Uint32Array(256)
const DIGIT: Uint8Array = new Uint8Array(16)
for (let value = 0; value < 256; value++) {
  const text = value.toString(16).padStart(2, '0')
  TWO_DIGITS[value] = text.charCodeAt(0) | (text.charCodeAt(1) << 8)
  BYTE_TEXT[value] = ((TWO_DIGITS[value] << 16) | 0x7830) >>> 0
  if (value < 16) DIGIT[value] = text.charCodeAt(1)
}

/** A 64-bit number as C prints it with `%#x`: 0, or 0x and digits without padding. */
export function putHex(buffer: Uint8Array, at: number, high: number, low: number): number {
  if (high === 0 && low === 0) {
    buffer[at] = 0x30
    return at + 1
  }
  buffer[at++] = 0x30
  buffer[at++] = 0x78
  const digits = high !== 0 ? 16 - (Math.clz32(high) >>> 2) : 8 - (Math.clz32(low) >>> 2)
  for (let digit = digits - 1; digit >= 0; digit--) {
    const half = digit >= 8 ? high : low
    buffer[at++] = DIGIT[(half >>> ((digit & 7) * 4)) & 0xf] as number
  }
  return at
}

/** A byte as C prints it with `0x%02x`; larger numbers have more digits. */
export function putByte(buffer: Uint8Array, at: number, value: number): number {
  if (value > 0xff) return putHex(buffer, at, 0, value)
  buffer[at++] = 0x30
  buffer[at++] = 0x78
  buffer[at++] = DIGIT[value >> 4] as number
  buffer[at++] = DIGIT[value & 0xf] as number
  return at
}

/** A signed 32-bit number in decimal. */
export function putDecimal(buffer: Uint8Array, at: number, value: number): number {
  if (value < 0) {
    buffer[at++] = 0x2d
    value = -value
  }
  let digits = 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++
  for (let i = at + digits - 1; i >= at; i--) {
    buffer[i] = 0x30 + (value % 10)
    value = Math.floor(value / 10)
  }
  return at + digits
}
