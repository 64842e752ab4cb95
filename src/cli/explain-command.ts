/** `kallsyms explain`: the definition of its command line. */
import { Command, Option } from 'commander'
import { STABLE_TYPES, type StableTypes } from '../compress/types.js'
import { OPTIONS } from '../dialect/dialect.js'
import { type CFlags, cOptionHelp } from './c-options.js'
import { setUp } from './commander.js'
import type { Notes } from './notes.js'
import { headroomOption } from './stable-options.js'

/** What commander makes of the options. */
export interface ExplainFlags extends CFlags {
  readonly kernel?: string
  readonly stabilise?: StableTypes
  readonly holdSizes?: boolean
  readonly headroom?: number | 'auto'
  readonly stable?: boolean
  readonly all?: boolean
  readonly json?: boolean
  readonly html?: string
  readonly bundle?: string
  readonly scrambleNames?: boolean
  readonly note?: readonly string[]
  readonly morePasses?: boolean
}

export function explainCommand(): Command {
  const command = setUp(new Command('kallsyms explain'), EXPLAIN_NOTES)
    .summary('find out why the kallsyms data of a kernel is inconsistent')
    .description(
      'Finds out why the symbol tables of a kernel differ from pass to pass: which tables change their size, which ' +
        'symbols are the cause, by how many bytes, whether more passes would help, and what to do.',
    )
    .usage('[options] <dir | map map... | bundle>')
    .argument(
      '<maps...>',
      'the output directory of a kernel build; or the maps of its passes in order: output of `nm -n`, .syms, ' +
        'System.map, also gzipped; or images, which are listed with $NM; or a bundle',
    )
    .optionsGroup('Options:')
    .option('--all', 'list all symbols, not only the first of each kind')
    .option('--json', 'print the findings as JSON')
    .option('--html <file>', 'also write a page with plots and sortable tables; it needs no network')
    .option(
      '--bundle <file>',
      'also write all that the explanation is made from into one file, for a bug report',
    )
    .option(
      '--scramble-names',
      'replace the letters of names in the bundle, where the explanation stays the same',
    )
    .addOption(
      new Option('--note <text>', 'a note for the bundle, such as the version of the linker').argParser(
        (text: string, notes: readonly string[] = []) => [...notes, text],
      ),
    )
    .option('--more-passes', 'the last map is not that of the final image: a table is made from it too')
    .option(
      '--kernel <version|tree|file>',
      'target kernel; default: that of the build directory, else KALLSYMS_KERNEL',
    )
    .addOption(
      new Option('--stabilise [=literal|fold]', 'the tables were made with this option')
        .choices(STABLE_TYPES)
        .preset('literal'),
    )
    .option('--hold-sizes', 'the tables were made with this option')
    .addOption(headroomOption('the tables were made with this option'))
    .addOption(
      new Option('--stable', 'the tables were made with this option').implies({
        stabilise: 'literal',
        holdSizes: true,
        headroom: 'auto',
      }),
    )
    .optionsGroup('Options that the build gave the tool:')
  for (const option of OPTIONS) command.option(...cOptionHelp(option))
  return command
}

export const EXPLAIN_NOTES: Notes = {
  text: [
    'The last map is that of the final image: the question is whether its table, which is made from the map before, lists ' +
      'it. In a directory it takes the passes of the last link. The target kernel, the options and the sizes come from the ' +
      'journal of a build with MAKEFILES="$(kallsyms --print-kbuild)". Without a journal, kernel and options come from ' +
      'the source tree and the configuration of the build, or from options.',
  ],
  examples: [
    { what: 'the last link of a build', command: 'kallsyms explain ~/build' },
    {
      what: 'the maps of two passes, and of the final image',
      command: 'kallsyms explain --kernel 6.12 --all-symbols .tmp_vmlinux[12].syms System.map',
    },
    {
      what: 'images of a 32-bit arm kernel',
      command: 'NM=arm-linux-gnueabi-nm kallsyms explain --kernel 4.4 .tmp_vmlinux1 .tmp_vmlinux2',
    },
    { what: 'a report to send to somebody', command: 'kallsyms explain --html report.html ~/build' },
    {
      what: 'a failing build, to attach to a bug report',
      command: 'kallsyms explain --bundle fail.bundle ~/build',
    },
    { what: 'what such a bundle says', command: 'kallsyms explain fail.bundle' },
  ],
  exitStatus: [
    ['0', "consistent: this kernel's table is right"],
    ['1', 'not consistent'],
    ['2', 'wrong usage or unreadable input'],
  ],
  environment: [
    ['KALLSYMS_KERNEL', 'The target kernel, unless --kernel is given.'],
    ['NM, CROSS_COMPILE', 'The nm that lists images: $NM, or nm with the prefix $CROSS_COMPILE.'],
    ['NO_COLOR', 'Set: no colour on a terminal.'],
  ],
  files: [
    [
      '.tmp_for_kallsyms/',
      'The journal in the output directory of a build: the map, the options and the table sizes of each pass.',
    ],
  ],
  topics: ['explain', 'stable-tables', 'kbuild'],
}
