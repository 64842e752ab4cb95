/** `kallsyms [options] [in.map]`: the generator. */
import { fstatSync } from 'node:fs'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { generateTo, type Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { cArguments, generateOptions } from './c-options.js'
import { HeldOutput } from './check.js'
import { type ChosenDialect, chooseDialect } from './choose-dialect.js'
import { type Destination, outputFile, readInput, STDIN, standardOutput, writeError } from './io.js'
import type { RunningPass } from './journal.js'
import { kbuildMakefile } from './kbuild-options.js'
import { previousAssembly } from './map-names.js'
import { problemText } from './messages.js'
import type { GeneratorFlags } from './program.js'
import { Progress } from './progress.js'
import { stableOptions } from './stable-options.js'
import { Stopwatch, sinceStart, statsAsJson, statsAsText } from './stats.js'

/** Runs the generator with the arguments of `generatorCommand()`. */
export async function runGenerator(
  input: string | undefined,
  more: readonly string[],
  flags: GeneratorFlags,
): Promise<void> {
  if (more.length > 0)
    writeError(`kallsyms: only the first map is read, as by the C tool; ignored: ${more.join(' ')}\n`)
  const watch = new Stopwatch()
  const destination =
    flags.output === undefined || flags.output === '-' ? standardOutput() : outputFile(flags.output)
  try {
    if (flags.printKbuild) destination.write(Buffer.from(`${kbuildMakefile()}\n`))
    else if (flags.printDialect) {
      destination.write(Buffer.from(dialectAsJson(chooseDialect(flags.kernel, process.env))))
    } else await generateFile(input, flags, destination, watch)
  } catch (error) {
    destination.abandon()
    throw error
  }
  destination.commit()
}

async function generateFile(
  file: string | undefined,
  flags: GeneratorFlags,
  destination: Destination,
  watch: Stopwatch,
): Promise<void> {
  const chosen = chooseDialect(flags.kernel, process.env)
  const { dialect } = chosen
  const wanted = {
    ...generateOptions(flags, chosen),
    ...stableOptions(flags),
    ...(flags.compact && { compact: true }),
  }
  if (flags.check !== undefined) requireExact(wanted)
  const mapFile = file === undefined || file === '-' ? null : file
  if (mapFile === null && (await isTerminal(STDIN))) {
    throw new KallsymsError(
      'usage',
      'no map: name a file, or pipe the output of `nm -n vmlinux` in (see --help)',
    )
  }
  watch.begin('read')
  const map = readInput(mapFile)
  const previous =
    flags.previous ?? (wanted.holdSizes && mapFile !== null ? previousAssembly(mapFile, map) : null)
  const options = {
    ...wanted,
    dialect,
    ...(previous !== null && { previous: readInput(previous, PREVIOUS) }),
  }
  // A journal is for builds: all others start without it.
  const journal = flags.journal === undefined ? null : await beginPass(flags.journal, map, mapFile, options)
  const run = (some: GenerateOptions, to: Pick<Destination, 'write'>): Summary =>
    generateWatched(map, some, to, watch, previous)
  let summary: Summary
  if (flags.check === undefined) summary = run(options, destination)
  else {
    const exact = new HeldOutput()
    summary = run({ ...options, compact: false }, exact)
    watch.begin('check')
    const kept = journal?.mapFile ?? null
    await exact.compare({ program: flags.check, args: cArguments(flags), dialect, map, file: mapFile, kept })
    watch.end()
    // What there was to report has been said.
    if (options.compact) summary = generateTo(chunk => destination.write(chunk), map, options)
    else exact.release(destination)
  }
  journal?.finish(summary)
  if (flags.stats) {
    const name = chosen.release?.since ?? 'read from a file'
    const report = { dialect: name, chosenBy: chosen.by, input: inputName(file), summary, times: watch.times }
    writeError(flags.stats === 'json' ? statsAsJson(report) : statsAsText(report))
  }
}

/** Only a character device may be one; whether it is takes a module that a map from a pipe does without. */
async function isTerminal(descriptor: number): Promise<boolean> {
  return fstatSync(descriptor).isCharacterDevice() && (await import('node:tty')).isatty(descriptor)
}

/** Begins a pass in a journal; null where none can be kept, which is no reason to stop. */
async function beginPass(
  folder: string,
  map: Uint8Array,
  mapFile: string | null,
  options: GenerateOptions & { readonly dialect: Dialect },
): Promise<RunningPass | null> {
  try {
    return (await import('./journal.js')).beginPass(folder, map, mapFile, options)
  } catch (error) {
    writeError(`kallsyms: the journal of this link is not kept: ${(error as Error).message.split('\n')[0]}\n`)
    return null
  }
}

/** @throws {KallsymsError} `usage` for options that change what a C tool is to be compared with */
function requireExact({ stabilise, holdSizes }: GenerateOptions): void {
  if (stabilise === undefined && !holdSizes) return
  throw new KallsymsError(
    'usage',
    "--check compares with the C tool's output, which options against inconsistent data change: leave one of them out (in a build: KALLSYMS_CHECK and KALLSYMS_FLAGS)",
  )
}

/** What the file of the pass before should be, for messages. */
const PREVIOUS = 'the .S file of the pass before'

/**
 * Runs the generator, takes times and shows progress.
 *
 * @param previous the name of the assembly of the pass before
 */
function generateWatched(
  map: Uint8Array,
  options: GenerateOptions,
  destination: Pick<Destination, 'write'>,
  watch: Stopwatch,
  previous: string | null,
): Summary {
  const progress = new Progress('kallsyms')
  try {
    const write = (chunk: Uint8Array): void => {
      const began = sinceStart()
      destination.write(chunk)
      watch.book('write', sinceStart() - began)
    }
    const summary = generateTo(write, map, {
      ...options,
      report: problem => writeError(problemText(problem)),
      onStage: pass => {
        watch.begin(pass)
        progress.show(pass)
      },
    })
    watch.end()
    return summary
  } catch (error) {
    if (!(error instanceof KallsymsError) || error.where.input !== 'previous') throw error
    const { line } = error.where
    throw new KallsymsError('io', `${previous}:${line === undefined ? '' : `${line}:`} ${error.message}`)
  } finally {
    progress.clear()
  }
}

/** How messages name the input. */
export function inputName(file: string | undefined): string {
  return file === undefined || file === '-' ? 'standard input' : file
}

function dialectAsJson({ dialect, by, release, origin }: ChosenDialect): string {
  const row = release && { since: release.since, measured: release.measured, changes: release.changes }
  return `${JSON.stringify({ chosenBy: by, release: row, dialect, origin }, null, 2)}\n`
}
