/**
 * What became of the symbols of a table from one pass to the next: what makes its size change.
 *
 * A name may stand for several symbols, mostly static functions. Where it has lost a `t` and won a `T`, one symbol of
 * that name has changed its letter; where it has won more than it has lost, others have come in. Which of several it was
 * does not matter to any size.
 */
import type { Dialect } from '../dialect/dialect.js'
import { type OriginalOptions, resolveOptions } from '../generate/options.js'
import { select } from '../select/select.js'
import type { Address } from '../symbols/address.js'
import { type SymbolTable, takeOut } from '../symbols/table.js'
import { withArena } from '../wasm/arena.js'
import { compareTables, textOf } from './compare.js'

/** The symbols of a pass: all of its map, and those of its table. */
export interface PassSymbols {
  readonly read: SymbolTable
  readonly kept: SymbolTable
}

/** A symbol in the map of a pass. */
export interface Occurrence {
  /** As the table has it: a symbol of the percpu area may be an absolute one there. */
  readonly letter: string
  readonly address: Address
  /** Its number among the kept symbols; -1 where the rules have left it out. */
  readonly kept: number
}

/** One symbol of which the two tables do not have the same. Names are bytes, as Latin-1. */
export interface Change {
  readonly name: string
  /** It is in both tables with another letter; has come into the table; or has left it. */
  readonly kind: 'type' | 'joined' | 'left'
  /** Null where the map does not have it. */
  readonly before: Occurrence | null
  readonly after: Occurrence | null
}

/** Applies the rules of a dialect to a map. */
export function symbolsOfPass(read: SymbolTable, dialect: Dialect, options: OriginalOptions): PassSymbols {
  const kept = withArena(arena => {
    const { symbols } = select(read, resolveOptions({ ...options, dialect }), arena)
    // The letters of percpu symbols change, and those of the map are still to be compared.
    return takeOut(symbols, options.absolutePercpu ? symbols.text.slice() : read.text)
  })
  return { read, kept }
}

/** All changes, in the order of the tables: letters first, then what has come, then what has gone. */
export function changesBetween(before: PassSymbols, after: PassSymbols): Change[] {
  const { first, second } = compareTables(before.kept, after.kept, false)
  const lost = byName(before.kept, first)
  const types: Change[] = []
  const came: number[] = []
  for (const symbol of second) {
    const name = textOf(after.kept, symbol, 1)
    const other = lost.get(name)?.shift()
    if (other === undefined) came.push(symbol)
    else {
      types.push({
        name,
        kind: 'type',
        before: occurrence(before.kept, other),
        after: occurrence(after.kept, symbol),
      })
    }
  }
  const gone = [...lost.values()].flat().sort((a, b) => a - b)
  return [
    ...types,
    ...withCounterparts(after.kept, came, before).map(
      ({ name, own, other }): Change => ({ name, kind: 'joined', before: other, after: own }),
    ),
    ...withCounterparts(before.kept, gone, after).map(
      ({ name, own, other }): Change => ({ name, kind: 'left', before: own, after: other }),
    ),
  ]
}

/** Symbols by their names, which each group has in the order given. */
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

/** For symbols of one table those of their names which the other map has and its table does not. */
function withCounterparts(
  table: SymbolTable,
  symbols: readonly number[],
  other: PassSymbols,
): WithCounterpart[] {
  const names = new Set(symbols.map(symbol => textOf(table, symbol, 1)))
  const leftOut = byName(other.read, symbolsNamed(other.read, names))
  for (const [name, kept] of byName(other.kept, symbolsNamed(other.kept, names))) {
    const all = leftOut.get(name) as number[]
    // A symbol has the same place in the arenas of both.
    const starts = new Set(kept.map(symbol => other.kept.start[symbol]))
    leftOut.set(
      name,
      all.filter(symbol => !starts.has(other.read.start[symbol])),
    )
  }
  return symbols.map(symbol => {
    const name = textOf(table, symbol, 1)
    const counterpart = leftOut.get(name)?.shift()
    return {
      name,
      own: occurrence(table, symbol),
      other: counterpart === undefined ? null : occurrence(other.read, counterpart, -1),
    }
  })
}

/** The symbols that have one of some names. */
export function* symbolsNamed(table: SymbolTable, names: ReadonlySet<string>): Generator<number> {
  if (names.size === 0) return
  // Few symbols have the length and the first byte of one of few names; only of those a string is made.
  const candidates = new Set([...names].map(name => (name.length << 8) | name.charCodeAt(0)))
  for (let symbol = 0; symbol < table.count; symbol++) {
    const length = (table.length[symbol] as number) - 1
    const first = table.text[(table.start[symbol] as number) + 1] as number
    if (!candidates.has((length << 8) | first)) continue
    if (names.has(textOf(table, symbol, 1))) yield symbol
  }
}
