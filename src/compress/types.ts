/**
 * How the type letters take part in the compression.
 *
 * The C tool compresses a letter together with its name: `T_text` is one string. So a symbol whose letter depends on the
 * layout, as at the boundary of two sections, changes the counts of pairs, the tokens that are chosen, and the size of
 * the table. The table is part of the layout, so that the build may not converge. A letter that is used in one pass only
 * even takes a code from the tokens.
 *
 * - `exact` does what the C tool does.
 * - `literal` stores the letter as a literal before the name, and compresses the names alone. The kernel expands a name
 *   code by code and takes the first character as the type, so that its decoder reads such a table as any other. All
 *   letters that nm prints keep their codes, used or not. Tokens and sizes then depend on the names alone.
 * - `fold` replaces the letters before the compression: upper-case ones, of global symbols, by `T`, all others by `t`, so
 *   that a change of the section has no effect. Weak symbols keep their letters, which do not depend on the layout. The
 *   tables are smaller than the C tool's, but the letters are lost: tools that go by the letter take data for functions.
 */
import { bytesOf } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'

/** The ways whose sizes do not depend on the layout. */
export const STABLE_TYPES = ['literal', 'fold'] as const

export type StableTypes = (typeof STABLE_TYPES)[number]

export type Types = 'exact' | StableTypes

/** All letters that binutils' or LLVM's nm prints, for any object format. */
const NM_LETTERS = '-?ABCDEGINPRSTUVWabcdeginprstuvw'

/** The letters that remain when types are folded. */
const FOLDED_LETTERS = 'TVWtvw'

/** Letters that keep their codes, whether a symbol has them or not. */
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

/** Folds the type letters of symbols in a text buffer. */
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
