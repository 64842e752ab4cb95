/**
 * The extents of the tables of each pass: the bytes from a table's label to the next one in the image that contains the
 * tables, that is content, padding and alignment. They, and not the content, move what follows the tables.
 */
import { extentsOf } from '../layout/extents.js'
import { tableAlignment } from '../layout/format.js'
import type { TableSize } from '../layout/layout.js'
import type { Extents } from '../layout/previous-extents.js'
import { type PassSymbols, symbolsNamed } from './changes.js'
import { type BuildSettings, prefixed } from './settings.js'
import { paddedTables, shownExtents } from './sizes.js'

/** A pass with its tables, as far as they are known. */
export interface MeasuredPass {
  readonly symbols: PassSymbols
  /** The tables as recorded when they were made; null if there is no record. */
  readonly tables: readonly TableSize[] | null
  /** The tables as computed from the symbols, without padding. */
  readonly sizes: readonly TableSize[]
}

/** The extents of the tables of all passes. */
export interface PassExtents {
  /** Of each pass, in the order of the passes and of the tables, in bytes. */
  readonly extents: readonly number[][]
  /** Of the tables that the image of each map has, by label, as far as that map shows them; null if it has none. */
  readonly images: readonly (Extents | null)[]
  /** Alignment of the tables, in bytes. */
  readonly alignment: number
  /** What the labels in a map contradict; null if nothing. */
  readonly doubt: Doubt | null
}

/** A table that the labels in a map show with another extent than its symbols and the options of the build give it. */
export interface Doubt {
  readonly label: string
  /** Numbers of the pass that it was made from, and of the one whose image contains it, from 0. */
  readonly pass: number
  readonly next: number
  readonly shown: number
  readonly computed: number
}

/**
 * The extents of each pass: as recorded; or as the labels in the next map show them; or else computed, and if sizes were
 * held so far, no less than in the previous pass.
 */
export function extentsOfPasses(passes: readonly MeasuredPass[], build: BuildSettings): PassExtents {
  const { labels } = build.resolved
  const images = passes.map(({ symbols }) => shownExtents(symbols.read, build))
  const shown = passes.map((pass, i) => {
    const extents = images[i + 1] ?? null
    return extents && isPlausible(extents, pass) ? extents : null
  })
  const alignment = alignmentShown(passes, shown, build)
  const recorded = passes.map(({ tables }) =>
    tables?.map(({ label }) => label).join() === labels.join() ? extentsOf(tables, alignment) : null,
  )
  const isRecorded = recorded.every(extents => extents !== null)
  const contents = passes.map(({ sizes }) => sizes)
  const [{ symbols: first }] = passes as [MeasuredPass]
  const padded = isRecorded ? contents : paddedTables(first.read, contents, build.resolved, build, alignment)
  // The image of the first pass has no tables, or those of an empty map.
  const isFromFirst = !images[0]?.get('kallsyms_names')
  let isHeld = build.resolved.holdsSizes
  let doubt: Doubt | null = null
  const all: number[][] = []
  for (const [i, sizes] of contents.entries()) {
    const content = extentsOf(sizes, alignment)
    const computed = extentsOf(padded[i] as readonly TableSize[], alignment)
    const extents = computed.map(
      (extent, table) => recorded[i]?.[table] ?? shown[i]?.get(labels[table] as string) ?? extent,
    )
    // What is held depends on the passes before, which only that of the first pass has not.
    if (recorded[i] === null && (!isHeld || (i === 0 && isFromFirst))) {
      doubt ??= contradiction(computed, images[i + 1] ?? null, i, labels)
    }
    isHeld ||= extents.some((extent, table) => extent > (content[table] as number))
    const before = all.at(-1)
    const isComputed = recorded[i] === null && shown[i] === null
    all.push(
      before && isComputed && isHeld
        ? extents.map((extent, table) => Math.max(extent, before[table] as number))
        : extents,
    )
  }
  return { extents: all, images, alignment, doubt }
}

/** What the labels in the next image say against the tables that the options give a pass; null if nothing. */
function contradiction(
  content: readonly number[],
  image: Extents | null,
  pass: number,
  labels: readonly string[],
): Doubt | null {
  for (const [i, computed] of content.entries()) {
    const label = labels[i] as string
    const shown = image?.get(label)
    if (shown !== undefined && shown !== computed) return { label, pass, next: pass + 1, shown, computed }
  }
  return null
}

/** Beyond this the labels are not those of the same tables, even if held or with headroom. */
const MAX_HELD = 1 << 16

/** Whether the tables of a pass can have these extents; otherwise the maps may not be of successive passes. */
function isPlausible(extents: Extents, { tables, sizes }: MeasuredPass): boolean {
  return (tables ?? sizes).every(({ label, bytes }) => {
    const extent = extents.get(label) ?? bytes
    return extent >= bytes && extent <= 4 * bytes + MAX_HELD
  })
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
