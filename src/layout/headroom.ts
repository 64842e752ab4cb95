/**
 * Spare room in the first table that a build makes, so that growth within it asks for no further pass.
 *
 * How much is needed is seen in the map. Some symbols depend on the layout (`select/layout-dependent.ts`), and the table is
 * sized once with all of them and once without any: each table gets room for the larger one. In between, some are in
 * and some are not; then other pairs may be the most frequent ones and other tokens be made, which can cost a few bytes
 * more than either end. What all these symbols have of text bounds what they can do to the counts of pairs, and so
 * the names and the token table get that much on top. Where nothing depends on the layout there is no headroom.
 */
import type { LayoutDependentTables } from '../select/layout-dependent.js'
import type { SymbolTable } from '../symbols/table.js'
import type { TableSize } from './layout.js'
import type { Slack } from './padding.js'

/** What was set aside for growth. */
export interface Headroom {
  /** Bytes of all tables. */
  readonly bytes: number
  /** Symbols that another layout may let in or leave out; null where the bytes were given. */
  readonly symbols: number | null
}

/** What is to be set aside. */
interface SpareRoom {
  readonly slack: Slack
  /** As in `Headroom`. */
  readonly symbols: number | null
}

/** More than any table can ask for: what is larger is a slip. */
export const MOST_HEADROOM: number = 2 ** 28

/** Tables whose size changes from pass to pass. */
const GROWING = [
  'kallsyms_addresses',
  'kallsyms_offsets',
  'kallsyms_names',
  'kallsyms_markers',
  'kallsyms_seqs_of_names',
  'kallsyms_token_table',
]

/**
 * @param wanted so many bytes behind each table that can grow, or what the layout-dependent symbols may ask for
 * @param tables their sizes as things are
 * @param layoutDependent what the table may come to in another layout; null where that is not wanted
 * @param sizesOf makes the tables of some symbols
 * @returns null where none is wanted
 */
export function findSpareRoom(
  wanted: number | 'auto' | undefined,
  tables: readonly TableSize[],
  layoutDependent: LayoutDependentTables | null,
  sizesOf: (symbols: SymbolTable) => readonly TableSize[],
): SpareRoom | null {
  if (typeof wanted === 'number') return fixedHeadroom(tables, wanted)
  return layoutDependent && foreseenHeadroom(tables, layoutDependent, sizesOf)
}

function fixedHeadroom(tables: readonly TableSize[], bytes: number): SpareRoom {
  const labels = tables.map(({ label }) => label).filter(label => GROWING.includes(label))
  return { slack: new Map(labels.map(label => [label, bytes])), symbols: null }
}

function foreseenHeadroom(
  tables: readonly TableSize[],
  layoutDependent: LayoutDependentTables,
  sizesOf: (symbols: SymbolTable) => readonly TableSize[],
): SpareRoom {
  const { most, least, count, bytes: text } = layoutDependent
  if (count === 0) return { slack: new Map(), symbols: 0 }
  const ends = least ? [sizesOf(most), sizesOf(least)] : [sizesOf(most)]
  const slack = tables.map(({ label, bytes }, i): [string, number] => {
    const largest = Math.max(bytes, ...ends.map(sizes => (sizes[i] as TableSize).bytes))
    const disturbance = label === 'kallsyms_names' || label === 'kallsyms_token_table' ? text : 0
    return [label, largest - bytes + disturbance]
  })
  return { slack: new Map(slack), symbols: count }
}
