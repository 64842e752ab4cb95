/** The entry of a worker thread: does one job after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { KallsymsError } from '../errors.js'
import type { Answer, Job, WorkerData } from './jobs.js'
import { loadProposal } from './load.js'
import { type LoadedProposal, measure } from './measure.js'
import { namesOf, trial } from './stability.js'

const { sources, inputs, parameters } = workerData as WorkerData
const proposals: Promise<LoadedProposal>[] = sources.map(loadProposal)
const names = new Map<number, readonly string[]>()

async function answerTo(job: Job): Promise<Answer> {
  const proposal = await (proposals[job.proposal] as Promise<LoadedProposal>)
  const input = inputs[job.input] as (typeof inputs)[number]
  if (job.kind === 'measure') return { kind: 'measured', measured: measure(proposal, input, parameters) }
  let known = names.get(job.input)
  if (!known) {
    known = namesOf(input.map)
    names.set(job.input, known)
  }
  const trials = []
  for (let number = job.from; number < job.to; number++) {
    trials.push(trial(proposal, input, known, parameters, number))
  }
  return { kind: 'tried', trials }
}

parentPort?.on('message', async (job: Job) => {
  let answer: Answer
  try {
    answer = await answerTo(job)
  } catch (error) {
    const code = error instanceof KallsymsError ? error.code : null
    answer = { kind: 'failed', code, message: (error as Error).message }
  }
  parentPort?.postMessage(answer)
})
