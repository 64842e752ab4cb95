/** The program: what argv, environment, streams and exit status have to do with the library. */
import { Command, CommanderError } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { expandArguments, kernelArgument, requireText } from './arguments.js'
import { chooseDialect } from './choose-dialect.js'
import { speakThroughOurStreams } from './commander.js'
import { inputName, registerGenerator } from './generate.js'
import { ClosedPipe } from './io.js'
import { reportError } from './messages.js'

main(process.argv.slice(2)).then(status => {
  process.exitCode = status
})

/** Runs the program; returns its exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv
  if (command === 'lab') {
    try {
      return await (await import('./lab.js')).runLabCommand(rest)
    } catch (error) {
      reportError(error, 'the maps')
      return 1
    }
  }
  if (command === 'explain') {
    // Until there are findings; 1 would be one.
    process.exitCode = 2
    try {
      return await (await import('./explain.js')).runExplain(rest)
    } catch (error) {
      reportError(error, 'the maps')
      return 2
    }
  }
  const program = new Command('kallsyms')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
  speakThroughOurStreams(program, 'kallsyms --help lists the options, with examples')
  registerGenerator(program)
  // For the help: they are loaded when they are called, so that the generator starts without them.
  helpFor(program, 'explain', 'say why the kallsyms data of a kernel is inconsistent')
  helpFor(program, 'lab', 'compare proposals for a stable compression')
  try {
    requireText(argv)
    const dialectOf = (): Dialect => chooseDialect(kernelArgument(argv), process.env).dialect
    await program.parseAsync(expandArguments(argv, dialectOf), { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said what there was to say, and throws for --help and --version too.
    if (error instanceof CommanderError) return error.exitCode
    if (!(error instanceof ClosedPipe)) reportError(error, inputName(program.args[0]))
    return 1
  }
}

/** A command that is called by its name as the first argument alone. */
function helpFor(program: Command, name: string, description: string): void {
  program
    .command(name)
    .description(`${description} (kallsyms ${name} --help)`)
    .argument('[...]')
    .allowUnknownOption()
    .action(() => {
      throw new KallsymsError(
        'usage',
        `options of ${name} come behind it, as in \`kallsyms ${name} --kernel 6.12 ...\``,
      )
    })
}
