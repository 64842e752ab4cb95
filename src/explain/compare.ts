/**
 * Which symbols two tables do not share.
 *
 * The lists of two passes are nearly the same, in nearly the same order. So both are walked in step; where they part,
 * a few symbols ahead are looked at to find each other again, and what is passed over on either side is matched by name
 * at the end. However the walk goes, only pairs of equals are taken out, so that the rest is the true difference.
 */
import type { SymbolTable } from '../symbols/table.js'

/** Numbers of symbols. */
export interface Difference {
  /** In the first table alone. */
  readonly first: readonly number[]
  /** In the second table alone. */
  readonly second: readonly number[]
  /** In both, but elsewhere in the second: numbers of the second. */
  readonly moved: readonly number[]
}

/** So many symbols ahead the walk looks for its way: a few stubs, or the labels of the tables, are fewer. */
const AHEAD = 64

/** Lists that part so often are not of passes of one link; the rest is then matched by name. */
const MOST_PARTINGS = 20_000

/** @param ignoresLetters whether symbols of one name are equal whatever their type letters are */
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
  for (let partings = 0; i < a.count && j < b.count; ) {
    if (isEqual(i, j)) {
      i++
      j++
      continue
    }
    const ahead = ++partings > MOST_PARTINGS ? null : meeting(i, j, a.count, b.count, isEqual)
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

/** Where the two find each other again when one of them goes on alone; null where they do not soon. */
function meeting(
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

/** Takes the pairs out that stand on both sides. */
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
  let characters = ''
  for (let at = from + skipped; at < from + (length[symbol] as number); at++) {
    characters += String.fromCharCode(text[at] as number)
  }
  return characters
}
