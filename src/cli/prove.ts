/**
 * `--prove`: whether a C tool and the dialect that was read from its source print the same. Both run on built-in maps that
 * reach every rule, with the options that the tool has; options that it should not have must be refused.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Dialect, hasOption, OPTIONS, type OptionName } from '../dialect/dialect.js'
import { mainFileOf } from '../dialect/preprocessed.js'
import { isRecord } from '../dialect/record.js'
import { KallsymsError } from '../errors.js'
import { generateTo } from '../generate/generate.js'
import { PAGE_OFFSET, type ProvingMap, provingMaps } from '../prove/maps.js'
import { mapsNamedIn } from '../prove/named.js'
import { printable } from '../symbols/quoted.js'
import { makeTemporary } from '../temporary.js'
import { type CFlags, cArguments, flagOf, generateOptions } from './c-options.js'
import { chooseDialect, KERNEL_SOURCE } from './choose-dialect.js'
import { bothSides, firstDifferingLine } from './first-difference.js'
import { asIoError, type Destination } from './io.js'
import { originalText, reportError } from './messages.js'

/** One run of both tools. */
export interface Trial {
  readonly map: ProvingMap
  readonly flags: CFlags
  /** Whether the C tool must refuse the options. */
  readonly isRefused: boolean
}

/** What a run shows. */
export interface Outcome {
  /** Null if a signal ended the run. */
  readonly exit: number | null
  readonly stdout: Buffer
  /** The lines of the C tool only, in Latin-1. */
  readonly stderr: string
}

/** Milliseconds for all runs of a C tool; it needs some hundredths of a second for each. */
const TIME_LIMIT = 60_000

/**
 * All runs for a dialect.
 *
 * @param source of the C tool, if it is known
 */
export function trialsFor(dialect: Dialect, source: string | null = null): Trial[] {
  const maps = [...provingMaps(dialect), ...(source === null ? [] : mapsNamedIn(source))]
  const build = ofBuild(dialect)
  const setsOf: Readonly<Record<ProvingMap['sets'], readonly CFlags[]>> = {
    build: [flagsOf(...build)],
    'with and without all symbols': [
      flagsOf(...build),
      flagsOf(...build.filter(option => option !== 'all-symbols')),
    ],
    every: optionSets(dialect),
  }
  const refused = OPTIONS.filter(option => !hasOption(dialect, option))
  return [
    ...maps.flatMap(map => setsOf[map.sets].map(flags => ({ map, flags, isRefused: false }))),
    ...refused.map(option => ({
      map: maps[0] as ProvingMap,
      flags: flagsOf('all-symbols', option),
      isRefused: true,
    })),
  ]
}

/** The options that a build may give together. */
function ofBuild({ options }: Dialect): readonly OptionName[] {
  const others: readonly OptionName[] = ['symbol-prefix', 'page-offset', 'uncompressed']
  return options.filter(option => !others.includes(option))
}

/** All symbols, no options, each option alone and with all symbols, those of a build, and all. */
function optionSets(dialect: Dialect): CFlags[] {
  const { options } = dialect
  const sets: readonly (readonly OptionName[])[] = [
    ['all-symbols'],
    [],
    ...options
      .filter(option => option !== 'all-symbols')
      .flatMap(option => [[option], ['all-symbols', option] as const]),
    ofBuild(dialect),
    options,
  ]
  const distinct = new Map(sets.map(set => [set.join(' '), set]))
  return [...distinct.values()].map(set => flagsOf(...set))
}

function flagsOf(...options: readonly OptionName[]): CFlags {
  const values: Partial<Record<OptionName, string>> = { 'symbol-prefix': '_', 'page-offset': PAGE_OFFSET }
  return Object.fromEntries(options.map(option => [flagOf(option), values[option] ?? true]))
}

/** What our generator shows in the place of the C tool. */
export function ourOutcome({ map: { map }, flags, isRefused }: Trial, dialect: Dialect): Outcome {
  if (isRefused) return { exit: 1, stdout: Buffer.alloc(0), stderr: '' }
  const chunks: Uint8Array[] = []
  let stderr = ''
  let exit: number | null = 0
  try {
    generateTo(chunk => chunks.push(chunk.slice()), map, {
      ...generateOptions(flags, { dialect, by: 'proved' }),
      report: problem => {
        if (problem.kind === 'original-crashes') exit = null
        else stderr += originalText(problem).toString('latin1')
      },
    })
  } catch (error) {
    if (!(error instanceof KallsymsError)) throw error
    exit = 1
    stderr += `${error.where.original ?? error.message}\n`
  }
  return { exit, stdout: Buffer.concat(chunks), stderr }
}

