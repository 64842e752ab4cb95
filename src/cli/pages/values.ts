/** What completes options and operands, from commander's definitions. */
import type { Command, Option } from 'commander'
import { ListOption } from '../list-option.js'

export interface Values {
  /** What it is called where nothing can be offered. */
  readonly name: string
  readonly words: readonly Word[]
  readonly paths: 'files' | 'directories' | null
  /** Whether several of the words may be given, with commas between them. */
  readonly isList: boolean
}

export interface Word {
  readonly text: string
  readonly description: string
}

/** What placeholders such as `<version|tree>` stand for; every other part of one is a word to be typed. */
const PLACEHOLDERS: Readonly<Record<string, Values['paths']>> = {
  file: 'files',
  map: 'files',
  maps: 'files',
  program: 'files',
  tree: 'files',
  dir: 'directories',
  bytes: null,
  c: null,
  hex: null,
  n: null,
  names: null,
  version: null,
}

/** The values of an option; null where it takes none. */
export function valuesOf(option: Option): Values | null {
  const [, name] = /[<[]=?([^>\]]+)[>\]]/.exec(option.flags) ?? []
  if (name === undefined) return null
  const parts = name.split('|')
  const isList = option instanceof ListOption
  const words = isList ? option.items : (option.argChoices ?? parts.filter(part => !(part in PLACEHOLDERS)))
  return { name, words: words.map(plain), paths: pathsOf(parts), isList }
}

/** What the operands of a command may be: its paths at any place, its words as the first one. */
export function operandsOf(command: Command): Values {
  const [argument] = command.registeredArguments
  const subcommands = command.commands.map(each => ({ text: each.name(), description: each.description() }))
  const choices = argument?.argChoices?.map(plain) ?? []
  const name = argument?.name() ?? 'topic'
  return { name, words: [...subcommands, ...choices], paths: pathsOf([name]), isList: false }
}

function pathsOf(placeholders: readonly string[]): Values['paths'] {
  return placeholders.map(each => PLACEHOLDERS[each] ?? null).find(paths => paths !== null) ?? null
}

function plain(text: string): Word {
  return { text, description: '' }
}

/** The options of a command, `--help` among them. */
export function optionsOf(command: Command): readonly Option[] {
  return command.createHelp().visibleOptions(command)
}

/** The ways to write an option. */
export function flagsOf({ short, long }: Option): string[] {
  return [short, long].filter(flag => flag !== undefined)
}

/** How a command is called after `kallsyms`; the generator by that. */
export function nameOf(command: Command): string {
  return command.name().split(' ').at(-1) as string
}
