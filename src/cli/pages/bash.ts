/** The completion script for bash. */
import type { Command } from 'commander'
import { shellWord } from '../shell-word.js'
import { flagsOf, nameOf, operandsOf, optionsOf, type Values, valuesOf } from './values.js'

/**
 * @param script the text of `kallsyms.bash`, which has the functions
 * @param commands the generator, and then the commands that are called by name
 * @returns the script with the tables of these commands
 */
export function bashCompletion(script: string, commands: readonly Command[]): string {
  const tables = [
    table('options', commands.map(optionWords)),
    table('values', commands.flatMap(optionValues)),
    table('operands', commands.map(operands)),
  ]
  return script.replace('# @tables@', () => tables.join('\n'))
}

type Entry = readonly [key: string, value: string]

function table(name: string, entries: readonly Entry[]): string {
  const lines = entries.map(([key, value]) => `\t[${shellWord(key)}]=${shellWord(value)}`)
  // Global: the script may be sourced by a function.
  return [`declare -gA _kallsyms_${name}=(`, ...lines, ')'].join('\n')
}

/** What to offer where an option is begun. */
function optionWords(command: Command): Entry {
  const words = optionsOf(command).flatMap(option => {
    const values = option.optional ? valuesOf(option) : null
    const withValues =
      values === null || values.isList ? [] : values.words.map(({ text }) => `${option.long}=${text}`)
    return [...flagsOf(option), ...withValues]
  })
  return [nameOf(command), words.join(' ')]
}

/** By the words that come before a value. */
function optionValues(command: Command): Entry[] {
  return optionsOf(command).flatMap(option => {
    const values = valuesOf(option)
    if (values === null) return []
    const flags = flagsOf(option).flatMap(flag => [
      // Without an equals sign the next word is no value where none need be given.
      ...(option.optional ? [] : [flag]),
      ...(flag.startsWith('--') ? [`${flag}=`] : []),
    ])
    return flags.map((flag): Entry => [`${nameOf(command)} ${flag}`, rule(values)])
  })
}

function rule({ words, paths, isList }: Values): string {
  if (words.length === 0) return paths ?? 'none'
  return [isList ? 'list' : 'words', ...words.map(({ text }) => text)].join(' ')
}

function operands(command: Command): Entry {
  const { words, paths } = operandsOf(command)
  return [nameOf(command), [paths ?? 'none', ...words.map(({ text }) => text)].join(' ')]
}
