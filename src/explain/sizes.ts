/** The sizes of the tables that some symbols make. */
import type { StableTypes } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import type { OriginalOptions, ResolvedOptions } from '../generate/options.js'
import { contentSizes } from '../generate/plan.js'
import type { TableSize } from '../layout/layout.js'
import { concatTables, gather, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { withArena } from '../wasm/arena.js'
import type { Change } from './changes.js'

/** How the tables of a build are made. */
export interface Build {
  readonly dialect: Dialect
  readonly options: OriginalOptions & {
    readonly stabilise?: StableTypes
    /** Whether no table was made smaller than in the pass before. */
    readonly holdSizes?: boolean
  }
  /** The same as the generator's stages take them. */
  readonly resolved: ResolvedOptions
  /** Bytes of the target's word. */
  readonly wordBytes: 4 | 8
}

/** Sizes in the order of the output, without padding. The order of the symbols does not matter. */
export function sizesOf(symbols: SymbolTable, { resolved, wordBytes }: Build): readonly TableSize[] {
  return withArena(arena => contentSizes(symbols, resolved, wordBytes, arena))
}

/**
 * Bytes from each table to the next: with what holds its place, and aligned, but for the last one.
 *
 * @param alignment of the tables, in bytes
 */
export function roomsOf(tables: readonly TableSize[], alignment: number): number[] {
  return tables.map(({ bytes, padding }, i) => {
    const room = bytes + padding
    // What is behind the last one has an alignment of its own.
    return i + 1 < tables.length ? Math.ceil(room / alignment) * alignment : room
  })
}

/** A table with some of the changes to it taken back. */
export function withoutChanges(after: SymbolTable, changes: readonly Change[]): SymbolTable {
  const gone = new Set(changes.flatMap(({ after: now, kind }) => (now && kind !== 'left' ? [now.kept] : [])))
  const back = changes.flatMap(({ before, kind, name }) =>
    before && kind !== 'joined' ? [before.letter + name] : [],
  )
  const rest = Uint32Array.from({ length: after.count }, (_, symbol) => symbol).filter(
    symbol => !gone.has(symbol),
  )
  const builder = new TableBuilder(back.reduce((sum, symbol) => sum + symbol.length + 1, 0))
  for (const symbol of back) {
    const { text, next } = builder
    for (let i = 0; i < symbol.length; i++) text[next + i] = symbol.charCodeAt(i)
    builder.add(next + symbol.length, 0, 0)
  }
  return withArena(arena => concatTables(gather(after, rest, arena), builder.finish()))
}
