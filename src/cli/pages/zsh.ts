/** The completion script for zsh. */
import type { Command, Option } from 'commander'
import { shellWord } from '../shell-word.js'
import { flagsOf, nameOf, operandsOf, optionsOf, type Values, valuesOf, type Word } from './values.js'

/**
 * @param script the text of `kallsyms.zsh`, which chooses the command
 * @param commands the generator, and then the commands that are called by name
 * @returns the script with a function for each command
 */
export function zshCompletion(script: string, commands: readonly Command[]): string {
  return script.replace('# @functions@', () => commands.map(functionOf).join('\n\n'))
}

function functionOf(command: Command, i: number): string {
  const name = i === 0 ? '_kallsyms_generator' : `_kallsyms_command_${nameOf(command)}`
  const specs = [...optionsOf(command).flatMap(optionSpecs), ...operandSpecs(command)]
  return `${name}() {\n  _arguments -s -S \\\n${specs.map(spec => `    ${shellWord(spec)}`).join(' \\\n')}\n}`
}

/** The specifications of an option for _arguments, one for each way to write it. */
function optionSpecs(option: Option): string[] {
  const flags = flagsOf(option)
  const values = valuesOf(option)
  return flags.map(flag => {
    const others = flags.length > 1 ? `(${flags.join(' ')})` : ''
    const about = `[${escaped(option.description, /[[\]:\\]/g)}]`
    if (values === null) return `${others}${flag}${about}`
    const value = `:${escaped(values.name, /[:\\]/g)}:${action(values)}`
    // `=-`: a value that need not be given is in the same word.
    if (option.optional) return `${others}${flag}=-${about}:${value}`
    return `${others}${flag}${flag.startsWith('--') ? '=' : '+'}${about}${value}`
  })
}

function operandSpecs(command: Command): string[] {
  const values = operandsOf(command)
  const rest = values.paths === null ? [] : [`*:${values.name}:${action({ ...values, words: [] })}`]
  if (values.words.length === 0) return rest
  if (values.paths === null) return [`1:${values.name}:${wordsAction(values.words)}`]
  const both = [`commands:command:${wordsAction(values.words)}`, `files:${values.name}:_files`]
  return [`1: : _alternative ${both.map(shellWord).join(' ')}`, ...rest]
}

/** What an argument's specification says after the last colon. */
function action({ words, paths, isList, name }: Values): string {
  if (isList) return ` _values -s , ${shellWord(name)} ${words.map(({ text }) => text).join(' ')}`
  if (words.length > 0) return wordsAction(words)
  if (paths === null) return ' '
  return paths === 'files' ? '_files' : '_files -/'
}

function wordsAction(words: readonly Word[]): string {
  if (words.every(({ description }) => description === ''))
    return `(${words.map(({ text }) => text).join(' ')})`
  const described = words.map(
    ({ text, description }) => `${text}\\:${shellWord(escaped(description, /[:\\]/g))}`,
  )
  return `((${described.join(' ')}))`
}

function escaped(text: string, special: RegExp): string {
  return text.replace(special, '\\$&')
}
