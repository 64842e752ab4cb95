/**
 * The memory in which the hot loops work.
 *
 * Loops over every symbol or every byte are compiled to WebAssembly (`*.as.ts`, beside their stages): in JavaScript most
 * of them had finished before the runtime started to optimise them. Everything that runs once, and all rules, are
 * JavaScript.
 *
 * A loop reads and writes one memory, by position. The columns that one stage leaves to the next are views of it;
 * columns elsewhere are copied in. Memory is allocated by moving one pointer, and freed only when a whole piece of work
 * is done. It is a shared memory, although only one thread uses it, because views of a shared one stay valid when it
 * grows.
 */
import { KallsymsError } from '../errors.js'
import { BIG_ENDIAN, LITTLE_ENDIAN, type Loops } from './loops.js'

/** Bytes of a page of WebAssembly memory. */
const PAGE = 1 << 16

/** The most pages: positions are 32 bits wide. */
const MAX_PAGES = 1 << 16

/** The memory grows by at least this many pages. */
const GROWTH = 256

/** Where the first allocation begins: the loops' own constants are below. */
const HEAP_START = PAGE

/** Every allocation begins at a multiple of this, so that no element straddles cache lines. */
const ALIGNMENT = 64

/** Loops read and write eight bytes at a time, and so past the end of what they were given. */
const OVERSHOOT = 8

/** A column of the symbol table, or of something computed from it. */
export type Column = Uint8Array | Uint16Array | Uint32Array

/** The part of WebAssembly used here: Node.js has it, but its types do not. */
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

/** The loops for the byte order of this machine, which its views of the memory have. */
function loopsForThisMachine(): string {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? LITTLE_ENDIAN : BIG_ENDIAN
}

/** Memory for the columns of one run. */
export class Arena {
  /** The loops; their positions are those of this arena. */
  readonly loops: Loops
  private readonly memory: Memory
  /** The buffers of the memory, as it is now and as it was before it grew: views may be of any of them. */
  private readonly buffers: Set<object> = new Set()
  /** Where the next allocation begins. */
  private next = HEAP_START
  /** Nothing was ever written from here on. */
  private untouched = HEAP_START

  /** @throws {KallsymsError} `too-large` if there is no memory for it */
  constructor() {
    if (typeof WebAssembly === 'undefined') {
      throw new KallsymsError('usage', 'WebAssembly is switched off: start Node.js without --jitless')
    }
    try {
      this.memory = new WebAssembly.Memory({ initial: GROWTH, maximum: MAX_PAGES, shared: true })
    } catch {
      throw noAddressSpace()
    }
    loops ??= new WebAssembly.Module(Buffer.from(loopsForThisMachine(), 'base64'))
    this.loops = new WebAssembly.Instance(loops, { env: { memory: this.memory } }).exports
  }

  /** Zeroed bytes. */
  u8(count: number): Uint8Array {
    const at = this.allocate(count)
    return new Uint8Array(this.view(), at, count)
  }

  /** Zeroed elements of 16 bits. */
  u16(count: number): Uint16Array {
    const at = this.allocate(2 * count)
    return new Uint16Array(this.view(), at, count)
  }

  /** Zeroed elements of 32 bits. */
  u32(count: number): Uint32Array {
    const at = this.allocate(4 * count)
    return new Uint32Array(this.view(), at, count)
  }

  /** The position of bytes that a loop will write before anything reads them: they are not zeroed. */
  scratch(bytes: number): number {
    return this.allocate(bytes, false)
  }

  /** The position of a column; a column outside of the arena is copied in. */
  at(column: Column): number {
    return this.buffers.has(column.buffer) ? column.byteOffset : this.copy(column).byteOffset
  }

  /** The position of a column that a loop writes to, which must lie in the arena. */
  writable(column: Column): number {
    if (!this.buffers.has(column.buffer)) throw new Error('a loop would write to a copy')
    return column.byteOffset
  }

  /** The column itself if it lies in the arena, else a copy that does. */
  ensure<T extends Column>(column: T): T {
    if (this.buffers.has(column.buffer)) return column
    return this.copy(column)
  }

  /** A copy of a column, in the arena. */
  copy<T extends Column>(column: T): T {
    const { buffer, byteOffset, byteLength, length } = column
    const at = this.allocate(byteLength, false)
    new Uint8Array(this.memory.buffer, at, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength))
    const Kind = column.constructor as new (buffer: ArrayBufferLike, at: number, length: number) => T
    return new Kind(this.view(), at, length)
  }

  /** Frees everything: no column may be in use any more. */
  clear(): void {
    this.next = HEAP_START
    this.buffers.clear()
  }

  /** Does a piece of work, and frees all that was allocated for it. */
  scoped<T>(work: () => T): T {
    const { next } = this
    try {
      return work()
    } finally {
      this.next = next
    }
  }

  /**
   * The buffer of the memory, for a column. It is another object after the memory has grown, and perhaps not at once:
   * when any memory of the process grows, the runtime replaces the buffers of all of them some time later.
   */
  private view(): SharedArrayBuffer {
    const { buffer } = this.memory
    this.buffers.add(buffer)
    return buffer
  }

  /** Allocates memory, by default zeroed; returns its position. */
  private allocate(bytes: number, isZeroed = true): number {
    const at = this.next
    const end = at + Math.ceil((bytes + OVERSHOOT) / ALIGNMENT) * ALIGNMENT
    this.growTo(end)
    if (isZeroed && at < this.untouched) this.loops.zero(at, Math.min(end, this.untouched) - at)
    this.untouched = Math.max(this.untouched, end)
    this.next = end
    return at
  }

  private growTo(end: number): void {
    const missing = Math.ceil((end - this.memory.buffer.byteLength) / PAGE)
    if (missing <= 0) return
    const left = MAX_PAGES - this.memory.buffer.byteLength / PAGE
    if (missing > left) {
      throw new KallsymsError('too-large', 'the map has more symbols than fit in 4 GiB of memory')
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
    'the address space is too small: raise its limit (ulimit -v), or set NODE_OPTIONS=--disable-wasm-trap-handler (Node.js 20.15 and later), which needs less of it',
  )
}

/** Arenas that are not in use. There are as many arenas as pieces of work have been nested. */
const idleArenas: Arena[] = []

/**
 * Does a piece of work in an arena of its own; no column of it may be in use afterwards. The arena is kept for the next
 * piece of work: the garbage collector does not see how large arenas are, and would let many accumulate.
 */
export function withArena<T>(work: (arena: Arena) => T): T {
  const arena = idleArenas.pop() ?? new Arena()
  try {
    return work(arena)
  } finally {
    arena.clear()
    idleArenas.push(arena)
  }
}
