/** `kallsyms lab`: compares proposals for a stable compression. Loaded only when it is called. */
import path from 'node:path'
import { isatty } from 'node:tty'
import { gunzipSync } from 'node:zlib'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { OPTIONS } from '../dialect/dialect.js'
import { findRelease } from '../dialect/resolve.js'
import { KallsymsError } from '../errors.js'
import { TOOLCHAINS } from '../lab/links/toolchains.js'
import type { LabInput } from '../lab/measurements/measure.js'
import { BUILT_IN } from '../lab/proposals/built-in.js'
import { loadProposal, type ProposalSource } from '../lab/proposals/load-proposal.js'
import { resultsAsHtml } from '../lab/report/html.js'
import { resultsAsMarkdown } from '../lab/report/markdown.js'
import { INCOMPLETE } from '../lab/report/report-rows.js'
import { resultsAsText } from '../lab/report/text.js'
import type { Parameters, Results } from '../lab/results/results.js'
import { runLab } from '../lab/run/run.js'
import { COLOURED, PLAIN } from '../report/terminal.js'
import { requireText } from './arguments.js'
import { type CFlags, cOptionHelp, flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { speakThroughOurStreams } from './commander.js'
import { ClosedPipe, type Destination, outputFile, readInput, standardOutput, writeError } from './io.js'
import { reportError } from './messages.js'
import { Progress } from './progress.js'

/** Exit statuses. */
const FAILED = 1
const WRONG_USAGE = 2
const INTERRUPTED = 130

const STDOUT = 1

interface Flags extends CFlags {
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
  readonly link?: string[] | true
  readonly paddings: number
  readonly json?: boolean
  readonly markdown?: boolean
  readonly html?: string
}

const EXAMPLES = `
The proposals of the lab:
${BUILT_IN.map(({ name, describe }) => `  ${name.padEnd(14)} ${describe}`).join('\n')}

Without maps it takes two real ones: a tinyconfig of 6.12, and Debian's cloud
kernel 6.1.

Examples:
  kallsyms lab
  kallsyms lab --proposal idea.mjs --only exact,stable --html report.html
  kallsyms lab --kernel 6.12 --all-symbols --proposal idea.mjs System.map
  kallsyms lab --trials 3000 --flipping 4 --seed 7 --no-times --json
  kallsyms lab --only exact,stable --link=x86-64 --markdown

The same seed gives the same figures on every machine, apart from times. How a
proposal is written: README.md, "Trying a proposal".

Exit status: 0 when it was done, 1 when something failed, 2 for wrong usage, 130
when it was stopped with Ctrl-C; it then prints what it has.`

/** Runs the command; returns its exit status. */
export async function runLabCommand(args: readonly string[]): Promise<number> {
  const program = labProgram()
  try {
    requireText(args)
    program.parse(args, { from: 'user' })
    return await compare(program.args, program.opts<Flags>())
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (error instanceof ClosedPipe) return FAILED
    if (!(error instanceof KallsymsError)) reportError(error, 'the maps')
    else writeError(`kallsyms lab: ${error.message}\n`)
    return error instanceof KallsymsError && error.code === 'usage' ? WRONG_USAGE : FAILED
  }
}

function labProgram(): Command {
  const program = new Command('kallsyms lab')
    .description(
      'Compares proposals for a stable compression of the symbol table: how large the tables are, how long they take to ' +
        'make and to read, who reads them, and how often their size follows the layout that they are linked into.',
    )
    .usage('[options] [map...]')
    .argument(
      '[maps...]',
      'output of `nm -n`; from 6.1 on as the kernel filters it; also compressed with gzip',
    )
    .option('--proposal <file>', "a module with a proposal of one's own; may be given again", collected)
    .option('--only <names>', 'of the proposals of the lab these alone, with commas between them', names)
    .option('--kernel <version|tree>', 'the kernel that the maps are of; the newest unless given')
    .option('--seed <n>', 'what all trials follow from', wholeFrom(0), 1)
    .option('--trials <n>', 'trial builds for each proposal and map', wholeFrom(1), 300)
    .option('--flipping <n>', 'symbols of each kind that may flip in a trial build', wholeFrom(1), 16)
    .option('--symbols <n>', 'functions of a trial build; their names are from the map', wholeFrom(1), 300)
    .option('--passes <n>', 'a build that does not settle in so many is taken never to', wholeFrom(2), 10)
    .option('--runs <n>', 'timed runs, of which the median is taken', wholeFrom(1), 5)
    .option('--no-times', 'take no times: all output is then the same on every machine')
    .option('--jobs <n>', 'threads at most; as many as there are cores unless given', wholeFrom(1))
    .addOption(
      new Option(
        '--link [toolchains]',
        `link miniature kernels too, with those of these that are there: ${TOOLCHAINS.map(({ name }) => name).join(', ')}`,
      ).argParser(toolchains),
    )
    .option('--paddings <n>', 'layouts of each kind that are linked', wholeFrom(1), 8)
    .addOption(
      new Option('--json', 'print all figures as JSON; its fields are in README.md').conflicts('markdown'),
    )
    .option('--markdown', 'print tables in Markdown')
    .option('--html <file>', 'write a page with plots that needs no network')
    .optionsGroup("Options of the build's tool, for maps that are given:")
  for (const option of OPTIONS) program.option(...cOptionHelp(option))
  program.helpOption('-h, --help', 'print this help').addHelpText('after', EXAMPLES)
  return speakThroughOurStreams(program, 'see --help')
}

function collected(value: string, before: string[] = []): string[] {
  return [...before, value]
}

function names(text: string): string[] {
  const all = BUILT_IN.map(({ name }) => name)
  const wanted = text.split(',').filter(name => name !== '')
  if (wanted.length === 0 || wanted.some(name => !all.includes(name))) {
    throw new InvalidArgumentError(`There are: ${all.join(', ')}.`)
  }
  return wanted
}

function toolchains(text: string): string[] {
  const all = TOOLCHAINS.map(({ name }) => name)
  const wanted = text.split(',')
  if (wanted.some(name => !all.includes(name))) {
    throw new InvalidArgumentError(`There are: ${all.join(', ')}.`)
  }
  return wanted
}

/** More is a slip of the fingers. */
const MOST = 2 ** 31

function wholeFrom(least: number): (text: string) => number {
  return text => {
    if (!/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) >= MOST) {
      throw new InvalidArgumentError(`It is a whole number from ${least} on.`)
    }
    return Number(text)
  }
}

