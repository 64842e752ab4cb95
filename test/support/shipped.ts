/** The tables in the image that Debian shipped as 6.1.176, and the map that they were generated from. */
import { readGolden } from './golden.js'

export interface ShippedTable {
  readonly bytes: number
  readonly sha256: string
}

/** Options of Debian's build. */
export const SHIPPED_ARGS: readonly string[] = [
  '--kernel',
  '6.1.176',
  '--all-symbols',
  '--absolute-percpu',
  '--base-relative',
]

export const SHIPPED_MAP = 'maps/debian-cloud-6.1.176.map'

/** Tables by label; `symbols` is the value of kallsyms_num_syms. */
export function shippedTables(): { readonly symbols: number; readonly tables: Map<string, ShippedTable> } {
  const { kallsyms_num_syms: symbols, ...tables } = JSON.parse(
    readGolden('maps/debian-cloud-6.1.176.tables.json').toString(),
  ) as Record<string, ShippedTable> & { kallsyms_num_syms: never }
  return { symbols: Number(symbols), tables: new Map(Object.entries(tables)) }
}
