/**
 * Symbols that are in the table in one layout and not in another.
 *
 * The tool filters symbols by address and type letter, and both depend on the layout. When the table grows, everything
 * after it moves, padding appears and disappears, and symbols that are separated by padding alone may get the same
 * address in another layout. At the boundary of a text range that decides whether they are in the table: data before
 * `_sinittext` counts as text if it gets the address of `_sinittext`, and a symbol at `_etext` is left out. A map does
 * not show what is padding and what is content. But padding that aligns an address is shorter than the alignment, and
 * the alignment is at most the lowest set bit of the address. A gap that is at least as long contains something, and no
 * symbol before it can reach the boundary. So from each boundary a chain of addresses is followed, gap by gap, while the
 * gap may be padding.
 *
 * Type letters matter where the tool drops a symbol for its letter: to linkers a symbol between two sections is absolute
 * in one layout and belongs to a section in another. A dropped symbol with an address in the image may enter the table,
 * and a symbol where two sections meet may leave it.
 *
 * Linker stubs may leave the table too. Which stubs may be added cannot be seen in a map.
 */

import { type Address, isBelow } from '../symbols/address.js'
import { lowerBound } from '../symbols/lower-bound.js'
import { concatTables, gather, type SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { markLinkerStubs } from './linker-stubs.js'
import { sortSymbols } from './order.js'

/** Numbers of symbols in the parsed table. */
export interface LayoutDependent {
  /** Not in the table in this layout. */
  readonly mayEnter: Uint32Array
  /** In the table in this layout. */
  readonly mayLeave: Uint32Array
}

/** The table's symbols, in any order, with and without those that depend on the layout. */
export interface LayoutDependentTables {
  /** With every symbol that may enter. */
  readonly allIn: SymbolTable
  /** Without any symbol that may leave; null where none may. */
  readonly allOut: SymbolTable | null
  /** How many symbols may enter or leave. */
  readonly count: number
  /** Bytes of their letters and names. */
  readonly textBytes: number
}

/** An address that bounds a text range. */
export interface RangeBoundary {
  readonly address: Address
  readonly side: 'start' | 'end'
  /** Whether the symbols at the address, except for the end symbol, are outside. */
  readonly guarded: boolean
}

/**
 * Finds the layout-dependent symbols.
 *
 * @param kept the symbols of the table in this layout, by address
 * @param candidates symbols that no rule about names leaves out, kept or not, in any order; sorted by this function
 * @param letterDecides whether a candidate that is not kept would be kept with another type letter
 * @param boundaries those of the ranges that are defined; none where all symbols are kept
 */
export function findLayoutDependent(
  table: SymbolTable,
  kept: Uint32Array,
  candidates: Uint32Array,
  letterDecides: (symbol: number) => boolean,
  boundaries: readonly RangeBoundary[],
  arena: Arena = new Arena(),
): LayoutDependent {
  sortSymbols(table, candidates, [], arena)
  const mayMove = new Uint8Array(table.count)
  for (const boundary of boundaries) markAround(table, candidates, boundary, mayMove)
  const isKept = new Uint8Array(table.count)
  for (const symbol of kept) isKept[symbol] = 1
  const mayEnter = candidates.filter(
    symbol => isKept[symbol] === 0 && (mayMove[symbol] === 1 || letterDecides(symbol)),
  )
  markBetweenSections(table, kept, mayMove)
  const isStub = markLinkerStubs(table)
  return { mayEnter, mayLeave: kept.filter(symbol => mayMove[symbol] === 1 || isStub[symbol] === 1) }
}

/**
 * The symbols of the table in the extreme layouts.
 *
 * @param kept the symbols of the table in this layout
 * @param newSymbols symbols of the next map that the parsed one does not have yet
 */
export function layoutDependentTables(
  table: SymbolTable,
  { mayEnter, mayLeave }: LayoutDependent,
  kept: Uint32Array,
  newSymbols: SymbolTable,
  arena: Arena,
): LayoutDependentTables {
  const leaves = new Set(mayLeave)
  const allIn = new Uint32Array(kept.length + mayEnter.length)
  allIn.set(kept)
  allIn.set(mayEnter, kept.length)
  const allOut = kept.filter(symbol => !leaves.has(symbol))
  const layoutDependent = concatTables(
    gather(table, Uint32Array.from([...mayEnter, ...mayLeave]), arena),
    newSymbols,
  )
  return {
    allIn: concatTables(gather(table, allIn, arena), newSymbols),
    allOut: leaves.size === 0 ? null : gather(table, allOut, arena),
    count: layoutDependent.count,
    textBytes: layoutDependent.length.reduce((sum, length) => sum + length, 0),
  }
}

/** Marks the symbols at a boundary, and those that may be separated from it by padding alone. */
function markAround(
  table: SymbolTable,
  sorted: Uint32Array,
  { address, side, guarded }: RangeBoundary,
  marks: Uint8Array,
): void {
  const { high, low } = table
  const first = firstNotBelow(table, sorted, address)
  let after = first
  while (after < sorted.length && isAt(table, sorted[after] as number, address)) {
    marks[sorted[after++] as number] = 1
  }

  // Symbols before the boundary: at it, they are inside of a start, and outside of a guarded end.
  let next = address
  if (side === 'start' || guarded) {
    for (let i = first - 1; i >= 0; i--) {
      const symbol = sorted[i] as number
      const here = { high: high[symbol] as number, low: low[symbol] as number }
      if (!mayBePadding(here, next)) break
      marks[symbol] = 1
      next = here
    }
  }
  // Symbols after an end that is not guarded: at it, they are inside.
  if (side === 'end' && !guarded) {
    let before = address
    for (let i = after; i < sorted.length; i++) {
      const symbol = sorted[i] as number
      const here = { high: high[symbol] as number, low: low[symbol] as number }
      if (!mayBePadding(before, here)) break
      marks[symbol] = 1
      before = here
    }
  }
}

/**
 * Marks the symbols that share an address with a symbol of another section: they lie between the two, and a linker that
 * assigns them to one section in this layout may make them absolute in another.
 */
function markBetweenSections(
  { text, start, high, low }: SymbolTable,
  sorted: Uint32Array,
  marks: Uint8Array,
): void {
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1] as number
    const symbol = sorted[i] as number
    if (low[symbol] !== low[before] || high[symbol] !== high[before]) continue
    const letter = SECTION[text[start[symbol] as number] as number] as number
    const letterBefore = SECTION[text[start[before] as number] as number] as number
    if (letter === letterBefore || letter === 0 || letterBefore === 0) continue
    for (const side of [before, symbol]) marks[side] = 1
  }
}

