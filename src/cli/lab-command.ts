/** `kallsyms lab`: the definition of its command line. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { OPTIONS } from '../dialect/dialect.js'
import { TOOLCHAINS } from '../lab/links/toolchains.js'
import { BUILT_IN } from '../lab/proposals/built-in.js'
import { type CFlags, cOptionHelp } from './c-options.js'
import { setUp } from './commander.js'
import { ListOption } from './list-option.js'
import type { Notes } from './notes.js'

/** What commander makes of the options. */
export interface LabFlags extends CFlags {
  readonly proposal?: string[]
  readonly only?: string[]
  readonly kernel?: string
  readonly seed: number
  readonly trials: number
  readonly flipping: number
  readonly symbols: number
  readonly passes: number
  readonly runs: number
  readonly times: boolean
  readonly jobs?: number
  readonly link?: string[]
  readonly paddings: number
  readonly json?: boolean
  readonly markdown?: boolean
  readonly html?: string
}

const PROPOSALS = BUILT_IN.map(({ name }) => name)
const LINKERS = TOOLCHAINS.map(({ name }) => name)

export function labCommand(): Command {
  const command = setUp(new Command('kallsyms lab'), LAB_NOTES)
    .summary('compare proposals for a stable compression of the table')
    .description(
      'Compares proposals for a stable compression of the symbol table: the sizes of the tables, the times to make and ' +
        'read them, whether the kernel can decode them, and how often their sizes depend on the layout.',
    )
    .usage('[options] [map...]')
    .argument(
      '[maps...]',
      'output of `nm -n`; from 6.1 on filtered as the build does it; also gzipped. Default: two maps of the package',
    )
    .optionsGroup('Options:')
    .option('--proposal <file>', 'module with a proposal; may be repeated', collected)
    .addOption(new ListOption('--only <names>', 'built-in proposals to compare, comma-separated', PROPOSALS))
    .option('--kernel <version|tree|file>', 'target kernel of the maps; default: the newest')
    .option('--seed <n>', 'random seed of the trials', wholeFrom(0), 1)
    .option('--trials <n>', 'trial builds per proposal and map', wholeFrom(1), 300)
    .option('--flipping <n>', 'symbols of each kind that may flip in a trial build', wholeFrom(1), 16)
    .option('--symbols <n>', 'functions in a trial build, named as in the map', wholeFrom(1), 300)
    .option('--passes <n>', 'give up on a trial build after N passes', wholeFrom(2), 10)
    .option('--runs <n>', 'timed runs; the median counts', wholeFrom(1), 5)
    .option('--no-times', 'measure no times: the output is then the same on every machine')
    .option('--jobs <n>', 'number of threads; default: one per core', wholeFrom(1))
    .addOption(
      new ListOption(
        '--link [=names]',
        `also link miniature kernels, with these toolchains if installed: ${LINKERS.join(', ')}`,
        LINKERS,
      ).preset(LINKERS.join(',')),
    )
    .option('--paddings <n>', 'layouts of each kind to link', wholeFrom(1), 8)
    .addOption(new Option('--json', 'print all figures as JSON').conflicts('markdown'))
    .option('--markdown', 'print tables in Markdown')
    .option('--html <file>', 'also write a page with plots; it needs no network')
    .optionsGroup('Options that the build gave the tool, for maps on the command line:')
  for (const option of OPTIONS) command.option(...cOptionHelp(option))
  return command
}

export const LAB_NOTES: Notes = {
  lists: [
    {
      title: 'Built-in proposals',
      entries: BUILT_IN.map(({ name, describe }) => [name, describe]),
    },
  ],
  text: ['The same seed gives the same figures on every machine, except times. Ctrl-C prints what there is.'],
  examples: [
    { what: 'the built-in proposals, on the maps of the package', command: 'kallsyms lab' },
    {
      what: 'a proposal of your own, and a page to share',
      command: 'kallsyms lab --proposal idea.mjs --only exact,stable --html page.html',
    },
    {
      what: 'on your own map',
      command: 'kallsyms lab --kernel 6.12 --all-symbols --proposal idea.mjs System.map',
    },
    {
      what: 'more trials, few flipping symbols, another seed',
      command: 'kallsyms lab --trials 3000 --flipping 4 --seed 7 --no-times --json',
    },
    { what: 'real links too', command: 'kallsyms lab --only exact,stable --link=x86-64 --markdown' },
  ],
  exitStatus: [
    ['0', 'the run is complete'],
    ['1', 'error'],
    ['2', 'wrong usage'],
    ['130', 'stopped with Ctrl-C'],
  ],
  environment: [
    ['KALLSYMS_KERNEL', 'The target kernel of maps on the command line, unless --kernel is given.'],
    ['NO_COLOR', 'Set: no colour on a terminal.'],
  ],
  topics: ['lab', 'stable-tables'],
}

function collected(value: string, before: string[] = []): string[] {
  return [...before, value]
}

/** Larger numbers are typing errors. */
const LIMIT = 2 ** 31

function wholeFrom(least: number): (text: string) => number {
  return text => {
    if (!/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) >= LIMIT) {
      throw new InvalidArgumentError(`Give a whole number, at least ${least}.`)
    }
    return Number(text)
  }
}
