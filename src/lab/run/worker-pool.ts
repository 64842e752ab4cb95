/** Worker threads that share a list of tasks. */
import { Worker } from 'node:worker_threads'
import { KallsymsError } from '../../errors.js'
import type { Reply, Task, WorkerData } from './messages.js'

export interface WorkerPoolRequest extends WorkerData {
  /** The file with the worker's code. */
  readonly worker: string | URL
  /** Stops the work. */
  readonly signal?: AbortSignal
}

export class WorkerPool {
  private readonly workers: Worker[] = []
  private failed: Error | undefined

  /** @param onReply called with each task and its reply */
  constructor(
    private readonly request: WorkerPoolRequest,
    private readonly onReply: (task: Task, reply: Reply) => void,
  ) {}

  /**
   * Does tasks until all are done or the run is stopped.
   *
   * @param most threads
   * @throws {KallsymsError} where a task fails
   */
  async run(tasks: readonly Task[], most: number): Promise<void> {
    const { signal, worker, sources, inputs, parameters } = this.request
    if (signal?.aborted) return
    const size = Math.min(most, tasks.length)
    while (this.workers.length < size) {
      const workerData: WorkerData = { sources, inputs, parameters }
      // What a proposal prints must not get between the results.
      const started = new Worker(worker, { workerData, stdout: true })
      started.stdout.pipe(process.stderr, { end: false })
      // Asynchronous code that a proposal has started may also fail between two tasks.
      started.on('error', error => {
        this.failed ??= error
      })
      this.workers.push(started)
    }
    let next = 0
    const serve = async (worker: Worker): Promise<void> => {
      while (next < tasks.length && !signal?.aborted) {
        if (this.failed) throw threadFailure(this.failed)
        const task = tasks[next++] as Task
        const reply = await this.ask(worker, task)
        if (reply === null) return
        if (reply.kind === 'failed') throw taskFailure(reply)
        this.onReply(task, reply)
      }
    }
    await Promise.all(this.workers.slice(0, size).map(serve))
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()))
    if (this.failed) throw threadFailure(this.failed)
  }

  /** The reply to a task; null if the run was stopped before. */
  private ask(worker: Worker, task: Task): Promise<Reply | null> {
    const { signal } = this.request
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off('message', onReply).off('error', onError).off('exit', onExit)
        signal?.removeEventListener('abort', onAbort)
        end()
      }
      const onReply = (reply: Reply): void => settle(() => resolve(reply))
      const onError = (error: Error): void => settle(() => reject(threadFailure(error)))
      const onExit = (): void => settle(() => reject(threadFailure(new Error('it ended the thread'))))
      const onAbort = (): void => settle(() => resolve(null))
      worker.on('message', onReply).on('error', onError).on('exit', onExit)
      signal?.addEventListener('abort', onAbort)
      worker.postMessage(task)
    })
  }
}

/** The error for a thread that has ended: only code of a proposal can do that. */
function threadFailure({ message }: Error): KallsymsError {
  return new KallsymsError(
    'bad-proposal',
    `asynchronous code of a proposal failed, or ended its thread: ${message.split('\n')[0]}`,
  )
}

function taskFailure({ code, message }: Extract<Reply, { kind: 'failed' }>): Error {
  return code === null ? new Error(message) : new KallsymsError(code, message)
}
