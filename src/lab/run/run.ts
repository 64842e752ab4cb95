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
import { type LinkRequest, runLinks } from '../measurements/real-links.js'
import { REFERENCE } from '../proposals/built-in.js'
import { loadProposal } from '../proposals/load-proposal.js'
import { type Links, type Results, SCHEMA } from '../results/results.js'
import { Collected } from './collected.js'
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

/** A proposal and an input, by index. */
type Pair = Readonly<Record<'proposal' | 'input', number>>

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

  const pairs = names.flatMap((_, proposal) => inputs.map((_, input): Pair => ({ proposal, input })))
  const measuring = pairs.map((pair): Task => ({ ...pair, kind: 'measure' }))
  const timing = parameters.runs === 0 ? [] : inputs.map((_, input): Task => ({ kind: 'times', input }))
  const total = measuring.length + timing.length + pairs.length * Math.ceil(parameters.trials / CHUNK)
  const most = request.jobs ?? availableParallelism()
  const collected = new Collected(names, inputs)
  let done = 0
  const pool = new WorkerPool(request, (task: Task, reply: Reply) => {
    collected.add(task, reply)
    onWork?.(`${ACTIVITY[task.kind]}, ${Math.floor((100 * ++done) / total)} %`)
  })
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
  // The exact tables, or the first proposal if they are not compared.
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
    inputs: collected.inputFacts(),
    figures: collected.figures(reference),
    links,
    missing,
    times: collected.times,
  }
}

/**
 * The tasks for a range of trials. The same trials of all proposals are next to each other, so that a run that is stopped
 * compares proposals on the same kernels.
 */
function trialTasks(pairs: readonly Pair[], begin: number, end: number): Task[] {
  return Array.from({ length: Math.ceil((end - begin) / CHUNK) }, (_, i) => begin + i * CHUNK).flatMap(from =>
    pairs.map((pair): Task => ({ ...pair, kind: 'trials', from, to: Math.min(end, from + CHUNK) })),
  )
}

/** What is shown as progress. */
const ACTIVITY: Readonly<Record<Task['kind'], string>> = {
  measure: 'measuring sizes',
  times: 'measuring times',
  trials: 'trial builds',
}