async function compare(maps: readonly string[], flags: Flags): Promise<number> {
  if (flags.html === '-') throw new KallsymsError('usage', '--html takes the name of a file')
  const sources: ProposalSource[] = [
    ...BUILT_IN.filter(({ name }) => flags.only?.includes(name) ?? true).map(({ name }) => ({
      builtIn: name,
    })),
    ...(flags.proposal ?? []).map(file => ({ file })),
  ]
  const inputs = maps.length === 0 ? ownInputs(flags) : givenInputs(maps, flags)
  // Before Ctrl-C is waited for: so it ends a module that never comes to its end.
  await guarded(() => Promise.all(sources.map(loadProposal)), null)
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  const progress = new Progress('kallsyms lab')
  let results: Results
  // A file that cannot be written is better known before the work than behind it.
  const page = flags.html === undefined ? null : outputFile(flags.html)
  try {
    const run = (): Promise<Results> =>
      runLab({
        worker: path.join(__dirname, 'lab-worker.cjs'),
        sources,
        inputs,
        parameters: parametersOf(flags),
        signal: stop.signal,
        onWork: what => progress.show(what),
        ...(flags.jobs !== undefined && { jobs: flags.jobs }),
        ...(flags.link !== undefined && {
          links: {
            paddings: flags.paddings,
            mostPasses: flags.passes,
            ...(flags.link !== true && { toolchains: flags.link }),
          },
        }),
      })
    results = await guarded(run, page)
    progress.clear()
    if (page) writePage(page, results)
  } catch (error) {
    progress.clear()
    page?.abandon()
    throw error
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
  try {
    standardOutput().write(Buffer.from(printed(results, flags)))
  } catch (error) {
    // Nobody wants to read on; what was found stands.
    if (!(error instanceof ClosedPipe)) throw error
  }
  if (results.isComplete) return results.links?.length === 0 ? noLinks(results) : 0
  writeError(`kallsyms lab: ${INCOMPLETE}\n`)
  return INTERRUPTED
}

/**
 * Does what may run a user's code in this process: that may end it, leave something behind that fails, or never come to
 * an end. In all cases there is one line, and no half page.
 */
async function guarded<Result>(work: () => Promise<Result>, page: Destination | null): Promise<Result> {
  const tell = (what: string): void => {
    page?.abandon()
    writeError(`kallsyms lab: ${what}\n`)
  }
  const onExit = (): void => {
    process.exitCode = FAILED
    tell('a proposal ended the process, or waits for what never comes: its module has to come to its end')
  }
  const onUncaught = (error: unknown): void => {
    process.off('exit', onExit)
    tell(`what a proposal left running failed: ${String((error as Error)?.message ?? error).split('\n')[0]}`)
    process.exit(FAILED)
  }
  process.once('exit', onExit).once('uncaughtException', onUncaught)
  try {
    return await work()
  } finally {
    process.off('exit', onExit).off('uncaughtException', onUncaught)
  }
}

function noLinks({ missing }: Results): number {
  writeError(`kallsyms lab: nothing was linked: ${missing.join('; ')}\n`)
  return FAILED
}

function writePage(page: Destination, results: Results): void {
  page.write(Buffer.from(resultsAsHtml(results)))
  page.commit()
}

function printed(results: Results, { json, markdown }: Flags): string {
  if (json) return `${JSON.stringify(results, null, 2)}\n`
  if (markdown) return resultsAsMarkdown(results)
  const isColoured = isatty(STDOUT) && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return resultsAsText(results, isColoured ? COLOURED : PLAIN)
}

function parametersOf({ seed, trials, flipping, symbols, passes, runs, times }: Flags): Parameters {
  return { seed, trials, flipping, symbols, mostPasses: passes, runs: times ? runs : 0 }
}

/** The project's own real maps. */
const OWN = [
  {
    name: 'tinyconfig 6.12',
    file: 'inputs/tinyconfig-6.12-pass1.map.gz',
    kernel: '6.12',
    options: { allSymbols: true },
  },
  {
    name: "Debian's cloud kernel 6.1",
    file: 'maps/debian-cloud-6.1.176.map.gz',
    kernel: '6.1.176',
    options: { allSymbols: true, absolutePercpu: true, baseRelative: true },
  },
] as const

function ownInputs(flags: Flags): LabInput[] {
  const given = OPTIONS.find(option => flags[flagOf(option)] !== undefined)
  if (flags.kernel !== undefined || given !== undefined) {
    const what = flags.kernel === undefined ? `--${given}` : '--kernel'
    throw new KallsymsError('usage', `${what} is about maps that are given, and none is: name one behind it`)
  }
  return OWN.map(({ name, file, kernel, options }) => ({
    name,
    kernel,
    map: unpacked(path.join(__dirname, '..', 'golden', file)),
    options: { dialect: findRelease(kernel).dialect, ...options },
  }))
}

function givenInputs(maps: readonly string[], flags: Flags): LabInput[] {
  const twice = maps.find((map, i) => maps.indexOf(map) !== i)
  if (twice !== undefined) throw new KallsymsError('usage', `${twice} is given twice`)
  const chosen = chooseDialect(flags.kernel, process.env)
  const { dialect } = chosen
  const options = { ...generateOptions(flags, chosen), dialect }
  const short = maps.map(map => (map === '-' ? 'standard input' : path.basename(map)))
  const isClear = new Set(short).size === maps.length
  return maps.map((map, i) => ({
    name: isClear ? (short[i] as string) : map,
    kernel: chosen.release ? (flags.kernel ?? chosen.release.since) : chosen.by,
    map: unpacked(map === '-' ? null : map),
    options,
  }))
}

/** @throws {KallsymsError} `io` where it cannot be read or unpacked */
function unpacked(file: string | null): Uint8Array {
  const bytes = readInput(file)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new KallsymsError(
      'io',
      `${file ?? 'standard input'}: cannot be unpacked: ${(error as Error).message}: is it whole?`,
    )
  }
}
