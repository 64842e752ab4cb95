/** The program: what argv, environment, streams and exit status have to do with the library. */
import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { expandArguments, kernelArgument } from './arguments.js'
import { chooseDialect } from './choose-dialect.js'
import { inputName, registerGenerator } from './generate.js'
import { ClosedPipe, standardOutput, writeError } from './io.js'
import { reportError } from './messages.js'

main(process.argv.slice(2)).then(status => {
  process.exitCode = status
})

/** Runs the program; returns its exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('kallsyms')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: text => standardOutput().write(Buffer.from(text)),
      writeErr: writeError,
      outputError: (text, write) => write(oneLine(text)),
    })
  registerGenerator(program)
  program
    .command('explain', { hidden: false })
    .description('say why the kallsyms data of a kernel is inconsistent')
    .usage('[options] <folder | map map...>')
  try {
    requireText(argv)
    const [command, ...rest] = argv
    // A command is loaded when it is called: the generator starts without it.
    if (command === 'explain') return await (await import('./explain.js')).runExplain(rest)
    const dialectOf = (): Dialect => chooseDialect(kernelArgument(argv), process.env).dialect
    await program.parseAsync(expandArguments(argv, dialectOf), { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said what there was to say, and throws for --help and --version too.
    if (error instanceof CommanderError) return error.exitCode
    const { previous = 'the .S file of the pass before' } = program.opts<{ previous?: string }>()
    if (!(error instanceof ClosedPipe)) reportError(error, inputName(program.args[0]), previous)
    return 1
  }
}

/**
 * Node turns bytes of an argument that are no UTF-8 into U+FFFD: going on would mean another file, or another prefix.
 *
 * @throws {KallsymsError} `usage`
 */
function requireText(argv: readonly string[]): void {
  const broken = argv.find(argument => argument.includes('\ufffd'))
  if (broken !== undefined)
    throw new KallsymsError(
      'usage',
      `the argument '${broken}' is not UTF-8, and Node.js does not pass other bytes on: rename it`,
    )
}

/** Commander's words for a wrong option, which may have a suggestion on a second line. */
function oneLine(text: string): string {
  const words = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
  return `kallsyms: ${words} (kallsyms --help lists the options, with examples)\n`
}
