/** The sizes of the tables that are made of some symbols. */
import { contentSizes } from '../generate/plan.js'
import type { TableSize } from '../layout/layout.js'
import { concatTables, gather, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { withArena } from '../wasm/arena.js'
import type { Change } from './changes.js'
import type { BuildSettings } from './settings.js'

/** Sizes in the order of the output, without padding. The order of the symbols does not matter. */
export function sizesOf(
  symbols: SymbolTable,
  { resolved, wordBytes }: Pick<BuildSettings, 'resolved' | 'wordBytes'>,
): readonly TableSize[] {
  return withArena(arena => contentSizes(symbols, resolved, wordBytes, arena))
}

/** A table with some of its changes undone. */
export function withoutChanges(after: SymbolTable, changes: readonly Change[]): SymbolTable {
  const removed = new Set(
    changes.flatMap(({ after: now, kind }) => (now && kind !== 'left' ? [now.kept] : [])),
  )
  const restored = changes.flatMap(({ before, kind, name }) =>
    before && kind !== 'joined' ? [before.letter + name] : [],
  )
  return tableWith(after, removed, restored)
}

/**
 * A table without some of its symbols, and with others.
 *
 * @param removed numbers of its symbols
 * @param added letters and names, as Latin-1; they get the address 0, since no size depends on one
 */
export function tableWith(
  table: SymbolTable,
  removed: ReadonlySet<number>,
  added: readonly string[],
): SymbolTable {
  const rest = Uint32Array.from({ length: table.count }, (_, symbol) => symbol).filter(
    symbol => !removed.has(symbol),
  )
  const builder = new TableBuilder(added.reduce((sum, symbol) => sum + symbol.length + 1, 0))
  for (const symbol of added) {
    const { text, next } = builder
    for (let i = 0; i < symbol.length; i++) text[next + i] = symbol.charCodeAt(i)
    builder.add(next + symbol.length, 0, 0)
  }
  return withArena(arena => concatTables(gather(table, rest, arena), builder.finish()))
}
