/**
 * Blocks with figures that were measured, or that need a linker. They differ from run to run or from machine to machine,
 * so they are made anew on request only and are never compared.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from '../../test/support/root.js'
import { EXECUTABLE } from '../../test/support/run.js'
import type { AssembledRow, Row } from '../bench/against-c.js'
import type { Stages } from '../bench/stages.js'
import { tableText } from './blocks.js'
import { explainExample } from './example.js'

/** Names of blocks by the command that measures them. */
const BLOCKS = {
  example: ['explain-example'],
  lab: ['lab-results'],
  bench: ['speed', 'speed-compact'],
  stages: ['stages'],
  stable: ['stable-costs'],
} as const

export const MEASURED: readonly string[] = Object.values(BLOCKS).flat()

/** Runs what measures some of the blocks; returns them by name. */
export async function measure(wanted: readonly string[]): Promise<Map<string, string>> {
  const needs = (names: readonly string[]): boolean => names.some(name => wanted.includes(name))
  const made: (readonly [string, string])[] = []
  if (wanted.length > 0) run('npm', ['run', '--silent', 'build'])
  if (needs(BLOCKS.example)) made.push(['explain-example', await explainExample()])
  if (needs(BLOCKS.lab)) made.push(['lab-results', labResults()])
  if (needs(BLOCKS.bench)) {
    const { rows, assembled } = figures<{ rows: Row[]; assembled: AssembledRow[] }>('bench')
    made.push(['speed', speedTable(rows)], ['speed-compact', compactTable(assembled)])
  }
  if (needs(BLOCKS.stages)) {
    made.push(['stages', stageTable(figures<{ stages: Stages[] }>('bench', '--stages').stages)])
  }
  if (needs(BLOCKS.stable)) {
    made.push(['stable-costs', costTable(figures<{ rows: CostRow[] }>('bench:stable').rows)])
  }
  return new Map(made.filter(([name]) => wanted.includes(name)))
}

/** Runs a script of package.json that writes its figures to a file. */
function figures<Figures>(script: string, ...args: string[]): Figures {
  const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-docs-'))
  const file = path.join(folder, 'figures.json')
  try {
    run('npm', ['run', '--silent', script, '--', ...args, '--json', file])
    return JSON.parse(readFileSync(file, 'utf8')) as Figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function labResults(): string {
  return run(process.execPath, [EXECUTABLE, 'lab', '--markdown'])
}

/** @throws {Error} where the command fails */
function run(command: string, args: readonly string[]): string {
  console.error(`docs: measuring with ${path.basename(command)} ${args.join(' ')}`)
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (error || status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: exit status ${status}`)
  return stdout
}

/** How pages call the maps that are timed. */
const MAPS: Readonly<Record<string, string>> = {
  'tinyconfig-6.12-pass1.map': 'tinyconfig of 6.12',
  'debian-cloud-6.1.176.map': "Debian's cloud kernel 6.1",
  'everything-534k.map': 'as many as allyesconfig has',
}

const grouped = (number: number): string => Math.round(number).toLocaleString('en')
const rounded = (number: number): string => grouped(Math.round(number / 100) * 100)
/** Two digits that count. */
const seconds = (milliseconds: number): string => `${Number((milliseconds / 1000).toPrecision(2))} s`
const series = (version: string): string => version.split('.').slice(0, 2).join('.')
const inputsOf = (rows: readonly { readonly input: string }[]): string[] => [
  ...new Set(rows.map(({ input }) => input)),
]

function speedTable(rows: readonly Row[]): string {
  const references = [...new Set(rows.map(({ reference }) => reference))]
  const heads = references.flatMap(reference => [`C of ${series(reference)}`, 'ours', 'times as fast'])
  const lines = inputsOf(rows).map(input => {
    const some = rows.filter(row => row.input === input)
    const [first] = some as [Row]
    const cells = references.flatMap(reference => {
      const row = some.find(each => each.reference === reference)
      return row ? [seconds(row.c.median), seconds(row.ours.median), row.speed.toFixed(1)] : ['', '', '']
    })
    const peak = Math.max(...some.map(({ peakMegabytes }) => peakMegabytes))
    return [MAPS[input] ?? input, rounded(first.symbols), ...cells, `${Math.round(peak)} MB`]
  })
  return tableText(['map', 'symbols', ...heads, 'our memory'], lines)
}

function compactTable(rows: readonly AssembledRow[]): string {
  const newest = rows.filter(({ reference }) => reference === rows.at(-1)?.reference)
  const megabytes = (peak: number | null): string => (peak === null ? '?' : `${Math.round(peak)} MB`)
  const lines = newest.map(({ input, c, ours, speed, peakMegabytes }) => [
    MAPS[input] ?? input,
    seconds(c.median),
    seconds(ours.median),
    speed.toFixed(1),
    megabytes(peakMegabytes.c),
    megabytes(peakMegabytes.ours),
  ])
  const heads = [
    `C of ${series(newest[0]?.reference ?? '')}, exact`,
    'ours, `--compact`',
    'times as fast',
    "assembler's memory, exact",
    'compact',
  ]
  return tableText(['map', ...heads], lines)
}

function stageTable(all: readonly Stages[]): string {
  const names = all[0]?.stages.map(({ stage }) => stage) ?? []
  const figure = (value: number | null): string =>
    value === null ? '-' : String(Number(value.toPrecision(2)))
  const lines = names.map(name => [
    name,
    ...all.map(({ stages }) => {
      const stage = stages.find(each => each.stage === name)
      return stage ? `${figure(stage.median)} / ${figure(stage.floor)}` : ''
    }),
  ])
  return tableText(['ms: median / floor', ...all.map(({ input }) => MAPS[input] ?? input)], lines)
}

/** A row of `npm run bench:stable`. */
interface CostRow {
  readonly input: string
  readonly strategy: string
  readonly symbols: number
  readonly names: number
  readonly all: number
  readonly time: { readonly median: number }
}

function costTable(rows: readonly CostRow[]): string {
  const lines = rows.map(row => {
    const exact = rows.find(({ input, strategy }) => input === row.input && strategy === 'exact') ?? row
    const isExact = row === exact
    const bytes = (own: number, reference: number): string => {
      if (isExact) return grouped(own)
      const percent = (own / reference - 1) * 100
      return `${percent < 0 ? '-' : '+'}${Math.abs(percent).toFixed(2)} %`
    }
    return [
      isExact ? row.input : '',
      isExact ? rounded(row.symbols) : '',
      row.strategy,
      bytes(row.names, exact.names),
      bytes(row.all, exact.all),
      isExact ? '1' : (row.time.median / exact.time.median).toFixed(2),
    ]
  })
  return tableText(['map', 'symbols', '', 'names', 'all tables', 'time'], lines)
}
