/** Worker threads that share a list of jobs. */
import { Worker } from 'node:worker_threads'
import { KallsymsError } from '../errors.js'
import type { Answer, Job, WorkerData } from './jobs.js'

export interface TeamRequest extends WorkerData {
  /** The file of the worker's code. */
  readonly worker: string | URL
  /** Stops the work. */
  readonly signal?: AbortSignal
}

export class Team {
  private readonly workers: Worker[] = []

  constructor(
    private readonly request: TeamRequest,
    private readonly take: (job: Job, answer: Answer) => void,
  ) {}

  /** Does jobs with so many workers at most, until all are done or the run is stopped. */
  async do(jobs: readonly Job[], most: number): Promise<void> {
    const { signal, worker, sources, inputs, parameters } = this.request
    if (signal?.aborted) return
    const size = Math.min(most, jobs.length)
    while (this.workers.length < size) {
      const workerData: WorkerData = { sources, inputs, parameters }
      this.workers.push(new Worker(worker, { workerData }))
    }
    let next = 0
    const lane = async (worker: Worker): Promise<void> => {
      while (next < jobs.length && !signal?.aborted) {
        const job = jobs[next++] as Job
        const answer = await this.ask(worker, job)
        if (answer === null) return
        if (answer.kind === 'failed') throw failure(answer)
        this.take(job, answer)
      }
    }
    await Promise.all(this.workers.slice(0, size).map(lane))
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()))
  }

  /** The answer to a job; null where the run was stopped before. */
  private ask(worker: Worker, job: Job): Promise<Answer | null> {
    const { signal } = this.request
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off('message', onAnswer).off('error', onError).off('exit', onExit)
        signal?.removeEventListener('abort', onAbort)
        end()
      }
      const onAnswer = (answer: Answer): void => settle(() => resolve(answer))
      const onError = (error: Error): void => settle(() => reject(error))
      const onExit = (): void => settle(() => reject(new Error('a worker thread came to an end')))
      const onAbort = (): void => settle(() => resolve(null))
      worker.on('message', onAnswer).on('error', onError).on('exit', onExit)
      signal?.addEventListener('abort', onAbort)
      worker.postMessage(job)
    })
  }
}

function failure({ code, message }: Extract<Answer, { kind: 'failed' }>): Error {
  return code === null ? new Error(message) : new KallsymsError(code, message)
}
