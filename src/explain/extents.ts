/**
 * The extents of the tables of each pass: the bytes from a table's label to the next one in the image that contains the
 * tables, that is content, padding and alignment. They, and not the content, move what follows the tables.
 */
import { KallsymsError } from '../errors.js'
import { extentsOf } from '../layout/extents.js'
import { tableAlignment } from '../layout/format.js'
import type { TableSize } from '../layout/layout.js'
import { type Extents, extentsInMap } from '../layout/previous-extents.js'
import { type PassSymbols, symbolsNamed } from './changes.js'
import { type BuildSettings, prefixed } from './settings.js'

/** A pass with its tables, as far as they are known. */
export interface MeasuredPass {
  readonly symbols: PassSymbols
  /** The tables as recorded when they were made; null if there is no record. */
  readonly tables: readonly TableSize[] | null
  /** The tables as computed from the symbols, without padding. */
  readonly sizes: readonly TableSize[]
}

/**
 * The extents of each pass, in the order of the passes and of the tables: as recorded; or as the labels in the next map
 * show them; or else computed from the content, and if sizes were held so far, no less than in the previous pass.
 *
 * @returns with them the alignment of the tables, in bytes
 */
export function extentsOfPasses(
  passes: readonly MeasuredPass[],
  build: BuildSettings,
): { extents: number[][]; alignment: number } {
  const { labels } = build.resolved
  const shown = passes.map((pass, i) => {
    const next = passes[i + 1]
    return next ? extentsInNext(pass, next, build) : null
  })
  const alignment = alignmentShown(passes, shown, build)
  let isHeld = build.options.holdSizes === true
  const all: number[][] = []
  for (const [i, { sizes, tables }] of passes.entries()) {
    const content = extentsOf(sizes, alignment)
    const isOfBuild = tables?.map(({ label }) => label).join() === labels.join()
    const recorded = tables && isOfBuild ? extentsOf(tables, alignment) : null
    const extents = content.map(
      (extent, table) => recorded?.[table] ?? shown[i]?.get(labels[table] as string) ?? extent,
    )
    isHeld ||= extents.some((extent, table) => extent > (content[table] as number))
    const before = all.at(-1)
    const isComputed = recorded === null && shown[i] === null
    all.push(
      before && isComputed && isHeld
        ? extents.map((extent, table) => Math.max(extent, before[table] as number))
        : extents,
    )
  }
  return { extents: all, alignment }
}

/** Beyond this the labels are not those of the same tables, even if held or with headroom. */
const MAX_HELD = 1 << 16

/**
 * The extents of the tables of a pass as the labels in the next map show them. Null if it has none, or those of other
 * tables: the maps may not be of successive passes.
 */
function extentsInNext(
  { tables, sizes }: MeasuredPass,
  next: MeasuredPass,
  { options, resolved }: BuildSettings,
): Extents | null {
  try {
    const extents = extentsInMap(next.symbols.read, resolved.labels, options.symbolPrefix ?? -1)
    if (extents === null) return null
    const isPlausible = (tables ?? sizes).every(({ label, bytes }) => {
      const extent = extents.get(label) ?? bytes
      return extent >= bytes && extent <= 4 * bytes + MAX_HELD
    })
    return isPlausible ? extents : null
  } catch (error) {
    // The tables have another format, so that their labels say nothing.
    if (error instanceof KallsymsError) return null
    throw error
  }
}

/** More than any target aligns a table to. */
const MAX_ALIGNMENT = 256

/** The alignment of the tables: to the assemblers of some targets `.align 8` means 2^8 bytes, which the labels show. */
function alignmentShown(
  passes: readonly MeasuredPass[],
  shown: readonly (Extents | null)[],
  build: BuildSettings,
): number {
  const least = tableAlignment(build.dialect, build.wordBytes)
  const labels = new Set(prefixed(build.resolved.labels, build))
  let bits = MAX_ALIGNMENT
  for (const [i, extents] of shown.entries()) {
    if (extents === null) continue
    const { read } = (passes[i + 1] as MeasuredPass).symbols
    for (const symbol of symbolsNamed(read, labels)) bits |= read.low[symbol] as number
  }
  return bits === MAX_ALIGNMENT ? least : Math.max(least, bits & -bits)
}
