/** Entry point of a worker thread: does one task after the other. */
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { KallsymsError } from '../../errors.js'
import type { LabInput } from '../measurements/input.js'
import { measure } from '../measurements/measure.js'
import { timesOf } from '../measurements/times.js'
import { namesOf, runTrial, type Trial } from '../measurements/trial.js'
import { type LoadedProposal, loadProposal, thrownBy } from '../proposals/load-proposal.js'
import { isOurs, wordsOf } from '../proposals/thrown.js'
import type { Reply, Task, WorkerData } from './messages.js'

const { sources, inputs, parameters } = workerData as WorkerData
const proposals: Promise<LoadedProposal>[] = sources.map(loadProposal)
const namesByInput = new Map<number, readonly string[]>()

async function perform(task: Task): Promise<Reply> {
  const input = inputs[task.input] as LabInput
  if (task.kind === 'times') {
    return { kind: 'timed', times: timesOf(await Promise.all(proposals), input, parameters) }
  }
  const proposal = await (proposals[task.proposal] as Promise<LoadedProposal>)
  if (task.kind === 'measure') return { kind: 'measured', measured: measure(proposal, input) }
  let names = namesByInput.get(task.input)
  if (!names) {
    names = namesOf(input.map)
    namesByInput.set(task.input, names)
  }
  const trials: Trial[] = []
  for (let number = task.from; number < task.to; number++) {
    trials.push(runTrial(proposal, input, names, parameters, number))
  }
  return { kind: 'tried', trials }
}

function errorOfProposal(error: unknown): KallsymsError | null {
  const files = sources.flatMap(source => ('file' in source ? [path.resolve(source.file)] : []))
  return files.map(file => thrownBy(file, error)).find(found => found !== null) ?? null
}

/** An error as a message: a thrown class does not survive the way between threads. Errors in a map get its name. */
function failureOf(thrown: unknown, { input }: Task): Reply {
  const error = isOurs(thrown) ? thrown : errorOfProposal(thrown)
  if (error === null) return { kind: 'failed', code: null, message: wordsOf(thrown) }
  const { code, where, message } = error
  const isInMap = code === 'bad-input' || code === 'empty-table' || code === 'out-of-range'
  const line = where.line === undefined ? '' : `${where.line}:`
  const prefix = isInMap ? `${(inputs[input] as LabInput).name}:${line} ` : ''
  return { kind: 'failed', code, message: `${prefix}${message}` }
}

parentPort?.on('message', async (task: Task) => {
  let reply: Reply
  try {
    reply = await perform(task)
  } catch (error) {
    reply = failureOf(error, task)
  }
  parentPort?.postMessage(reply)
})
