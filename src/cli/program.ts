/** `kallsyms [options] [map]`: the definition of the generator's command line. */
import { Command, Option } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { OPTIONS } from '../dialect/dialect.js'
import { type CFlags, cOptionHelp } from './c-options.js'
import { setUp } from './commander.js'
import { addKbuildOptions, type KbuildFlags } from './kbuild-options.js'
import type { Notes } from './notes.js'
import { addStableOptions, type StableFlags } from './stable-options.js'
import { WRONG_USAGE } from './subcommand.js'

/** What commander makes of the options. */
export interface GeneratorFlags extends CFlags, StableFlags, KbuildFlags {
  readonly kernel?: string
  readonly output?: string
  readonly sysmap?: string
  readonly compact?: boolean
  readonly printDialect?: boolean
  readonly stats?: 'text' | 'json'
}

/** The commands that are called by their name as the first argument, and what they do. */
export const SUBCOMMANDS = {
  explain: 'find out why the kallsyms data of a kernel is inconsistent',
  lab: 'compare proposals for a stable compression of the table',
  help: 'print documentation',
  completion: 'print a completion script for bash or zsh',
} as const

/** The command without an action. */
export function generatorCommand(): Command {
  const program = setUp(new Command('kallsyms'), GENERATOR_NOTES)
    .summary('generate the symbol table of a Linux kernel')
    .description(
      'Reads a symbol map, as `nm -n vmlinux` prints it, and writes the symbol table of the kernel as assembly text: ' +
        'the same bytes as scripts/kallsyms of the target kernel. Without a map, or with -, reads standard input.',
    )
    .argument('[map]', 'output of `nm -n`; from 6.1 on filtered as the build does it (.syms, System.map)')
    // The second one is OUT.bin of a tool that reads images; else it is an error, which says what is wrong.
    .argument('[more...]')
    .usage('[options] [map]\n       kallsyms [options] <image> <out.bin>\n       kallsyms <command> ...')
    .optionsGroup('Options:')
    .option(
      '--kernel <version|tree|file>',
      'target kernel: a version (6.6, 6.6.17) or the text of /proc/version, a source tree, or a file with the output ' +
        'of --print-dialect',
    )
    .option('-o, --output <file>', 'output file, renamed into place when complete; - is standard output')
    .option('--sysmap <file>', 'also write the map of the image, for kernels whose tool reads images')
    .option('--compact', 'write shorter text, which assembles to the same object in less time and memory')
    .addOption(
      new Option('--stats [=json]', 'print counts, sizes and times on stderr')
        .choices(['text', 'json'])
        .preset('text'),
    )
    .option('--print-dialect', 'print the table format of the target kernel as JSON')
    .version(packageJson.version, '--version', 'print the version')
  addStableOptions(program)
  addKbuildOptions(program)
  program.optionsGroup('Options of the C tool, for kernels whose tool has them:')
  for (const option of OPTIONS) program.option(...cOptionHelp(option))
  program.commandsGroup('Commands (kallsyms <command> --help lists their options):')
  // For the help, and for arguments in the wrong order.
  for (const [name, description] of Object.entries(SUBCOMMANDS)) {
    program
      .command(name)
      .description(description)
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        program.error(
          `put ${name} before its options: kallsyms ${name} ...; for a map of this name: ./${name}`,
          { exitCode: WRONG_USAGE },
        )
      })
  }
  return program
}

export const GENERATOR_NOTES: Notes = {
  text: [
    'The target kernel is the first of: --kernel; the environment variable KALLSYMS_KERNEL; in a kernel build ' +
      "the tree's own scripts/kallsyms.c (in $srctree), or $KERNELVERSION; the newest kernel.",
    "The version of a distribution's kernel is not what `uname -r` prints (6.1.0-50): give --kernel the whole text of " +
      '/proc/version, or of /proc/version_signature on Ubuntu.',
    'The options for stable table sizes have no effect on /proc/kallsyms, except --stabilise=fold. Without them the ' +
      'output is exact.',
  ],
  examples: [
    {
      what: 'from an image; up to 6.0 the build does not filter its map',
      command: 'nm -n vmlinux | kallsyms --kernel 5.4 --all-symbols -o kallsyms.S',
    },
    {
      what: 'from a filtered map, with the table format of a source tree',
      command: 'kallsyms --kernel ~/linux --all-symbols -o out.S .tmp_vmlinux1.syms',
    },
    {
      what: 'from an image, for kernels whose tool reads images: a map, a file of names, and the table that includes it',
      command: 'kallsyms --kernel 7.3.0-elf --all-symbols --sysmap=System.map vmlinux out.bin > out.S',
    },
    {
      what: 'in the build of a kernel tree, which is not modified',
      command: 'make MAKEFILES="$(kallsyms --print-kbuild)"',
    },
    {
      what: 'the same, with stable table sizes',
      command: 'make MAKEFILES="$(kallsyms --print-kbuild)" KALLSYMS_FLAGS=--stable',
    },
    {
      what: "whether kallsyms prints what a tree's own tool prints",
      command: 'kallsyms --kernel ~/linux --prove',
    },
    {
      what: 'sizes and times only',
      command: 'kallsyms --kernel 6.12 --all-symbols --stats System.map >/dev/null',
    },
    {
      what: 'why did the build stop with "Inconsistent kallsyms data"?',
      command: 'kallsyms explain ~/build',
    },
  ],
  exitStatus: [
    ['0', 'the table was written'],
    ['1', 'error'],
  ],
  environment: [
    ['KALLSYMS_KERNEL', 'The target kernel, unless --kernel is given.'],
    [
      'srctree, KERNELVERSION',
      "Set by kernel builds: the source tree, whose scripts/kallsyms.c is read for the table format, and the kernel's " +
        'version.',
    ],
    ['KALLSYMS_FLAGS', 'In a kernel build with --print-kbuild: more options for kallsyms.'],
    [
      'KALLSYMS_CHECK',
      "In a kernel build with --print-kbuild: 1 also runs the tree's own tool and compares the output.",
    ],
    [
      'KALLSYMS_STRICT',
      "In a kernel build with --print-kbuild: 1 stops the build if the tree's own tool makes other tables on the built-in " +
        'maps; otherwise the build goes on with that tool.',
    ],
    [
      'KALLSYMS_PROVE',
      'In a kernel build with --print-kbuild: 0 does not compare the two tools on the built-in maps.',
    ],
    ['KALLSYMS_DEBUG', '1 prints the stack trace of an internal error.'],
  ],
  files: [
    [
      '.tmp_for_kallsyms/',
      "In the output directory of a kernel build with --print-kbuild: the tree's own tool, and the journal of the " +
        'last link, which kallsyms explain reads.',
    ],
  ],
  topics: ['kbuild', 'stable-tables', 'compatibility', 'explain', 'lab'],
}
