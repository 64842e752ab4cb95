/**
 * A run of the lab: sizes and decoding, then times, then trials, in worker threads; then real links. The main thread only
 * waits, so that a run can be stopped at any time and keeps the results up to then.
 *
 * Times are measured in one worker while the others wait. Trials are distributed in chunks; each depends only on its
 * number, so the results do not depend on the number of threads. Measured on two busy cores: 8.7 s with two workers, 10.9
 * with one.
 */
import { availableParallelism } from 'node:os'
import { KallsymsError } from '../../errors.js'
import { buildFacts } from '../../kbuild/build-facts.js'
import { optionName } from '../../report/option-name.js'
import type { LabInput } from '../measurements/input.js'
import type { Measured } from '../measurements/measure.js'
import { type LinkRequest, runLinks } from '../measurements/real-links.js'
import { summarise } from '../measurements/stability.js'
import type { Trial } from '../measurements/trial.js'
import { REFERENCE } from '../proposals/built-in.js'
import { type LoadedProposal, loadProposal } from '../proposals/load-proposal.js'
import {
  type Figures,
  type InputFacts,
  type Links,
  type Results,
  SCHEMA,
  type Times,
} from '../results/results.js'
import type { Reply, Task } from './messages.js'
import { WorkerPool, type WorkerPoolRequest } from './worker-pool.js'

export interface LabRequest extends WorkerPoolRequest {
  /** Number of worker threads at most; one per core unless given. */
  readonly jobs?: number
  /** Requests real links too. */
  readonly links?: LinkRequest
  /** Called with a description of the current work. */
  readonly onWork?: (what: string) => void
}

/** Trials in one task. */
const CHUNK = 12

/** Trials whose tasks are listed at once: a list of all may need too much memory. */
const BATCH = 1000 * CHUNK

/** A proposal and an input, by index, and their results so far. */
interface Pair {
  readonly proposal: number
  readonly input: number
  measured: Measured | null
  readonly trials: Trial[]
}

/**
 * Compares proposals.
 *
 * @throws {KallsymsError} where a proposal or a map has an error
 */
export async function runLab(request: LabRequest): Promise<Results> {
  const { sources, inputs, parameters, signal, onWork } = request
  const loaded = await Promise.all(sources.map(loadProposal))
  const names = loaded.map(({ proposal }) => proposal.name)
  const duplicate = names.find((name, i) => names.indexOf(name) !== i)
  if (duplicate !== undefined) throw new KallsymsError('usage', `two proposals have the name ${duplicate}`)
  const pairs = loaded.flatMap((_, proposal) =>
    inputs.map((_, input): Pair => ({ proposal, input, measured: null, trials: [] })),
  )
  const measuring = pairs.map(({ proposal, input }): Task => ({ proposal, input, kind: 'measure' }))
  const timing = parameters.runs === 0 ? [] : inputs.map((_, input): Task => ({ kind: 'times', input }))
  const most = request.jobs ?? availableParallelism()
  const times: Times[] = []
  const taskCount = measuring.length + timing.length + pairs.length * Math.ceil(parameters.trials / CHUNK)
  let done = 0
  const onReply = (task: Task, reply: Reply): void => {
    const percent = Math.floor((100 * ++done) / taskCount)
    if (task.kind === 'times' && reply.kind === 'timed') {
      for (const [i, own] of reply.times.entries()) {
        times.push({ proposal: names[i] as string, input: (inputs[task.input] as LabInput).name, ...own })
      }
    } else if (task.kind !== 'times') {
      const pair = pairs[task.proposal * inputs.length + task.input] as Pair
      if (reply.kind === 'measured') pair.measured = reply.measured
      if (reply.kind === 'tried' && task.kind === 'trials') {
        for (const [i, trial] of reply.trials.entries()) pair.trials[task.from + i] = trial
      }
    }
    onWork?.(`${ACTIVITY[task.kind]}, ${percent} %`)
  }
  const pool = new WorkerPool(request, onReply)
  let links: Links[] | null = null
  let missing: readonly string[] = []
  try {
    await pool.run(measuring, most)
    onWork?.(ACTIVITY.times)
    await pool.run(timing, 1)
    for (let from = 0; from < parameters.trials && !signal?.aborted; from += BATCH) {
      await pool.run(trialTasks(pairs, from, Math.min(parameters.trials, from + BATCH)), most)
    }
    if (request.links && !signal?.aborted) {
      const linked = await runLinks(loaded, inputs, request.links, signal, onWork)
      links = linked.links
      missing = linked.missing
    }
  } finally {
    await pool.end()
  }
  return {
    schema: SCHEMA,
    isComplete: signal?.aborted !== true,
    reference: names[referenceOf(names)] as string,
    parameters,
    proposals: loaded.map(({ proposal, file }) => ({
      name: proposal.name,
      describe: proposal.describe,
      decoder: proposal.decoder === 'kernel' ? 'kernel' : 'own',
      isBuiltIn: file === null,
    })),
    inputs: inputFacts(inputs, pairs),
    figures: figuresOf(loaded, inputs, pairs),
    links,
    missing,
    times,
  }
}

/** The index of the reference: the exact tables, or the first proposal if they are not compared. */
function referenceOf(names: readonly string[]): number {
  return Math.max(0, names.indexOf(REFERENCE))
}

function inputFacts(inputs: readonly LabInput[], pairs: readonly Pair[]): InputFacts[] {
  return inputs.map(({ name, kernel, options }, input) => ({
    name,
    kernel,
    options: optionNames(options),
    extraPass: buildFacts(options.dialect, kernel).extraPass,
    symbols: pairs.find(pair => pair.input === input && pair.measured)?.measured?.symbols ?? null,
  }))
}

function figuresOf(
  loaded: readonly LoadedProposal[],
  inputs: readonly LabInput[],
  pairs: readonly Pair[],
): Figures[] {
  const names = loaded.map(({ proposal }) => proposal.name)
  const reference = referenceOf(names)
  return pairs.map(({ proposal, input, measured, trials }) => {
    const other = pairs.find(pair => pair.proposal === reference && pair.input === input)
    return {
      proposal: names[proposal] as string,
      input: (inputs[input] as LabInput).name,
      size: measured?.size ?? null,
      decoding: measured?.decoding ?? null,
      stability: trials.length === 0 ? null : summarise(trials, other?.trials ?? []),
    }
  })
}

/**
 * The tasks for a range of trials. The same trials of all proposals are next to each other, so that a run that is stopped
 * compares proposals on the same kernels.
 */
function trialTasks(pairs: readonly Pair[], begin: number, end: number): Task[] {
  return Array.from({ length: Math.ceil((end - begin) / CHUNK) }, (_, i) => begin + i * CHUNK).flatMap(from =>
    pairs.map(({ proposal, input }): Task => {
      const to = Math.min(end, from + CHUNK)
      return { proposal, input, kind: 'trials', from, to }
    }),
  )
}

/** What is shown as progress. */
const ACTIVITY: Readonly<Record<Task['kind'], string>> = {
  measure: 'measuring sizes',
  times: 'measuring times',
  trials: 'trial builds',
}

function optionNames(options: object): string[] {
  return Object.entries(options)
    .filter(([, value]) => value === true)
    .map(([name]) => optionName(name))
}
