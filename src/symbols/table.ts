/**
 * The symbol table: columns in typed arrays over one buffer of bytes. No object and no string exists per symbol.
 *
 * | column   | element | holds                                                                             |
 * |----------|---------|-----------------------------------------------------------------------------------|
 * | `text`   | Uint8   | type letter and name of every symbol, each behind one SEPARATOR byte; one ends it   |
 * | `start`  | Uint32  | position of the type letter in `text`; the buffer is hardly longer than its map      |
 * | `length` | Uint16  | bytes of type letter and name together; longer symbols are refused when read       |
 * | `high`   | Uint32  | upper half of the address                                                         |
 * | `low`    | Uint32  | lower half: 64 bits as two halves, since a bigint per symbol would be an object    |
 *
 * Names are bytes: no encoding is assumed anywhere.
 */

import { Arena } from '../wasm/arena.js'

/** The most bytes of a map: positions are 32 bits wide, and what is made of them must stay within what Node allocates. */
export const LONGEST_MAP: number = 2 ** 31 - 1

/** Ends every symbol in the text buffer. A newline: the grammars end records at it, so that no symbol can hold one. */
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

/** What a symbol takes of a map on average, at most: a first guess of their number that seldom has to grow. */
const BYTES_PER_LINE = 36

/** Where columns are made: in an arena for the hot loops, or anywhere. */
interface Allocator {
  u8(count: number): Uint8Array
  u16(count: number): Uint16Array
  u32(count: number): Uint32Array
}

const ANYWHERE: Allocator = {
  u8: count => new Uint8Array(count),
  u16: count => new Uint16Array(count),
  u32: count => new Uint32Array(count),
}

/**
 * A table under construction: a parser writes the text of a symbol into the text buffer, and then adds the symbol. A loop
 * that adds many writes the columns itself, from `count` on, and then says what it added.
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
   * @param inputLength bytes of input: a symbol's record is never shorter than its text with the separator. Where it is
   *   not known, `reserve` grows it.
   */
  constructor(inputLength: number, make: Allocator = ANYWHERE) {
    this.make = make
    this.text = make.u8(inputLength + 2)
    this.text[0] = SEPARATOR
    const capacity = Math.ceil(inputLength / BYTES_PER_LINE) + 16
    this.start = make.u32(capacity)
    this.length = make.u16(capacity)
    this.high = make.u32(capacity)
    this.low = make.u32(capacity)
  }

  /** Symbols that the columns have room for. */
  get capacity(): number {
    return this.start.length
  }

  /** Makes room in the text buffer for so many bytes of the next symbol; `text` is another array then. */
  reserve(bytes: number): void {
    const needed = this.next + bytes + 1
    if (needed <= this.text.length) return
    this.text = copyInto(this.make.u8(Math.max(needed, this.text.length * 2)), this.text)
  }

  /**
   * Adds the symbol whose type letter and name were written from `next` on.
   *
   * @param end position behind its text
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

  /** The table; nothing can be added any more. */
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

/** A table whose columns lie in an arena: the one that is given, or a copy. */
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

/** A copy of a table that needs no arena any more, over a buffer of the same symbols elsewhere. */
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

/** The symbols of two tables in one, the second's behind the first's. */
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
