/** Miniature kernels at many paddings: after how many passes each comes to rest, if it does. */
import { findRelease } from '../../src/dialect/resolve.js'
import type { Layout } from './layouts.js'
import { isConsistent, type Workshop } from './passes.js'
import { generatorOf, type Strategy } from './strategies.js'
import type { Toolchain } from './toolchains.js'

/** As many as the kernel's build does unless told otherwise. */
export const STANDARD_PASSES = 2

/** A build that is not consistent by then is taken never to be. */
export const MOST_PASSES = 6

/** What is linked, apart from the padding. */
export interface Kind {
  readonly toolchain: Toolchain
  readonly layout: Layout
  /** A kernel's version. */
  readonly kernel: string
  readonly strategy: Strategy
}

/** One miniature kernel. */
export interface Outcome {
  readonly padding: number
  /** The pass after which the build's check is passed, 2 at least; null when that never was. */
  readonly settled: number | null
  /** Bytes of the tables, for each pass. */
  readonly bytes: readonly number[]
}

/** Links one miniature kernel. */
export async function outcome(workshop: Workshop, kind: Kind, padding: number): Promise<Outcome> {
  const { toolchain, layout, kernel, strategy } = kind
  const { dialect } = findRelease(kernel)
  const generator = generatorOf(dialect, layout, toolchain, strategy)
  const bytes: number[] = []
  let isSettled = false
  for await (const pass of workshop.passes({ toolchain, layout, padding, dialect, generator }, MOST_PASSES)) {
    bytes.push(pass.bytes)
    isSettled = isConsistent(pass)
  }
  return { padding, settled: isSettled ? bytes.length : null, bytes }
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

/** Links a miniature kernel for each padding. */
export function outcomes(
  workshop: Workshop,
  kind: Kind,
  paddings: readonly number[] = kind.layout.paddings,
): Promise<Outcome[]> {
  return eachOfTwo(paddings, padding => outcome(workshop, kind, padding))
}

/** How many of them the kernel's build lets through. */
export function settledWithin(all: readonly Outcome[], passes: number): number {
  return all.filter(({ settled }) => settled !== null && settled <= passes).length
}
