/**
 * The compression of 2.6.10 to 2.6.13: tokens are substrings of up to eleven codes, chosen by the bytes that they save.
 *
 * What is computed is fixed by the C tool, down to the order in which it looks at equals:
 *
 * - The substrings of a sample of the symbols are counted: at most 1,024 symbols, evenly over the table. The profit of a
 *   substring is -10 when it is first seen, and each further occurrence adds its length less one.
 * - Candidates stand in two lists: losses (profit below zero) and gains. A candidate enters a list at its head: when it
 *   is first seen, and whenever its profit crosses zero.
 * - Each free code, from 255 down, gets the candidate with the largest profit, of equal ones the first in its list. The
 *   list of losses is searched only when there are no gains. Without any candidate the rest of the codes stay free.
 * - The token replaces its substring in all symbols, from left to right. A symbol of the sample is counted again then:
 *   first all its substrings lose, longest first at each place, then those of the new codes gain.
 *
 * Measured against the tool of 2.6.12 on real and on random maps. Its search for a substring may run past the end of a
 * symbol and depend on what lies there; here it stops at the end, as was meant.
 *
 * Strings hold one character a code, since the runtime searches and replaces in strings at memory speed.
 */
import type { Tokens } from './tokens.js'

/** The longest token, in codes. */
const LONGEST = 11

/** Symbols that are counted, at most. */
const SAMPLE = 1024

/** The profit of a substring that was seen once: its text takes space in the token table, too. */
const FIRST_PROFIT = -10

/** Stands between two symbols; no code is as large. */
const SEPARATOR = '\u0100'

/**
 * Gives the free codes to substrings, and replaces these in the strings.
 *
 * @param strings what is compressed of each symbol, in the order of the table, one character a byte
 * @param free the codes that no byte needs, descending
 * @param tokens receives what the codes stand for
 * @returns the codes of each string, one character a code
 */
export function makeSubstringTokens(
  strings: readonly string[],
  free: readonly number[],
  tokens: Tokens,
): string[] {
  const candidates = new Candidates()
  const sample = sampleOf(strings)
  for (const codes of sample) candidates.learn(codes)
  let all = strings.join(SEPARATOR)
  for (const code of free) {
    const substring = candidates.best()
    if (substring === null) break
    tokens.setSubstring(
      code,
      Uint8Array.from(substring, character => character.charCodeAt(0)),
    )
    const token = String.fromCharCode(code)
    all = all.replaceAll(substring, token)
    for (const [i, codes] of sample.entries()) {
      if (!codes.includes(substring)) continue
      const replaced = codes.replaceAll(substring, token)
      candidates.forget(codes)
      candidates.learn(replaced)
      sample[i] = replaced
    }
  }
  return strings.length === 0 ? [] : all.split(SEPARATOR)
}

/** Some of the strings, evenly over all of them: the error of a symbol's share is carried to the next. */
function sampleOf(strings: readonly string[]): string[] {
  let share = 0
  return strings.filter(() => {
    share += SAMPLE
    if (share < strings.length) return false
    share -= strings.length
    return true
  })
}

/** Numbers of the heads of the two lists; 0 is no element of a list. */
const GAINS = 1
const LOSSES = 2

/** The number of the empty substring, of which all others are continuations. */
const EMPTY = 3

/** At first; doubled when half of it is in use. */
const SLOTS = 1 << 16

/**
 * All substrings of the sample, with their profits.
 *
 * A substring has a number, and is found by the number of the one without its last code: the substrings that begin at one
 * place are found one after the other, without any text.
 */
class Candidates {
  /** By number: the substring without its last code, that code, the profit, and the neighbours in the list. */
  private prefix = new Uint32Array(SLOTS / 2)
  private last = new Uint8Array(SLOTS / 2)
  private profit = new Int32Array(SLOTS / 2)
  private next = new Uint32Array(SLOTS / 2)
  private previous = new Uint32Array(SLOTS / 2)
  /** Numbers by prefix and last code; 0 where a slot is free. */
  private slots = new Uint32Array(SLOTS)
  private count = EMPTY + 1
  /** The numbers of the substrings at one place, by length; one code alone is no candidate. */
  private readonly atPlace = new Uint32Array(LONGEST + 1)

