/** All commands with what is said about them: what manual pages and completions are made from. */
import type { Command } from 'commander'
import { COMPLETION_NOTES, completionCommand } from '../completion.js'
import { EXPLAIN_NOTES, explainCommand } from '../explain-command.js'
import { HELP_NOTES, helpCommand, topicsIn } from '../help.js'
import { LAB_NOTES, labCommand } from '../lab-command.js'
import type { Notes } from '../notes.js'
import { GENERATOR_NOTES, generatorCommand } from '../program.js'

export interface DocumentedCommand {
  readonly command: Command
  readonly notes: Notes
}

/**
 * The commands: the generator first, and then those that are called by name.
 *
 * @param docs the directory of the documents that `kallsyms help` prints
 */
export function allCommands(docs: string): readonly DocumentedCommand[] {
  return [
    { command: generatorCommand(), notes: GENERATOR_NOTES },
    { command: explainCommand(), notes: EXPLAIN_NOTES },
    { command: labCommand(), notes: LAB_NOTES },
    { command: helpCommand(topicsIn(docs)), notes: HELP_NOTES },
    { command: completionCommand(), notes: COMPLETION_NOTES },
  ]
}
