/** Links miniature kernels at many paddings with the tables of one strategy. */
import { findRelease } from '../../../src/dialect/resolve.js'
import type { BuildDirectory } from '../../../src/lab/links/build-directory.js'
import type { Layout } from '../../../src/lab/links/layouts.js'
import { type Outcome, outcome, twoAtATime } from '../../../src/lab/links/outcomes.js'
import type { Toolchain } from '../../../src/lab/links/toolchains.js'
import { generatorOf, type Strategy } from '../../support/strategies.js'

/** What is linked, except for the padding. */
export interface Kind {
  readonly toolchain: Toolchain
  readonly layout: Layout
  /** The version of the kernel. */
  readonly kernel: string
  readonly strategy: Strategy
}

/** Links a miniature kernel for each padding. */
export function outcomes(
  directory: BuildDirectory,
  { toolchain, layout, kernel, strategy }: Kind,
  paddings: readonly number[] = layout.paddings,
): Promise<Outcome[]> {
  const { dialect } = findRelease(kernel)
  const generator = generatorOf(dialect, layout, toolchain, strategy)
  const miniature = { toolchain, layout, dialect, generator: () => generator }
  return twoAtATime(paddings, padding => outcome(directory, miniature, padding))
}
