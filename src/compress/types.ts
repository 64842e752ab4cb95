/**
 * How the type letters take part in the compression.
 *
 * The C tool compresses a letter together with its name: `T_text` is one string. So a symbol that changes its letter
 * with the layout, as those at the border of two sections do, changes the counts of pairs, the tokens that are chosen,
 * and the size of the table; the table is part of the layout; and the build may not come to an end. A letter that
 * comes into use in one pass alone even takes a code from the tokens.
 *
 * - `exact` does what the C tool does.
 * - `literal` stores the letter as a code of its own in front of the name, and compresses names alone. The kernel
 *   expands a name code by code and takes the first character for the type, which this gives, so that its decoder
 *   reads the table as any other. All letters that nm knows keep their codes, used or not. What the tables and the
 *   tokens come to then depends on the names alone.
 * - `fold` replaces letters before the compression: `T` for capital ones, which stand for global symbols, `t` for
 *   all others, so that a change of sections changes nothing. Weak symbols keep theirs: weakness is no matter of layout.
 *   The tables are smaller than the C tool's, but the letters are lost.
 */
import { bytesOf } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'

/** The ways that do not depend on the layout. */
export const STABLE_TYPES = ['literal', 'fold'] as const

export type StableTypes = (typeof STABLE_TYPES)[number]

export type Types = 'exact' | StableTypes

/** All letters that nm of binutils or of LLVM prints for any object format. */
const NM_LETTERS = '-?ABCDEGINPRSTUVWabcdeginprstuvw'

/** The letters that are left when types are folded. */
const FOLDED_LETTERS = 'TVWtvw'

/** Letters that keep their codes whether a symbol has them or not. */
export function reservedLetters(types: Types): Uint8Array {
  switch (types) {
    case 'exact':
      return new Uint8Array(0)
    case 'literal':
      return bytesOf(NM_LETTERS)
    case 'fold':
      return bytesOf(FOLDED_LETTERS)
  }
}

/** What each letter becomes when types are folded. */
const FOLDED: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte)
  if (/[VWvw]/.test(letter)) return byte
  return (/[A-Z]/.test(letter) ? 'T' : 't').charCodeAt(0)
})

/** Folds the type letters in a text of which the symbols have the places. */
export function foldTypes(text: Uint8Array, { start, count }: SymbolTable): void {
  for (let symbol = 0; symbol < count; symbol++) {
    const at = start[symbol] as number
    text[at] = FOLDED[text[at] as number] as number
  }
}

/** The symbols without their letters; the text buffer is the same. */
export function withoutTypes(symbols: SymbolTable): SymbolTable {
  const { count } = symbols
  const start = new Uint32Array(count)
  const length = new Uint16Array(count)
  for (let symbol = 0; symbol < count; symbol++) {
    start[symbol] = (symbols.start[symbol] as number) + 1
    length[symbol] = (symbols.length[symbol] as number) - 1
  }
  return { ...symbols, start, length }
}
