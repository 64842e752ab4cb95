/** Calls of functions of a proposal, with errors that name the proposal, the function and the place in its file. */
import { pathToFileURL } from 'node:url'
import { KallsymsError } from '../../errors.js'
import type { Proposal } from './proposal.js'
import { stackOf, wordsOf } from './thrown.js'

/** The functions of a proposal. */
export type StepName = 'strings' | 'compress' | 'layOut' | 'pad' | 'keep' | 'decoder'

/**
 * Calls a function of a proposal.
 *
 * @param file where the proposal was loaded from
 * @throws {KallsymsError} `bad-proposal` for what the function throws, and where it is asynchronous
 */
export function callStep<Result>(
  { name }: Proposal,
  file: string | undefined,
  step: StepName,
  work: () => Result,
): Result {
  let result: Result
  try {
    result = work()
  } catch (error) {
    const location = file === undefined ? '' : ` (${errorLocation(error, file)})`
    throw stepError(name, step, `failed: ${wordsOf(error)}${location}`)
  }
  if (isPromise(result)) {
    // A later rejection must not end the process.
    result.then(
      () => {},
      () => {},
    )
    throw stepError(name, step, 'returned a promise: it must not be async')
  }
  return result
}

export function stepError(proposal: string, step: StepName, what: string): KallsymsError {
  return new KallsymsError('bad-proposal', `proposal ${proposal}: ${step} ${what}`)
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function'
}

/** The place in a file where an error was thrown, as `file:line:column`; the file alone if the stack does not tell. */
export function errorLocation(error: unknown, file: string): string {
  const stack = stackOf(error)
  // A stack shows modules by their URLs.
  for (const name of [pathToFileURL(file).href, file]) {
    for (const line of stack.split('\n')) {
      const at = line.indexOf(name)
      const position = at < 0 ? null : /^(:\d+:\d+|:\d+)/.exec(line.slice(at + name.length))
      if (position) return `${file}${position[0]}`
    }
  }
  return file
}
