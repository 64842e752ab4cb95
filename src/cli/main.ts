/** The program: from the arguments to the exit status. */
import { CommanderError } from 'commander'
import { expandArguments, requireText } from './arguments.js'
import { withBuildFlags } from './build-flags.js'
import { chooseDialect } from './choose-dialect.js'
import { inputName, runGenerator } from './generate.js'
import { ClosedPipe } from './io.js'
import { reportError } from './messages.js'
import { type GeneratorFlags, generatorCommand, type SUBCOMMANDS } from './program.js'

/** Loaded only when called: the generator starts without them. */
const RUN: Readonly<Record<keyof typeof SUBCOMMANDS, (args: readonly string[]) => Promise<number>>> = {
  explain: async args => (await import('./explain.js')).runExplain(args),
  lab: async args => (await import('./lab.js')).runLabCommand(args),
  help: async args => (await import('./help.js')).runHelp(args),
  completion: async args => (await import('./completion.js')).runCompletion(args),
}

/** Whether this run has made a table: bin/kallsyms then keeps the code that was compiled. */
export let hasGenerated = false

main(process.argv.slice(2)).then(status => {
  process.exitCode = status
})

/** Runs the program; returns its exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv
  return isSubcommand(name) ? RUN[name](rest) : generate(argv)
}

function isSubcommand(name: string): name is keyof typeof RUN {
  return Object.hasOwn(RUN, name)
}

async function generate(argv: readonly string[]): Promise<number> {
  let status = 0
  const program = generatorCommand().action(
    async (map: string | undefined, more: string[], flags: GeneratorFlags) => {
      status = await runGenerator(map, more, flags)
      hasGenerated = status === 0 && !flags.printKbuild && !flags.printDialect && !flags.prove
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
