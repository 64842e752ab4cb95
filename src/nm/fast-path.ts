/**
 * Plain records, which nearly all lines of a map are, are read by a hot loop; the grammars read the others.
 *
 * The loop works on a copy of one window of the input after the other. The window stays in the processor's cache, and
 * the input is never copied as a whole.
 */

import type { TableBuilder } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'

/** Bytes of the window. */
const WINDOW_BYTES = 1 << 16

/** With fewer bytes of the window left, the next record may not be complete in it. */
const MARGIN = 1 << 10

export class PlainRecords {
  private readonly window: Uint8Array
  /** The part of the input that is in the window. */
  private from = 0
  private to = 0
  /** The loop's: position in the window, number of symbols, position of the next symbol in the text buffer. */
  private readonly state: Uint32Array

  /**
   * @param longest the most bytes of a name; records with longer names are left to the grammar
   */
  constructor(
    private readonly arena: Arena,
    private readonly input: Uint8Array,
    private readonly builder: TableBuilder,
    private readonly longest: number,
  ) {
    this.window = arena.u8(WINDOW_BYTES)
    this.state = arena.u32(3)
  }

  /** Adds the plain records from a position on to the table; returns the position of the first other one. */
  read(position: number): number {
    const { input } = this
    let at = position
    while (at < input.length) {
      if (at < this.from || this.isNearEnd(at)) this.fill(at)
      const from = at
      at = this.readWindow(at)
      if (this.builder.count === this.builder.capacity) this.builder.grow()
      else if (at === from || !this.isNearEnd(at)) break
    }
    return at
  }

  private isNearEnd(at: number): boolean {
    return this.to < this.input.length ? this.to - at < MARGIN : at >= this.to
  }

  private fill(at: number): void {
    this.from = at
    this.to = Math.min(at + WINDOW_BYTES, this.input.length)
    this.window.set(this.input.subarray(this.from, this.to))
  }

  private readWindow(at: number): number {
    const { arena, builder, state, window } = this
    const { text, start, length, high, low } = builder
    state.set([at - this.from, builder.count, builder.next])
    arena.loops.readPlainRecords(
      arena.writable(state),
      arena.at(window),
      this.to - this.from,
      this.longest,
      builder.capacity,
      arena.writable(text),
      arena.writable(start),
      arena.writable(length),
      arena.writable(high),
      arena.writable(low),
    )
    const [position, count, next] = state as unknown as [number, number, number]
    builder.count = count
    builder.next = next
    return this.from + position
  }
}
