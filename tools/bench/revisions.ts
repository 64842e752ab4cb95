/** Ours of two revisions: shows regressions. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { alignColumns } from '../../test/support/columns.js'
import { ROOT } from '../../test/support/root.js'
import { EXECUTABLE } from '../../test/support/run.js'
import type { MapFile } from './inputs.js'
import { type Run, showTimes, type Times, takeTurns, timeRun } from './processes.js'

export interface ComparedRow {
  readonly input: string
  readonly before: Times
  readonly now: Times
  /** The median now by the median before. */
  readonly ratio: number
  readonly isSameOutput: boolean
}

/**
 * Exports a revision and builds it with its own `npm run build`, whatever its files are called.
 *
 * @param folder where to export it: unlike a worktree, an export leaves nothing in the repository
 * @returns its executable
 * @throws {Error} if there is no such revision, or it cannot be built
 */
export function buildRevision(revision: string, folder: string): string {
  const tree = path.join(folder, 'revision')
  const archive = path.join(folder, 'revision.tar')
  mkdirSync(tree)
  run(ROOT, 'git', 'archive', '--output', archive, revision)
  run(tree, 'tar', '-xf', archive)
  rmSync(archive)
  // The build installs what it needs.
  run(tree, 'npm', 'run', '--silent', 'build')
  const executable = path.join(tree, 'bin', 'kallsyms')
  if (!existsSync(executable)) throw new Error(`${revision} has no bin/kallsyms`)
  return executable
}

function run(folder: string, command: string, ...args: string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error || status !== 0) throw error ?? new Error(`${command} ${args[0]} failed with status ${status}`)
}

/** The options of a build for 6.12, which both revisions must know. */
const OPTIONS = ['--kernel', '6.12', '--all-symbols']

export function compareRevisions(
  executable: string,
  map: MapFile,
  folder: string,
  runs: number,
): ComparedRow {
  const percpu = map.hasPercpu ? ['--absolute-percpu'] : []
  const runOf = (program: string, name: string): Run => ({
    command: [process.execPath, program, ...OPTIONS, ...percpu, map.path],
    output: path.join(folder, `${name}.S`),
  })
  const [before, now] = [runOf(executable, 'before'), runOf(EXECUTABLE, 'now')]
  timeRun(before)
  timeRun(now)
  const isSameOutput = readFileSync(before.output).equals(readFileSync(now.output))
  const [beforeTimes, nowTimes] = takeTurns(runs, [before], [now]) as [Times, Times]
  return {
    input: map.name,
    before: beforeTimes,
    now: nowTimes,
    ratio: nowTimes.median / beforeTimes.median,
    isSameOutput,
  }
}

export function comparedAsText(rows: readonly ComparedRow[], revision: string): string {
  const heading = ['input', `${revision}, ms`, 'now, ms', 'now / before', 'output']
  const lines = rows.map(row => [
    row.input,
    showTimes(row.before),
    showTimes(row.now),
    row.ratio.toFixed(2),
    row.isSameOutput ? 'the same' : 'DIFFERS',
  ])
  return alignColumns([heading, ...lines])
}
