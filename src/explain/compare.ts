/**
 * The difference of two symbol tables.
 *
 * The tables of two passes are nearly equal, in nearly the same order. Both are walked in parallel; where they differ,
 * a few symbols ahead are searched for the next equal pair, and the symbols skipped on either side are matched by name
 * at the end. Only equal symbols are ever paired, so that the rest is the true difference whatever path the walk takes.
 */
import type { SymbolTable } from '../symbols/table.js'

/** Numbers of symbols. */
export interface Difference {
  /** Only in the first table. */
  readonly first: readonly number[]
  /** Only in the second table. */
  readonly second: readonly number[]
  /** In both, but at another position in the second: numbers of the second. */
  readonly moved: readonly number[]
}

/** How many symbols ahead are searched: more than a few stubs, or the labels of the tables. */
const AHEAD = 64

/** Tables that differ in more places are not of one link; the rest of them is matched by name alone. */
const MAX_MISMATCHES = 20_000

/** @param ignoresLetters whether symbols of the same name are equal regardless of their type letters */
export function compareTables(a: SymbolTable, b: SymbolTable, ignoresLetters: boolean): Difference {
  const skipped = ignoresLetters ? 1 : 0
  const isEqual = (i: number, j: number): boolean => {
    const length = a.length[i] as number
    if (length !== b.length[j]) return false
    const from = a.start[i] as number
    const other = b.start[j] as number
    for (let k = skipped; k < length; k++) if (a.text[from + k] !== b.text[other + k]) return false
    return true
  }
  const onlyA: number[] = []
  const onlyB: number[] = []
  let i = 0
  let j = 0
  for (let mismatches = 0; i < a.count && j < b.count; ) {
    if (isEqual(i, j)) {
      i++
      j++
      continue
    }
    const ahead = ++mismatches > MAX_MISMATCHES ? null : nextEqual(i, j, a.count, b.count, isEqual)
    if (ahead === null) {
      onlyA.push(i++)
      onlyB.push(j++)
      continue
    }
    while (i < ahead.i) onlyA.push(i++)
    while (j < ahead.j) onlyB.push(j++)
  }
  while (i < a.count) onlyA.push(i++)
  while (j < b.count) onlyB.push(j++)
  return matched(a, b, onlyA, onlyB, skipped)
}

/** The next equal pair if only one of the two tables is advanced; null if there is none nearby. */
function nextEqual(
  i: number,
  j: number,
  endA: number,
  endB: number,
  isEqual: (i: number, j: number) => boolean,
): { i: number; j: number } | null {
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    if (j + ahead < endB && isEqual(i, j + ahead)) return { i, j: j + ahead }
    if (i + ahead < endA && isEqual(i + ahead, j)) return { i: i + ahead, j }
  }
  return null
}

/** Removes the pairs that are on both sides. */
function matched(
  a: SymbolTable,
  b: SymbolTable,
  onlyA: readonly number[],
  onlyB: readonly number[],
  skipped: number,
): Difference {
  const waiting = new Map<string, number[]>()
  for (const symbol of onlyA) {
    const text = textOf(a, symbol, skipped)
    const same = waiting.get(text)
    if (same) same.push(symbol)
    else waiting.set(text, [symbol])
  }
  const second: number[] = []
  const moved: number[] = []
  for (const symbol of onlyB) {
    if (waiting.get(textOf(b, symbol, skipped))?.shift() === undefined) second.push(symbol)
    else moved.push(symbol)
  }
  return { first: [...waiting.values()].flat().sort((x, y) => x - y), second, moved }
}

/** The bytes of a symbol as Latin-1: its letter and its name, or the name alone with `skipped` 1. */
export function textOf({ text, start, length }: SymbolTable, symbol: number, skipped = 0): string {
  const from = start[symbol] as number
  const to = from + (length[symbol] as number)
  return Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('latin1', from + skipped, to)
}

/** The address of a symbol, hexadecimal without prefix. */
export function addressText({ high, low }: SymbolTable, symbol: number): string {
  return ((BigInt(high[symbol] as number) << 32n) | BigInt(low[symbol] as number)).toString(16)
}
