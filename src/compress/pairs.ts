/**
 * How often each pair of bytes occurs, and where.
 *
 * A pair of codes x, y (y follows x) has the number `x | y << 8`, which is also how ties are decided: of the pairs
 * that occur most often, the one with the smallest number is taken.
 */
import type { SymbolTable } from '../symbols/table.js'

/** Number of pairs of codes. */
export const PAIRS = 0x10000

/** Counts the pairs in all symbols, overlapping ones too. */
export function countPairs(text: Uint8Array, symbols: SymbolTable, counts: Int32Array): void {
  const { start, length, count } = symbols
  for (let symbol = 0; symbol < count; symbol++) {
    let at = start[symbol] as number
    const end = at + (length[symbol] as number)
    let byte = text[at++] as number
    while (at < end) {
      const next = text[at++] as number
      const pair = byte | (next << 8)
      counts[pair] = (counts[pair] as number) + 1
      byte = next
    }
  }
}

/** Marks the bytes that occur: the first of each symbol, and what stands behind another byte. */
export function markBytes(
  text: Uint8Array,
  { start, length, count }: SymbolTable,
  counts: Int32Array,
): Uint8Array {
  const occurs = new Uint8Array(256)
  for (let symbol = 0; symbol < count; symbol++) {
    if (length[symbol] !== 0) occurs[text[start[symbol] as number] as number] = 1
  }
  for (let pair = 0; pair < PAIRS; pair++) if (counts[pair] !== 0) occurs[pair >> 8] = 1
  return occurs
}

/** The places of some pairs in the original text, each pair's in the order of the text. */
export class PairIndex {
  private readonly indexed: Uint8Array = new Uint8Array(PAIRS)
  /** Where each indexed pair's places begin and end in `places`. */
  private readonly first: Uint32Array = new Uint32Array(PAIRS)
  private readonly end: Uint32Array
  private readonly places: Uint32Array

  /** @param pairs the pairs to index; `counts` tells how many places each has */
  constructor(text: Uint8Array, symbols: SymbolTable, counts: Int32Array, pairs: Uint32Array) {
    let total = 0
    for (const pair of pairs) {
      this.indexed[pair] = 1
      this.first[pair] = total
      total += counts[pair] as number
    }
    this.end = this.first.slice()
    this.places = new Uint32Array(total)
    fillIndex(text, symbols, this.indexed, this.end, this.places)
  }

  /** The places of a pair, which the caller may overwrite; null where it is not indexed. */
  take(pair: number): Uint32Array | null {
    return this.indexed[pair] === 1 ? this.places.subarray(this.first[pair], this.end[pair]) : null
  }
}

/** @param end where each pair's next place goes; behind its last one in the end */
function fillIndex(
  text: Uint8Array,
  symbols: SymbolTable,
  indexed: Uint8Array,
  end: Uint32Array,
  places: Uint32Array,
): void {
  const { start, length, count } = symbols
  for (let symbol = 0; symbol < count; symbol++) {
    let at = start[symbol] as number
    const last = at + (length[symbol] as number) - 1
    let byte = text[at] as number
    while (at < last) {
      const next = text[at + 1] as number
      const pair = byte | (next << 8)
      if (indexed[pair] === 1) {
        const slot = end[pair] as number
        places[slot] = at
        end[pair] = slot + 1
      }
      byte = next
      at++
    }
  }
}

/** The pairs that may still become tokens: all whose count is not zero. */
export class LivePairs {
  private readonly pairs: Uint32Array = new Uint32Array(PAIRS)
  private size = 0

  constructor(private readonly counts: Int32Array) {
    for (let pair = 0; pair < PAIRS; pair++) if (counts[pair] !== 0) this.pairs[this.size++] = pair
  }

  /** The pairs with the largest counts, at most so many. */
  mostFrequent(size: number): Uint32Array {
    const { counts } = this
    const sorted = this.pairs
      .slice(0, this.size)
      .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    return sorted.subarray(0, size)
  }

  /** The pair with the largest count, of those the one with the smallest number; -1 when no pair is left. */
  best(): number {
    const { pairs, counts, size } = this
    let best = -1
    let bestCount = 0
    let left = 0
    for (let i = 0; i < size; i++) {
      const pair = pairs[i] as number
      const count = counts[pair] as number
      if (count === 0) continue
      pairs[left++] = pair
      if (count > bestCount || (count === bestCount && pair < best)) {
        best = pair
        bestCount = count
      }
    }
    this.size = left
    return best
  }

  /** Adds the pairs that a new code has come to be part of; the separator makes no pairs. */
  add(code: number, separator: number): void {
    for (let other = 0; other < 256; other++) {
      if (other === separator) continue
      this.addPair(other | (code << 8))
      if (other !== code) this.addPair(code | (other << 8))
    }
  }

  private addPair(pair: number): void {
    if (this.counts[pair] !== 0) this.pairs[this.size++] = pair
  }
}
