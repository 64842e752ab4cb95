/** `kallsyms [options] [map]`: runs the generator. */
import { fstatSync } from 'node:fs'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { generateTo, type Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { parse } from '../nm/parse.js'
import { LONGEST_MAP } from '../symbols/table.js'
import { cArguments, generateOptions } from './c-options.js'
import { HeldOutput } from './check.js'
import { type ChosenDialect, chooseDialect } from './choose-dialect.js'
import { beginImageRun, type ImageRun } from './image-input.js'
import { type Destination, readInput, STDIN, standardOutput, writeError } from './io.js'
import { kbuildMakefile } from './kbuild-options.js'
import { previousAssembly } from './map-names.js'
import { problemText, writeNotes } from './messages.js'
import { DIALECT, MAKEFILE_NAME, type OutputKind, outputFile, TABLE } from './output-file.js'
import type { GeneratorFlags } from './program.js'
import { Progress } from './progress.js'
import type { RunningPass } from './record-pass.js'
import { readRegularFile } from './regular-file.js'
import { shellWord } from './shell-word.js'
import { FOLD_NOTE, stableOptions } from './stable-options.js'
import { Stopwatch, sinceStart, statsAsJson, statsAsText } from './stats.js'

/** Runs the generator with the arguments of `generatorCommand()`. Returns the exit status. */
export async function runGenerator(
  input: string | undefined,
  more: readonly string[],
  flags: GeneratorFlags,
): Promise<number> {
  // A proof needs no map: an operand is the compiler.
  if (flags.prove && !flags.printDialect)
    return runProof({ ...flags, prove: input ?? flags.prove }, null, standardOutput())
  const watch = new Stopwatch()
  const destination =
    flags.output === undefined || flags.output === '-'
      ? standardOutput()
      : outputFile(flags.output, kindOf(flags), [input, ...inputsOf(flags)])
  let printed: Dialect | null = null
  try {
    if (flags.printKbuild) destination.write(Buffer.from(`${kbuildMakefile()}\n`))
    else if (flags.printDialect) {
      const chosen = chooseDialect(flags.kernel, process.env)
      writeNotes(chosen, 'kallsyms')
      destination.write(Buffer.from(dialectAsJson(chosen)))
      printed = chosen.dialect
    } else await generateFile(input === undefined ? [] : [input, ...more], flags, destination, watch)
  } catch (error) {
    destination.abandon()
    throw error
  }
  destination.commit()
  // A build reads the dialect, and then whether it is proved.
  return flags.prove ? runProof(flags, printed, null) : 0
}

/** Files that a run reads beside its operands. */
function inputsOf({ previous, check, kernel = process.env.KALLSYMS_KERNEL }: GeneratorFlags): string[] {
  return [previous, check, kernel].filter(file => file !== undefined)
}

function kindOf({ printKbuild, printDialect }: GeneratorFlags): OutputKind {
  if (printKbuild) return MAKEFILE_NAME
  return printDialect ? DIALECT : TABLE
}

/** Returns the exit status. */
async function runProof(
  { kernel, check, prove }: GeneratorFlags,
  dialect: Dialect | null,
  destination: Destination | null,
): Promise<number> {
  const compiler = prove as string
  return (await import('./prove.js')).runProof({ kernel, dialect, program: check, compiler, destination })
}

async function generateFile(
  operands: readonly string[],
  flags: GeneratorFlags,
  destination: Destination,
  watch: Stopwatch,
): Promise<void> {
  const chosen = chooseDialect(flags.kernel, process.env)
  writeNotes(chosen, 'kallsyms')
  // A build compares the tools itself; whoever names a tree has to be told how.
  if (flags.kernel !== undefined && chosen.origin && !chosen.release && flags.check === undefined) {
    writeError(
      `kallsyms: the format is read from ${chosen.by}; to compare it with the tool that this makes: kallsyms --kernel ` +
        `${shellWord(flags.kernel)} --prove\n`,
    )
  }
  const { dialect } = chosen
  if (dialect.input === 'image') {
    await generateFromImage(operands, flags, chosen, destination, watch)
    return
  }
  const [file, ...more] = operands
  if (more.length > 0) {
    // The C tool reads the first one and ignores the rest: a slip would make the table of another kernel.
    throw new KallsymsError('usage', `more than one map: ${operands.join(' ')}: give one`)
  }
  if (flags.sysmap !== undefined) {
    throw new KallsymsError(
      'usage',
      `the C tool of this kernel (${chosen.by}) reads no images: leave out --sysmap`,
    )
  }
  const wanted = {
    ...generateOptions(flags, chosen),
    ...stableOptions(flags),
    ...(flags.compact && { compact: true }),
  }
  if (flags.check !== undefined) requireExact(wanted)
  if (wanted.stabilise === 'fold') writeError(`kallsyms: ${FOLD_NOTE}\n`)
  const mapFile = file === undefined || file === '-' ? null : file
  if (mapFile === null && (await isTerminal(STDIN))) {
    throw new KallsymsError(
      'usage',
      'no map: give a file, or pipe the output of `nm -n vmlinux` in (see kallsyms --help)',
    )
  }
  watch.begin('read')
  const map = readInput(mapFile)
  const found = wanted.holdSizes && mapFile !== null ? previousAssembly(mapFile, map) : null
  const previous = flags.previous ?? found
  const assembly = (): Uint8Array =>
    flags.previous === undefined
      ? readRegularFile(previous as string, { largest: LONGEST_MAP, followLinks: true })
      : readInput(flags.previous, PREVIOUS)
  const options = { ...wanted, dialect, ...(previous !== null && { previous: assembly() }) }
  // Loaded for kernel builds only.
  const journal = flags.journal === undefined ? null : await beginPass(flags.journal, map, mapFile, options)
  const run = (some: GenerateOptions, to: Pick<Destination, 'write'>): Summary =>
    generateWatched(map, inputName(file), some, to, watch, previous)
  let summary: Summary
  if (flags.check === undefined) summary = run(options, destination)
  else {
    const exact = new HeldOutput()
    summary = run({ ...options, compact: false }, exact)
    watch.begin('check')
    const kept = journal?.mapFile ?? null
    const args = cArguments(flags)
    await exact.compare({ program: flags.check, args, dialect, map, file: mapFile, kept, image: null })
    watch.end()
    // Problems have been reported by the first run.
    if (options.compact) summary = generateTo(chunk => destination.write(chunk), map, options)
    else exact.release(destination)
  }
  await journal?.finish(summary)
  if (flags.stats) writeStats(chosen, inputName(file), summary, watch, flags.stats)
}

/** For tools that read an image, and write a file that the table includes. */
async function generateFromImage(
  operands: readonly string[],
  flags: GeneratorFlags,
  chosen: ChosenDialect,
  destination: Destination,
  watch: Stopwatch,
): Promise<void> {
  watch.begin('read')
  const image = beginImageRun(operands, flags.sysmap, flags.output, inputsOf(flags))
  try {
    if (flags.check !== undefined) await checkImage(image, operands[0] as string, flags.check, flags, chosen)
    if (image.included) {
      const options = {
        ...generateOptions(flags, chosen),
        ...stableOptions(flags),
        ...(flags.compact && { compact: true }),
        dialect: chosen.dialect,
      }
      const file = inputName(operands[0])
      // The map of a pass is called as in builds whose tool reads maps.
      const mapFile = flags.sysmap ?? file
      const journal =
        flags.journal === undefined ? null : await beginPass(flags.journal, image.map, mapFile, options)
      const run = { ...options, included: image.included }
      const summary = generateWatched(image.map, file, run, destination, watch, null)
      await journal?.finish(summary)
      if (flags.stats) writeStats(chosen, file, summary, watch, flags.stats)
    } else
      parse(image.map, chosen.dialect, problem => writeError(problemText(problem, operands[0] as string)))
    image.commit()
  } catch (error) {
    image.abandon()
    throw error
  }
}

/** Compares with the C tool before anything is written. */
async function checkImage(
  { map, included }: ImageRun,
  file: string,
  program: string,
  flags: GeneratorFlags,
  chosen: ChosenDialect,
): Promise<void> {
  requireExact(stableOptions(flags))
  const exact = new HeldOutput()
  const chunks: Uint8Array[] = []
  if (included) {
    generateTo(chunk => exact.write(chunk), map, {
      ...generateOptions(flags, chosen),
      included: { name: included.name, sink: chunk => chunks.push(chunk.slice()) },
    })
  }
  const image = { file, included: included && { name: included.name, bytes: () => Buffer.concat(chunks) } }
  const { dialect } = chosen
  await exact.compare({ program, args: cArguments(flags), dialect, map, file: null, kept: null, image })
}

function writeStats(
  chosen: ChosenDialect,
  input: string,
  summary: Summary,
  { times }: Stopwatch,
  form: 'text' | 'json',
): void {
  const name = chosen.release?.since ?? 'from a file'
  const report = { dialect: name, chosenBy: chosen.by, input, summary, times }
  writeError(form === 'json' ? statsAsJson(report) : statsAsText(report))
}

/** A terminal is a character device; a module is loaded only to ask those. */
async function isTerminal(descriptor: number): Promise<boolean> {
  return fstatSync(descriptor).isCharacterDevice() && (await import('node:tty')).isatty(descriptor)
}

/** Begins a pass in a journal; null, after a message, where that fails: the build goes on. */
async function beginPass(
  folder: string,
  map: Uint8Array,
  mapFile: string | null,
  options: GenerateOptions & { readonly dialect: Dialect },
): Promise<RunningPass | null> {
  try {
    return (await import('./record-pass.js')).beginPass(folder, map, mapFile, options)
  } catch (error) {
    writeError(
      `kallsyms: cannot write the journal of this link: ${(error as Error).message.split('\n')[0]}\n`,
    )
    return null
  }
}

/** @throws {KallsymsError} `usage` for options whose output is not that of the C tool */
function requireExact({ stabilise, holdSizes }: GenerateOptions): void {
  if (stabilise === undefined && !holdSizes) return
  throw new KallsymsError(
    'usage',
    '--check compares with the C tool, whose output has no stable sizes: leave out --check or the options for stable ' +
      'table sizes (in a kernel build: KALLSYMS_CHECK or KALLSYMS_FLAGS)',
  )
}

/** What --previous takes, for messages. */
const PREVIOUS = 'the .S file of the previous pass'

/**
 * Runs the generator, measures times and shows progress.
 *
 * @param input what messages call the map
 * @param previous the file with the assembly of the previous pass
 */
function generateWatched(
  map: Uint8Array,
  input: string,
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
      watch.add('write', sinceStart() - began)
    }
    const summary = generateTo(write, map, {
      ...options,
      report: problem => writeError(problemText(problem, input)),
      onStage: stage => {
        watch.begin(stage)
        progress.show(stage)
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

/** What messages call the input. */
export function inputName(file: string | undefined): string {
  return file === undefined || file === '-' ? 'standard input' : file
}

function dialectAsJson({ dialect, by, version, release, origin }: ChosenDialect): string {
  const row = release && {
    since: release.since,
    measured: release.measured,
    images: release.images ?? [],
    changes: release.changes,
  }
  return `${JSON.stringify({ chosenBy: by, version, release: row, dialect, origin }, null, 2)}\n`
}
