/** The extents of tables of known sizes: they, and not the content, decide where everything after the tables is. */
import type { TableSize } from './layout.js'

/**
 * The extent of each table, in bytes. What follows the last table has an alignment of its own, so that its extent ends
 * with its padding.
 *
 * @param alignment of the tables, in bytes
 */
export function extentsOf(tables: readonly TableSize[], alignment: number): number[] {
  return tables.map(({ bytes, padding }, i) => {
    const end = bytes + padding
    return i + 1 < tables.length ? Math.ceil(end / alignment) * alignment : end
  })
}

/** No table has as many bytes as this. */
const TOO_MANY = 2 ** 32

/** Whether a value that was read from a file is the size of a table. */
export function isTableSize(value: unknown): value is TableSize {
  const { label, bytes, padding } = (value ?? {}) as Partial<TableSize>
  const isCount = (count: unknown): boolean =>
    Number.isInteger(count) && (count as number) >= 0 && (count as number) < TOO_MANY
  return typeof label === 'string' && isCount(bytes) && isCount(padding)
}

/** Whether tables have the same extents, so that what follows them is at the same place. */
export function isSameExtents(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, i) => extent === b[i])
}
