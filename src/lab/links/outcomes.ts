/** Miniature kernels at many paddings: after how many passes each comes to rest, if it does. */
import { type Dialect, hasOption } from '../../dialect/dialect.js'
import type { OriginalOptions } from '../../generate/options.js'
import { type ExtraPass, type ObjectChange, passesMade } from '../../kbuild/passes.js'
import type { Layout } from './layouts.js'
import { type Generator, isConsistent, type TableFile, type Workshop } from './passes.js'
import type { Toolchain } from './toolchains.js'

/** A build that is not consistent by then is taken never to be. */
export const MOST_PASSES = 6

/** What is linked, apart from the padding. */
export interface Miniature {
  readonly toolchain: Toolchain
  readonly layout: Layout
  /** Of the kernel whose build it is. */
  readonly dialect: Dialect
  /** What makes the tables of one build: it may remember the pass before. */
  readonly generator: () => Generator
}

/** One miniature kernel. */
export interface Outcome {
  readonly padding: number
  /** The pass after which the build's check is passed, 2 at least; null when that never was. */
  readonly settled: number | null
  /** Bytes of the tables, for each pass. */
  readonly bytes: readonly number[]
  /** From the object of the first pass to that of the second. */
  readonly change: ObjectChange
}

/** What the kernel's build tells its tool for such a kernel. */
export function buildOptions(dialect: Dialect, layout: Layout, toolchain: Toolchain): OriginalOptions {
  return {
    ...(layout.allSymbols && { allSymbols: true }),
    ...(hasOption(dialect, 'base-relative') && { baseRelative: true }),
    ...(hasOption(dialect, 'pc-relative') && toolchain.word === 8 && { pcRelative: true }),
  }
}

/**
 * Links one miniature kernel.
 *
 * @param most passes
 */
export async function outcome(
  workshop: Workshop,
  { generator, ...build }: Miniature,
  padding: number,
  most: number = MOST_PASSES,
): Promise<Outcome> {
  const bytes: number[] = []
  const objects: TableFile[] = []
  let isSettled = false
  for await (const pass of workshop.passes({ ...build, padding, generator: generator() }, most)) {
    bytes.push(pass.bytes)
    objects.push(pass.object)
    isSettled = isConsistent(pass)
  }
  const [first, second] = objects
  const change = { size: first?.size !== second?.size, labels: first?.labels !== second?.labels }
  return { padding, settled: isSettled ? bytes.length : null, bytes, change }
}

/** Does something for each item, two at a time: most of it is waiting for other processes. The results are in order. */
export async function eachOfTwo<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++
      results[i] = await work(items[i] as Item)
    }
  }
  await Promise.all([worker(), worker()])
  return results
}

/** How many of them the kernel's build lets through with the passes that it makes by itself. */
export function builtBy(rule: ExtraPass, all: readonly Outcome[]): number {
  return all.filter(({ settled, change }) => settled !== null && settled <= passesMade(rule, change)).length
}

/** How many of them pass the check of the kernel's build after so many passes. */
export function settledWithin(all: readonly Outcome[], passes: number): number {
  return all.filter(({ settled }) => settled !== null && settled <= passes).length
}
