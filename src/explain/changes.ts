/**
 * The changes of a table's symbols from one pass to the next: they are what changes its size.
 *
 * Several symbols may have one name, mostly static functions. If a name lost a `t` and gained a `T`, one of its symbols
 * changed its letter; if it gained more than it lost, symbols were added. No size depends on which of them it was.
 */
import type { Dialect } from '../dialect/dialect.js'
import { type OriginalOptions, resolveOptions } from '../generate/options.js'
import { select } from '../select/select.js'
import type { Address } from '../symbols/address.js'
import { type SymbolTable, takeOut } from '../symbols/table.js'
import { withArena } from '../wasm/arena.js'
import { compareTables, textOf } from './compare.js'

/** The symbols of a pass: those of its map, and those of its table. */
export interface PassSymbols {
  readonly read: SymbolTable
  readonly kept: SymbolTable
}

/** A symbol in the map of a pass. */
export interface Occurrence {
  /** As in the table, where a symbol of the percpu area may be absolute. */
  readonly letter: string
  readonly address: Address
  /** Its number among the kept symbols; -1 if it is not in the table. */
  readonly kept: number
}

/** A symbol in which two tables differ. The name is bytes, as Latin-1. */
export interface Change {
  readonly name: string
  /** It is in both tables with different letters, entered the table, or left it. */
  readonly kind: 'type' | 'joined' | 'left'
  /** Null if the map does not have it. */
  readonly before: Occurrence | null
  readonly after: Occurrence | null
}

/** Applies the rules of a dialect to a map. */
export function symbolsOfPass(read: SymbolTable, dialect: Dialect, options: OriginalOptions): PassSymbols {
  const kept = withArena(arena => {
    const { symbols } = select(read, resolveOptions({ ...options, dialect }), arena)
    // Percpu symbols get another letter in the text, and the letters of the map are needed later.
    return takeOut(symbols, options.absolutePercpu ? symbols.text.slice() : read.text)
  })
  return { read, kept }
}

/** All changes: of letters, then symbols that entered, then symbols that left, each in the order of the table. */
export function changesBetween(before: PassSymbols, after: PassSymbols): Change[] {
  const { first, second } = compareTables(before.kept, after.kept, false)
  const lost = byName(before.kept, first)
  const types: Change[] = []
  const joined: number[] = []
  for (const symbol of second) {
    const name = textOf(after.kept, symbol, 1)
    const other = lost.get(name)?.shift()
    if (other === undefined) joined.push(symbol)
    else {
      types.push({
        name,
        kind: 'type',
        before: occurrence(before.kept, other),
        after: occurrence(after.kept, symbol),
      })
    }
  }
  const left = [...lost.values()].flat().sort((a, b) => a - b)
  return [
    ...types,
    ...withCounterparts(after.kept, joined, before).map(
      ({ name, own, other }): Change => ({ name, kind: 'joined', before: other, after: own }),
    ),
    ...withCounterparts(before.kept, left, after).map(
      ({ name, own, other }): Change => ({ name, kind: 'left', before: own, after: other }),
    ),
  ]
}

/** Symbols by name, in the given order for each name. */
function byName(table: SymbolTable, symbols: Iterable<number>): Map<string, number[]> {
  const names = new Map<string, number[]>()
  for (const symbol of symbols) {
    const name = textOf(table, symbol, 1)
    const same = names.get(name)
    if (same) same.push(symbol)
    else names.set(name, [symbol])
  }
  return names
}

function occurrence(table: SymbolTable, symbol: number, kept = symbol): Occurrence {
  return {
    letter: String.fromCharCode(table.text[table.start[symbol] as number] as number),
    address: { high: table.high[symbol] as number, low: table.low[symbol] as number },
    kept,
  }
}

interface WithCounterpart {
  readonly name: string
  readonly own: Occurrence
  readonly other: Occurrence | null
}

/** Pairs symbols of one table with those of the same name that the other map has but its table does not. */
function withCounterparts(
  table: SymbolTable,
  symbols: readonly number[],
  other: PassSymbols,
): WithCounterpart[] {
  const names = new Set(symbols.map(symbol => textOf(table, symbol, 1)))
  const outside = byName(other.read, symbolsNamed(other.read, names))
  for (const [name, kept] of byName(other.kept, symbolsNamed(other.kept, names))) {
    const all = outside.get(name) as number[]
    // Both tables have a symbol at the same position of their text.
    const starts = new Set(kept.map(symbol => other.kept.start[symbol]))
    outside.set(
      name,
      all.filter(symbol => !starts.has(other.read.start[symbol])),
    )
  }
  return symbols.map(symbol => {
    const name = textOf(table, symbol, 1)
    const counterpart = outside.get(name)?.shift()
    return {
      name,
      own: occurrence(table, symbol),
      other: counterpart === undefined ? null : occurrence(other.read, counterpart, -1),
    }
  })
}

/** The symbols with one of some names. */
export function* symbolsNamed(table: SymbolTable, names: ReadonlySet<string>): Generator<number> {
  if (names.size === 0) return
  // Strings are made only for names that have the length and the first byte of a wanted one.
  const candidates = new Set([...names].map(name => (name.length << 8) | name.charCodeAt(0)))
  for (let symbol = 0; symbol < table.count; symbol++) {
    const length = (table.length[symbol] as number) - 1
    const first = table.text[(table.start[symbol] as number) + 1] as number
    if (!candidates.has((length << 8) | first)) continue
    if (names.has(textOf(table, symbol, 1))) yield symbol
  }
}
