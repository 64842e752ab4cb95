/** The first difference between two runs, formatted for a terminal. */
import { bothSides, type DifferingLine, firstDifferingLine } from '../../src/cli/first-difference.js'
import { escaped } from '../../src/symbols/quoted.js'

/** The result of one run, of the C tool or ours. */
export interface Side {
  readonly exit: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** For an exit status, line and column are 1. */
export interface Difference extends DifferingLine {
  readonly what: 'exit status' | 'stderr' | 'stdout'
}

/** The first difference between a run of the C tool and ours; null if there is none. */
export function firstDifference(theirs: Side, ours: Side): Difference | null {
  if (theirs.exit !== ours.exit) {
    return {
      what: 'exit status',
      line: 1,
      column: 1,
      theirs: exitOf(theirs),
      ours: exitOf(ours),
    }
  }
  const stderr = firstDifferingLine(Buffer.from(theirs.stderr, 'latin1'), Buffer.from(ours.stderr, 'latin1'))
  if (stderr) return { what: 'stderr', ...stderr }
  const stdout = firstDifferingLine(theirs.stdout, ours.stdout)
  return stdout && { what: 'stdout', ...stdout }
}

/** Characters of stderr to show. */
const SHOWN = 100

/** The status and the first line of stderr, which may explain it. */
function exitOf({ exit, stderr }: Side): string {
  const [said = ''] = stderr.split('\n')
  return `${exit ?? 'ended by a signal'}${said && `: ${escaped(Buffer.from(said.slice(0, SHOWN), 'latin1'))}`}`
}

/** A difference as three lines. */
export function describeDifference(difference: Difference): string {
  const { what, line, column } = difference
  const place = what === 'exit status' ? what : `${what}, line ${line}, byte ${column}`
  return `${place}\n${bothSides(difference)}`
}