/** In words, the first difference between two outcomes of a trial; null if there is none. */
export function differenceOf({ map, isRefused }: Trial, theirs: Outcome, ours: Outcome): string | null {
  if (isRefused) return theirs.exit === 0 ? 'the tool accepts an option that its dialect does not have' : null
  if (theirs.exit !== ours.exit) {
    const [said = ''] = theirs.stderr.split('\n')
    const status = ({ exit }: Outcome): string => (exit === null ? 'a crash' : `exit status ${exit}`)
    return `${status(theirs)} instead of ${status(ours)}${said && `: ${printable(said)}`}`
  }
  // What a tool printed before it crashed is lost in its buffers.
  if (theirs.exit === null) return null
  const stderr = firstDifferingLine(Buffer.from(theirs.stderr, 'latin1'), Buffer.from(ours.stderr, 'latin1'))
  if (stderr) return `line ${stderr.line} of stderr\n${bothSides(stderr)}`
  const defined = map.hasUndefinedSeqs ? withoutSeqs : (text: Buffer): Buffer => text
  const stdout = firstDifferingLine(defined(theirs.stdout), defined(ours.stdout))
  return stdout && `line ${stdout.line} of the table, byte ${stdout.column}\n${bothSides(stdout)}`
}

function withoutSeqs(text: Buffer): Buffer {
  const from = text.indexOf('kallsyms_seqs_of_names:\n')
  if (from < 0) return text
  const to = text.indexOf('\n\n', from)
  return Buffer.concat([text.subarray(0, from), text.subarray(to < 0 ? text.length : to)])
}

/**
 * Runs a C tool and our generator.
 *
 * @param tool path of the C tool
 * @param source its text, if it is known
 * @param name of the tool, for messages
 * @returns the number of runs
 * @throws {KallsymsError} `differs` with the first difference; `io` if the tool cannot be run
 */
export async function prove(
  tool: string,
  dialect: Dialect,
  source: string | null,
  name: string = tool,
): Promise<number> {
  if (dialect.input === 'image') {
    throw new KallsymsError(
      'differs',
      `${name} reads images, and the built-in maps are none: it cannot be compared; use the tree's own tool`,
    )
  }
  const trials = trialsFor(dialect, source)
  const theirs = runTool(path.resolve(tool), dialect, trials)
  // While the C tool runs.
  const ours = trials.map(trial => ourOutcome(trial, dialect))
  for (const [i, outcome] of (await theirs).entries()) {
    const trial = trials[i] as Trial
    const difference = differenceOf(trial, outcome, ours[i] as Outcome)
    if (difference === null) continue
    const args = cArguments(trial.flags).join(' ') || 'no options'
    throw new KallsymsError(
      'differs',
      `${name} prints another table than kallsyms does (map "${trial.map.name}", ${args}): ${difference}`,
    )
  }
  return trials.length
}

/**
 * For each line `N FILE OPTIONS…` of standard input runs the tool `$1` on a file in the directory `$2`, and prints N and
 * the exit status. A small shell starts a process in a fraction of the time that Node.js needs.
 */
const RUN_EACH = `
set -f
cd "$2" || exit
while read -r n file options; do
  if [ "$3" = getopt ]
  then "$1" $options "$file" </dev/null >"$n.out" 2>"$n.err"
  else "$1" $options <"$file" >"$n.out" 2>"$n.err"
  fi
  echo "$n $?"
done
`

