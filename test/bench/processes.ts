/** Whole processes, timed; and what to do with the figures. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/** Times of one command, in milliseconds. */
export interface Times {
  readonly median: number
  readonly least: number
  readonly most: number
}

/**
 * Milliseconds of one run that writes to a file.
 *
 * @param standardInput a file, or null for nothing
 * @throws {Error} when the command cannot be started or fails
 */
export function timeRun(command: readonly string[], standardInput: string | null, output: string): number {
  const [program, ...args] = command as [string, ...string[]]
  const stdin = standardInput === null ? 'ignore' : openSync(standardInput, 'r')
  const stdout = openSync(output, 'w')
  const began = performance.now()
  const { status, error } = spawnSync(program, args, { stdio: [stdin, stdout, 'inherit'] })
  const time = performance.now() - began
  closeSync(stdout)
  if (typeof stdin === 'number') closeSync(stdin)
  if (error || status !== 0) throw error ?? new Error(`${command.join(' ')}: exit status ${status}`)
  return time
}

export function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
  return { median, least: sorted[0] as number, most: sorted.at(-1) as number }
}
