/** Kernel builds over the model of a linker: link, list, make the table, link again. */
import { generate } from '../../generate/generate.js'
import { type GenerateOptions, resolveOptions } from '../../generate/options.js'
import { type Image, link, type TableObject } from './linker-model.js'
import { type ObjectLayout, objectLayout } from './object-layout.js'

export interface Pass {
  /** Of the image with the tables of the pass before. */
  readonly map: Buffer
  readonly assembly: Uint8Array
  readonly object: ObjectLayout
}

/** Makes the tables of one pass after the other; returns assembly. */
export type TableMaker = (map: Uint8Array, previous: Uint8Array | null) => Uint8Array

export interface BuildOptions<Generate = GenerateOptions> {
  /** Options of the generator, or what stands in for it. */
  readonly generate: Generate
  /** Whether the build begins with the table of an empty map, as from 6.11 on. */
  readonly beginsEmpty: boolean
  /** Whether the tables' labels come through the build's filter. */
  readonly keepsLabels: boolean
  /** No more passes than these. */
  readonly most: number
}

/** Builds until the tables come to rest: the last pass of a build that settles repeats the one before. */
export function build(image: Image, options: BuildOptions<GenerateOptions | TableMaker>): Pass[] {
  const passes: Pass[] = []
  const make = typeof options.generate === 'function' ? options.generate : makerOf(options.generate)
  let tables: TableObject | null = null
  if (options.beginsEmpty) {
    tables = objectLayout(make(new Uint8Array(0), null), image.word)
  }
  while (passes.length < options.most && !isSettled(passes)) {
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

/** Where sizes are to be held and the map does not tell them, the assembly of the pass before has to. */
function makerOf(options: GenerateOptions): TableMaker {
  const { holdsSizes } = resolveOptions(options)
  return (map, previous) =>
    generate(map, previous && holdsSizes ? { ...options, previous } : options).assembly
}

/** Whether the last two passes made tables of the same layout, so that the next image is the last one. */
export function isSettled(passes: readonly Pass[]): boolean {
  const [before, last] = passes.slice(-2)
  return before !== undefined && last !== undefined && isSameLayout(before.object, last.object)
}

export function isSameLayout(a: ObjectLayout, b: ObjectLayout): boolean {
  return a.size === b.size && a.labels.every(({ offset }, i) => b.labels[i]?.offset === offset)
}

/** All labels that tables of any dialect have. */
const TABLES = [
  ...['addresses', 'offsets', 'relative_base', 'num_syms', 'names', 'markers'],
  ...['seqs_of_names', 'token_table', 'token_index'],
].map(name => `kallsyms_${name}`)

/**
 * A map without the labels of the tables; functions have such names too, and stay.
 *
 * @param labels of further tables
 */
export function withoutTableLabels(map: Uint8Array, labels: readonly string[] = []): Buffer {
  const lines = Buffer.from(map.buffer, map.byteOffset, map.length).toString('latin1').split('\n')
  const gone = new Set([...TABLES, ...labels])
  return Buffer.from(
    lines.filter(line => !gone.has(line.slice(line.lastIndexOf(' ') + 1))).join('\n'),
    'latin1',
  )
}
