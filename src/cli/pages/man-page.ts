/** The manual page of a command, from the definition of its command line and its notes. */
import type { Command, Option } from 'commander'
import type { Entry } from '../notes.js'
import type { DocumentedCommand } from './commands.js'
import { bold, code, definitions, flags, line, prose, section } from './roff.js'
import { nameOf, optionsOf } from './values.js'

export interface ManPage {
  /** Without its folder. */
  readonly file: string
  readonly text: string
}

export interface Edition {
  readonly version: string
  /** Of the page, as `2026-01-31`. */
  readonly date: string
}

/**
 * @param pages the names of all pages, for references
 * @returns a page of section 1 in the man(7) macros
 */
export function manPage(documented: DocumentedCommand, pages: readonly string[], edition: Edition): ManPage {
  const { command, notes } = documented
  const name = pageName(command)
  const { lists = [], text = [], environment = [], files = [] } = notes
  const others = pages.filter(page => page !== name)
  const references = [
    ...others.map(page => `${bold(page)}(1)`),
    `${bold('nm')}(1)`,
    ...notes.topics.map(topic => bold(`kallsyms help ${topic}`)),
  ]
  const parts = [
    `.\\" Made from the definition of the command line.`,
    `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 ${edition.date} "kallsyms ${edition.version}" "User Commands"`,
    // Commands and options are not to be hyphenated.
    '.nh\n.ad l',
    section('NAME', [`${line(name)} \\- ${line(command.summary())}`]),
    `.SH SYNOPSIS\n.nf\n${synopsis(command).join('\n')}\n.fi`,
    section('DESCRIPTION', [command.description(), ...text].map(prose)),
    ...described('ARGUMENTS', visibleArguments(command)),
    ...optionSections(command),
    ...commandSection(command),
    ...lists.flatMap(({ title, entries }) => described(title.toUpperCase(), entries)),
    ...described('EXIT STATUS', notes.exitStatus),
    ...described('ENVIRONMENT', environment),
    ...described('FILES', files),
    section(
      'EXAMPLES',
      notes.examples.map(({ what, command }) => `${prose(sentence(what))}\n${code(command)}`),
    ),
    section('SEE ALSO', [references.join(',\n')]),
  ]
  return { file: `${name}.1`, text: `${parts.join('\n')}\n` }
}

/** What the page of a command is called. */
export function pageName(command: Command): string {
  return command.name().replaceAll(' ', '-')
}

function synopsis(command: Command): string[] {
  return command
    .usage()
    .split('\n')
    .map(usage => usage.trim().replace(/^kallsyms /, ''))
    .map((usage, i) => `${bold(i === 0 ? command.name() : 'kallsyms')} ${flags(usage)}`)
}

function visibleArguments(command: Command): Entry[] {
  return command
    .createHelp()
    .visibleArguments(command)
    .map(argument => [argument.name(), argument.description])
}

function described(title: string, entries: readonly Entry[]): string[] {
  if (entries.length === 0) return []
  return [`.SH ${title}\n${definitions(entries.map(([term, text]) => [bold(term), prose(sentence(text))]))}`]
}

/** A section, with a part for each group of options. */
function optionSections(command: Command): string[] {
  const groups = new Map<string, Option[]>()
  for (const option of optionsOf(command)) {
    const title = option.helpGroupHeading ?? 'Options:'
    groups.set(title, [...(groups.get(title) ?? []), option])
  }
  const parts = [...groups].map(([title, options]) => {
    const entries = options.map((option): [string, string] => [
      flags(option.flags),
      prose(aboutOption(option)),
    ])
    return `${title === 'Options:' ? '' : `.SS ${line(title.replace(/:$/, ''))}\n`}${definitions(entries)}`
  })
  return [`.SH OPTIONS\n${parts.join('\n')}`]
}

function aboutOption(option: Option): string {
  const { defaultValue, description } = option
  const isTold = defaultValue !== undefined && defaultValue !== true
  return sentence(isTold ? `${description} (default: ${defaultValue})` : description)
}

function commandSection(command: Command): string[] {
  return described(
    'COMMANDS',
    command.commands.map((each): Entry => [`${nameOf(command)} ${each.name()}`, each.description()]),
  )
}

function sentence(text: string): string {
  const ended = /[.?!]$/.test(text) ? text : `${text}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}