/** Runs the C tool on all trials, in two processes at a time. */
async function runTool(tool: string, dialect: Dialect, trials: readonly Trial[]): Promise<Outcome[]> {
  const folder = makeTemporary('prove')
  try {
    const maps = [...new Set(trials.map(({ map }) => map))]
    for (const [i, { map }] of maps.entries()) writeFileSync(path.join(folder, `${i}.map`), map)
    const lines = trials.map(
      ({ map, flags }, i) => `${i} ${maps.indexOf(map)}.map ${cArguments(flags).join(' ')}\n`,
    )
    const printed = await Promise.all(
      [0, 1].map(half => {
        const some = lines.filter((_, i) => i % 2 === half)
        return shell(RUN_EACH, [tool, folder, dialect.commandLine], some.join(''))
      }),
    )
    const statuses = new Map(
      printed
        .flatMap(text => text.trimEnd().split('\n'))
        .map(line => line.split(' ').map(Number) as [number, number]),
    )
    return trials.map((_, i) => {
      const status = statuses.get(i)
      const file = (end: string): Buffer => readFileSync(path.join(folder, `${i}.${end}`))
      if (status === undefined) {
        throw new KallsymsError(
          'differs',
          `${tool} does not come to its end within ${TIME_LIMIT / 1000} seconds`,
        )
      }
      const stderr = file('err').toString('latin1')
      if (status === 126 || status === 127) {
        throw new KallsymsError('io', `${tool} cannot be run: ${printable(stderr.trimEnd())}`)
      }
      // The shell's convention for signals.
      return { exit: status > 128 ? null : status, stdout: file('out'), stderr }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a script of the shell; resolves to its output, complete or not. */
function shell(script: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', script, 'sh', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIME_LIMIT,
      // A report of a crash by the shell is not the tool's.
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    child.stdin.on('error', () => {})
    child.on('error', error => reject(asIoError(error as NodeJS.ErrnoException, 'sh')))
    child.on('close', () => resolve(output))
    child.stdin.end(input)
  })
}

export interface ProofRequest {
  /** What `--kernel` names. */
  readonly kernel: string | undefined
  /** Its dialect, if it is known already: a source takes time to read. */
  readonly dialect: Dialect | null
  /** The compiled C tool, if there is one. */
  readonly program: string | undefined
  /** The host's compiler. */
  readonly compiler: string
  /** Where the result is printed; null for nowhere. */
  readonly destination: Pick<Destination, 'write' | 'commit'> | null
}

/**
 * `--prove`: proves the dialect against a C tool, which is compiled if there is only its source. Prints the result, or
 * what went wrong.
 *
 * @returns the exit status
 */
export async function runProof({
  kernel,
  dialect: known,
  program,
  compiler,
  destination,
}: ProofRequest): Promise<number> {
  try {
    const dialect = known ?? chooseDialect(kernel, process.env).dialect
    const source = sourceIn(kernel)
    const runs =
      program === undefined
        ? await proveSource(source, dialect, compiler)
        : await prove(program, dialect, source?.text ?? null)
    const result = `${program ?? source?.file} and kallsyms print the same: ${runs} runs on built-in maps\n`
    destination?.write(Buffer.from(result))
    destination?.commit()
    return 0
  } catch (error) {
    reportError(error, 'kallsyms', null)
    return 1
  }
}

async function proveSource(source: Source | null, dialect: Dialect, compiler: string): Promise<number> {
  if (!source?.file.endsWith('.c')) {
    throw new KallsymsError(
      'usage',
      '--prove needs a C tool: give its source tree with --kernel, or the compiled tool with --check',
    )
  }
  const folder = makeTemporary('tool')
  try {
    const tool = path.join(folder, 'kallsyms')
    compile(compiler, source.file, tool)
    return await prove(tool, dialect, source.text, source.file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The source of a C tool. */
interface Source {
  readonly file: string
  /** What the tool's own file has of it, where it is preprocessed; its bytes decoded as Latin-1. */
  readonly text: string
}

/** The source that a tree or file is; null if there is none. */
function sourceIn(kernel: string | undefined): Source | null {
  if (kernel === undefined || !existsSync(kernel)) return null
  const file = statSync(kernel).isDirectory() ? path.join(kernel, KERNEL_SOURCE) : kernel
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'latin1')
  return isRecord(text) ? null : { file, text: mainFileOf(text) }
}

function compile(compiler: string, source: string, tool: string): void {
  const [command = 'cc', ...words] = compiler.split(/\s+/).filter(word => word !== '')
  const include = path.join(path.dirname(source), 'include')
  try {
    execFileSync(command, [...words, '-O1', '-w', '-I', include, '-o', tool, source], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  } catch (error) {
    const { stderr, code } = error as { readonly stderr?: Buffer; readonly code?: string }
    if (code === 'ENOENT') {
      throw new KallsymsError('io', `there is no compiler ${command}: give one, as in --prove=gcc-12`)
    }
    const lines = stderr?.toString('latin1').split('\n') ?? []
    const message = lines.find(line => /error/.test(line)) ?? lines[0] ?? ''
    throw new KallsymsError('io', `${compiler} does not compile ${source}: ${printable(message)}`)
  }
}
