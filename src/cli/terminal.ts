/** What standard output is. */
import { isatty } from 'node:tty'
import { COLOURED, type Paint, PLAIN } from '../report/terminal.js'
import { STDOUT } from './io.js'

export interface Terminal {
  readonly isTerminal: boolean
  readonly columns: number
  /** Colours on a terminal, unless NO_COLOR is set. */
  readonly paint: Paint
}

export function terminal(): Terminal {
  const isTerminal = isatty(STDOUT)
  const isColoured = isTerminal && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return {
    isTerminal,
    columns: (isTerminal && process.stdout.columns) || 80,
    paint: isColoured ? COLOURED : PLAIN,
  }
}
