/**
 * What became of the symbols of a table from one pass to the next: the causes that make its size change.
 *
 * Addresses and order are not looked at, as no size depends on them. A name may stand for several symbols, all of which
 * are static functions then, so that symbols are counted and not paired one by one: where a name has lost a `t` and won
 * a `T`, one symbol of that name has changed its letter.
 */
import type { Dialect } from '../dialect/dialect.js'
import { parse } from '../nm/parse.js'
import type { OriginalOptions } from '../pipeline.js'
import { select } from '../select/select.js'
import { ZERO } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'

/** What a pass was given. */
export interface PassInput {
  readonly map: Uint8Array
  readonly dialect: Dialect
  readonly options: OriginalOptions
}

/** Why a symbol is in one table and not in the other. */
type Reason =
  /** The other map does not have it. */
  | 'presence'
  /** It is in both maps, but the rules of the dialect let it into one table only. */
  | 'membership'

/** One symbol of the tables. Names are bytes, as Latin-1. */
export type Change =
  | { readonly kind: 'type'; readonly name: string; readonly before: string; readonly after: string }
  | { readonly kind: 'joined'; readonly name: string; readonly letter: string; readonly reason: Reason }
  | { readonly kind: 'left'; readonly name: string; readonly letter: string; readonly reason: Reason }

/** All changes: symbols that have changed their letter first, then those that came or went, each in the order of names. */
export function changesBetween(before: PassInput, after: PassInput): Change[] {
  const old = tablesOf(before)
  const now = tablesOf(after)
  const surplus = new Map<string, number>()
  countSymbols(now.kept, surplus, 1)
  countSymbols(old.kept, surplus, -1)

  const letters = [...lettersByName(surplus)].sort(([a], [b]) => (a < b ? -1 : 1))
  const moved = new Set(
    letters.filter(([, { lost, won }]) => lost.length !== won.length).map(([name]) => name),
  )
  const more = surplusByName(old.read, now.read, moved)
  const types: Change[] = []
  const members: Change[] = []
  for (const [name, { lost, won }] of letters) {
    const flips = Math.min(lost.length, won.length)
    for (let i = 0; i < flips; i++) {
      types.push({ kind: 'type', name, before: lost[i] as string, after: won[i] as string })
    }
    const came = won.slice(flips)
    const went = lost.slice(flips)
    // As many as the other map has less of are missing there; the rules keep the others out.
    const missing = came.length > 0 ? (more.get(name) ?? 0) : -(more.get(name) ?? 0)
    const reasonOf = (i: number): Reason => (i < missing ? 'presence' : 'membership')
    members.push(
      ...came.map((letter, i): Change => ({ kind: 'joined', name, letter, reason: reasonOf(i) })),
      ...went.map((letter, i): Change => ({ kind: 'left', name, letter, reason: reasonOf(i) })),
    )
  }
  return [...types, ...members]
}

/** All symbols of a map, and those of the table. */
function tablesOf({ map, dialect, options }: PassInput): { read: SymbolTable; kept: SymbolTable } {
  const read = parse(map, dialect, () => {})
  const { symbols } = select(read, dialect, {
    allSymbols: options.allSymbols === true,
    absolutePercpu: options.absolutePercpu === true,
    relative: false,
    symbolPrefix: options.symbolPrefix ?? -1,
    pageOffset: options.pageOffset ?? ZERO,
    findsUnsettled: false,
    newLabels: [],
  })
  return { read, kept: symbols }
}

function* symbolTexts({ text, start, length, count }: SymbolTable): Generator<string> {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.length)
  for (let symbol = 0; symbol < count; symbol++) {
    const from = start[symbol] as number
    yield bytes.toString('latin1', from, from + (length[symbol] as number))
  }
}

/** Counts letter and name of each symbol by so much; what comes to 0 is as it was. */
function countSymbols(table: SymbolTable, counts: Map<string, number>, by: number): void {
  for (const symbol of symbolTexts(table)) {
    const count = (counts.get(symbol) ?? 0) + by
    if (count === 0) counts.delete(symbol)
    else counts.set(symbol, count)
  }
}

interface Letters {
  readonly lost: string[]
  readonly won: string[]
}

function lettersByName(surplus: ReadonlyMap<string, number>): Map<string, Letters> {
  const names = new Map<string, Letters>()
  for (const [symbol, count] of surplus) {
    const name = symbol.slice(1)
    let letters = names.get(name)
    if (!letters) {
      letters = { lost: [], won: [] }
      names.set(name, letters)
    }
    const side = count > 0 ? letters.won : letters.lost
    for (let i = Math.abs(count); i > 0; i--) side.push(symbol.slice(0, 1))
  }
  return names
}

/** How many symbols of each of some names the second map has more than the first. */
function surplusByName(
  old: SymbolTable,
  now: SymbolTable,
  names: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  if (names.size === 0) return counts
  const count = (table: SymbolTable, by: number): void => {
    for (const symbol of symbolTexts(table)) {
      const name = symbol.slice(1)
      if (names.has(name)) counts.set(name, (counts.get(name) ?? 0) + by)
    }
  }
  count(now, 1)
  count(old, -1)
  return counts
}
