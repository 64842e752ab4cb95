/** `kallsyms completion`: prints a script that completes arguments in a shell. Loaded only when called. */
import path from 'node:path'
import { Argument, Command } from 'commander'
import { setUp } from './commander.js'
import { readInput, standardOutput } from './io.js'
import type { Notes } from './notes.js'
import { SUBCOMMANDS } from './program.js'
import { runSubcommand } from './subcommand.js'

/** The shells, and the names of their scripts in `dist/completions`, as the shells' own directories have them. */
export const SHELLS = { bash: 'kallsyms', zsh: '_kallsyms' } as const

export function completionCommand(): Command {
  return setUp(new Command('kallsyms completion'), COMPLETION_NOTES)
    .summary(SUBCOMMANDS.completion)
    .description('Prints a script that completes the arguments of kallsyms in a shell.')
    .usage('<shell>')
    .addArgument(new Argument('<shell>', 'bash or zsh').choices(Object.keys(SHELLS)))
}

export const COMPLETION_NOTES: Notes = {
  examples: [
    { what: 'in ~/.bashrc', command: 'source <(kallsyms completion bash)' },
    { what: 'in ~/.zshrc, after compinit', command: 'source <(kallsyms completion zsh)' },
    {
      what: 'for all users, loaded when needed',
      command: 'kallsyms completion bash >/usr/share/bash-completion/completions/kallsyms',
    },
  ],
  exitStatus: [
    ['0', 'success'],
    ['1', 'error'],
    ['2', 'wrong usage'],
  ],
  topics: [],
}

/** Runs the command; returns its exit status. */
export async function runCompletion(args: readonly string[]): Promise<number> {
  return runSubcommand(completionCommand(), args, ([shell]) => {
    const name = SHELLS[shell as keyof typeof SHELLS]
    standardOutput().write(readInput(path.join(__dirname, 'completions', name)))
    return 0
  })
}
