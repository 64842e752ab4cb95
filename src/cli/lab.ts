/** `kallsyms lab`: compares proposals for a stable compression. Loaded only when it is called. */
import path from 'node:path'
import { KallsymsError } from '../errors.js'
import type { LabInput } from '../lab/measurements/input.js'
import { BUILT_IN } from '../lab/proposals/built-in.js'
import { loadProposal, type ProposalSource } from '../lab/proposals/load-proposal.js'
import { resultsAsHtml } from '../lab/report/html.js'
import { resultsAsMarkdown } from '../lab/report/markdown.js'
import { INCOMPLETE } from '../lab/report/report-text.js'
import { resultsAsText } from '../lab/report/text.js'
import type { Results } from '../lab/results/results.js'
import { type LabRequest, runLab } from '../lab/run/run.js'
import { ClosedPipe, type Destination, standardOutput, writeError } from './io.js'
import { type LabFlags, labCommand } from './lab-command.js'
import { labInputs } from './lab-inputs.js'
import { LAB_PAGE, outputFile, requireReplaceable } from './output-file.js'
import { Progress } from './progress.js'
import { FAILED, runSubcommand } from './subcommand.js'
import { terminal } from './terminal.js'
import { runUserCode } from './user-code.js'

const COMMAND = 'kallsyms lab'

/** Exit status after Ctrl-C: 128 and the number of SIGINT. */
const INTERRUPTED = 130

/** Runs the command; returns its exit status. */
export async function runLabCommand(args: readonly string[]): Promise<number> {
  return runSubcommand(labCommand(), args, compare)
}

async function compare(maps: readonly string[], flags: LabFlags): Promise<number> {
  if (flags.html === '-') throw new KallsymsError('usage', '--html needs the name of a file')
  const replaced = [LAB_PAGE, [...maps, ...(flags.proposal ?? [])]] as const
  if (flags.html !== undefined) requireReplaceable(flags.html, ...replaced)
  const sources = proposalSources(flags)
  const inputs = labInputs(maps, flags)
  // Modules are loaded before SIGINT is handled: Ctrl-C must end a module that never finishes.
  await runUserCode(COMMAND, () => Promise.all(sources.map(loadProposal)))
  // Opened before the work, so that a file that cannot be written is reported at once.
  const page = flags.html === undefined ? null : outputFile(flags.html, ...replaced)
  const results = await runInterruptibly(labRequest(sources, inputs, flags), page)
  print(results, flags)
  if (results.isComplete) return results.links?.length === 0 ? nothingLinked(results) : 0
  writeError(`${COMMAND}: ${INCOMPLETE}\n`)
  return INTERRUPTED
}

function proposalSources({ only, proposal = [] }: LabFlags): ProposalSource[] {
  const builtIn = BUILT_IN.filter(({ name }) => only?.includes(name) ?? true)
  return [...builtIn.map(({ name }) => ({ builtIn: name })), ...proposal.map(file => ({ file }))]
}

function labRequest(
  sources: readonly ProposalSource[],
  inputs: readonly LabInput[],
  { seed, trials, flipping, symbols, passes, runs, times, jobs, link, paddings }: LabFlags,
): LabRequest {
  return {
    worker: path.join(__dirname, 'lab-worker.cjs'),
    sources,
    inputs,
    parameters: { seed, trials, flipping, symbols, mostPasses: passes, runs: times ? runs : 0 },
    ...(jobs !== undefined && { jobs }),
    ...(link !== undefined && { links: { paddings, mostPasses: passes, toolchains: link } }),
  }
}

/** Runs the lab and writes the page. Ctrl-C ends the run early. */
async function runInterruptibly(request: LabRequest, page: Destination | null): Promise<Results> {
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  const progress = new Progress(COMMAND)
  const run = (): Promise<Results> =>
    runLab({ ...request, signal: stop.signal, onWork: what => progress.show(what) })
  try {
    const results = await runUserCode(COMMAND, run, () => page?.abandon())
    progress.clear()
    page?.write(Buffer.from(resultsAsHtml(results)))
    page?.commit()
    return results
  } catch (error) {
    progress.clear()
    page?.abandon()
    throw error
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}

function print(results: Results, flags: LabFlags): void {
  try {
    standardOutput().write(Buffer.from(printed(results, flags)))
  } catch (error) {
    // The reader has closed the pipe; that is no error of the run.
    if (!(error instanceof ClosedPipe)) throw error
  }
}

function printed(results: Results, { json, markdown }: LabFlags): string {
  if (json) return `${JSON.stringify(results, null, 2)}\n`
  if (markdown) return resultsAsMarkdown(results)
  return resultsAsText(results, terminal().paint)
}

function nothingLinked({ missing }: Results): number {
  writeError(`${COMMAND}: nothing was linked: ${missing.join('; ')}\n`)
  return FAILED
}
