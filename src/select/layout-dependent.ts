/**
 * Symbols that another layout may let into the table or leave out of it.
 *
 * The tool judges a symbol by its address and its letter, and both follow the layout. Growth of the table moves what
 * lies behind it, paddings open and close, and symbols that have nothing but padding between them come to share an
 * address, or part. That decides membership at the borders of a text range: data in front of `_sinittext` counts as
 * text when it comes to lie on it, and what lies on `_etext` is left out. A map does not tell padding from content.
 * But padding that aligns an address is shorter than the alignment, which the address shows: its lowest set bit is the
 * most that it can have been aligned to. A gap as long as that holds content, and nothing in front of it can reach the
 * border. So from each border a chain of addresses is followed, gap by gap, while the gap may be padding.
 *
 * Letters matter where one makes the tool drop a symbol: linkers take a symbol between two sections for absolute in
 * one layout and for a section's in another. Such a symbol inside the image may come back, and one that lies where two
 * sections meet may go.
 *
 * Linker stubs may go too. Which ones may come cannot be seen in a map.
 */

import { type Address, isBelow } from '../symbols/address.js'
import { lowerBound } from '../symbols/lower-bound.js'
import { concatTables, gather, type SymbolTable } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { markLinkerStubs } from './linker-stubs.js'
import { sortSymbols } from './order.js'

/** Numbers of symbols in the parsed table. */
export interface LayoutDependent {
  /** Not in the table as things are. */
  readonly mayEnter: Uint32Array
  /** In the table as things are. */
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
export interface RangeBorder {
  readonly address: Address
  readonly side: 'start' | 'end'
  /** Whether the symbols at the address, the end symbol apart, are outside. */
  readonly guarded: boolean
}

/**
 * @param kept the symbols of the table as things are, by address
 * @param candidates symbols that no rule about names leaves out, kept or not, in any order; is sorted
 * @param mayReturn of a candidate that is not kept, whether another letter would let it in
 * @param borders those of the ranges that are defined; none where all symbols are kept
 */
export function findLayoutDependent(
  table: SymbolTable,
  kept: Uint32Array,
  candidates: Uint32Array,
  mayReturn: (symbol: number) => boolean,
  borders: readonly RangeBorder[],
  arena: Arena = new Arena(),
): LayoutDependent {
  sortSymbols(table, candidates, arena)
  const isNear = new Uint8Array(table.count)
  for (const border of borders) markNear(table, candidates, border, isNear)
  const isKept = new Uint8Array(table.count)
  for (const symbol of kept) isKept[symbol] = 1
  const mayEnter = candidates.filter(
    symbol => isKept[symbol] === 0 && (isNear[symbol] === 1 || mayReturn(symbol)),
  )
  markBetweenSections(table, kept, isNear)
  const isStub = markLinkerStubs(table)
  return { mayEnter, mayLeave: kept.filter(symbol => isNear[symbol] === 1 || isStub[symbol] === 1) }
}

/**
 * @param kept the symbols of the table as things are
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

/** Marks the symbols on a border, and those from which only padding may separate it. */
function markNear(
  table: SymbolTable,
  sorted: Uint32Array,
  { address, side, guarded }: RangeBorder,
  isNear: Uint8Array,
): void {
  const { high, low } = table
  const first = firstNotBelow(table, sorted, address)
  let behind = first
  while (behind < sorted.length && isAt(table, sorted[behind] as number, address)) {
    isNear[sorted[behind++] as number] = 1
  }

  // In front of the border: on it, they count as inside its start, and as outside its guarded end.
  let next = address
  if (side === 'start' || guarded) {
    for (let i = first - 1; i >= 0; i--) {
      const symbol = sorted[i] as number
      const here = { high: high[symbol] as number, low: low[symbol] as number }
      if (!mayBePadding(here, next)) break
      isNear[symbol] = 1
      next = here
    }
  }
  // Behind an end that is not guarded: on it, they count as inside.
  if (side === 'end' && !guarded) {
    let before = address
    for (let i = behind; i < sorted.length; i++) {
      const symbol = sorted[i] as number
      const here = { high: high[symbol] as number, low: low[symbol] as number }
      if (!mayBePadding(before, here)) break
      isNear[symbol] = 1
      before = here
    }
  }
}

/**
 * Marks the symbols that share an address with one of another section: they lie between the two, and a linker that
 * takes them for one section's in this layout may take them for absolute in another.
 */
function markBetweenSections(
  { text, start, high, low }: SymbolTable,
  sorted: Uint32Array,
  isNear: Uint8Array,
): void {
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1] as number
    const symbol = sorted[i] as number
    if (low[symbol] !== low[before] || high[symbol] !== high[before]) continue
    const letter = SECTION[text[start[symbol] as number] as number] as number
    const letterBefore = SECTION[text[start[before] as number] as number] as number
    if (letter === letterBefore || letter === 0 || letterBefore === 0) continue
    for (const side of [before, symbol]) isNear[side] = 1
  }
}

/** What a type letter tells of the section: the small letter, or 0 for those that tell of something else. */
const SECTION: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte).toLowerCase()
  return /[a-z]/.test(letter) && !'aiuvw'.includes(letter) ? letter.charCodeAt(0) : 0
})

/** Whether what lies between two addresses may be the padding that aligns the second one. */
function mayBePadding(from: Address, to: Address): boolean {
  if (from.high === to.high && from.low === to.low) return true
  const gapHigh = to.high - from.high - (to.low < from.low ? 1 : 0)
  const gapLow = (to.low - from.low) >>> 0
  // The lowest set bit of the second address, of 64.
  const bitLow = (to.low & -to.low) >>> 0
  const bitHigh = bitLow === 0 ? (to.high & -to.high) >>> 0 : 0
  return isBelow(gapHigh, gapLow, bitHigh, bitLow)
}

function isAt({ high, low }: SymbolTable, symbol: number, address: Address): boolean {
  return high[symbol] === address.high && low[symbol] === address.low
}

/** The first place in a sorted list whose symbol is not below an address. */
function firstNotBelow({ high, low }: SymbolTable, sorted: Uint32Array, address: Address): number {
  return lowerBound(sorted.length, place => {
    const symbol = sorted[place] as number
    return isBelow(high[symbol] as number, low[symbol] as number, address.high, address.low)
  })
}
