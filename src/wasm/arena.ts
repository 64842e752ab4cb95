/**
 * The memory in which the hot loops work.
 *
 * What runs over every symbol or every byte is compiled to WebAssembly (`*.as.ts`, beside the passes): in JavaScript
 * most of these loops were over before the runtime had come to optimise them. What happens once, and all rules, are
 * JavaScript.
 *
 * A loop reads and writes one memory, by position. The columns that one pass leaves for the next are views of it; what
 * lies elsewhere is copied in. Arena is handed out in a row, and taken back only when all of a piece of work is done
 * with it. The memory is a shared one, though nobody shares it, since its views stay valid when it grows.
 */
import { KallsymsError } from '../errors.js'
import { BIG_ENDIAN, LITTLE_ENDIAN, type Loops } from './loops.js'

/** Bytes of a page of memory. */
const PAGE = 1 << 16

/** The most pages: positions are 32 bits wide. */
const MOST_PAGES = 1 << 16

/** The memory grows by so many pages at least. */
const GROWTH = 256

/** Where the first piece begins: below are the loops' own constants. */
const FIRST = PAGE

/** Every piece begins at a multiple of this, so that no element straddles cache lines. */
const ALIGNMENT = 64

/** Loops read and write eight bytes at a time, and so beyond what they were given. */
const OVERSHOOT = 8

/** A column of the symbol table, or of what is made of it. */
export type Column = Uint8Array | Uint16Array | Uint32Array

/** What is used of WebAssembly: Node has it, and its types do not. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number; shared: boolean }) => Memory
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: { env: { memory: Memory } }) => { readonly exports: Loops }
}

interface Memory {
  readonly buffer: SharedArrayBuffer
  grow(pages: number): void
}

/** Compiled once, for all arenas. */
let loops: object | undefined

/** The loops whose elements are as this machine has them in views of the memory. */
function ofThisMachine(): string {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? LITTLE_ENDIAN : BIG_ENDIAN
}

/** Arena for the columns of one run. */
export class Arena {
  /** The loops; positions that they take are those of this arena. */
  readonly loops: Loops
  private readonly memory: Memory
  /** The memory as it is and as it was before it grew, which views may still be of. */
  private readonly buffers: Set<object> = new Set()
  private end = FIRST
  /** Nothing was ever written from here on. */
  private clean = FIRST

  /** @throws {KallsymsError} `too-large` where no memory can be had */
  constructor() {
    if (typeof WebAssembly === 'undefined') {
      throw new KallsymsError('usage', 'WebAssembly is switched off: start Node.js without --jitless')
    }
    try {
      this.memory = new WebAssembly.Memory({ initial: GROWTH, maximum: MOST_PAGES, shared: true })
    } catch {
      throw noAddressSpace()
    }
    loops ??= new WebAssembly.Module(Buffer.from(ofThisMachine(), 'base64'))
    this.loops = new WebAssembly.Instance(loops, { env: { memory: this.memory } }).exports
  }

  /** Zeroed bytes. */
  u8(count: number): Uint8Array {
    const at = this.take(count)
    return new Uint8Array(this.view(), at, count)
  }

  /** Zeroed elements of 16 bits. */
  u16(count: number): Uint16Array {
    const at = this.take(2 * count)
    return new Uint16Array(this.view(), at, count)
  }

  /** Zeroed elements of 32 bits. */
  u32(count: number): Uint32Array {
    const at = this.take(4 * count)
    return new Uint32Array(this.view(), at, count)
  }

  /** The position of so many bytes that a loop will write before anything reads them: they hold what they did. */
  scratch(bytes: number): number {
    return this.take(bytes, false)
  }

  /** The position of a column; one that lies elsewhere is copied in. */
  at(column: Column): number {
    return this.buffers.has(column.buffer) ? column.byteOffset : this.copy(column).byteOffset
  }

  /** The position of a column that a loop writes to, which must lie here. */
  writable(column: Column): number {
    if (!this.buffers.has(column.buffer)) throw new Error('a loop would write to a copy')
    return column.byteOffset
  }

  /** A column that lies here: the one that is given, or a copy. */
  ensure<T extends Column>(column: T): T {
    if (this.buffers.has(column.buffer)) return column
    return this.copy(column)
  }

  /** A copy of a column that lies here. */
  copy<T extends Column>(column: T): T {
    const { buffer, byteOffset, byteLength, length } = column
    const at = this.take(byteLength, false)
    new Uint8Array(this.memory.buffer, at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength))
    const Kind = column.constructor as new (buffer: ArrayBufferLike, at: number, length: number) => T
    return new Kind(this.view(), at, length)
  }

  /** Takes back all that was handed out: no column may be in use any more. */
  clear(): void {
    this.end = FIRST
    this.buffers.clear()
  }

  /** Does a piece of work, and takes back all memory that was handed out for it. */
  scoped<T>(work: () => T): T {
    const { end } = this
    try {
      return work()
    } finally {
      this.end = end
    }
  }

  /**
   * The memory, for a column. The object that stands for it is another when the memory has grown, and not at once: when
   * any memory of the process grows, the runtime makes new ones for all of them at the next occasion.
   */
  private view(): SharedArrayBuffer {
    const { buffer } = this.memory
    this.buffers.add(buffer)
    return buffer
  }

  /** Hands out memory, zeroed if so wanted; returns its position. */
  private take(bytes: number, isZeroed = true): number {
    const at = this.end
    const end = at + Math.ceil((bytes + OVERSHOOT) / ALIGNMENT) * ALIGNMENT
    this.reserve(end)
    if (isZeroed && at < this.clean) this.loops.zero(at, Math.min(end, this.clean) - at)
    this.clean = Math.max(this.clean, end)
    this.end = end
    return at
  }

  private reserve(end: number): void {
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / PAGE)
    if (missing <= 0) return
    const left = MOST_PAGES - this.memory.buffer.byteLength / PAGE
    if (missing > left) {
      const what = 'a map of so many symbols needs more than the 4 GiB that the tables are made in'
      throw new KallsymsError('too-large', what)
    }
    try {
      this.memory.grow(Math.min(Math.max(missing, GROWTH), left))
    } catch {
      throw noAddressSpace()
    }
  }
}

function noAddressSpace(): KallsymsError {
  return new KallsymsError(
    'too-large',
    'no room in the address space: raise its limit (ulimit -v), or set NODE_OPTIONS=--disable-wasm-trap-handler (from Node.js 20.15 on), which takes less of it',
  )
}

/** Arenas of work that is done: as many as there were pieces of work within one another. */
const spare: Arena[] = []

/**
 * Does a piece of work in an arena of its own, of which nothing may be in use afterwards. The arena is kept for the next
 * piece: the runtime does not see how large arenas are, and would let many pile up.
 */
export function withArena<T>(work: (arena: Arena) => T): T {
  const arena = spare.pop() ?? new Arena()
  try {
    return work(arena)
  } finally {
    arena.clear()
    spare.push(arena)
  }
}
