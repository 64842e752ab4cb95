/**
 * Headroom: padding in the first table that a build makes, so that later growth fits and needs no further pass.
 *
 * How much is needed can be estimated from the map. Some symbols depend on the layout (`select/layout-dependent.ts`),
 * and the tables are sized once with all of them and once without any: each table gets padding up to the larger size.
 * In other layouts some of the symbols are in and some are not. Then other pairs may be the most frequent ones and
 * other tokens be made, which can cost a few bytes more than either extreme. The text of all these symbols bounds what
 * they can do to the counts of pairs, so the names and the token table get that many bytes on top. Where nothing
 * depends on the layout there is no headroom.
 */
import type { LayoutDependentTables } from '../select/layout-dependent.js'
import type { SymbolTable } from '../symbols/table.js'
import type { TableSize } from './layout.js'
import type { BytesByLabel } from './padding.js'

/** What was set aside for growth. */
export interface Headroom {
  /** Bytes of all tables. */
  readonly bytes: number
  /** Symbols that another layout may add or remove; null where the bytes were given. */
  readonly symbols: number | null
}

/** What is to be set aside. */
interface WantedHeadroom {
  readonly bytes: BytesByLabel
  /** As in `Headroom`. */
  readonly symbols: number | null
}

/** More than any table can need: a larger number is a mistake. */
export const MAX_HEADROOM: number = 2 ** 28

/** Tables whose size changes from pass to pass. */
const GROWING_TABLES = [
  'kallsyms_addresses',
  'kallsyms_offsets',
  'kallsyms_names',
  'kallsyms_markers',
  'kallsyms_seqs_of_names',
  'kallsyms_token_table',
]

/**
 * @param wanted bytes after each table that can grow; `auto`: estimated from the layout-dependent symbols
 * @param tables content sizes
 * @param layoutDependent the tables' symbols in other layouts; null where they are not wanted
 * @param sizesOf the content sizes of the tables of some symbols
 * @returns null where no headroom is wanted
 */
export function findHeadroom(
  wanted: number | 'auto' | null,
  tables: readonly TableSize[],
  layoutDependent: LayoutDependentTables | null,
  sizesOf: (symbols: SymbolTable) => readonly TableSize[],
): WantedHeadroom | null {
  if (typeof wanted === 'number') return fixedHeadroom(tables, wanted)
  return layoutDependent && estimatedHeadroom(tables, layoutDependent, sizesOf)
}

function fixedHeadroom(tables: readonly TableSize[], bytes: number): WantedHeadroom {
  const labels = tables.map(({ label }) => label).filter(label => GROWING_TABLES.includes(label))
  return { bytes: new Map(labels.map(label => [label, bytes])), symbols: null }
}

function estimatedHeadroom(
  tables: readonly TableSize[],
  { allIn, allOut, count, textBytes }: LayoutDependentTables,
  sizesOf: (symbols: SymbolTable) => readonly TableSize[],
): WantedHeadroom {
  if (count === 0) return { bytes: new Map(), symbols: 0 }
  const extremes = allOut ? [sizesOf(allIn), sizesOf(allOut)] : [sizesOf(allIn)]
  const headroom = tables.map(({ label, bytes }, i): [string, number] => {
    const largest = Math.max(bytes, ...extremes.map(sizes => (sizes[i] as TableSize).bytes))
    const isOfTokens = label === 'kallsyms_names' || label === 'kallsyms_token_table'
    return [label, largest - bytes + (isOfTokens ? textBytes : 0)]
  })
  return { bytes: new Map(headroom), symbols: count }
}
