/**
 * The symbol table: columns in typed arrays over one buffer of bytes. There is no object and no string per symbol.
 *
 * | column   | element | holds                                                                              |
 * |----------|---------|------------------------------------------------------------------------------------|
 * | `text`   | Uint8   | type letter and name of every symbol, with one SEPARATOR byte before and after each  |
 * | `start`  | Uint32  | position of the type letter in `text`; the buffer is hardly longer than the map      |
 * | `length` | Uint16  | bytes of type letter and name together; longer symbols are refused when read        |
 * | `high`   | Uint32  | upper half of the address                                                          |
 * | `low`    | Uint32  | lower half of it: a bigint per symbol would be an object                            |
 *
 * Names are bytes: no encoding is assumed anywhere.
 */

import { Arena } from '../wasm/arena.js'

/** The most bytes of a map: positions are 32 bits wide, and Node.js must be able to allocate buffers of such sizes. */
export const LONGEST_MAP: number = 2 ** 31 - 1

/** Between symbols in the text buffer. A newline: records end there in both grammars, so that no symbol contains one. */
const SEPARATOR = 0x0a

export interface SymbolTable {
  readonly text: Uint8Array
  /** Number of symbols: the columns may be longer. */
  readonly count: number
  readonly start: Uint32Array
  readonly length: Uint16Array
  readonly high: Uint32Array
  readonly low: Uint32Array
}

/** For a first estimate of the number of symbols; lines are longer on average, so that the columns seldom have to grow. */
const BYTES_PER_LINE = 36

/** Where columns are allocated: in an arena for the hot loops, or on the heap. */
interface Allocator {
  u8(count: number): Uint8Array
  u16(count: number): Uint16Array
  u32(count: number): Uint32Array
}

const HEAP: Allocator = {
  u8: count => new Uint8Array(count),
  u16: count => new Uint16Array(count),
  u32: count => new Uint32Array(count),
}

/**
 * A table under construction: a parser writes the text of a symbol into the text buffer, and then adds the symbol. A loop
 * that adds many symbols writes the columns itself, from `count` on, and then sets `count` and `next`.
 */
export class TableBuilder {
  text: Uint8Array
  start: Uint32Array
  length: Uint16Array
  high: Uint32Array
  low: Uint32Array
  /** Symbols so far. */
  count = 0
  /** Where the text of the next symbol goes. */
  next = 1
  private readonly make: Allocator

  /**
   * @param inputLength bytes of input: a symbol's record is never shorter than its text with the separator. If it is not
   *   known, `reserve` grows the buffer.
   */
  constructor(inputLength: number, make: Allocator = HEAP) {
    this.make = make
    this.text = make.u8(inputLength + 2)
    this.text[0] = SEPARATOR
    const capacity = Math.ceil(inputLength / BYTES_PER_LINE) + 16
    this.start = make.u32(capacity)
    this.length = make.u16(capacity)
    this.high = make.u32(capacity)
    this.low = make.u32(capacity)
  }

  /** Symbols that fit in the columns. */
  get capacity(): number {
    return this.start.length
  }

  /** Grows the text buffer, if it must, for that many bytes of the next symbol; `text` is another array then. */
  reserve(bytes: number): void {
    const needed = this.next + bytes + 1
    if (needed <= this.text.length) return
    this.text = copyInto(this.make.u8(Math.max(needed, this.text.length * 2)), this.text)
  }

  /**
   * Adds the symbol whose type letter and name were written from `next` on.
   *
   * @param end position after its text
   */
  add(end: number, high: number, low: number): void {
    if (this.count === this.capacity) this.grow()
    const symbol = this.count++
    this.start[symbol] = this.next
    this.length[symbol] = end - this.next
    this.high[symbol] = high
    this.low[symbol] = low
    this.text[end] = SEPARATOR
    this.next = end + 1
  }

  /** The table; nothing may be added any more. */
  finish(): SymbolTable {
    const { start, length, high, low, count } = this
    return { text: this.text.subarray(0, this.next), count, start, length, high, low }
  }

  /** Makes the columns longer; they are other arrays then. */
  grow(): void {
    const { make } = this
    const capacity = this.capacity * 2
    this.start = copyInto(make.u32(capacity), this.start)
    this.length = copyInto(make.u16(capacity), this.length)
    this.high = copyInto(make.u32(capacity), this.high)
    this.low = copyInto(make.u32(capacity), this.low)
  }
}

/** The table with its columns in an arena: columns that lie elsewhere are copied. */
export function placeTable(table: SymbolTable, arena: Arena): SymbolTable {
  const { text, count, start, length, high, low } = table
  return {
    text: arena.ensure(text),
    count,
    start: arena.ensure(start),
    length: arena.ensure(length),
    high: arena.ensure(high),
    low: arena.ensure(low),
  }
}

/** A copy of a table outside of any arena, with a text buffer of the caller's that has the same symbols. */
export function takeOut({ count, start, length, high, low }: SymbolTable, text: Uint8Array): SymbolTable {
  return { text, count, start: start.slice(), length: length.slice(), high: high.slice(), low: low.slice() }
}

/**
 * The columns of some symbols, in their order.
 *
 * @param arena where they will lie
 */
export function gather(table: SymbolTable, symbols: Uint32Array, arena: Arena = new Arena()): SymbolTable {
  const { loops } = arena
  const count = symbols.length
  const from = arena.at(symbols)
  const words = (column: Uint32Array): Uint32Array => {
    const gathered = arena.u32(count)
    loops.gatherWords(from, count, arena.at(column), arena.writable(gathered))
    return gathered
  }
  const length = arena.u16(count)
  loops.gatherHalves(from, count, arena.at(table.length), arena.writable(length))
  return {
    text: table.text,
    count,
    start: words(table.start),
    length,
    high: words(table.high),
    low: words(table.low),
  }
}

/** The symbols of two tables in one: those of the first, then those of the second. */
export function concatTables(a: SymbolTable, b: SymbolTable): SymbolTable {
  const text = new Uint8Array(a.text.length + b.text.length)
  text.set(a.text)
  text.set(b.text, a.text.length)
  const column = <T extends Uint16Array | Uint32Array>(joined: T, ofA: T, ofB: T): T => {
    joined.set(ofA.subarray(0, a.count))
    joined.set(ofB.subarray(0, b.count), a.count)
    return joined
  }
  const count = a.count + b.count
  const movedStart = b.start.map(start => start + a.text.length)
  return {
    text,
    count,
    start: column(new Uint32Array(count), a.start, movedStart),
    length: column(new Uint16Array(count), a.length, b.length),
    high: column(new Uint32Array(count), a.high, b.high),
    low: column(new Uint32Array(count), a.low, b.low),
  }
}

function copyInto<T extends Uint8Array | Uint16Array | Uint32Array>(target: T, source: T): T {
  target.set(source)
  return target
}
