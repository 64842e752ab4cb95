/**
 * Output through one buffer that is handed on whenever it is nearly full.
 *
 * A table of half a million symbols is 100 MB of text. Written through a buffer that stays in the processor's cache,
 * no memory of that size is ever touched.
 */
import type { Arena } from '../wasm/arena.js'

/**
 * Takes a piece of the output. The bytes are valid during the call only, and lie in a `SharedArrayBuffer`: what is to
 * go on later, or to an interface that takes no shared memory, has to be copied.
 */
export type Sink = (chunk: Uint8Array) => void

/** The buffer is handed on when so much is in it. */
const FULL = 1 << 18

/** What may be written beyond that: a line of kallsyms_names is the longest, below 450 KiB. */
const LONGEST_PIECE = 1 << 19

/** Words of the cursor: where in the buffer the next byte goes, and what a loop keeps for itself. */
const CURSOR_WORDS = 2

/**
 * Writes lines of some entries from `from` on, up to `to` or until the buffer is full.
 *
 * @param buffer its position in the arena
 * @param cursor that of the cursor
 * @returns the entry that is next
 */
export type LineLoop = (
  ...where: [buffer: number, full: number, cursor: number, from: number, to: number]
) => number

export class Output {
  private readonly buffer: Uint8Array
  private readonly cursor: Uint32Array
  /** Bytes handed on. */
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

  /** Adds bytes, at most as many as a symbol has. */
  bytes(bytes: Uint8Array): void {
    if (this.position >= FULL) this.flush()
    this.buffer.set(bytes, this.position)
    this.position += bytes.length
  }

  /** Adds the lines of so many entries. */
  lines(count: number, loop: LineLoop): void {
    const { arena, buffer, cursor } = this
    cursor.fill(0, 1)
    for (let entry = 0; entry < count; ) {
      if (this.position >= FULL) this.flush()
      entry = loop(arena.writable(buffer), FULL, arena.writable(cursor), entry, count)
    }
  }

  /** Hands on what is in the buffer. */
  flush(): void {
    const chunk = this.buffer.subarray(0, this.position)
    this.flushed += this.position
    // Before the call: if that fails, there must be nothing left to be handed on again.
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
