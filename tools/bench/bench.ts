/**
 * `npm run bench`: whole processes, ours and the C tool's in turn, start-up included.
 *
 * Absolute times hold for one machine at one moment. Quote ratios: of medians of runs that took turns. Outputs are
 * compared before anything is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { findRelease } from '../../src/dialect/resolve.js'
import { type CTool, cTools } from '../../test/support/c-tools.js'
import { EXECUTABLE } from '../../test/support/run.js'
import { assembledAsText, growthAsText, measureAgainstC, measureAssembled, rowsAsText } from './against-c.js'
import { INPUTS, mapFile } from './inputs.js'
import { machine, showTimes, type Times, takeTurns } from './processes.js'
import { buildRevision, comparedAsText, compareRevisions } from './revisions.js'
import { measureStages, stagesAsText } from './stages.js'

const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a number of runs, at least 1.')
  return Number(text)
}

/** Runs for start-up, which is short and therefore varies most. */
const START_RUNS = 20

const program = new Command('npm run bench --')
  .description(
    'Times kallsyms against C tools, alone and with the assembler: those of linux-kbuild-6.1 and -6.12, or a given one.',
  )
  .option('--reference <path>', 'a compiled scripts/kallsyms')
  .option('--kernel <version>', 'the kernel that it is of')
  .option('--stages', 'only the time of each stage, and its floor')
  .option('--compare <revision>', 'only ours against ours of another revision')
  .option('--runs <n>', 'timed runs of each', wholeNumber, 7)
  .option('--json <file>', 'write all figures to a file')
  .addHelpText(
    'after',
    `
Examples:
  npm run bench
  npm run bench -- --reference ~/linux/scripts/kallsyms --kernel 6.12 --json figures.json
  npm run bench -- --stages
  npm run bench -- --compare HEAD~1 --runs 15`,
  )
  .parse()
const { reference, kernel, stages, compare, runs, json } = program.opts<{
  reference?: string
  kernel?: string
  stages?: boolean
  compare?: string
  runs: number
  json?: string
}>()
if ((reference === undefined) !== (kernel === undefined))
  program.error('--reference and --kernel go together')
if (stages && compare !== undefined) program.error('--stages and --compare exclude each other')

const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-bench-'))
try {
  const figures = compare === undefined ? (stages ? timeStages() : timeAgainstC()) : timeRevisions(compare)
  if (json !== undefined) {
    writeFileSync(json, `${JSON.stringify({ machine: machine(), runs, ...figures }, null, 2)}\n`)
  }
} catch (error) {
  console.error(`bench: ${(error as Error).message}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function tools(): readonly CTool[] {
  if (reference !== undefined && kernel !== undefined) {
    return [{ version: kernel, path: reference, dialect: findRelease(kernel).dialect }]
  }
  const found = cTools()
  if (found.length === 0) {
    throw new Error('no C tool: install linux-kbuild-6.12.*, or give one with --reference')
  }
  return found
}

function timeAgainstC(): object {
  const maps = INPUTS.map(input => mapFile(input, folder))
  const pairs = tools().flatMap(tool => maps.map(map => [tool, map] as const))
  const start = timeStart()
  console.log(
    `start: an empty script ${showTimes(start.emptyScript)} ms, ours on an empty map ${showTimes(start.emptyMap)} ms\n`,
  )
  const rows = pairs.map(([tool, map]) => measureAgainstC(tool, map, folder, runs))
  console.log(rowsAsText(rows))
  console.log(growthAsText(rows))
  const assembled = pairs.map(([tool, map]) => measureAssembled(tool, map, folder, runs))
  console.log(assembledAsText(assembled))
  console.log(`medians (least-most) of ${runs} runs that took turns, outputs and objects equal`)
  return { start, rows, assembled }
}

/** An empty script and ours on an empty map, which take turns. */
function timeStart(): { emptyScript: Times; emptyMap: Times } {
  const empty = path.join(folder, 'empty')
  writeFileSync(empty, '')
  const output = path.join(folder, 'start')
  const [emptyScript, emptyMap] = takeTurns(
    START_RUNS,
    [{ command: [process.execPath, empty], output }],
    [{ command: [process.execPath, EXECUTABLE, '--kernel', '6.12', empty], output }],
  ) as [Times, Times]
  return { emptyScript, emptyMap }
}

function timeStages(): object {
  const newest = tools().at(-1) as CTool
  const all = INPUTS.map(input => measureStages(newest, mapFile(input, folder), folder, runs))
  console.log(stagesAsText(all))
  console.log(
    `medians of ${runs} processes, with the format of ${newest.version}; the floor is the least time of the same pass ` +
      'in a process that has done it before',
  )
  return { stages: all }
}

function timeRevisions(revision: string): object {
  const executable = buildRevision(revision, folder)
  const rows = INPUTS.map(input => compareRevisions(executable, mapFile(input, folder), folder, runs))
  console.log(comparedAsText(rows, revision))
  console.log(`medians (least-most) of ${runs} runs that took turns`)
  return { revision, rows }
}
