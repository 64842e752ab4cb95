/** The first difference of two outputs, short enough for a terminal. */
import { escaped } from '../symbols/quoted.js'

export interface DifferingLine {
  /** From 1. */
  readonly line: number
  /** The first byte of the line that differs, from 1. */
  readonly column: number
  /** The lines, escaped and shortened; null where that output has ended before. */
  readonly theirs: string | null
  readonly ours: string | null
}

const NEWLINE = 0x0a

/** The first line in which two texts differ; null if they are equal. */
export function firstDifferingLine(theirs: Buffer, ours: Buffer): DifferingLine | null {
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
  return { line, column, theirs: lineFrom(theirs, start, column), ours: lineFrom(ours, start, column) }
}

/** Bytes of a line that are shown, and how many of them before the difference. */
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

/** Both sides of a difference, a line each. */
export function bothSides({ theirs, ours }: Pick<DifferingLine, 'theirs' | 'ours'>): string {
  return `  C:    ${theirs ?? '(ended)'}\n  ours: ${ours ?? '(ended)'}`
}
