/** The options that make the sizes of the tables independent of the layout: their help, and their values. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { STABLE_TYPES, type StableTypes } from '../compress/types.js'
import type { StableOptions } from '../generate/options.js'
import { MAX_HEADROOM } from '../layout/headroom.js'

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
      new Option('--stable', 'all of it: --stabilise=literal --hold-sizes --headroom=auto').implies({
        stabilise: 'literal',
        holdSizes: true,
        headroom: 'auto',
      }),
    )
    .addOption(
      new Option(
        '--stabilise [=literal|fold]',
        'compress names without regard to their type letters: no change of letters changes a size. ' +
          'literal (default): 1 to 4 % more for the names; /proc/kallsyms stays as it is. ' +
          'fold: no larger than exact; but /proc/kallsyms shows T or t for all but weak symbols',
      ).choices(STABLE_TYPES),
    )
    .option(
      '--hold-sizes',
      'make no table smaller than the pass before did, which the map tells: every build settles, ' +
        'though perhaps in a pass more; costs the padding, some bytes; /proc/kallsyms stays as it is',
    )
    .addOption(
      new Option(
        '--headroom <bytes|auto>',
        'spare room in the first table with symbols, held from then on: growth within it takes no further pass. ' +
          'So many bytes behind each table; or auto, what the symbols ask for that the map shows to depend on ' +
          'the layout, commonly below 1 KiB. Implies --hold-sizes',
      )
        .argParser(headroomOf)
        .implies({ holdSizes: true }),
    )
    .addOption(
      new Option(
        '--previous <file>',
        'the .S file of the pass before, for maps without the kallsyms_* symbols: the builds of 6.4 to 6.8 ' +
          'filter them out. Implies --hold-sizes',
      ).implies({ holdSizes: true }),
    )
}

function headroomOf(value: string): number | 'auto' {
  if (value === 'auto') return 'auto'
  if (!/^\d+$/.test(value) || Number(value) > MAX_HEADROOM) {
    throw new InvalidArgumentError(`It is a number of bytes up to ${MAX_HEADROOM}, or auto.`)
  }
  return Number(value)
}

/** The generator's options, without the assembly of the pass before. */
export function stableOptions({
  stabilise,
  holdSizes,
  headroom,
}: StableFlags): Omit<StableOptions, 'previous'> {
  return {
    ...(stabilise && { stabilise }),
    ...(holdSizes && { holdSizes }),
    ...(headroom !== undefined && { headroom }),
  }
}
