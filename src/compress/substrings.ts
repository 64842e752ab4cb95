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

/** A substring that may become a token: an element of one of the two lists. */
class Candidate {
  profit = FIRST_PROFIT
  next: Candidate = this
  previous: Candidate = this

  /** @param codes one character a code; empty for the head of a list */
  constructor(readonly codes: string) {}

  moveTo(head: Candidate): void {
    this.previous.next = this.next
    this.next.previous = this.previous
    this.next = head.next
    this.previous = head
    head.next.previous = this
    head.next = this
  }
}

/** All substrings of the sample, with their profits. */
class Candidates {
  private readonly bySubstring = new Map<string, Candidate>()
  private readonly gains = new Candidate('')
  private readonly losses = new Candidate('')

  /** Counts the substrings of a string. */
  learn(codes: string): void {
    forEachSubstring(codes, substring => {
      const known = this.bySubstring.get(substring)
      if (known) this.add(known, substring.length - 1)
      else {
        const candidate = new Candidate(substring)
        this.bySubstring.set(substring, candidate)
        candidate.moveTo(this.losses)
      }
    })
  }

  /** Takes the substrings of a string that was counted back. */
  forget(codes: string): void {
    forEachSubstring(codes, substring =>
      this.add(this.bySubstring.get(substring) as Candidate, 1 - substring.length),
    )
  }

  /** The substring with the largest profit; null if none was ever seen. */
  best(): string | null {
    const head = this.gains.next === this.gains ? this.losses : this.gains
    let best: Candidate | null = null
    for (let candidate = head.next; candidate !== head; candidate = candidate.next) {
      if (best === null || candidate.profit > best.profit) best = candidate
    }
    return best?.codes ?? null
  }

  private add(candidate: Candidate, profit: number): void {
    const wasGain = candidate.profit >= 0
    candidate.profit += profit
    const isGain = candidate.profit >= 0
    if (isGain !== wasGain) candidate.moveTo(isGain ? this.gains : this.losses)
  }
}

/** Calls for each substring of at least two codes: by the place of its first code, the longest first. */
function forEachSubstring(codes: string, work: (substring: string) => void): void {
  for (let from = 0; from < codes.length - 1; from++) {
    for (let to = Math.min(codes.length, from + LONGEST); to >= from + 2; to--) work(codes.slice(from, to))
  }
}
