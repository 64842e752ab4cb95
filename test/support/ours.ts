/** Runs the library in this process; the result has the form of a run of the C tool. */
import { originalText } from '../../src/cli/messages.js'
import type { Dialect } from '../../src/dialect/dialect.js'
import { KallsymsError } from '../../src/errors.js'
import { generateTo } from '../../src/generate/generate.js'
import type { Problem } from '../../src/problem.js'
import { optionsOf } from './golden.js'

export interface Ours {
  readonly exit: 0 | 1
  readonly stdout: Buffer
  /** Only the messages of the C tool, in Latin-1. */
  readonly stderr: string
  /** Whether the C tool is known to crash on this input; the output is then that of the first fixed release. */
  readonly crashesC: boolean
}

/**
 * @param args options as the C tool takes them, each of which the dialect has
 * @throws errors other than {@link KallsymsError}, and those for which the C tool has no message
 */
export function runOurs(map: Uint8Array, args: readonly string[], dialect: Dialect): Ours {
  const chunks: Uint8Array[] = []
  let stderr = ''
  let exit: 0 | 1 = 0
  let crashesC = false
  const report = (problem: Problem): void => {
    if (problem.kind === 'original-crashes') crashesC = true
    else stderr += originalText(problem).toString('latin1')
  }
  try {
    generateTo(chunk => chunks.push(chunk.slice()), map, { ...optionsOf(args, dialect), report })
  } catch (error) {
    if (!(error instanceof KallsymsError) || error.where.original === undefined) throw error
    exit = 1
    stderr += `${error.where.original}\n`
  }
  return { exit, stdout: Buffer.concat(chunks), stderr, crashesC }
}
