/** `kallsyms help`: prints the documentation of the package. Loaded only when called. */
import fs from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { setUp } from './commander.js'
import { standardOutput, writeError } from './io.js'
import { markdownForTerminal } from './markdown.js'
import type { Notes } from './notes.js'
import { SUBCOMMANDS } from './program.js'
import { FAILED, runSubcommand } from './subcommand.js'
import { terminal } from './terminal.js'

/** A document. */
export interface Topic {
  /** Its file's name without `.md`. */
  readonly name: string
  /** Its first heading. */
  readonly title: string
  readonly file: string
}

/** The documents in a directory, in the order of their names; none where it is missing. */
export function topicsIn(folder: string): Topic[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
  return names.flatMap(file => {
    const [, name] = /^([a-z][a-z-]*)\.md$/.exec(file) ?? []
    if (name === undefined) return []
    const [, title = name] = /^# (.+)$/m.exec(fs.readFileSync(path.join(folder, file), 'utf8')) ?? []
    return [{ name, title, file: path.join(folder, file) }]
  })
}

export function helpCommand(topics: readonly Topic[]): Command {
  const command = setUp(new Command('kallsyms help'), HELP_NOTES, 'topic')
    .summary(SUBCOMMANDS.help)
    .description('Prints a document that comes with kallsyms. Options: see kallsyms --help and man kallsyms.')
    .usage('[topic]')
    .commandsGroup('Topics:')
  for (const { name, title } of topics) {
    command.command(name).description(title).usage('').helpOption(false)
  }
  return command
}

export const HELP_NOTES: Notes = {
  examples: [
    { what: 'the topics', command: 'kallsyms help' },
    { what: 'use in the build of a kernel', command: 'kallsyms help kbuild' },
  ],
  exitStatus: [
    ['0', 'success'],
    ['1', 'error'],
    ['2', 'wrong usage'],
  ],
  topics: [],
}

/** A document without the marks around its generated parts. */
function withoutMarks(text: string): string {
  return text.replace(/^<!-- generated: .* -->\n\n|\n<!-- end -->\n/gm, '')
}

/** Runs the command; returns its exit status. */
export async function runHelp(args: readonly string[]): Promise<number> {
  const docs = path.join(__dirname, '..', 'docs')
  const topics = topicsIn(docs)
  const command = helpCommand(topics)
  if (topics.length === 0) {
    writeError(`kallsyms help: ${docs}: there are no documents: install the whole package\n`)
    return FAILED
  }
  const [name = ''] = args
  if (args.length === 0 || name === 'help') return runHelp(['--help'])
  // Commands without a document have help of their own.
  if (name === 'completion') return (await import('./completion.js')).runCompletion(['--help'])
  return runSubcommand(command, args, ([topic]) => {
    const { file } = topics.find(each => each.name === topic) as Topic
    const text = withoutMarks(fs.readFileSync(file, 'utf8'))
    const { isTerminal, columns, paint } = terminal()
    standardOutput().write(Buffer.from(isTerminal ? markdownForTerminal(text, columns, paint) : text))
    return 0
  })
}
