/** `kallsyms [options] [map]`: from the arguments to the exit status. */
import { CommanderError } from 'commander'
import { expandArguments, requireText } from './arguments.js'
import { withBuildFlags } from './build-flags.js'
import { chooseDialect } from './choose-dialect.js'
import { inputName, runGenerator } from './generate.js'
import { ClosedPipe } from './io.js'
import { reportError } from './messages.js'
import { type GeneratorFlags, generatorCommand } from './program.js'

/**
 * Runs the command; returns its exit status.
 *
 * @param onTable called when a table has been made
 */
export async function runGeneratorCommand(
  argv: readonly string[],
  onTable: () => void = () => {},
): Promise<number> {
  let status = 0
  const program = generatorCommand().action(
    async (map: string | undefined, more: string[], flags: GeneratorFlags) => {
      status = await runGenerator(map, more, flags)
      if (status === 0 && !flags.printKbuild && !flags.printDialect && !flags.prove) onTable()
    },
  )
  try {
    requireText(argv)
    const given = withBuildFlags(argv, program)
    const args = expandArguments(given, program, kernel => chooseDialect(kernel, process.env).dialect)
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    // Commander has printed its message; it also throws after --help and --version.
    if (error instanceof CommanderError) return error.exitCode
    if (!(error instanceof ClosedPipe)) reportError(error, 'kallsyms', inputName(program.args[0]))
    return 1
  }
}
