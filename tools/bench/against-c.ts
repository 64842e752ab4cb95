/** Ours against the C tools, alone and followed by the assembler. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CTool } from '../../test/support/c-tools.js'
import { alignColumns } from '../../test/support/columns.js'
import { EXECUTABLE } from '../../test/support/run.js'
import { statisticsOf } from '../statistics.js'
import { buildOptions, type MapFile } from './inputs.js'
import { peakKilobytes, type Run, showTimes, type Times, takeTurns, timeRun } from './processes.js'

export interface Row {
  readonly reference: string
  readonly input: string
  readonly inputBytes: number
  readonly symbols: number
  readonly c: Times
  readonly ours: Times
  /** The median of C by ours. */
  readonly speed: number
  readonly peakMegabytes: number
}

/** Tool and assembler together: C with its exact text, ours with compact text. */
export interface AssembledRow {
  readonly reference: string
  readonly input: string
  readonly c: Times
  readonly ours: Times
  readonly speed: number
  /** Of the assembler; null without GNU time. */
  readonly peakMegabytes: { readonly c: number | null; readonly ours: number | null }
}

/** Runs of the C tool and of ours, which write to files in one directory. */
interface Pair {
  readonly c: Run
  readonly ours: Run
}

function pairOf(tool: CTool, map: MapFile, folder: string, extra: readonly string[]): Pair {
  const options = buildOptions(tool, map)
  const isFile = tool.dialect.commandLine === 'getopt'
  return {
    c: {
      command: [tool.path, ...options, ...(isFile ? [map.path] : [])],
      output: path.join(folder, 'c.S'),
      ...(!isFile && { input: map.path }),
    },
    ours: {
      command: [process.execPath, EXECUTABLE, '--kernel', tool.version, ...options, ...extra, map.path],
      output: path.join(folder, 'ours.S'),
    },
  }
}

interface Stats {
  readonly symbols: { readonly kept: number }
  readonly peakKilobytes: number
}

/** @throws {Error} if the outputs differ */
export function measureAgainstC(tool: CTool, map: MapFile, folder: string, runs: number): Row {
  const { c, ours } = pairOf(tool, map, folder, [])
  const stats = statsOf(ours)
  timeRun(c)
  if (!readFileSync(c.output).equals(readFileSync(ours.output))) {
    throw new Error(`outputs differ: ${c.command.join(' ')}`)
  }
  const [cTimes, ourTimes] = takeTurns(runs, [c], [ours]) as [Times, Times]
  return {
    reference: tool.version,
    input: map.name,
    inputBytes: map.bytes,
    symbols: stats.symbols.kept,
    c: cTimes,
    ours: ourTimes,
    speed: cTimes.median / ourTimes.median,
    peakMegabytes: stats.peakKilobytes / 1024,
  }
}

function statsOf({ command, output }: Run): Stats {
  return statisticsOf<Stats>([...(command as [string, ...string[]]), '-o', output])
}

/** @throws {Error} if the objects differ */
export function measureAssembled(tool: CTool, map: MapFile, folder: string, runs: number): AssembledRow {
  mkdirSync(path.join(folder, 'asm'), { recursive: true })
  for (const header of ['types.h', 'bitsperlong.h']) {
    writeFileSync(path.join(folder, 'asm', header), '#define BITS_PER_LONG 64\n')
  }
  const { c, ours } = pairOf(tool, map, folder, ['--compact'])
  const assembling = ({ output }: Run): Run => ({
    command: [
      'gcc',
      '-c',
      '-D__ASSEMBLY__',
      '-I.',
      path.basename(output),
      '-o',
      `${path.basename(output)}.o`,
    ],
    output: `${output}.log`,
    folder,
  })
  const jobs = [c, ours].map(run => [run, assembling(run)])
  for (const run of jobs.flat()) timeRun(run)
  if (!readFileSync(`${c.output}.o`).equals(readFileSync(`${ours.output}.o`))) {
    throw new Error(`objects differ: ${c.command.join(' ')}`)
  }
  const [cTimes, ourTimes] = takeTurns(runs, ...jobs) as [Times, Times]
  const peak = (run: Run): number | null => {
    const kilobytes = peakKilobytes(assembling(run))
    return kilobytes === null ? null : kilobytes / 1024
  }
  return {
    reference: tool.version,
    input: map.name,
    c: cTimes,
    ours: ourTimes,
    speed: cTimes.median / ourTimes.median,
    peakMegabytes: { c: peak(c), ours: peak(ours) },
  }
}

export function rowsAsText(rows: readonly Row[]): string {
  const heading = ['C of', 'input', 'symbols', 'C, ms', 'ours, ms', 'times as fast', 'our peak, MB']
  const lines = rows.map(row => [
    row.reference,
    row.input,
    String(row.symbols),
    showTimes(row.c),
    showTimes(row.ours),
    row.speed.toFixed(2),
    String(Math.round(row.peakMegabytes)),
  ])
  return alignColumns([heading, ...lines])
}

/** The growth of our time from each map to the next larger one. */
export function growthAsText(rows: readonly Row[]): string {
  const lines = rows.slice(1).flatMap((row, i) => {
    const before = rows[i] as Row
    if (before.reference !== row.reference) return []
    const [bytes, time] = [row.inputBytes / before.inputBytes, row.ours.median / before.ours.median]
    return [
      `${row.input}: ${bytes.toFixed(1)} times the bytes of ${before.input}, ${time.toFixed(1)} times our time`,
    ]
  })
  return `${lines.join('\n')}\n`
}

export function assembledAsText(rows: readonly AssembledRow[]): string {
  const heading = [
    'C of',
    'input',
    'C and assembler, ms',
    'ours, --compact, ms',
    'times as fast',
    "assembler's peak, MB",
    'with ours, MB',
  ]
  const megabytes = (peak: number | null): string => (peak === null ? '?' : String(Math.round(peak)))
  const lines = rows.map(row => [
    row.reference,
    row.input,
    showTimes(row.c),
    showTimes(row.ours),
    row.speed.toFixed(2),
    megabytes(row.peakMegabytes.c),
    megabytes(row.peakMegabytes.ours),
  ])
  return alignColumns([heading, ...lines])
}
