/** `kallsyms lab`: compares proposals for a stable compression. Loaded only when it is called. */
import path from 'node:path'
import { OPTIONS } from '../dialect/dialect.js'
import { findRelease } from '../dialect/resolve.js'
import { KallsymsError } from '../errors.js'
import type { LabInput } from '../lab/measurements/input.js'
import { BUILT_IN } from '../lab/proposals/built-in.js'
import { loadProposal, type ProposalSource } from '../lab/proposals/load-proposal.js'
import { resultsAsHtml } from '../lab/report/html.js'
import { resultsAsMarkdown } from '../lab/report/markdown.js'
import { INCOMPLETE } from '../lab/report/report-rows.js'
import { resultsAsText } from '../lab/report/text.js'
import type { Parameters, Results } from '../lab/results/results.js'
import { runLab } from '../lab/run/run.js'
import { flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { gunzip, isGzip } from './gzip.js'
import { ClosedPipe, type Destination, outputFile, readInput, standardOutput, writeError } from './io.js'
import { type LabFlags, labCommand } from './lab-command.js'
import { Progress } from './progress.js'
import { FAILED, runSubcommand } from './subcommand.js'
import { terminal } from './terminal.js'

/** The exit status after Ctrl-C. */
const INTERRUPTED = 130

/** Runs the command; returns its exit status. */
export async function runLabCommand(args: readonly string[]): Promise<number> {
  return runSubcommand(labCommand(), args, compare)
}

async function compare(maps: readonly string[], flags: LabFlags): Promise<number> {
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
            toolchains: flags.link,
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

function printed(results: Results, { json, markdown }: LabFlags): string {
  if (json) return `${JSON.stringify(results, null, 2)}\n`
  if (markdown) return resultsAsMarkdown(results)
  return resultsAsText(results, terminal().paint)
}

function parametersOf({ seed, trials, flipping, symbols, passes, runs, times }: LabFlags): Parameters {
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

function ownInputs(flags: LabFlags): LabInput[] {
  const given = OPTIONS.find(option => flags[flagOf(option)] !== undefined)
  if (flags.kernel !== undefined || given !== undefined) {
    const what = flags.kernel === undefined ? `--${given}` : '--kernel'
    throw new KallsymsError('usage', `${what} is about maps that are given, and none is: name one behind it`)
  }
  return OWN.map(({ name, file, kernel, options }) => ({
    name,
    kernel,
    map: readMap(path.join(__dirname, '..', 'golden', file)),
    options: { dialect: findRelease(kernel).dialect, ...options },
  }))
}

function givenInputs(maps: readonly string[], flags: LabFlags): LabInput[] {
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
    map: readMap(map === '-' ? null : map),
    options,
  }))
}

/** @throws {KallsymsError} `io` where it cannot be read or decompressed */
function readMap(file: string | null): Uint8Array {
  const bytes = readInput(file)
  return isGzip(bytes) ? gunzip(bytes, file ?? 'standard input') : bytes
}
