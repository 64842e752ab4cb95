/**
 * Finds the few symbols that a rule about names and type letters may apply to.
 *
 * A dialect's rules have some fifty names, prefixes and suffixes, and hardly any symbol matches one of them. So a loop
 * looks up the first four and the last four bytes of every name in small hash tables; only the symbols that it finds are
 * tested by the rules themselves. It may find a symbol that no rule matches, and never misses one that a rule matches.
 */

import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'

/** Elements of the hash tables: more than any result of `slotOf` in `prefilter.as.ts`. */
const SLOTS = 1 << 12

/** Bytes of a name that are looked up in a hash table. */
const KEY_BYTES = 4

export class Prefilter {
  /** By type letter. */
  private readonly letters: Uint8Array
  /** By the first and by the last byte of the name, for prefixes and suffixes that are shorter than a key. */
  private readonly firstBytes: Uint8Array
  private readonly lastBytes: Uint8Array
  /** By the first and by the last bytes of the name, hashed. */
  private readonly prefixes: Uint8Array
  private readonly suffixes: Uint8Array

  constructor(private readonly arena: Arena) {
    this.letters = arena.u8(256)
    this.firstBytes = arena.u8(256)
    this.lastBytes = arena.u8(256)
    this.prefixes = arena.u8(SLOTS)
    this.suffixes = arena.u8(SLOTS)
  }

  /** Finds symbols with these type letters. */
  addLetters(letters: string): void {
    for (const letter of letters) this.letters[letter.charCodeAt(0)] = 1
  }

  /** Finds names with these prefixes. Names that are shorter than a key are always found. */
  addPrefixes(prefixes: readonly string[]): void {
    for (const prefix of prefixes) {
      if (prefix === '') this.firstBytes.fill(1)
      else if (prefix.length < KEY_BYTES) this.firstBytes[prefix.charCodeAt(0)] = 1
      else this.prefixes[this.slotOf(prefix.slice(0, KEY_BYTES))] = 1
    }
  }

  /** Finds names with these suffixes. */
  addSuffixes(suffixes: readonly string[]): void {
    for (const suffix of suffixes) {
      if (suffix === '') this.lastBytes.fill(1)
      else if (suffix.length < KEY_BYTES) this.lastBytes[suffix.charCodeAt(suffix.length - 1)] = 1
      else this.suffixes[this.slotOf(suffix.slice(-KEY_BYTES))] = 1
    }
  }

  /**
   * The symbols that a rule may apply to, in their order.
   *
   * @param marks one byte per symbol, 1 for those that are found in any case; null for none
   */
  find(table: SymbolTable, marks: Uint8Array | null): Uint32Array {
    const { arena, letters, firstBytes, lastBytes, prefixes, suffixes } = this
    const found = arena.u32(table.count)
    const count = arena.loops.prefilter(
      arena.at(table.text),
      arena.at(table.start),
      arena.at(table.length),
      table.count,
      arena.at(letters),
      arena.at(firstBytes),
      arena.at(lastBytes),
      arena.at(prefixes),
      arena.at(suffixes),
      marks ? arena.at(marks) : 0,
      arena.writable(found),
    )
    return found.subarray(0, count)
  }

  private slotOf(key: string): number {
    return this.arena.loops.slotOf(Buffer.from(key, 'latin1').readUInt32LE())
  }
}
