/** Worker threads that share a list of jobs. */
import { Worker } from 'node:worker_threads'
import { KallsymsError } from '../../errors.js'
import type { Answer, Job, WorkerData } from './messages.js'

export interface WorkerPoolRequest extends WorkerData {
  /** The file of the worker's code. */
  readonly worker: string | URL
  /** Stops the work. */
  readonly signal?: AbortSignal
}

export class WorkerPool {
  private readonly workers: Worker[] = []
  private failed: Error | undefined

  constructor(
    private readonly request: WorkerPoolRequest,
    private readonly take: (job: Job, answer: Answer) => void,
  ) {}

  /** Does jobs with so many workers at most, until all are done or the run is stopped. */
  async do(jobs: readonly Job[], most: number): Promise<void> {
    const { signal, worker, sources, inputs, parameters } = this.request
    if (signal?.aborted) return
    const size = Math.min(most, jobs.length)
    while (this.workers.length < size) {
      const workerData: WorkerData = { sources, inputs, parameters }
      const started = new Worker(worker, { workerData })
      // What a proposal leaves running may fail between two jobs too.
      started.on('error', error => {
        this.failed ??= error
      })
      this.workers.push(started)
    }
    let next = 0
    const lane = async (worker: Worker): Promise<void> => {
      while (next < jobs.length && !signal?.aborted) {
        if (this.failed) throw lost(this.failed)
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
    if (this.failed) throw lost(this.failed)
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
      const onError = (error: Error): void => settle(() => reject(lost(error)))
      const onExit = (): void => settle(() => reject(lost(new Error('it ended the thread'))))
      const onAbort = (): void => settle(() => resolve(null))
      worker.on('message', onAnswer).on('error', onError).on('exit', onExit)
      signal?.addEventListener('abort', onAbort)
      worker.postMessage(job)
    })
  }
}

/** A thread that is gone: the lab's own work does not end one. */
function lost({ message }: Error): KallsymsError {
  const what = message.split('\n')[0]
  return new KallsymsError(
    'bad-proposal',
    `what a proposal left running, or did to its thread, failed: ${what}`,
  )
}

function failure({ code, message }: Extract<Answer, { kind: 'failed' }>): Error {
  return code === null ? new Error(message) : new KallsymsError(code, message)
}
