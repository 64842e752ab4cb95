/** The program: from the arguments to the exit status. */
import { runGeneratorCommand } from './generator-command.js'
import type { SUBCOMMANDS } from './program.js'

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
  // A timer of a proposal would keep the process waiting.
  if (process.argv[2] === 'lab') process.exit()
})

/** Runs the program; returns its exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv
  if (isSubcommand(name)) return RUN[name](rest)
  return runGeneratorCommand(argv, () => {
    hasGenerated = true
  })
}

function isSubcommand(name: string): name is keyof typeof RUN {
  return Object.hasOwn(RUN, name)
}