  constructor() {
    for (const head of [GAINS, LOSSES]) {
      this.next[head] = head
      this.previous[head] = head
    }
  }

  /** Counts the substrings of a string. */
  learn(codes: string): void {
    for (let from = 0; from < codes.length - 1; from++) {
      for (let length = this.find(codes, from); length >= 2; length--) {
        const candidate = this.atPlace[length] as number
        if (this.next[candidate] !== 0) this.add(candidate, length - 1)
        else {
          this.profit[candidate] = FIRST_PROFIT
          this.enter(candidate, LOSSES)
        }
      }
    }
  }

  /** Takes the substrings of a string that was counted back. */
  forget(codes: string): void {
    for (let from = 0; from < codes.length - 1; from++) {
      for (let length = this.find(codes, from); length >= 2; length--)
        this.add(this.atPlace[length] as number, 1 - length)
    }
  }

  /** The substring with the largest profit; null if none was ever seen. */
  best(): string | null {
    const { next, profit } = this
    const head = next[GAINS] === GAINS ? LOSSES : GAINS
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let candidate = next[head] as number; candidate !== head; candidate = next[candidate] as number) {
      if ((profit[candidate] as number) <= most) continue
      best = candidate
      most = profit[candidate] as number
    }
    return best === 0 ? null : this.textOf(best)
  }

  private textOf(candidate: number): string {
    const prefix = this.prefix[candidate] as number
    const code = String.fromCharCode(this.last[candidate] as number)
    return prefix === EMPTY ? code : this.textOf(prefix) + code
  }

  /** Sets `atPlace` for the substrings that begin at a place. Returns the length of the longest. */
  private find(codes: string, from: number): number {
    const longest = Math.min(LONGEST, codes.length - from)
    let candidate = EMPTY
    for (let length = 1; length <= longest; length++) {
      candidate = this.numberOf(candidate, codes.charCodeAt(from + length - 1))
      this.atPlace[length] = candidate
    }
    return longest
  }

  /** The number of a substring, a new one where it was not seen before. */
  private numberOf(prefix: number, code: number): number {
    const mask = this.slots.length - 1
    let slot = Math.imul(prefix * 256 + code, 0x9e3779b1) >>> 7
    for (;;) {
      const candidate = this.slots[slot & mask] as number
      if (candidate === 0) break
      if (this.prefix[candidate] === prefix && this.last[candidate] === code) return candidate
      slot++
    }
    if (this.count * 2 === this.slots.length) {
      this.grow()
      return this.numberOf(prefix, code)
    }
    const candidate = this.count++
    this.prefix[candidate] = prefix
    this.last[candidate] = code
    this.slots[slot & mask] = candidate
    return candidate
  }

  private grow(): void {
    const size = this.slots.length
    this.prefix = enlarged(this.prefix, new Uint32Array(size))
    this.last = enlarged(this.last, new Uint8Array(size))
    this.profit = enlarged(this.profit, new Int32Array(size))
    this.next = enlarged(this.next, new Uint32Array(size))
    this.previous = enlarged(this.previous, new Uint32Array(size))
    this.slots = new Uint32Array(2 * size)
    const mask = 2 * size - 1
    for (let candidate = EMPTY + 1; candidate < this.count; candidate++) {
      const key = (this.prefix[candidate] as number) * 256 + (this.last[candidate] as number)
      let slot = Math.imul(key, 0x9e3779b1) >>> 7
      while (this.slots[slot & mask] !== 0) slot++
      this.slots[slot & mask] = candidate
    }
  }

  private add(candidate: number, profit: number): void {
    const before = this.profit[candidate] as number
    const after = before + profit
    this.profit[candidate] = after
    if (before >= 0 === after >= 0) return
    const next = this.next[candidate] as number
    const previous = this.previous[candidate] as number
    this.next[previous] = next
    this.previous[next] = previous
    this.enter(candidate, after >= 0 ? GAINS : LOSSES)
  }

  /** Puts a candidate at the head of a list. */
  private enter(candidate: number, head: number): void {
    const next = this.next[head] as number
    this.next[candidate] = next
    this.previous[candidate] = head
    this.previous[next] = candidate
    this.next[head] = candidate
  }
}

function enlarged<Column extends Uint8Array | Uint32Array | Int32Array>(
  column: Column,
  larger: Column,
): Column {
  larger.set(column)
  return larger
}
