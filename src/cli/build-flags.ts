/**
 * The options that a build hands on as one text, in KALLSYMS_FLAGS. They stand before those of the build, so that a word
 * that is no option would be taken for the map, and an option that lacks its value would take one of the build's for it.
 * Either makes a kernel with another table and no error.
 */
import type { Command } from 'commander'
import { KallsymsError } from '../errors.js'
import { classify } from './arguments.js'

const OPTION = '--build-flags'

/** Options with which the build would get no table. */
const WITHOUT_TABLE = [
  '--output',
  '--sysmap',
  '--print-dialect',
  '--print-kbuild',
  '--prove',
  '--version',
  OPTION,
]

/**
 * Replaces `--build-flags TEXT` at the beginning of the arguments by the words of its text.
 *
 * @param command defines the options
 * @throws {KallsymsError} `usage` for anything but options with their values
 */
export function withBuildFlags(argv: readonly string[], command: Command): readonly string[] {
  const [first, text = '', ...rest] = argv
  if (first !== OPTION) return argv
  const refuse = (what: string): never => {
    throw new KallsymsError('usage', `KALLSYMS_FLAGS=${text.trim()}: ${what}`)
  }
  const words = text.split(/[ \t\n]+/).filter(word => word !== '')
  const all = classify(words, command)
  for (const { text: word, names, belongsTo, isUnknown } of all) {
    const isShortOutput = /^-o./.test(word)
    if (isShortOutput || (names && WITHOUT_TABLE.includes(names.long ?? ''))) {
      refuse('with this option the build gets no table: leave it out')
    }
    // An abbreviation of an option of the tool has no value.
    const isAbbreviation = isUnknown && !word.includes('=')
    if (!names && !belongsTo && !isAbbreviation)
      refuse(`'${word}' is no option of a build: give options alone`)
  }
  const last = all.at(-1)
  if (last?.names?.required && !last.belongsTo) refuse(`${last.text} needs a value`)
  return [...words, ...rest]
}
