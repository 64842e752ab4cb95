/**
 * A run of the lab: measures, then trials, spread over worker threads, then real links. The thread that runs this does
 * nothing but wait, so that it can be stopped at any time, and what was done by then stands.
 *
 * Times are taken in one worker alone, while the others wait. Trials are handed out in pieces of a few; each depends
 * on its number alone, so that it is all the same who does it. Measured on two cores that had other work:
 * two workers took 8.7 s where one took 10.9. One more than there are pieces would only cost its start, some 50 ms.
 */
import { availableParallelism } from 'node:os'
import { KallsymsError } from '../../errors.js'
import { buildFacts } from '../../kbuild/build-facts.js'
import { optionName } from '../../report/option-name.js'
import type { LabInput } from '../measurements/input.js'
import type { Measured } from '../measurements/measure.js'
import { type LinkRequest, runLinks } from '../measurements/real-links.js'
import { summarise, type Trial } from '../measurements/stability.js'
import { REFERENCE } from '../proposals/built-in.js'
import { loadProposal } from '../proposals/load-proposal.js'
import { type Links, type Results, SCHEMA, type Times } from '../results/results.js'
import type { Answer, Job } from './messages.js'
import { WorkerPool, type WorkerPoolRequest } from './worker-pool.js'

export interface LabRequest extends WorkerPoolRequest {
  /** Worker threads at most; as many as there are cores unless given. */
  readonly jobs?: number
  /** Real links too. */
  readonly links?: LinkRequest
  /** Told what is being done. */
  readonly onWork?: (what: string) => void
}

/** Trials that a worker is given at once. */
const PIECE = 12

/** Trials whose pieces are listed at once: there may be more than a list of them all has room for. */
const BATCH = 1000 * PIECE

/** A proposal and an input, by their places in the lists, and what was found of them. */
interface Pair {
  readonly proposal: number
  readonly input: number
  measured: Measured | null
  readonly trials: Trial[]
}

/**
 * Compares proposals.
 *
 * @throws {KallsymsError} where a proposal or a map is at fault
 */
export async function runLab(request: LabRequest): Promise<Results> {
  const { sources, inputs, parameters, signal, onWork } = request
  const loaded = await Promise.all(sources.map(loadProposal))
  const names = loaded.map(({ proposal }) => proposal.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new KallsymsError('usage', `two proposals are called ${twice}`)
  const each = loaded.flatMap((_, proposal) =>
    inputs.map((_, input): Pair => ({ proposal, input, measured: null, trials: [] })),
  )
  const measures = each.map(({ proposal, input }): Job => ({ proposal, input, kind: 'measure' }))
  const clocks = parameters.runs === 0 ? [] : inputs.map((_, input): Job => ({ kind: 'times', input }))
  const most = request.jobs ?? availableParallelism()
  const times: Times[] = []
  const jobs = measures.length + clocks.length + each.length * Math.ceil(parameters.trials / PIECE)
  let done = 0
  const take = (job: Job, answer: Answer): void => {
    const percent = Math.floor((100 * ++done) / jobs)
    if (job.kind === 'times' && answer.kind === 'timed') {
      for (const [i, own] of answer.times.entries()) {
        times.push({ proposal: names[i] as string, input: (inputs[job.input] as LabInput).name, ...own })
      }
    } else if (job.kind !== 'times') {
      const pair = each[job.proposal * inputs.length + job.input] as Pair
      if (answer.kind === 'measured') pair.measured = answer.measured
      if (answer.kind === 'tried' && job.kind === 'trials') {
        for (const [i, trial] of answer.trials.entries()) pair.trials[job.from + i] = trial
      }
    }
    onWork?.(`${WORDS[job.kind]}, ${percent} %`)
  }
  const pool = new WorkerPool(request, take)
  let links: Links[] | null = null
  let missing: readonly string[] = []
  try {
    await pool.do(measures, most)
    onWork?.('takes times')
    await pool.do(clocks, 1)
    for (let from = 0; from < parameters.trials && !signal?.aborted; from += BATCH) {
      await pool.do(piecesOf(each, from, Math.min(parameters.trials, from + BATCH)), most)
    }
    if (request.links && !signal?.aborted) {
      const linked = await runLinks(loaded, inputs, request.links, signal, onWork)
      links = linked.links
      missing = linked.missing
    }
  } finally {
    await pool.end()
  }
  const namesOf = ({ proposal, input }: Pair): { proposal: string; input: string } => ({
    proposal: names[proposal] as string,
    input: (inputs[input] as LabInput).name,
  })
  const reference = Math.max(0, names.indexOf(REFERENCE))
  return {
    schema: SCHEMA,
    isComplete: signal?.aborted !== true,
    reference: names[reference] as string,
    parameters,
    proposals: loaded.map(({ proposal, file }) => ({
      name: proposal.name,
      describe: proposal.describe,
      decoder: proposal.decoder === 'kernel' ? 'kernel' : 'own',
      isBuiltIn: file === null,
    })),
    inputs: inputs.map(({ name, kernel, options }, input) => ({
      name,
      kernel,
      options: optionsAsTyped(options),
      extraPass: buildFacts(options.dialect, kernel).extraPass,
      symbols: each.find(pair => pair.input === input && pair.measured)?.measured?.symbols ?? null,
    })),
    figures: each.map(pair => {
      const other = each.find(({ proposal, input }) => proposal === reference && input === pair.input)
      return {
        ...namesOf(pair),
        size: pair.measured?.size ?? null,
        decoding: pair.measured?.decoding ?? null,
        stability: pair.trials.length === 0 ? null : summarise(pair.trials, other?.trials ?? []),
      }
    }),
    links,
    missing,
    times,
  }
}

/**
 * The pieces of a range of trials. The same trials of all proposals come one after the other, so that a run that is
 * stopped compares like with like.
 */
function piecesOf(each: readonly Pair[], begin: number, end: number): Job[] {
  return Array.from({ length: Math.ceil((end - begin) / PIECE) }, (_, i) => begin + i * PIECE).flatMap(from =>
    each.map(({ proposal, input }): Job => {
      const to = Math.min(end, from + PIECE)
      return { proposal, input, kind: 'trials', from, to }
    }),
  )
}

/** What is done, for progress. */
const WORDS: Readonly<Record<Job['kind'], string>> = {
  measure: 'made and read tables',
  times: 'took times',
  trials: 'built trial kernels',
}

function optionsAsTyped(options: object): string[] {
  return Object.entries(options)
    .filter(([, value]) => value === true)
    .map(([name]) => optionName(name))
}
