/**
 * `npm run bench:stable`: the cost of stable tables in bytes and time, relative to exact ones.
 *
 * Bytes are those of the object, with padding, in the first pass with symbols, which adds the headroom. Held sizes are
 * measured in the second pass, whose map has the tables of the first.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { alignColumns } from '../../test/support/columns.js'
import { readGolden } from '../../test/support/golden.js'
import { EXECUTABLE } from '../../test/support/run.js'
import { statisticsOf } from '../statistics.js'
import { machine, type Times, takeTurns } from './processes.js'

interface Input {
  readonly name: string
  /** The map of the first pass. */
  readonly first: () => Buffer
  /** The map of the second pass with the same options, if there is one. */
  readonly second: (() => Buffer) | null
  readonly options: readonly string[]
}

/** The map without the labels of the tables, as in the first pass. */
function withoutTables(map: Buffer): Buffer {
  const labels =
    / kallsyms_(?:names|num_syms|markers|seqs_of_names|token_table|token_index|offsets|relative_base|addresses)$/
  const lines = map.toString('latin1').split('\n')
  return Buffer.from(lines.filter(line => !labels.test(line)).join('\n'), 'latin1')
}

const CLOUD = 'maps/debian-cloud-6.1.176.map'
const ALL = 'maps/everything-534k.map'
const TINY = 'inputs/tinyconfig-6.12-pass'
const V6_1 = ['--kernel', '6.1.176', '--absolute-percpu', '--base-relative']

const INPUTS: readonly Input[] = [
  {
    name: 'tinyconfig of 6.12',
    first: () => readGolden(`${TINY}1.map`),
    second: () => readGolden(`${TINY}2.map`),
    options: ['--kernel', '6.12', '--all-symbols'],
  },
  {
    name: "Debian's cloud kernel 6.1, text alone",
    first: () => withoutTables(readGolden(CLOUD)),
    second: null,
    options: V6_1,
  },
  {
    name: "Debian's cloud kernel 6.1, all symbols",
    first: () => withoutTables(readGolden(CLOUD)),
    second: () => readGolden(CLOUD),
    options: [...V6_1, '--all-symbols'],
  },
  {
    name: 'as many as allyesconfig has',
    first: () => withoutTables(readGolden(ALL)),
    second: () => readGolden(ALL),
    options: [...V6_1, '--all-symbols'],
  },
]

const STRATEGIES: readonly (readonly [name: string, options: string[], pass: 'first' | 'second'])[] = [
  ['exact', [], 'first'],
  ['literal', ['--stabilise=literal'], 'first'],
  ['fold', ['--stabilise=fold'], 'first'],
  ['hold-sizes, second pass', ['--hold-sizes'], 'second'],
  ['stable', ['--stable'], 'first'],
]

interface Row {
  readonly input: string
  readonly strategy: string
  readonly symbols: number
  /** Bytes of kallsyms_names and of all tables, with their padding. */
  readonly names: number
  readonly all: number
  readonly time: Times
}

interface Stats {
  readonly symbols: { readonly kept: number }
  readonly tableBytes: Readonly<Record<string, number>>
  readonly paddingBytes: Readonly<Record<string, number>>
}

const HEADING = ['map', 'symbols', 'strategy', 'names', '', 'all tables', '', 'ms', 'of exact']

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a number of runs, at least 1.')
  return Number(text)
}

const { runs, json } = new Command('npm run bench:stable --')
  .description('Measures what stable tables cost against exact ones: bytes, and time of whole processes.')
  .option('--runs <n>', 'timed runs of each', wholeNumber, 7)
  .option('--json <file>', 'write all figures to a file')
  .parse()
  .opts<{ runs: number; json?: string }>()

const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-bench-'))
try {
  const rows = INPUTS.flatMap(measure)
  process.stdout.write(alignColumns([HEADING, ...rows.map(row => cells(row, rows))]))
  console.log(`\nmedians of ${runs} runs that took turns`)
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ machine: machine(), runs, rows }, null, 2)}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure({ name, first, second, options }: Input): Row[] {
  const maps = { first: path.join(folder, 'first.map'), second: path.join(folder, 'second.map') }
  writeFileSync(maps.first, first())
  if (second) writeFileSync(maps.second, second())
  const strategies = STRATEGIES.filter(([, , pass]) => pass === 'first' || second)
  const output = path.join(folder, 'out')
  const commands = strategies.map(
    ([, strategy, pass]) =>
      [process.execPath, EXECUTABLE, ...options, ...strategy, maps[pass]] as [string, ...string[]],
  )
  const stats = commands.map(command => statisticsOf<Stats>([...command, '-o', output]))
  const times = takeTurns(runs, ...commands.map(command => [{ command, output }]))
  return strategies.map(([strategy], i) => {
    const { symbols, tableBytes, paddingBytes } = stats[i] as Stats
    const withPadding = (label: string): number => (tableBytes[label] ?? 0) + (paddingBytes[label] ?? 0)
    return {
      input: name,
      strategy,
      symbols: symbols.kept,
      names: withPadding('kallsyms_names'),
      all: Object.keys(tableBytes).reduce((sum, label) => sum + withPadding(label), 0),
      time: times[i] as Times,
    }
  })
}

function cells(row: Row, rows: readonly Row[]): string[] {
  const exact = rows.find(({ input, strategy }) => input === row.input && strategy === 'exact') as Row
  const change = (ofRow: (row: Row) => number): string => {
    const percent = (ofRow(row) / ofRow(exact) - 1) * 100
    return `${percent < 0 ? '-' : '+'}${Math.abs(percent).toFixed(2)} %`
  }
  return [
    row.input,
    String(row.symbols),
    row.strategy,
    String(row.names),
    change(({ names }) => names),
    String(row.all),
    change(({ all }) => all),
    String(Math.round(row.time.median)),
    (row.time.median / exact.time.median).toFixed(2),
  ]
}
