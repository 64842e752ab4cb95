/**
 * Output through one buffer that is handed on whenever it is nearly full.
 *
 * A table of half a million symbols is 100 MB of text. Written through a buffer that stays in the processor's cache,
 * no memory of that size is ever touched.
 */

/** Takes a piece of the output. The bytes are valid during the call only. */
export type Sink = (chunk: Uint8Array) => void

/** The buffer is handed on when so much is in it. */
const FULL = 1 << 20

/** What may be written between two looks at whether it is full: a line of kallsyms_names is the longest, below 450 KiB. */
const LONGEST_PIECE = 1 << 19

export class Output {
  readonly buffer: Uint8Array = new Uint8Array(FULL + LONGEST_PIECE)
  readonly view: DataView = new DataView(this.buffer.buffer)
  /** Bytes in the buffer. */
  position = 0
  /** Bytes handed on. */
  flushed = 0

  constructor(private readonly sink: Sink) {}

  /** From this position on the buffer has to be handed on before a line is begun. */
  static readonly LIMIT: number = FULL

  /** Hands on what is in the buffer. */
  flush(): void {
    const chunk = this.buffer.subarray(0, this.position)
    this.flushed += this.position
    // Before the call: if that fails, there must be nothing left to be handed on again.
    this.position = 0
    if (chunk.length > 0) this.sink(chunk)
  }

  /** Bytes written so far. */
  get written(): number {
    return this.flushed + this.position
  }

  /** Adds short ASCII text. */
  text(text: string): void {
    if (this.position >= FULL) this.flush()
    for (let i = 0; i < text.length; i++) this.buffer[this.position++] = text.charCodeAt(i)
  }

  /** Adds bytes, at most as many as a symbol has. */
  bytes(bytes: Uint8Array): void {
    if (this.position >= FULL) this.flush()
    this.buffer.set(bytes, this.position)
    this.position += bytes.length
  }
}
