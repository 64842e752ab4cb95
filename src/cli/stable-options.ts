/** The options that make the sizes of the tables independent of the layout: their help, and their values. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { STABLE_TYPES, type StableTypes } from '../compress/types.js'
import { MOST_HEADROOM } from '../layout/headroom.js'
import type { StableOptions } from '../pipeline.js'
import { readInput } from './io.js'

/** What commander makes of them. */
export interface StableFlags {
  readonly stabilise?: StableTypes
  readonly holdSizes?: boolean
  readonly headroom?: number | 'auto'
  readonly previous?: string
  readonly stable?: boolean
}

/** Defines the options on the program. */
export function registerStableOptions(program: Command): void {
  program
    .optionsGroup('Options against "Inconsistent kallsyms data"; without them the output is exact:')
    .addOption(
      new Option('--stable', 'all it takes: the same as --stabilise --headroom=auto').implies({
        stabilise: 'literal',
        holdSizes: true,
        headroom: 'auto',
      }),
    )
    .addOption(
      new Option(
        '--stabilise [=literal|fold]',
        'sizes that no change of type letters changes (literal: +0.7 to +3.4 % of the names; fold: smaller than exact, but only T, t and weak letters are left)',
      ).choices(STABLE_TYPES),
    )
    .option('--hold-sizes', 'no table smaller than in the pass before, which the map tells: always settles')
    .addOption(
      new Option(
        '--headroom <bytes|auto>',
        'spare room in the first table, so that growth within it takes no further pass: so many bytes a table, or what the symbols near the borders of text may ask for (implies --hold-sizes)',
      )
        .argParser(headroomOf)
        .implies({ holdSizes: true }),
    )
    .addOption(
      new Option(
        '--previous <file>',
        'the .S file of the pass before, where the map has lost the kallsyms_* symbols: 6.4 to 6.8 (implies --hold-sizes)',
      ).implies({ holdSizes: true }),
    )
}

function headroomOf(value: string): number | 'auto' {
  if (value === 'auto') return 'auto'
  if (!/^\d+$/.test(value) || Number(value) > MOST_HEADROOM) {
    throw new InvalidArgumentError(`It is a number of bytes up to ${MOST_HEADROOM}, or auto.`)
  }
  return Number(value)
}

/**
 * The generator's options.
 *
 * @throws {KallsymsError} `io` where the assembly of the pass before cannot be read
 */
export function stableOptions({ stabilise, holdSizes, headroom, previous }: StableFlags): StableOptions {
  return {
    ...(stabilise && { stabilise }),
    ...(holdSizes && { holdSizes }),
    ...(headroom !== undefined && { headroom }),
    ...(previous !== undefined && { previous: readInput(previous) }),
  }
}
