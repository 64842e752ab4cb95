/**
 * Padding, so that no table is smaller than in the previous pass.
 *
 * A build repeats link and table generation until nothing changes. Sizes that only grow, and that no layout makes
 * larger than some bound, must converge, whatever makes them change; and when the sizes are constant, so is the layout.
 * So a table keeps the extent that it had, with padding after its content, where no decoder looks.
 *
 * The extent of a table ends where the next one begins. The last table has no next one, and a map does not show its
 * extent. Its size is fixed, or follows from the number of symbols; so it gets an extent for as many symbols as the
 * table of addresses has space for, which the map does show.
 */
import type { Dialect } from '../dialect/dialect.js'
import { counterBytes, markerCount, SEQ_BYTES, tableAlignment } from './format.js'
import type { TableSize } from './layout.js'
import type { Extents } from './previous-extents.js'

/** Bytes for each of some tables. */
export type BytesByLabel = ReadonlyMap<string, number>

/**
 * Pads tables to their extents in the previous pass.
 *
 * @param tables content sizes, in the order of the output
 * @param previous extents in the previous pass, null without one
 * @param wordBytes bytes of the target's `PTR`
 * @param headroom padding that a table gets in any case; that of the last table follows from the others
 */
export function padTables(
  tables: readonly TableSize[],
  previous: Extents | null,
  dialect: Dialect,
  wordBytes: 4 | 8,
  headroom: BytesByLabel = new Map(),
): TableSize[] {
  const padded = tables.map((table, i) => {
    const { label, bytes } = table
    const isLast = i === tables.length - 1
    const least = isLast ? bytes : bytes + (headroom.get(label) ?? 0)
    return { ...table, padding: Math.max(least, previous?.get(label) ?? 0) - bytes }
  })
  const last = padded.at(-1) as TableSize
  const extent = Math.max(last.bytes + last.padding, extentForSymbols(last.label, padded, dialect, wordBytes))
  return [...padded.slice(0, -1), { ...last, padding: extent - last.bytes }]
}

/**
 * Bytes of a table for all symbols that the table of addresses has space for; 0 for a table whose size does not depend
 * on their number.
 */
function extentForSymbols(
  label: string,
  padded: readonly TableSize[],
  dialect: Dialect,
  wordBytes: 4 | 8,
): number {
  const addresses = padded.find(
    table => table.label === 'kallsyms_offsets' || table.label === 'kallsyms_addresses',
  ) as TableSize
  const entry = addresses.label === 'kallsyms_addresses' ? wordBytes : 4
  const alignment = tableAlignment(dialect, wordBytes)
  const extent = Math.ceil((addresses.bytes + addresses.padding) / alignment) * alignment
  const symbols = Math.floor(extent / entry)
  switch (label) {
    case 'kallsyms_seqs_of_names':
      return SEQ_BYTES * symbols
    case 'kallsyms_markers':
      return markerCount(symbols) * counterBytes(dialect, wordBytes)
    default:
      return 0
  }
}
