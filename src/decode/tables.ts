/** Symbol tables as bytes, what a reader must know beside them, and the numbers in them. */
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { counterBytes, markerCount } from '../layout/format.js'
import type { Address } from '../symbols/address.js'

/** The bytes of each table by its label, without a prefix byte; bytes after the content are ignored. */
export type RawTables = ReadonlyMap<string, Uint8Array>

/** What the tables themselves do not tell. */
export interface TableFormat {
  readonly dialect: Dialect
  /** Bytes of the target's word: 8 unless given. */
  readonly wordBytes?: 4 | 8
  /** Whether the target is big-endian. */
  readonly bigEndian?: boolean
  /** Whether the offsets are those of `--absolute-percpu`. */
  readonly absolutePercpu?: boolean
  /**
   * Whether the order by name is that of `--lto-clang`: for dialects with that option only. The tables of other kernels
   * are the same with clang's link-time optimisation; there names are found as they are in the table.
   */
  readonly ltoClang?: boolean
  /**
   * What the offsets of `--pc-relative` are relative to: once linked, their own places, with the address of the table;
   * before, `_text` at this address. Without it, offsets without a base are the lower halves of addresses.
   */
  readonly pcRelative?: { readonly to: 'place' | 'text'; readonly address: Address }
}

/** Unsigned numbers of up to 64 bits, in halves. */
export interface NumberColumns {
  readonly high: Uint32Array
  readonly low: Uint32Array
}

/**
 * The number of symbols.
 *
 * @throws {KallsymsError} `bad-input` where it is missing or has more than 32 bits
 */
export function readCount(tables: RawTables, format: TableFormat): number {
  const { dialect, wordBytes = 8 } = format
  const { high, low } = readNumbers(tables, 'kallsyms_num_syms', 1, counterBytes(dialect, wordBytes), format)
  if (high[0] !== 0) throw damaged('kallsyms_num_syms has more than 32 bits')
  return low[0] as number
}

/** The offset in `kallsyms_names` of every 256th name. */
export function readMarkers(tables: RawTables, format: TableFormat, count: number): Uint32Array {
  const { dialect, wordBytes = 8 } = format
  const bytes = counterBytes(dialect, wordBytes)
  return readNumbers(tables, 'kallsyms_markers', markerCount(count), bytes, format).low
}

/**
 * The first `count` numbers of a table, `bytes` each.
 *
 * @throws {KallsymsError} `bad-input` where the table is missing or shorter
 */
export function readNumbers(
  tables: RawTables,
  label: string,
  count: number,
  bytes: 2 | 4 | 8,
  { bigEndian = false }: TableFormat,
): NumberColumns {
  const table = required(tables, label)
  if (count * bytes > table.length) {
    throw damaged(`${label} has ${table.length} bytes instead of ${count * bytes}`)
  }
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  const high = new Uint32Array(count)
  const low = new Uint32Array(count)
  const highAt = bigEndian ? 0 : 4
  for (let i = 0, at = 0; i < count; i++, at += bytes) {
    if (bytes === 8) {
      high[i] = view.getUint32(at + highAt, !bigEndian)
      low[i] = view.getUint32(at + 4 - highAt, !bigEndian)
    } else {
      low[i] = bytes === 4 ? view.getUint32(at, !bigEndian) : view.getUint16(at, !bigEndian)
    }
  }
  return { high, low }
}

/** @throws {KallsymsError} `bad-input` where there is no such table */
export function required(tables: RawTables, label: string): Uint8Array {
  const table = tables.get(label)
  if (!table) throw damaged(`there is no ${label}`)
  return table
}

export function damaged(what: string): KallsymsError {
  return new KallsymsError('bad-input', `${what}: the tables are damaged, or of another dialect`)
}
