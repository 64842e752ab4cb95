/** The generator's command line, from the arguments to the generator's options, in this process. */
import { expandArguments } from '../../src/cli/arguments.js'
import { generateOptions } from '../../src/cli/c-options.js'
import { chooseDialect } from '../../src/cli/choose-dialect.js'
import { type GeneratorFlags, generatorCommand } from '../../src/cli/program.js'
import { stableOptions } from '../../src/cli/stable-options.js'
import type { GenerateOptions } from '../../src/generate/options.js'

/**
 * The generator options for some arguments of the command.
 *
 * @throws {KallsymsError | CommanderError} if the command rejects the arguments
 */
export function optionsFrom(argv: readonly string[], environment: NodeJS.ProcessEnv = {}): GenerateOptions {
  let flags: GeneratorFlags = {}
  const command = generatorCommand()
    .configureOutput({ writeErr: () => {} })
    .action((_map: unknown, _more: unknown, given: GeneratorFlags) => {
      flags = given
    })
  const dialectOf = (kernel: string | undefined) => chooseDialect(kernel, environment).dialect
  command.parse(expandArguments(argv, command, dialectOf), { from: 'user' })
  return { ...generateOptions(flags, chooseDialect(flags.kernel, environment)), ...stableOptions(flags) }
}
