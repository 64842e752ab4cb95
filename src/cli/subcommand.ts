/** How the commands beside the generator run: arguments, action, and exit status. */
import { type Command, CommanderError } from 'commander'
import { KallsymsError } from '../errors.js'
import { expandArguments, requireText } from './arguments.js'
import { ClosedPipe } from './io.js'
import { reportError } from './messages.js'

export const FAILED = 1
export const WRONG_USAGE = 2

/**
 * Parses the arguments of a command and runs it.
 *
 * @param failed the exit status of errors other than wrong usage
 * @returns the exit status
 */
export async function runSubcommand<Flags extends object>(
  command: Command,
  args: readonly string[],
  run: (operands: readonly string[], flags: Flags) => number | Promise<number>,
  failed: number = FAILED,
): Promise<number> {
  // Should the process end before the command has: without findings the status is not that of findings.
  process.exitCode = failed
  try {
    requireText(args)
    command.parse(expandArguments(args, command), { from: 'user' })
    return await run(command.args, command.opts<Flags>())
  } catch (error) {
    // Commander has printed its message; it also throws after --help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE
    if (error instanceof ClosedPipe) return failed
    reportError(error, command.name(), null)
    return error instanceof KallsymsError && error.code === 'usage' ? WRONG_USAGE : failed
  }
}
