/**
 * How often each pair of bytes occurs, and where.
 *
 * A pair of codes x, y (y follows x) has the number `x | y << 8`, which is also how ties are decided: of the pairs
 * that occur most often, the one with the smallest number is taken.
 */
import { inBlocks } from '../hot/blocks.js'
import type { Room } from '../hot/room.js'
import type { SymbolTable } from '../symbols/table.js'

/** Number of pairs of codes. */
const PAIRS = 0x10000

/** What is compressed, by positions in a room: each string lies at `text` and its `start`. */
export interface Strings {
  readonly text: number
  readonly start: number
  readonly length: number
  readonly count: number
}

/** @param text the symbols' own, or a changed copy of it */
export function placedIn(room: Room, text: Uint8Array, { start, length, count }: SymbolTable): Strings {
  return { text: room.at(text), start: room.at(start), length: room.at(length), count }
}

/** Counts the pairs in all strings, overlapping ones too. */
export function countPairs(room: Room, { text, start, length, count }: Strings): Uint32Array {
  const counts = room.words(PAIRS)
  const slots = room.own(counts)
  inBlocks(count, (from, to) => room.loops.countPairs(text, start, length, from, to, slots))
  return counts
}

/** Marks the bytes that occur: the first of each string, and what stands behind another byte. */
export function markBytes(room: Room, strings: Strings, counts: Uint32Array): Uint8Array {
  const { text, start, length, count } = strings
  const occurs = room.bytes(256)
  room.loops.markBytes(text, start, length, count, room.at(counts), room.own(occurs))
  return occurs
}

/** The places of some pairs in the original text, each pair's in the order of the text. */
export class PairIndex {
  /** Where each indexed pair's places begin and end in `places`, both counted from 1. */
  private readonly first: Uint32Array
  private readonly end: Uint32Array
  private readonly places: Uint32Array

  /** @param pairs the pairs to index; `counts` tells how many places each has */
  constructor(room: Room, { text, start, length, count }: Strings, counts: Uint32Array, pairs: Uint32Array) {
    this.first = new Uint32Array(PAIRS)
    let next = 1
    for (const pair of pairs) {
      this.first[pair] = next
      next += counts[pair] as number
    }
    this.end = room.words(PAIRS)
    this.end.set(this.first)
    this.places = room.words(next - 1)
    const slots = room.own(this.end)
    const places = room.own(this.places)
    inBlocks(count, (from, to) => room.loops.indexPairs(text, start, length, from, to, slots, places))
  }

  /** The places of a pair, which the caller may overwrite; null where it is not indexed. */
  take(pair: number): Uint32Array | null {
    const first = this.first[pair] as number
    return first === 0 ? null : this.places.subarray(first - 1, (this.end[pair] as number) - 1)
  }
}

/** The places of a pair of original bytes, by a walk over the whole text. */
export function findPair(
  room: Room,
  { text, start, length, count }: Strings,
  pair: number,
  most: number,
): Uint32Array {
  const places = room.words(most)
  return places.subarray(0, room.loops.findPair(text, start, length, count, pair, room.own(places)))
}

/** The pairs that may still become tokens: all whose count is not zero. */
export class LivePairs {
  private readonly pairs: Uint32Array
  private size: number

  constructor(
    private readonly room: Room,
    private readonly counts: Uint32Array,
  ) {
    this.pairs = room.words(PAIRS)
    this.size = room.loops.listPairs(room.at(counts), room.own(this.pairs))
  }

  /** The pairs with the largest counts, at most so many. */
  mostFrequent(size: number): Uint32Array {
    const { counts } = this
    // Count and pair as one number, below 2^48: those are sorted without a call for each two of them.
    const keys = Float64Array.from(
      this.pairs.subarray(0, this.size),
      pair => (counts[pair] as number) * PAIRS + pair,
    ).sort()
    return Uint32Array.from(keys.subarray(-size), key => key % PAIRS)
  }

  /** The pair with the largest count, of those the one with the smallest number; -1 when no pair is left. */
  best(): number {
    const { room, pairs, size, counts } = this
    return room.loops.bestPair(room.at(pairs), size, room.at(counts))
  }

  /** Adds the pairs that a new code has come to be part of; the separator makes no pairs. */
  add(code: number, separator: number): void {
    const { room, pairs, size, counts } = this
    this.size = room.loops.addPairs(room.own(pairs), size, room.at(counts), code, separator)
  }
}
