/** Explanations of maps that are given as text. */

import type { Dialect } from '../../src/dialect/dialect.js'
import { findRelease } from '../../src/dialect/resolve.js'
import { type ExplainedPass, explain } from '../../src/explain/explain.js'
import type { Cause, Explanation, Remedy, Step } from '../../src/explain/explanation.js'
import { generate } from '../../src/generate/generate.js'
import type { OriginalOptions, StableOptions } from '../../src/generate/options.js'
import type { TableSize } from '../../src/layout/layout.js'
import { ListingReader } from '../../src/nm/listing.js'
import { latin1 } from './table.js'

export interface Made {
  readonly kernel?: string
  readonly options?: OriginalOptions & StableOptions
}

/** A pass of so many lines, `System.map` being the final one. */
export function pass(name: string, lines: readonly string[], { nameLimit }: Dialect): ExplainedPass {
  const reader = new ListingReader(nameLimit)
  for (const line of lines) reader.add(line)
  return { name, listing: reader.finish(), tables: null, isFinal: name === 'System.map' }
}

/** Explains the maps of passes 1, 2, … */
export function explained(maps: readonly (readonly string[])[], made: Made = {}): Explanation {
  const { kernel = '5.4', options = {} } = made
  const { dialect } = findRelease(kernel)
  const passes = maps.map((lines, i) => pass(`pass ${i + 1}`, lines, dialect))
  return explain(passes, { dialect, options, chosenBy: 'a test', goesOn: true })
}

/** The only step of an explanation. */
export function onlyStep({ steps }: Explanation): Step {
  if (steps.length !== 1) throw new Error(`${steps.length} steps`)
  return steps[0] as Step
}

/** Causes in short: code and names. */
export function causesOf({ causes }: Step): Record<string, string[]> {
  return Object.fromEntries(
    causes.map(({ code, symbols }: Cause) => [code, symbols.map(({ name }) => name).sort()]),
  )
}

/** The generator's own tables for a map. */
export function sizesOf(
  lines: readonly string[],
  options: OriginalOptions = {},
  kernel = '5.4',
): readonly TableSize[] {
  return generate(latin1(`${lines.join('\n')}\n`), { dialect: findRelease(kernel).dialect, ...options })
    .tables
}

/** What they come to. */
export function bytesOf(lines: readonly string[], { kernel = '5.4', options = {} }: Made = {}): number {
  return sizesOf(lines, options, kernel).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The options of the generator that a remedy names. */
export function remedyOptions({ flags }: Remedy): StableOptions {
  const options: { stabilise?: 'literal'; headroom?: number | 'auto' } = {}
  for (const flag of flags.split(' ').filter(word => word !== '')) {
    const [, bytes] = /^--headroom=(\w+)$/.exec(flag) ?? []
    if (bytes !== undefined) options.headroom = bytes === 'auto' ? bytes : Number(bytes)
    else if (flag === '--stabilise') options.stabilise = 'literal'
    else if (flag === '--stable') Object.assign(options, { stabilise: 'literal', headroom: 'auto' })
    else throw new Error(`${flag} is not an option of a remedy`)
  }
  return options
}
