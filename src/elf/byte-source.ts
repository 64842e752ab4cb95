/** Files of which only parts are read: of an image with debug information the symbols are a small part. */

/** Bytes that can be read anywhere. */
export interface ByteSource {
  /** For messages. */
  readonly name: string
  readonly size: number
  /**
   * Some of the bytes.
   *
   * @param at from here on, at most `size`
   * @param count as many; fewer at the end
   */
  read(at: number, count: number): Uint8Array
}

/** Bytes that are in memory. */
export function sourceOf(bytes: Uint8Array, name: string): ByteSource {
  return { name, size: bytes.length, read: (at, count) => bytes.subarray(at, at + count) }
}
