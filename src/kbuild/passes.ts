/**
 * The passes that a kernel's build makes by itself. A pass is one link and the tables that are generated from its map.
 * After the last pass the final image is linked, and the build compares the map of that pass with the final one: if
 * they differ, it stops with "Inconsistent kallsyms data".
 */
import { isSameExtents } from '../layout/extents.js'

/** Passes that the build of every release makes; the one over an empty map is not counted. */
export const STANDARD_PASSES = 2

/** Passes that a build makes if the user asks for one more. */
export const EXTRA_PASSES = 3

/**
 * When a build makes one more: `never`, that is only if the user sets `KALLSYMS_EXTRA_PASS`; `sizes`, if the object
 * files with the tables of the first two passes differ in size; `sizes-or-labels`, also if what nm lists of these
 * objects differs.
 */
export type ExtraPass = 'never' | 'sizes' | 'sizes-or-labels'

/** How the object with the tables of the second pass differs from that of the first. */
export interface ObjectChange {
  /** The size of the file. */
  readonly size: boolean
  /** The output of `nm -n`. */
  readonly labels: boolean
}

/**
 * How objects differ whose tables have these extents, in bytes. The size of a file grows by whole words: the symbol
 * table of the object, which follows the tables, is aligned.
 */
export function objectChange(
  first: readonly number[],
  second: readonly number[],
  wordBytes: number,
): ObjectChange {
  const words = (extents: readonly number[]): number =>
    Math.ceil(extents.reduce((sum, extent) => sum + extent, 0) / wordBytes)
  return { size: words(first) !== words(second), labels: !isSameExtents(first, second) }
}

/** How many passes a build makes. */
export function passesMade(rule: ExtraPass, { size, labels }: ObjectChange): number {
  const isExtra = rule !== 'never' && (size || (rule === 'sizes-or-labels' && labels))
  return STANDARD_PASSES + (isExtra ? 1 : 0)
}
