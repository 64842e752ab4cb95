/** Kernel builds with the model of a linker: link, list symbols, generate tables, link again. */

import { TABLE_LABELS } from '../../dialect/table-labels.js'
import { generate } from '../../generate/generate.js'
import { type GenerateOptions, resolveOptions } from '../../generate/options.js'
import { type Image, link, type TableObject } from './linker-model.js'
import { type ObjectLayout, objectLayout } from './object-layout.js'

/** One pass: a link with the tables of the previous pass, and the tables that are generated from its map. */
export interface ModelPass {
  readonly map: Buffer
  readonly assembly: Uint8Array
  readonly object: ObjectLayout
}

/** Generates the tables of successive passes; returns assembly. */
export type ModelGenerator = (map: Uint8Array, previous: Uint8Array | null) => Uint8Array

export interface ModelBuildOptions<Generate = GenerateOptions> {
  /** Options of the generator, or a function that is called in its place. */
  readonly generate: Generate
  /** Whether the build begins with the tables of an empty map, as from 6.11 on. */
  readonly beginsEmpty: boolean
  /** Whether the build's filter keeps the labels of the tables. */
  readonly keepsLabels: boolean
  readonly mostPasses: number
}

/** Builds until the tables converge: the last pass of a build that converges makes the same tables as the one before. */
export function buildModel(
  image: Image,
  options: ModelBuildOptions<GenerateOptions | ModelGenerator>,
): ModelPass[] {
  const passes: ModelPass[] = []
  const make = typeof options.generate === 'function' ? options.generate : generatorOf(options.generate)
  let tables: TableObject | null = null
  if (options.beginsEmpty) {
    tables = objectLayout(make(new Uint8Array(0), null), image.word)
  }
  while (passes.length < options.mostPasses && !hasConverged(passes)) {
    const map: Buffer = link(image, tables)
    const previous = passes.at(-1)?.assembly ?? null
    const labels = tables?.labels.map(({ label }) => label)
    const assembly = options.keepsLabels ? make(map, null) : make(withoutTableLabels(map, labels), previous)
    const object = objectLayout(assembly, image.word)
    passes.push({ map, assembly, object })
    tables = object
  }
  return passes
}

/** Held sizes come from the labels in the map, or else from the assembly of the previous pass. */
function generatorOf(options: GenerateOptions): ModelGenerator {
  const { holdsSizes } = resolveOptions(options)
  return (map, previous) =>
    generate(map, previous && holdsSizes ? { ...options, previous } : options).assembly
}

/** Whether the last two passes made tables of the same layout: the next image is then the same as the last. */
export function hasConverged(passes: readonly ModelPass[]): boolean {
  const [previous, last] = passes.slice(-2)
  return previous !== undefined && last !== undefined && isSameLayout(previous.object, last.object)
}

export function isSameLayout(a: ObjectLayout, b: ObjectLayout): boolean {
  return a.size === b.size && a.labels.every(({ offset }, i) => b.labels[i]?.offset === offset)
}

/**
 * A map without the labels of the tables. Functions whose names begin with `kallsyms_` stay.
 *
 * @param labels of further tables
 */
export function withoutTableLabels(map: Uint8Array, labels: readonly string[] = []): Buffer {
  const lines = Buffer.from(map.buffer, map.byteOffset, map.length).toString('latin1').split('\n')
  const removed = new Set([...TABLE_LABELS, ...labels])
  return Buffer.from(
    lines.filter(line => !removed.has(line.slice(line.lastIndexOf(' ') + 1))).join('\n'),
    'latin1',
  )
}
