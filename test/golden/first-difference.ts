/** Where two outputs part, in a form that fits a terminal. */

/** One side: a run of the C tool, or ours. */
export interface Side {
  readonly exit: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

export interface Difference {
  readonly what: 'exit status' | 'stderr' | 'stdout'
  /** From 1; of an exit status always 1. */
  readonly line: number
  /** The byte within the line from which on it differs, from 1. */
  readonly column: number
  /** The line in question with unprintable bytes escaped, shortened; null where that side has ended before. */
  readonly theirs: string | null
  readonly ours: string | null
}

/** The first difference between what the C tool showed and what we did; null if there is none. */
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
  return (
    firstDifferingLine('stderr', Buffer.from(theirs.stderr, 'latin1'), Buffer.from(ours.stderr, 'latin1')) ??
    firstDifferingLine('stdout', theirs.stdout, ours.stdout)
  )
}

/** The status, and the first words on stderr, which may tell why it is not another. */
function exitOf({ exit, stderr }: Side): string {
  const [said = ''] = stderr.split('\n')
  return `${exit ?? 'ended by a signal'}${said && `: ${escaped(Buffer.from(said.slice(0, SHOWN), 'latin1'))}`}`
}

const NEWLINE = 0x0a

function firstDifferingLine(what: 'stderr' | 'stdout', theirs: Buffer, ours: Buffer): Difference | null {
  if (theirs.equals(ours)) return null
  let at = 0
  while (at < theirs.length && at < ours.length && theirs[at] === ours[at]) at++
  let line = 1
  let start = 0
  for (let i = 0; i < at; i++) {
    if (theirs[i] !== NEWLINE) continue
    line++
    start = i + 1
  }
  const column = at - start + 1
  return {
    what,
    line,
    column,
    theirs: lineFrom(theirs, start, column),
    ours: lineFrom(ours, start, column),
  }
}

/** How many bytes of a line are shown in all, and how many of them in front of the difference. */
const SHOWN = 100
const SHOWN_BEFORE = 40

function lineFrom(bytes: Buffer, start: number, column: number): string | null {
  if (start >= bytes.length) return null
  const newline = bytes.indexOf(NEWLINE, start)
  const end = newline < 0 ? bytes.length : newline
  const from = start + Math.max(0, column - 1 - SHOWN_BEFORE)
  const to = Math.min(end, from + SHOWN)
  const ending = newline < 0 ? ' (no newline)' : ''
  return `${from > start ? '…' : ''}${escaped(bytes.subarray(from, to))}${to < end ? '…' : ending}`
}

/** Bytes as the inside of a JavaScript string. */
export function escaped(bytes: Uint8Array): string {
  return Array.from(bytes, byte => {
    if (byte === 0x0a) return '\\n'
    if (byte === 0x09) return '\\t'
    if (byte === 0x5c) return '\\\\'
    return byte >= 0x20 && byte < 0x7f
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`
  }).join('')
}

/** A difference in three lines. */
export function describeDifference({ what, line, column, theirs, ours }: Difference): string {
  const place = what === 'exit status' ? what : `${what}, line ${line}, byte ${column}`
  return `${place}\n  C:    ${theirs ?? '(ended)'}\n  ours: ${ours ?? '(ended)'}`
}
