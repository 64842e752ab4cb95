/** Names are bytes: constants of the format as bytes, and comparing. */

/** The bytes of a constant. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

/** Whether `part` is in `text` at a position. */
export function hasAt(text: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (text[at + i] !== part[i]) return false
  return true
}
