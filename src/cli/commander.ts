/** How all commands are set up: one form of help, our own streams, one line for wrong usage. */
import type { Argument, Command, Option } from 'commander'
import { standardOutput, writeError } from './io.js'
import { type Notes, notesAsText } from './notes.js'

/**
 * @param notes what the help says after the options
 * @param name what messages call the words that name a command's own commands
 */
export function setUp(command: Command, notes: Notes, name = 'command'): Command {
  return command
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ optionDescription, visibleArguments })
    .addHelpText('after', () => `\n${notesAsText(notes)}`)
    .exitOverride()
    .configureOutput({
      writeOut: text => standardOutput().write(Buffer.from(text)),
      writeErr: writeError,
      outputError: (text, write) => {
        // A suggestion is on a second line.
        const words = text
          .trim()
          .replace(/^error: /, '')
          .replace(/^unknown command/, `unknown ${name}`)
          .replaceAll('\n', ' ')
        write(`${command.name()}: ${words} (see ${command.name()} --help)\n`)
      },
    })
}

/** The flags of an option show its choices already. */
function optionDescription({ description, defaultValue }: Option): string {
  return defaultValue === undefined || defaultValue === true
    ? description
    : `${description} (default: ${defaultValue})`
}

/** Arguments without a description are taken, but not meant to be given. */
function visibleArguments({ registeredArguments }: Command): Argument[] {
  return registeredArguments.filter(({ description }) => description !== '')
}