/** The section that a type letter stands for, as the lower-case letter; 0 for letters that stand for something else. */
const SECTION: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte).toLowerCase()
  return /[a-z]/.test(letter) && !'aiuvw'.includes(letter) ? letter.charCodeAt(0) : 0
})

/** Whether the gap between two addresses may be padding that aligns the second one. */
function mayBePadding(from: Address, to: Address): boolean {
  if (from.high === to.high && from.low === to.low) return true
  const gapHigh = to.high - from.high - (to.low < from.low ? 1 : 0)
  const gapLow = (to.low - from.low) >>> 0
  // The lowest of the 64 bits of the second address that is set.
  const bitLow = (to.low & -to.low) >>> 0
  const bitHigh = bitLow === 0 ? (to.high & -to.high) >>> 0 : 0
  return isBelow(gapHigh, gapLow, bitHigh, bitLow)
}

function isAt({ high, low }: SymbolTable, symbol: number, address: Address): boolean {
  return high[symbol] === address.high && low[symbol] === address.low
}

/** The first place of a sorted list whose symbol is not below an address. */
function firstNotBelow({ high, low }: SymbolTable, sorted: Uint32Array, address: Address): number {
  return lowerBound(sorted.length, place => {
    const symbol = sorted[place] as number
    return isBelow(high[symbol] as number, low[symbol] as number, address.high, address.low)
  })
}
