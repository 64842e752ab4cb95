/**
 * Room for the tables, so that none is ever smaller than in the pass before.
 *
 * A build repeats link and table until nothing changes. Sizes that only grow, and are bounded by the largest table that
 * any layout asks for, must come to rest, whatever makes them change; and when they rest, so does the layout. So a
 * table gets the room that it had, as padding behind its content, where no decoder looks.
 *
 * The room of a table ends where the next one begins; for the last there is no next, and a map does not tell its room.
 * It is a table of symbols then, or of fixed size, so it gets room for as many symbols as the table of addresses has
 * room for, which the map does tell.
 */
import type { Dialect } from '../dialect/dialect.js'
import { SYMBOLS_PER_MARKER, type TableSize, tableAlignment } from './layout.js'
import type { Extents } from './previous-sizes.js'

/** Spare bytes by label; what the last table gets follows from the others. */
export type Slack = ReadonlyMap<string, number>

/**
 * @param tables sizes as the content asks for them, in the order of the output
 * @param previous what the tables had in the pass before, null without one
 * @param word bytes of the target's `PTR`
 * @param slack what a table gets in addition to its content
 */
export function padTables(
  tables: readonly TableSize[],
  previous: Extents | null,
  dialect: Dialect,
  word: 4 | 8,
  slack: Slack = new Map(),
): TableSize[] {
  const held = tables.map((table, i) => {
    const { label, bytes } = table
    const isLast = i === tables.length - 1
    const spare = isLast ? 0 : (slack.get(label) ?? 0)
    return { ...table, padding: Math.max(bytes + spare, previous?.get(label) ?? 0) - bytes }
  })
  const last = held.at(-1) as TableSize
  const room = Math.max(last.bytes + last.padding, roomForSymbols(last.label, held, dialect, word))
  return [...held.slice(0, -1), { ...last, padding: room - last.bytes }]
}

/** What a table needs for all symbols that the table of addresses has room for; 0 where its size does not follow them. */
function roomForSymbols(label: string, held: readonly TableSize[], dialect: Dialect, word: 4 | 8): number {
  const addresses = held.find(
    table => table.label === 'kallsyms_offsets' || table.label === 'kallsyms_addresses',
  ) as TableSize
  const entry = addresses.label === 'kallsyms_addresses' ? word : 4
  const alignment = tableAlignment(dialect, word)
  const extent = Math.ceil((addresses.bytes + addresses.padding) / alignment) * alignment
  const symbols = Math.floor(extent / entry)
  switch (label) {
    case 'kallsyms_seqs_of_names':
      return 3 * symbols
    case 'kallsyms_markers':
      return Math.ceil(symbols / SYMBOLS_PER_MARKER) * (dialect.counter === 'PTR' ? word : 4)
    default:
      return 0
  }
}
