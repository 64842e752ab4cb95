/**
 * Stubs, thunks and veneers: code that a linker makes where a call does not reach, with symbols of its own. Which there
 * are follows from the distances in the image, and so from the layout.
 */
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import { findSubstrings } from './ignore.js'

/**
 * What their names hold: LLVM's for all its targets (`__AArch64ADRPThunk_f`, `__ARMv5LongLdrPcThunk_f`), GNU's for
 * powerpc (`00000012.long_branch.f`).
 */
const SUBSTRINGS = ['Thunk_', '.long_branch.', '.plt_branch.']

/** What they end in: GNU's for arm, arm64 and others (`__f_veneer`, `__f_from_arm`). */
const SUFFIXES = ['_veneer', '_from_arm', '_from_thumb'].map(bytesOf)

/** Marks the symbols that look made by a linker: one byte a symbol, 1 for such a one. */
export function markLinkerMade(table: SymbolTable): Uint8Array {
  const { text, start, length, count } = table
  const marks = findSubstrings(table, SUBSTRINGS, -1) ?? new Uint8Array(count)
  for (let symbol = 0; symbol < count; symbol++) {
    const from = (start[symbol] as number) + 1
    const end = (start[symbol] as number) + (length[symbol] as number)
    for (const suffix of SUFFIXES) {
      if (end - from >= suffix.length && hasAt(text, end - suffix.length, suffix)) marks[symbol] = 1
    }
  }
  return marks
}
