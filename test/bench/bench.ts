/**
 * `npm run bench`: whole processes, ours and the C tool's in turn, start-up included.
 *
 * Absolute times say something about one machine at one moment only. What is worth quoting are ratios of the medians
 * of runs that took turns. Both outputs are compared before anything is timed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { findRelease } from '../../src/dialect/resolve.js'
import { readGolden } from '../golden/golden.js'
import { type CTool, cTools } from '../support/c-tools.js'
import { alignColumns } from '../support/columns.js'
import { EXECUTABLE } from '../support/run.js'
import { summarise, type Times, timeRun } from './processes.js'

interface Input {
  readonly name: string
  /** Whether it is a kernel for several processors, with a percpu area at 0. */
  readonly hasPercpu: boolean
}

const INPUTS: readonly Input[] = [
  { name: 'inputs/tinyconfig-6.12-pass1.map', hasPercpu: false },
  { name: 'maps/debian-cloud-6.1.176.map', hasPercpu: true },
  { name: 'maps/everything-534k.map', hasPercpu: true },
]

interface Row {
  readonly reference: string
  readonly input: string
  readonly symbols: number
  readonly c: Times
  readonly ours: Times
  /** How many times as fast as C we are, by the medians. */
  readonly speed: number
  readonly peakMegabytes: number
}

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('a number of runs, at least 1')
  return Number(text)
}

const program = new Command('npm run bench --')
  .description('Times kallsyms against C tools: those of linux-kbuild-6.1 and -6.12, or a given one.')
  .option('--reference <path>', 'a compiled scripts/kallsyms')
  .option('--kernel <version>', 'the kernel that it belongs to')
  .option('--runs <n>', 'timed runs of each', wholeNumber, 7)
  .option('--json <file>', 'write all figures to a file')
  .parse()
const { reference, kernel, runs, json } = program.opts<{
  reference?: string
  kernel?: string
  runs: number
  json?: string
}>()
if ((reference === undefined) !== (kernel === undefined))
  program.error('--reference and --kernel go together')

const tools: readonly CTool[] =
  reference !== undefined && kernel !== undefined
    ? [{ version: kernel, path: reference, dialect: findRelease(kernel).dialect }]
    : cTools()
if (tools.length === 0) program.error('no C tool: install linux-kbuild-6.12.*, or give one with --reference')

const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-bench-'))
const OUTPUT = path.join(folder, 'out')
try {
  const startUp = summarise(
    Array.from({ length: runs }, () => timeRun([process.execPath, '-e', '0'], null, OUTPUT)),
  )
  const rows = tools.flatMap(tool => INPUTS.map(input => measure(tool, input)))
  printTable(rows, startUp)
  if (json !== undefined) {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
    writeFileSync(json, `${JSON.stringify({ machine, runs, emptyNode: startUp, rows }, null, 2)}\n`)
  }
} catch (error) {
  console.error(`bench: ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(tool: CTool, { name, hasPercpu }: Input): Row {
  const map = path.join(folder, path.basename(name))
  writeFileSync(map, readGolden(name))
  // What the kernel's build passes to this tool on x86-64.
  const wanted = [
    'all-symbols',
    ...(hasPercpu ? (['absolute-percpu'] as const) : []),
    'base-relative',
  ] as const
  const options = wanted.filter(option => tool.dialect.options.includes(option)).map(option => `--${option}`)
  const isFile = tool.dialect.commandLine === 'getopt'
  const c = [tool.path, ...options, ...(isFile ? [map] : [])]
  const ours = [process.execPath, EXECUTABLE, '--kernel', tool.version, ...options, map]
  const standardInput = isFile ? null : map

  const stats = compareOutputs(c, ours, standardInput)
  const cTimes: number[] = []
  const ourTimes: number[] = []
  for (let run = 0; run < runs; run++) {
    cTimes.push(timeRun(c, standardInput, OUTPUT))
    ourTimes.push(timeRun(ours, null, OUTPUT))
  }
  return {
    reference: tool.version,
    input: path.basename(name),
    symbols: stats.symbols.kept,
    c: summarise(cTimes),
    ours: summarise(ourTimes),
    speed: summarise(cTimes).median / summarise(ourTimes).median,
    peakMegabytes: stats.peakKilobytes / 1024,
  }
}

interface Stats {
  readonly symbols: { readonly kept: number }
  readonly peakKilobytes: number
}

function compareOutputs(c: string[], ours: string[], standardInput: string | null): Stats {
  const cOutput = path.join(folder, 'c.S')
  const ourOutput = path.join(folder, 'ours.S')
  timeRun(c, standardInput, cOutput)
  const [program, ...args] = ours as [string, ...string[]]
  const { status, stderr } = spawnSync(program, [...args, '--stats=json', '-o', ourOutput], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${ours.join(' ')}: ${stderr}`)
  if (!readFileSync(cOutput).equals(readFileSync(ourOutput)))
    throw new Error(`outputs differ: ${c.join(' ')}`)
  return JSON.parse(stderr) as Stats
}

function printTable(rows: readonly Row[], startUp: Times): void {
  const show = ({ median, least, most }: Times): string =>
    `${Math.round(median)} (${Math.round(least)}-${Math.round(most)})`
  const lines = rows.map(row => [
    row.reference,
    row.input,
    String(row.symbols),
    show(row.c),
    show(row.ours),
    row.speed.toFixed(2),
    String(Math.round(row.peakMegabytes)),
  ])
  const heading = ['C of', 'input', 'symbols', 'C, ms', 'ours, ms', 'times as fast', 'our peak, MB']
  process.stdout.write(alignColumns([heading, ...lines]))
  console.log(
    `\nmedian (least-most) of ${runs} runs that took turns, outputs equal; an empty Node takes ${show(startUp)} ms`,
  )
}
