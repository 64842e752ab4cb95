/**
 * How often each pair of codes occurs, and where.
 *
 * A pair of codes x, y (y follows x) has the number `x | y << 8`. It also breaks ties: of the pairs that occur most often,
 * the one with the smallest number is chosen.
 */

import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import { inBlocks } from '../wasm/blocks.js'

/** Number of pairs of codes. */
const PAIRS = 0x10000

/** The strings to be compressed, by positions in an arena; each is at `text` plus its `start`. */
export interface Strings {
  readonly text: number
  readonly start: number
  readonly length: number
  readonly count: number
}

/** @param text the symbols' own buffer, or a changed copy of it */
export function placedIn(arena: Arena, text: Uint8Array, { start, length, count }: SymbolTable): Strings {
  return { text: arena.at(text), start: arena.at(start), length: arena.at(length), count }
}

/** Counts the pairs in all strings, overlapping ones too. */
export function countPairs(arena: Arena, { text, start, length, count }: Strings): Uint32Array {
  const counts = arena.u32(PAIRS)
  const slots = arena.writable(counts)
  inBlocks(count, (from, to) => arena.loops.countPairs(text, start, length, from, to, slots))
  return counts
}

/** Marks the bytes that occur: the first of each string, and the second of each pair. */
export function markBytes(arena: Arena, strings: Strings, counts: Uint32Array): Uint8Array {
  const { text, start, length, count } = strings
  const occurs = arena.u8(256)
  arena.loops.markBytes(text, start, length, count, arena.at(counts), arena.writable(occurs))
  return occurs
}

/** The places of some pairs in the original text, each pair's in the order of the text. */
export class PairIndex {
  /** Where the places of each indexed pair begin and end in `places`, both counted from 1. */
  private readonly first: Uint32Array
  private readonly end: Uint32Array
  private readonly places: Uint32Array

  /** @param pairs the pairs to index; each has as many places as its count */
  constructor(
    arena: Arena,
    { text, start, length, count }: Strings,
    counts: Uint32Array,
    pairs: Uint32Array,
  ) {
    this.first = new Uint32Array(PAIRS)
    let next = 1
    for (const pair of pairs) {
      this.first[pair] = next
      next += counts[pair] as number
    }
    this.end = arena.u32(PAIRS)
    this.end.set(this.first)
    this.places = arena.u32(next - 1)
    const slots = arena.writable(this.end)
    const places = arena.writable(this.places)
    inBlocks(count, (from, to) => arena.loops.indexPairs(text, start, length, from, to, slots, places))
  }

  /** The places of a pair, which the caller may overwrite; null if it is not indexed. */
  take(pair: number): Uint32Array | null {
    const first = this.first[pair] as number
    return first === 0 ? null : this.places.subarray(first - 1, (this.end[pair] as number) - 1)
  }
}

/** The places of a pair of original bytes, by reading the whole text. */
export function findPair(
  arena: Arena,
  { text, start, length, count }: Strings,
  pair: number,
  most: number,
): Uint32Array {
  const places = arena.u32(most)
  return places.subarray(0, arena.loops.findPair(text, start, length, count, pair, arena.writable(places)))
}

/** The pairs that can still become tokens: all whose count is not zero. */
export class LivePairs {
  private readonly pairs: Uint32Array
  private size: number

  constructor(
    private readonly arena: Arena,
    private readonly counts: Uint32Array,
  ) {
    this.pairs = arena.u32(PAIRS)
    this.size = arena.loops.listPairs(arena.at(counts), arena.writable(this.pairs))
  }

  /** The pairs with the largest counts, at most `size`. */
  mostFrequent(size: number): Uint32Array {
    const { counts } = this
    // Count and pair as one number, below 2^48: numbers are sorted without calling a function for each comparison.
    const keys = Float64Array.from(
      this.pairs.subarray(0, this.size),
      pair => (counts[pair] as number) * PAIRS + pair,
    ).sort()
    return Uint32Array.from(keys.subarray(-size), key => key % PAIRS)
  }

  /** The pair with the largest count, of those the one with the smallest number; -1 when no pair is left. */
  best(): number {
    const { arena, pairs, size, counts } = this
    return arena.loops.bestPair(arena.at(pairs), size, arena.at(counts))
  }

  /** Adds the pairs of a new code; the separator is in no pair. */
  add(code: number, separator: number): void {
    const { arena, pairs, size, counts } = this
    this.size = arena.loops.addPairs(arena.writable(pairs), size, arena.at(counts), code, separator)
  }
}
