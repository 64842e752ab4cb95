/**
 * Arguments as the C tool of a dialect takes them, where commander would not: beginnings of options, values behind
 * options that need none.
 */
import { Command } from 'commander'
import { type Dialect, OPTIONS } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'

/**
 * Node turns bytes of an argument that are no UTF-8 into U+FFFD: going on would mean another file, or another prefix.
 *
 * @throws {KallsymsError} `usage`
 */
export function requireText(argv: readonly string[]): void {
  const broken = argv.find(argument => argument.includes('\ufffd'))
  if (broken !== undefined)
    throw new KallsymsError(
      'usage',
      `the argument '${broken}' is not UTF-8, and Node.js does not pass other bytes on: rename it`,
    )
}

/** The value of the last `--kernel`: the dialect has to be known before the rest can be understood. */
export function kernelArgument(argv: readonly string[]): string | undefined {
  const scan = new Command()
    .option('--kernel <version>')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} })
  try {
    return scan.parse(argv, { from: 'user' }).opts<{ kernel?: string }>().kernel
  } catch {
    // A missing value, which the real parser will complain about.
    return undefined
  }
}

/** Our own options, which win over an abbreviation of one of the C tool's. */
const OWN: readonly string[] = [
  'kernel',
  'output',
  'compact',
  'print-dialect',
  'stats',
  'stable',
  'stabilise',
  'hold-sizes',
  'headroom',
  'previous',
  'check',
  'journal',
  'print-kbuild',
  'version',
  'help',
]

/** Options whose value is the next argument, whatever it looks like. */
const TAKES_VALUE =
  /^(-o|--output|--kernel|--headroom|--previous|--check|--journal|--symbol-prefix|--page-offset)$/

/** What an option stands for that has a value only behind an equals sign. */
const WITHOUT_VALUE: Readonly<Record<string, string>> = {
  '--stats': '--stats=text',
  '--stabilise': '--stabilise=literal',
}

/** An option with the value that it stands for alone, and in the spelling that is defined. */
export function spelledOut(given: string): string {
  const argument = given.replace(/^--stabilize(?=$|=)/, '--stabilise')
  return WITHOUT_VALUE[argument] ?? argument
}

/**
 * Writes abbreviations of the dialect's options out, as GNU getopt understands them (`--abs`, `--all`), the values of
 * options that have one only behind an equals sign, and the other spelling of `--stabilise`. What is ambiguous or
 * unknown stays as it is.
 *
 * @param dialectOf is asked for the dialect only where there is something that may be an abbreviation
 */
export function expandArguments(argv: readonly string[], dialectOf: () => Dialect): string[] {
  const end = argv.indexOf('--')
  return argv.map((given, i) => {
    if ((end >= 0 && i >= end) || TAKES_VALUE.test(argv[i - 1] ?? '')) return given
    const argument = spelledOut(given)
    const name = /^--([a-z-]+)$/.exec(argument)?.[1]
    if (name === undefined || OWN.includes(name) || OPTIONS.some(option => option === name)) return argument
    const dialect = dialectOf()
    const candidates =
      dialect.commandLine === 'getopt' ? dialect.options.filter(option => option.startsWith(name)) : []
    return candidates.length === 1 ? `--${candidates[0]}` : argument
  })
}
