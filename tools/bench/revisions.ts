/** Ours of two revisions, so that a regression is seen. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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
  /** How many times as long it takes now. */
  readonly ratio: number
  readonly isSameOutput: boolean
}

/**
 * Checks a revision out and builds it.
 *
 * @returns its executable, and what takes the checkout away again
 * @throws {Error} when there is no such revision, or it cannot be built
 */
export function buildRevision(revision: string, folder: string): { executable: string; remove: () => void } {
  const tree = path.join(folder, 'revision')
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', ROOT, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  git('worktree', 'add', '--detach', tree, revision)
  const remove = (): void => git('worktree', 'remove', '--force', tree)
  try {
    // The build installs what it needs.
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] })
    const executable = path.join(tree, 'bin', 'kallsyms')
    if (!existsSync(executable)) throw new Error(`${revision} has no bin/kallsyms`)
    return { executable, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The newest format with the options of a build, which both revisions must know. */
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
