/** Links of miniature kernels with many paddings: whether each converges, and after how many passes. */
import { type Dialect, hasOption } from '../../dialect/dialect.js'
import type { OriginalOptions } from '../../generate/options.js'
import { type ExtraPass, type ObjectChange, passesMade } from '../../kbuild/passes.js'
import { type BuildDirectory, isConsistent, type ObjectFile, type TableGenerator } from './build-directory.js'
import type { Layout } from './layouts.js'
import type { Toolchain } from './toolchains.js'

/** A build that has not converged by then counts as one that never does. */
export const MOST_PASSES = 6

/** What is linked, apart from the padding. */
export interface MiniatureKernel {
  readonly toolchain: Toolchain
  readonly layout: Layout
  /** The dialect of the kernel whose build is imitated. */
  readonly dialect: Dialect
  /** Makes the generator of one build, which may keep state from pass to pass. */
  readonly generator: () => TableGenerator
}

/** Result of one build. */
export interface Outcome {
  readonly padding: number
  /** The pass after which the build's check passes, at least 2; null if it never does. */
  readonly settled: number | null
  /** Bytes of the tables in each pass. */
  readonly bytes: readonly number[]
  /** From the object of the first pass to that of the second. */
  readonly change: ObjectChange
}

/** The options that the kernel's build gives to its tool. */
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
  directory: BuildDirectory,
  { generator, ...kernel }: MiniatureKernel,
  padding: number,
  most: number = MOST_PASSES,
): Promise<Outcome> {
  const bytes: number[] = []
  const objects: ObjectFile[] = []
  let isSettled = false
  for await (const pass of directory.passes({ ...kernel, padding, generator: generator() }, most)) {
    bytes.push(pass.bytes)
    objects.push(pass.object)
    isSettled = isConsistent(pass)
  }
  const [first, second] = objects
  const change = { size: first?.size !== second?.size, labels: first?.labels !== second?.labels }
  return { padding, settled: isSettled ? bytes.length : null, bytes, change }
}

/** Works on all items, two at a time: most of the time is spent waiting for other processes. Results keep the order. */
export async function twoAtATime<Item, Result>(
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

/** How many builds succeed with the passes that the kernel's build makes by itself. */
export function builtBy(rule: ExtraPass, all: readonly Outcome[]): number {
  return all.filter(({ settled, change }) => settled !== null && settled <= passesMade(rule, change)).length
}

/** How many builds pass the check of the kernel's build within a number of passes. */
export function settledWithin(all: readonly Outcome[], passes: number): number {
  return all.filter(({ settled }) => settled !== null && settled <= passes).length
}
