/** The options that make table sizes independent of the layout: their definitions and their values. */
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
export function addStableOptions(program: Command): void {
  program
    .optionsGroup('Options for stable table sizes, against "Inconsistent kallsyms data":')
    .addOption(
      new Option('--stable', 'same as --stabilise=literal --hold-sizes --headroom=auto').implies({
        stabilise: 'literal',
        holdSizes: true,
        headroom: 'auto',
      }),
    )
    .addOption(
      new Option(
        '--stabilise [=literal|fold]',
        'compress names so that sizes do not depend on type letters. literal (default): names grow by 1 to 4 %. ' +
          'fold: no growth, but /proc/kallsyms shows T or t for all but weak symbols, so that tools which go by the ' +
          'letter (drgn, crash, bpftrace, pwndbg) take data for functions',
      )
        .choices(STABLE_TYPES)
        .preset('literal'),
    )
    .option(
      '--hold-sizes',
      'pad tables so that none is smaller than in the previous pass: every build converges, but may need another pass',
    )
    .addOption(
      headroomOption(
        'bytes of padding after each table in the first pass, or auto: estimated from the map, usually below 1 KiB; ' +
          'implies --hold-sizes',
      ),
    )
    .addOption(
      new Option(
        '--previous <file>',
        'assembly (.S) of the previous pass, for maps without the kallsyms_* symbols (builds of 6.4 to 6.8); ' +
          'implies --hold-sizes',
      ).implies({ holdSizes: true }),
    )
}

/** The option that says what is set aside for growth. */
export function headroomOption(description: string): Option {
  return new Option('--headroom <bytes|auto>', description).argParser(headroomOf).implies({ holdSizes: true })
}

function headroomOf(value: string): number | 'auto' {
  if (value === 'auto') return 'auto'
  if (!/^\d+$/.test(value) || Number(value) > MAX_HEADROOM) {
    throw new InvalidArgumentError(`Give a number of bytes up to ${MAX_HEADROOM}, or auto.`)
  }
  return Number(value)
}

/** What is said of folded types in each run. */
export const FOLD_NOTE: string =
  '--stabilise=fold: data gets the letters of functions in /proc/kallsyms, so that tools which go by the letter (drgn, ' +
  'crash, bpftrace, pwndbg) take data for functions; --stabilise=literal keeps the letters'

/** The generator's options, without the assembly of the previous pass. */
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
