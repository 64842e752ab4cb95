/** Protection against code of the user that runs in this process. */
import { Console } from 'node:console'
import { wordsOf } from '../lab/proposals/thrown.js'
import { writeError } from './io.js'
import { FAILED } from './subcommand.js'

/**
 * Does work that runs a user's module in this process. The module may end the process, never finish, or fail later in
 * asynchronous code. In all cases there is one line on stderr, and the exit status is 1.
 *
 * @param onFailure called before the process ends, to remove incomplete output
 */
export async function runUserCode<Result>(
  command: string,
  work: () => Promise<Result>,
  onFailure: () => void = () => {},
): Promise<Result> {
  const fail = (what: string): void => {
    onFailure()
    writeError(`${command}: ${what}\n`)
  }
  const onExit = (): void => {
    process.exitCode = FAILED
    fail('the module of a proposal ended the process, or waits for a promise that never resolves')
  }
  const onUncaught = (error: unknown): void => {
    process.off('exit', onExit)
    fail(`asynchronous code of a proposal failed: ${wordsOf(error)}`)
    process.exit(FAILED)
  }
  // Standard output is for results.
  const own = { console: globalThis.console, write: process.stdout.write }
  globalThis.console = new Console(process.stderr)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  process.once('exit', onExit).once('uncaughtException', onUncaught)
  try {
    return await work()
  } finally {
    globalThis.console = own.console
    process.stdout.write = own.write
    process.off('exit', onExit).off('uncaughtException', onUncaught)
  }
}
