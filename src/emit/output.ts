/**
 * Output through one buffer that is flushed whenever it is nearly full.
 *
 * A table of half a million symbols is 100 MB of text. It is written through a buffer that stays in the processor's
 * cache, so that no memory of that size is ever used.
 */
import type { Arena } from '../wasm/arena.js'

/**
 * Takes a piece of the output. The bytes are valid during the call only, and lie in a `SharedArrayBuffer`: copy them to
 * keep them, or to pass them to an interface that does not accept shared memory.
 */
export type Sink = (chunk: Uint8Array) => void

/** The buffer is flushed when it has this many bytes. */
const FULL = 1 << 18

/** Bytes that may be written after that: the longest piece is a line of kallsyms_names, below 450 KiB. */
const LONGEST_PIECE = 1 << 19

/** Words of the cursor: the position in the buffer, and one for the loop's own use. */
const CURSOR_WORDS = 2

/**
 * Writes the lines of the entries from `from` on, up to `to` or until the buffer is full.
 *
 * @param buffer position of the buffer in the arena
 * @param cursor position of the cursor
 * @returns the next entry
 */
export type LineLoop = (
  ...where: [buffer: number, full: number, cursor: number, from: number, to: number]
) => number

export class Output {
  private readonly buffer: Uint8Array
  private readonly cursor: Uint32Array
  /** Bytes given to the sink. */
  private flushed = 0

  constructor(
    private readonly sink: Sink,
    private readonly arena: Arena,
  ) {
    this.buffer = arena.u8(FULL + LONGEST_PIECE)
    this.cursor = arena.u32(CURSOR_WORDS)
  }

  /** Bytes written so far. */
  get written(): number {
    return this.flushed + this.position
  }

  /** Adds short ASCII text. */
  text(text: string): void {
    if (this.position >= FULL) this.flush()
    let at = this.position
    for (let i = 0; i < text.length; i++) this.buffer[at++] = text.charCodeAt(i)
    this.position = at
  }

  /** Adds bytes, no more than a symbol may have. */
  bytes(bytes: Uint8Array): void {
    if (this.position >= FULL) this.flush()
    this.buffer.set(bytes, this.position)
    this.position += bytes.length
  }

  /** Adds the lines of a number of entries. */
  lines(count: number, loop: LineLoop): void {
    const { arena, buffer, cursor } = this
    cursor.fill(0, 1)
    for (let entry = 0; entry < count; ) {
      if (this.position >= FULL) this.flush()
      entry = loop(arena.writable(buffer), FULL, arena.writable(cursor), entry, count)
    }
  }

  /** Gives the content of the buffer to the sink. */
  flush(): void {
    const chunk = this.buffer.subarray(0, this.position)
    this.flushed += this.position
    // Before the call: if it fails, the same bytes must not be written again.
    this.position = 0
    if (chunk.length > 0) this.sink(chunk)
  }

  /** Bytes in the buffer. */
  private get position(): number {
    return this.cursor[0] as number
  }

  private set position(position: number) {
    this.cursor[0] = position
  }
}
