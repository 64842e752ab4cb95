/** A compiled C tool and ours on all inputs, with every combination of options. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import { hasOption } from '../../src/dialect/dialect.js'
import { findRelease } from '../../src/dialect/resolve.js'
import { KallsymsError } from '../../src/errors.js'
import { type CTool, debianVersion, optionSets, runCEach, type Shown } from '../../test/support/c-tools.js'
import { type Difference, describeDifference, firstDifference } from '../../test/support/first-difference.js'
import { type Golden, inputNames, readGolden, readManifest } from '../../test/support/golden.js'
import { runOurs } from '../../test/support/ours.js'
import { undefinedBehaviour } from '../../test/support/undefined.js'
import { vectorRuns, vectorSum } from '../../test/support/vector-runs.js'

const MAPS = ['maps/debian-cloud-6.1.176.map', 'maps/debian-cloud-6.1.176.nm', 'maps/everything-534k.map']

const EXAMPLES = `
Examples:
  npm run compare -- --reference /usr/lib/linux-kbuild-6.12.117+deb12/scripts/kallsyms
  npm run compare -- --reference ./kallsyms --kernel 6.6.17 --input ties.nm ranges.nm
  npm run compare -- --reference ./kallsyms --kernel 5.15.100 --map /boot/System.map-5.15.0 --json
`

/** A run, by its input and options. */
interface Run {
  readonly input: string
  readonly options: readonly string[]
}

interface Result {
  readonly reference: string
  readonly kernel: string
  readonly runs: number
  readonly differences: (Run & Difference)[]
  /** Runs in which the C tool crashed because of a bug that was fixed later; ours prints the output of the fixed tool. */
  readonly crashed: Run[]
  /** Runs that differ only where the behaviour of the C tool is undefined. */
  readonly undefined: (Run & { readonly reason: string })[]
}

interface Arguments {
  readonly reference: string
  readonly kernel?: string
  readonly map?: readonly string[]
  readonly input?: readonly string[]
  readonly json?: boolean
  readonly sums?: boolean
}

/** Output streams. */
export interface Streams {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/**
 * @param args the arguments after the name of the program
 * @returns the exit status: 0 if all is the same, 1 if something differs, 2 for wrong usage
 */
export async function runCompare(args: readonly string[], streams: Streams): Promise<number> {
  const program = new Command('npm run compare --')
    .description('Compares kallsyms with a compiled C tool, byte by byte.')
    .requiredOption('--reference <path>', 'the compiled scripts/kallsyms')
    .option('--kernel <version>', 'its kernel, if the path does not contain it')
    .option('--map <file...>', 'your own maps instead of those of golden/')
    .option('--input <name...>', 'only these maps of golden/inputs and golden/maps')
    .option('--json', 'print the result as JSON')
    .option('--sums', 'print the row of the tool for test/reference/golden/vectors.ts, and compare nothing')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error })
  let tool: CTool
  let inputs: Map<string, () => Buffer>
  try {
    const options = program.parse(args, { from: 'user' }).opts<Arguments>()
    if (program.args.length > 0)
      throw new UsageError(`unexpected argument '${program.args[0]}': give maps with --map`)
    tool = referenceTool(options)
    inputs = inputsOf(options)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UsageError || error instanceof KallsymsError)) throw error
    streams.error(`compare: ${error.message}\n`)
    return 2
  }

  if (program.opts<Arguments>().sums) {
    streams.out(`${await rowOfSums(tool)}\n`)
    return 0
  }
  const result = await compareAll(tool, inputs)
  streams.out(`${program.opts<Arguments>().json ? JSON.stringify(result, null, 2) : asText(result)}\n`)
  return result.differences.length > 0 ? 1 : 0
}

class UsageError extends Error {}

/** What the C tool prints for the constructed maps, as a row of `VECTORS`; empty where it lacks an option. */
async function rowOfSums(tool: CTool): Promise<string> {
  const sums: string[] = []
  for (const { map, args } of vectorRuns(tool.dialect)) {
    const isPossible = !args.includes('--absolute-percpu') || hasOption(tool.dialect, 'absolute-percpu')
    if (!isPossible) continue
    const [shown] = await runCEach(tool, Buffer.from(map, 'latin1'), [args])
    sums.push(vectorSum((shown as Shown).stdout))
  }
  return `['${[tool.version, ...sums].join("', '")}'],`
}

function referenceTool({ reference, kernel }: Arguments): CTool {
  let isFile = false
  try {
    isFile = statSync(reference).isFile()
  } catch {
    throw new UsageError(`--reference: there is no ${reference}`)
  }
  if (!isFile) throw new UsageError(`--reference: ${reference} is not a file`)
  try {
    accessSync(reference, constants.X_OK)
  } catch {
    throw new UsageError(`--reference: ${reference} is not executable`)
  }
  const version = kernel ?? versionFromPath(reference)
  if (version === null) {
    throw new UsageError(`the path ${reference} does not contain the kernel version: give --kernel VERSION`)
  }
  return { version, path: path.resolve(reference), dialect: findRelease(version).dialect }
}

