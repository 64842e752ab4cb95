/**
 * Finds the few symbols that any rule about names and letters may be about.
 *
 * A kernel's rules name some fifty names, beginnings and ends, and hardly any symbol is one of them. So a loop looks
 * up the first four bytes of every name, and the last four, in small tables; what is found there is looked at by the
 * rules themselves. The prefilter lets some through that no rule is about, and never holds back another.
 */

import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'

/** Elements of the tables by four bytes: what `slotOf` in `prefilter.as.ts` may return. */
const SLOTS = 1 << 12

/** Bytes that are looked up at once. */
const PART = 4

/** Columns of a prefilter. */
export class Prefilter {
  private readonly letters: Uint8Array
  private readonly firsts: Uint8Array
  private readonly lasts: Uint8Array
  private readonly fronts: Uint8Array
  private readonly backs: Uint8Array

  constructor(private readonly arena: Arena) {
    this.letters = arena.u8(256)
    this.firsts = arena.u8(256)
    this.lasts = arena.u8(256)
    this.fronts = arena.u8(SLOTS)
    this.backs = arena.u8(SLOTS)
  }

  /** Catches symbols with these type letters. */
  addLetters(letters: string): void {
    for (const letter of letters) this.letters[letter.charCodeAt(0)] = 1
  }

  /** Catches what begins so. Names of fewer bytes than are looked up are always caught. */
  addFronts(fronts: readonly string[]): void {
    for (const front of fronts) {
      if (front === '') this.firsts.fill(1)
      else if (front.length < PART) this.firsts[front.charCodeAt(0)] = 1
      else this.fronts[this.slotOf(front.slice(0, PART))] = 1
    }
  }

  /** Catches what ends so. */
  addBacks(backs: readonly string[]): void {
    for (const back of backs) {
      if (back === '') this.lasts.fill(1)
      else if (back.length < PART) this.lasts[back.charCodeAt(back.length - 1)] = 1
      else this.backs[this.slotOf(back.slice(-PART))] = 1
    }
  }

  /**
   * The symbols that are caught, in their order.
   *
   * @param marks one byte a symbol, 1 for those that are caught anyway; null for none
   */
  find(table: SymbolTable, marks: Uint8Array | null): Uint32Array {
    const { arena, letters, firsts, lasts, fronts, backs } = this
    const found = arena.u32(table.count)
    const count = arena.loops.prefilter(
      arena.at(table.text),
      arena.at(table.start),
      arena.at(table.length),
      table.count,
      arena.at(letters),
      arena.at(firsts),
      arena.at(lasts),
      arena.at(fronts),
      arena.at(backs),
      marks ? arena.at(marks) : 0,
      arena.writable(found),
    )
    return found.subarray(0, count)
  }

  private slotOf(part: string): number {
    return this.arena.loops.slotOf(Buffer.from(part, 'latin1').readUInt32LE())
  }
}
