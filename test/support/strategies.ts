/** How the tables of miniature kernels are generated: exact, or with options for stable sizes. */
import type { Dialect } from '../../src/dialect/dialect.js'
import { generate } from '../../src/generate/generate.js'
import type { StableOptions } from '../../src/generate/options.js'
import { buildFacts } from '../../src/kbuild/build-facts.js'
import type { TableGenerator } from '../../src/lab/links/build-directory.js'
import type { Layout } from '../../src/lab/links/layouts.js'
import { buildOptions } from '../../src/lab/links/outcomes.js'
import type { Toolchain } from '../../src/lab/links/toolchains.js'
import { optionName } from '../../src/report/option-name.js'

export interface Strategy {
  readonly name: string
  readonly options: StableOptions
  /** As arguments of the command. */
  readonly args: readonly string[]
}

export const EXACT: Strategy = { name: 'exact', options: {}, args: [] }

export const LITERAL: Strategy = {
  name: 'literal',
  options: { stabilise: 'literal' },
  args: ['--stabilise=literal'],
}

export const FOLD: Strategy = { name: 'fold', options: { stabilise: 'fold' }, args: ['--stabilise=fold'] }

export const HOLD: Strategy = { name: 'hold', options: { holdSizes: true }, args: ['--hold-sizes'] }

export const STABLE: Strategy = {
  name: 'stable',
  options: { stabilise: 'literal', holdSizes: true, headroom: 'auto' },
  args: ['--stable'],
}

export const STRATEGIES: readonly Strategy[] = [EXACT, LITERAL, FOLD, HOLD, STABLE]

/** The options that the kernel's build passes to its tool, as arguments of the command. */
export function buildArgs(dialect: Dialect, layout: Layout, toolchain: Toolchain): string[] {
  return Object.keys(buildOptions(dialect, layout, toolchain)).map(optionName)
}

/** Whether the table of the previous pass is needed, because the map does not contain its labels. */
export function needsPrevious(dialect: Dialect, { options }: Strategy): boolean {
  return options.holdSizes === true && buildFacts(dialect).hidesTableLabels
}

/** Generates tables in this process. */
export function generatorOf(
  dialect: Dialect,
  layout: Layout,
  toolchain: Toolchain,
  strategy: Strategy,
): TableGenerator {
  const options = { dialect, ...buildOptions(dialect, layout, toolchain), ...strategy.options }
  const givesPrevious = needsPrevious(dialect, strategy)
  return ({ map, previous }) => {
    const { assembly } = generate(map, givesPrevious && previous ? { ...options, previous } : options)
    return Buffer.from(assembly)
  }
}
