/** How commander speaks: through our own streams, and of what is wrong in one line. */
import type { Command } from 'commander'
import { standardOutput, writeError } from './io.js'

/** @param hint what to do about a wrong option */
export function speakThroughOurStreams(program: Command, hint: string): Command {
  return program.exitOverride().configureOutput({
    writeOut: text => standardOutput().write(Buffer.from(text)),
    writeErr: writeError,
    outputError: (text, write) => {
      // There may be a suggestion on a second line.
      const words = text
        .trim()
        .replace(/^error: /, '')
        .replaceAll('\n', ' ')
      write(`${program.name()}: ${words} (${hint})\n`)
    },
  })
}
