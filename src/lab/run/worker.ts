/** The entry of a worker thread: does one job after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { KallsymsError } from '../../errors.js'
import type { LabInput } from '../measurements/input.js'
import { measure } from '../measurements/measure.js'
import { namesOf, type Trial, trial } from '../measurements/stability.js'
import { timesOf } from '../measurements/times.js'
import { type LoadedProposal, loadProposal } from '../proposals/load-proposal.js'
import type { Answer, Job, WorkerData } from './messages.js'

const { sources, inputs, parameters } = workerData as WorkerData
const proposals: Promise<LoadedProposal>[] = sources.map(loadProposal)
const names = new Map<number, readonly string[]>()

async function answerTo(job: Job): Promise<Answer> {
  const input = inputs[job.input] as LabInput
  if (job.kind === 'times') {
    return { kind: 'timed', times: timesOf(await Promise.all(proposals), input, parameters) }
  }
  const proposal = await (proposals[job.proposal] as Promise<LoadedProposal>)
  if (job.kind === 'measure') return { kind: 'measured', measured: measure(proposal, input) }
  let known = names.get(job.input)
  if (!known) {
    known = namesOf(input.map)
    names.set(job.input, known)
  }
  const trials: Trial[] = []
  for (let number = job.from; number < job.to; number++) {
    trials.push(trial(proposal, input, known, parameters, number))
  }
  return { kind: 'tried', trials }
}

/** Errors do not pass between threads as what they are: of those about a map its name is said here. */
function failed(error: unknown, { input }: Job): Answer {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof KallsymsError)) return { kind: 'failed', code: null, message }
  const { code, where } = error
  const isOfMap = code === 'bad-input' || code === 'empty-table' || code === 'out-of-range'
  const line = where.line === undefined ? '' : `${where.line}:`
  const place = isOfMap ? `${(inputs[input] as LabInput).name}:${line} ` : ''
  return { kind: 'failed', code, message: `${place}${message}` }
}

parentPort?.on('message', async (job: Job) => {
  let answer: Answer
  try {
    answer = await answerTo(job)
  } catch (error) {
    answer = failed(error, job)
  }
  parentPort?.postMessage(answer)
})
