/** `kallsyms [options] [in.map]`: the generator. */
import { fstatSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { type Dialect, OPTIONS } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { generateTo, type Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { type CFlags, cArguments, cOptionHelp, generateOptions } from './c-options.js'
import { HeldOutput } from './check.js'
import { type ChosenDialect, chooseDialect } from './choose-dialect.js'
import { type Destination, outputFile, readInput, STDIN, standardOutput, writeError } from './io.js'
import type { RunningPass } from './journal.js'
import { type BuildFlags, kbuildFragment, registerBuildOptions } from './kbuild-options.js'
import { previousAssembly } from './map-names.js'
import { problemText } from './messages.js'
import { Progress } from './progress.js'
import { registerStableOptions, type StableFlags, stableOptions } from './stable-options.js'
import { Stopwatch, sinceStart, statsAsJson, statsAsText } from './stats.js'

/** What commander makes of the options. */
interface Flags extends CFlags, StableFlags, BuildFlags {
  readonly kernel?: string
  readonly output?: string
  readonly compact?: boolean
  readonly printDialect?: boolean
  readonly stats?: 'text' | 'json'
}

const EXAMPLES = `
Examples:
  nm -n vmlinux | kallsyms --kernel 5.4 --all-symbols -o kallsyms.S
  kallsyms --kernel ~/linux --all-symbols .tmp_vmlinux1.syms > .tmp_vmlinux1.kallsyms.S
  kallsyms --kernel 6.12 --all-symbols --absolute-percpu --stats System.map > /dev/null
  kallsyms --kernel 6.1 --print-dialect
  kallsyms --kernel 6.12 --all-symbols --compact -o kallsyms.S System.map
  kallsyms --kernel ~/linux --all-symbols --stable .tmp_vmlinux1.syms > .tmp_vmlinux1.kallsyms.S
  kallsyms --kernel 6.6 --stable --previous .tmp_vmlinux.kallsyms1.S .tmp_vmlinux.kallsyms2.syms
  make KALLSYMS="$(command -v kallsyms)"       (kernels up to 3.4)

The dialect, that is the format of a kernel version, is chosen by the first of
these that is given: --kernel, the environment variable KALLSYMS_KERNEL, in a
kernel build the tree's own scripts/kallsyms.c (found through $srctree), else
the newest.

Exit status: 0 when the table was written, else 1.`

/** Defines the arguments, options and action of the generator on the program itself. */
export function registerGenerator(program: Command): void {
  program
    .summary('writes the symbol table of a Linux kernel as assembly text')
    .description(
      'Reads what `nm -n vmlinux` prints and writes the symbol table that is linked into the kernel, byte for byte ' +
        "as scripts/kallsyms of the chosen kernel does. Reads standard input without a file, or with '-'.",
    )
    .argument('[in.map]', 'output of `nm -n`; from 6.1 on as the kernel filters it (.syms, System.map)')
    .argument('[more...]')
    .usage('[options] [in.map]')
    .optionsGroup('Options:')
    .option(
      '--kernel <version|tree>',
      'the kernel to speak for: a version such as 6.6 or 6.6.17, a source tree, or a file that --print-dialect printed',
    )
    .option('-o, --output <file>', 'write to a file, which appears under its name when it is complete')
    .option(
      '--compact',
      'write text that makes the same object and is assembled in a fraction of the time and memory, ' +
        "instead of the C tool's text to the byte",
    )
    .addOption(
      new Option(
        '--stats [=json]',
        'say on stderr what was read, kept, written, and how long it took',
      ).choices(['text', 'json']),
    )
    .option('--print-dialect', 'print the chosen dialect as JSON, and where each value came from')
  registerStableOptions(program)
  registerBuildOptions(program)
  program.optionsGroup("Options of the C tool, where the kernel's has them:")
  for (const option of OPTIONS) program.option(...cOptionHelp(option))
  program
    .addHelpText('after', EXAMPLES)
    .configureHelp({ visibleArguments: command => command.registeredArguments.slice(0, 1) })
    .action(async (input: string | undefined, more: string[], flags: Flags) => {
      if (more.length > 0)
        writeError(`kallsyms: only the first map is read, as by the C tool; ignored: ${more.join(' ')}\n`)
      await runGenerator(input, flags)
    })
}

async function runGenerator(file: string | undefined, flags: Flags): Promise<void> {
  const watch = new Stopwatch()
  const destination =
    flags.output === undefined || flags.output === '-' ? standardOutput() : outputFile(flags.output)
  try {
    if (flags.printKbuild) destination.write(Buffer.from(`${kbuildFragment()}\n`))
    else if (flags.printDialect) {
      destination.write(Buffer.from(dialectAsJson(chooseDialect(flags.kernel, process.env))))
    } else await generateFile(file, flags, destination, watch)
  } catch (error) {
    destination.abandon()
    throw error
  }
  destination.commit()
}

async function generateFile(
  file: string | undefined,
  flags: Flags,
  destination: Destination,
  watch: Stopwatch,
): Promise<void> {
  const chosen = chooseDialect(flags.kernel, process.env)
  const { dialect } = chosen
  const wanted = {
    ...generateOptions(flags, chosen),
    ...stableOptions(flags),
    ...(flags.compact && { compact: true }),
  }
  if (flags.check !== undefined) requireExact(wanted)
  const mapFile = file === undefined || file === '-' ? null : file
  if (mapFile === null && (await isTerminal(STDIN))) {
    throw new KallsymsError(
      'usage',
      'no map: name a file, or pipe the output of `nm -n vmlinux` in (see --help)',
    )
  }
  watch.begin('read')
  const map = readInput(mapFile)
  const previous =
    flags.previous ?? (wanted.holdSizes && mapFile !== null ? previousAssembly(mapFile, map) : null)
  const options = {
    ...wanted,
    dialect,
    ...(previous !== null && { previous: readInput(previous, PREVIOUS) }),
  }
  // A journal is for builds: all others start without it.
  const journal = flags.journal === undefined ? null : await beginPass(flags.journal, map, mapFile, options)
  const run = (some: GenerateOptions, to: Pick<Destination, 'write'>): Summary =>
    generateWatched(map, some, to, watch, previous)
  let summary: Summary
  if (flags.check === undefined) summary = run(options, destination)
  else {
    const exact = new HeldOutput()
    summary = run({ ...options, compact: false }, exact)
    watch.begin('check')
    const kept = journal?.mapFile ?? null
    await exact.compare({ program: flags.check, args: cArguments(flags), dialect, map, file: mapFile, kept })
    watch.end()
    // What there was to report has been said.
    if (options.compact) summary = generateTo(chunk => destination.write(chunk), map, options)
    else exact.release(destination)
  }
  journal?.finish(summary)
  if (flags.stats) {
    const name = chosen.release?.since ?? 'read from a file'
    const report = { dialect: name, chosenBy: chosen.by, input: inputName(file), summary, times: watch.times }
    writeError(flags.stats === 'json' ? statsAsJson(report) : statsAsText(report))
  }
}

/** Only a character device may be one; whether it is takes a module that a map from a pipe does without. */
async function isTerminal(descriptor: number): Promise<boolean> {
  return fstatSync(descriptor).isCharacterDevice() && (await import('node:tty')).isatty(descriptor)
}

/** Begins a pass in a journal; null where none can be kept, which is no reason to stop. */
async function beginPass(
  folder: string,
  map: Uint8Array,
  mapFile: string | null,
  options: GenerateOptions & { readonly dialect: Dialect },
): Promise<RunningPass | null> {
  try {
    return (await import('./journal.js')).beginPass(folder, map, mapFile, options)
  } catch (error) {
    writeError(`kallsyms: the journal of this link is not kept: ${(error as Error).message.split('\n')[0]}\n`)
    return null
  }
}

/** @throws {KallsymsError} `usage` for options that change what a C tool is to be compared with */
function requireExact({ stabilise, holdSizes }: GenerateOptions): void {
  if (stabilise === undefined && !holdSizes) return
  throw new KallsymsError(
    'usage',
    "--check compares with the C tool's output, which options against inconsistent data change: leave one of them out (in a build: KALLSYMS_CHECK and KALLSYMS_FLAGS)",
  )
}

/** What the file of the pass before should be, for messages. */
const PREVIOUS = 'the .S file of the pass before'

/**
 * Runs the generator, takes times and shows progress.
 *
 * @param previous the name of the assembly of the pass before
 */
function generateWatched(
  map: Uint8Array,
  options: GenerateOptions,
  destination: Pick<Destination, 'write'>,
  watch: Stopwatch,
  previous: string | null,
): Summary {
  const progress = new Progress('kallsyms')
  try {
    const write = (chunk: Uint8Array): void => {
      const began = sinceStart()
      destination.write(chunk)
      watch.book('write', sinceStart() - began)
    }
    const summary = generateTo(write, map, {
      ...options,
      report: problem => writeError(problemText(problem)),
      onStage: pass => {
        watch.begin(pass)
        progress.show(pass)
      },
    })
    watch.end()
    return summary
  } catch (error) {
    if (!(error instanceof KallsymsError) || error.where.input !== 'previous') throw error
    const { line } = error.where
    throw new KallsymsError('io', `${previous}:${line === undefined ? '' : `${line}:`} ${error.message}`)
  } finally {
    progress.clear()
  }
}

/** How messages name the input. */
export function inputName(file: string | undefined): string {
  return file === undefined || file === '-' ? 'standard input' : file
}

function dialectAsJson({ dialect, by, release, origin }: ChosenDialect): string {
  const row = release && { since: release.since, measured: release.measured, changes: release.changes }
  return `${JSON.stringify({ chosenBy: by, release: row, dialect, origin }, null, 2)}\n`
}