/** From `linux-kbuild-6.12.117+deb12`, or a tree `linux-6.6.17`. */
function versionFromPath(reference: string): string | null {
  for (const folder of path.resolve(reference).split(path.sep)) {
    const version = debianVersion(folder) ?? /^linux-v?(\d+\.\d+.*)$/.exec(folder)?.[1]
    if (version !== undefined) return version
  }
  return null
}

/** The maps, each read when it is needed. */
function inputsOf({ map, input }: Arguments): Map<string, () => Buffer> {
  const golden = [...inputNames().map(name => `inputs/${name}`), ...MAPS]
  const chosen = input?.map(name => {
    const found = golden.find(each => each === name || path.basename(each) === path.basename(name))
    if (found === undefined) throw new UsageError(`--input: golden/ holds no ${name}`)
    return found
  })
  const own = map?.map((file): [string, () => Buffer] => {
    try {
      accessSync(file, constants.R_OK)
    } catch {
      throw new UsageError(`--map: ${file} cannot be read`)
    }
    return [file, () => readFileSync(file)]
  })
  const ofGolden = chosen ?? (own ? [] : golden)
  return new Map([
    ...ofGolden.map((name): [string, () => Buffer] => [name, () => readGolden(name)]),
    ...(own ?? []),
  ])
}

/** Larger maps, in bytes, are compared one set of options at a time, since the outputs would fill gigabytes. */
const LARGE = 1 << 20

async function compareAll(tool: CTool, inputs: Map<string, () => Buffer>): Promise<Result> {
  const records = recordsOf(tool)
  const result: Result = {
    reference: tool.path,
    kernel: tool.version,
    runs: 0,
    differences: [],
    crashed: [],
    undefined: [],
  }
  let runs = 0
  let place = 0
  for (const [input, read] of inputs) {
    progress(`${++place}/${inputs.size} ${input}`)
    const map = read()
    const measured = records.filter(record => `inputs/${record.input}` === input)
    const sets = measured.length > 0 ? measured.map(({ args }) => args) : optionSets(tool.dialect)
    const size = map.length < LARGE ? sets.length : 1
    for (let first = 0; first < sets.length; first += size) {
      const batch = sets.slice(first, first + size)
      const shown = await runCEach(tool, map, batch)
      for (const [i, options] of batch.entries()) {
        runs++
        const record = measured[first + i]
        compareOne(result, tool, map, { input, options }, shown[i] as Shown, record?.undefined === true)
      }
    }
  }
  progress('')
  return { ...result, runs }
}

/** The records of this version. */
function recordsOf(tool: CTool): Golden[] {
  const numbers = /^v?(\d+(?:\.\d+)+)/.exec(tool.version)?.[1]
  const manifest = readManifest()
  const named = manifest.filter(({ kernels }) => kernels.includes(tool.version))
  return named.length > 0 ? named : manifest.filter(({ kernels }) => kernels.some(name => name === numbers))
}

function compareOne(
  result: Result,
  { dialect }: CTool,
  map: Buffer,
  run: Run,
  c: Shown,
  isKnownUndefined: boolean,
): void {
  const ours = runOurs(map, run.options, dialect)
  if (c.signal !== null && ours.crashesC) {
    result.crashed.push(run)
    return
  }
  const difference = firstDifference(c, ours)
  if (difference === null) return
  const behaviour = undefinedBehaviour(map, dialect, ours.stdout)
  if (behaviour !== null) {
    const part = behaviour.definedPart
    const left =
      part && firstDifference({ ...c, stdout: part(c.stdout) }, { ...ours, stdout: part(ours.stdout) })
    if (left === null) {
      result.undefined.push({ ...run, reason: behaviour.reason })
      return
    }
  } else if (isKnownUndefined) {
    result.undefined.push({ ...run, reason: 'the measured records mark it so' })
    return
  }
  result.differences.push({ ...run, ...difference })
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`)
}

/** Differences that are printed: with the wrong kernel everything differs. */
const MAX_PRINTED = 20

const shownOptions = (options: readonly string[]): string => options.join(' ') || '(no options)'

function asText({ reference, kernel, runs, differences, crashed, undefined: accidental }: Result): string {
  const lines = differences.slice(0, MAX_PRINTED).map(difference => {
    const { input, options } = difference
    return `${input} ${shownOptions(options)}: ${describeDifference(difference)}\n`
  })
  const rest = differences.length - MAX_PRINTED
  if (rest > 0) lines.push(`… and ${rest} more, which --json lists\n`)
  if (crashed.length > 0) lines.push('C tool crashed: ours prints what the first fixed release prints')
  for (const { input, options } of crashed) lines.push(`  ${input} ${shownOptions(options)}`)
  if (accidental.length > 0) lines.push('undefined in C: ours prints what the rules give')
  for (const { input, options, reason } of accidental) {
    lines.push(`  ${input} ${shownOptions(options)}: ${reason}`)
  }
  const same = runs - differences.length - crashed.length - accidental.length
  lines.push(
    `${reference} (${kernel}): ${runs} runs, ${same} the same, ${differences.length} differ, ` +
      `${crashed.length} crashes of the C tool, ${accidental.length} undefined`,
  )
  return lines.join('\n')
}
