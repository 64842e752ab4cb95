/**
 * Arguments as the C tool of a dialect takes them, where commander would not: abbreviated options, and options whose
 * value is given after an equals sign or not at all. Which options there are comes from the command's definition.
 */
import type { Command, Option } from 'commander'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'

/**
 * Node replaces bytes of an argument that are not UTF-8 by U+FFFD, so that it names another file or another prefix.
 *
 * @throws {KallsymsError} `usage`
 */
export function requireText(argv: readonly string[]): void {
  const broken = argv.find(argument => argument.includes('\ufffd'))
  if (broken !== undefined)
    throw new KallsymsError(
      'usage',
      `the argument '${broken}' is not UTF-8, and Node.js passes no other bytes on: rename the file`,
    )
}

/** Other spellings of options. */
const SPELLINGS: Readonly<Record<string, string>> = { '--stabilize': '--stabilise' }

/** An argument, and what it is. */
export interface Argument {
  readonly text: string
  /** The option that it names; null for values, operands, and what is not known. */
  readonly names: Option | null
  /** The option whose value it is. */
  readonly belongsTo: Option | null
  /** Whether it may be an option that is not known. */
  readonly isUnknown: boolean
}

/**
 * Writes arguments out so that commander understands them: abbreviations of the dialect's options, as GNU getopt takes
 * them (`--abs`, `--all`); the value that an option stands for alone, where it takes one after an equals sign only; other
 * spellings. What is ambiguous or unknown stays as it is.
 *
 * @param dialectFor gives the dialect for a value of `--kernel`; called only where an argument may be an abbreviation
 */
export function expandArguments(
  argv: readonly string[],
  command: Command,
  dialectFor?: (kernel: string | undefined) => Dialect,
): string[] {
  const all = classify(argv, command)
  const kernel = (): string | undefined => {
    const last = all.findLast(({ belongsTo }) => belongsTo?.long === '--kernel')
    return last?.text.replace(/^--kernel=/, '')
  }
  return all.map(({ text, names, isUnknown }) => {
    if (names?.optional && names.presetArg !== undefined && !text.includes('=')) {
      return `${text}=${names.presetArg}`
    }
    if (!isUnknown || !dialectFor) return text
    const { commandLine, input, options } = dialectFor(kernel())
    const all = input === 'image' ? [...options, 'sysmap'] : options
    const [name = ''] = text.split('=', 1)
    const meant = commandLine === 'getopt' ? all.filter(option => `--${option}`.startsWith(name)) : []
    return meant.length === 1 ? `--${meant[0]}${text.slice(name.length)}` : text
  })
}

/** What each argument is, by the options of a command. */
export function classify(argv: readonly string[], command: Command): Argument[] {
  const options = new Map<string, Option>()
  for (const option of command.options) {
    if (option.long) options.set(option.long, option)
    if (option.short) options.set(option.short, option)
  }
  let waiting: Option | null = null
  let ended = false
  return argv.map(given => {
    const other = { text: given, names: null, belongsTo: null, isUnknown: false }
    if (waiting) {
      const option = waiting
      waiting = null
      return { ...other, belongsTo: option }
    }
    ended ||= given === '--'
    if (ended) return other
    const [name = ''] = given.split('=', 1)
    const spelling = SPELLINGS[name] ?? name
    const text = spelling + given.slice(name.length)
    const names = options.get(spelling) ?? null
    const hasValue = text.length > spelling.length
    if (names?.required && !hasValue) waiting = names
    const isUnknown = names === null && /^--[a-z-]+(=|$)/.test(text) && text !== '--help'
    return { text, names, belongsTo: hasValue ? names : null, isUnknown }
  })
}
