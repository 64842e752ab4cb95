/** The sizes of the tables that are made of some symbols. */
import { KallsymsError } from '../errors.js'
import type { ResolvedOptions } from '../generate/options.js'
import { contentSizes, sizesInPass } from '../generate/plan.js'
import { extentsOf } from '../layout/extents.js'
import type { TableSize } from '../layout/layout.js'
import { padTables } from '../layout/padding.js'
import { type Extents, extentsInMap } from '../layout/previous-extents.js'
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

/**
 * The tables of successive passes with their padding: each no smaller than in the pass before where sizes are held.
 *
 * @param first the map of the first pass, before any symbol is left out
 * @param contents the tables of all passes without padding
 * @param resolved how the tables are made
 * @param alignment of the tables, in bytes
 */
export function paddedTables(
  first: SymbolTable,
  contents: readonly (readonly TableSize[])[],
  resolved: ResolvedOptions,
  build: BuildSettings,
  alignment: number,
): readonly (readonly TableSize[])[] {
  if (!resolved.holdsSizes) return contents
  const { dialect, wordBytes } = build
  // Letters of percpu symbols are changed in the text.
  const read = { ...first, text: first.text.slice() }
  const empty = emptyTables(read, build)
  const all = [withArena(arena => sizesInPass(read, resolved, wordBytes, empty, arena))]
  for (const content of contents.slice(1)) {
    const before = all.at(-1) as readonly TableSize[]
    const extents = extentsOf(before, alignment)
    const previous = new Map(before.map(({ label }, i) => [label, extents[i] as number]))
    all.push(padTables(content, previous, dialect, wordBytes))
  }
  return all
}

/** The extents of the tables of an empty map, which the first image of builds from 6.11 on has; else null. */
function emptyTables(read: SymbolTable, build: BuildSettings): Extents | null {
  const extents = shownExtents(read, build)
  return extents?.get('kallsyms_names') === 0 ? extents : null
}

/** The extents of the tables in the image of a map, as their labels show them; null where it has none, or others. */
export function shownExtents(read: SymbolTable, { resolved, options }: BuildSettings): Extents | null {
  try {
    return extentsInMap(read, resolved.labels, options.symbolPrefix ?? -1)
  } catch (error) {
    // The tables have another format, so that their labels say nothing.
    if (error instanceof KallsymsError) return null
    throw error
  }
}
