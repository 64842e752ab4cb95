/** Times of whole processes that take turns. */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Times of one job, in milliseconds. */
export interface Times {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** A process that writes to a file. */
export interface Run {
  readonly command: readonly string[]
  /** A file for standard input; empty by default. */
  readonly input?: string
  readonly output: string
  /** The working directory. */
  readonly folder?: string
}

/**
 * Milliseconds of one run.
 *
 * @throws {Error} if the command cannot be started or fails
 */
export function timeRun({ command, input, output, folder }: Run): number {
  const [program, ...args] = command as [string, ...string[]]
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r')
  const stdout = openSync(output, 'w')
  const began = performance.now()
  const { status, error } = spawnSync(program, args, { stdio: [stdin, stdout, 'inherit'], cwd: folder })
  const time = performance.now() - began
  closeSync(stdout)
  if (typeof stdin === 'number') closeSync(stdin)
  if (error || status !== 0) throw error ?? new Error(`${command.join(' ')}: exit status ${status}`)
  return time
}

/** Times jobs of one or more consecutive runs; the jobs take turns. */
export function takeTurns(runs: number, ...jobs: readonly (readonly Run[])[]): Times[] {
  const times: number[][] = jobs.map(() => [])
  for (let run = 0; run < runs; run++) {
    for (const [i, job] of jobs.entries()) {
      times[i]?.push(job.reduce((sum, some) => sum + timeRun(some), 0))
    }
  }
  return times.map(summarise)
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

const TIME = '/usr/bin/time'

/** The peak resident memory of a command, in kilobytes; null without GNU time. */
export function peakKilobytes({ command, output, folder }: Run): number | null {
  if (!existsSync(TIME)) return null
  const figure = `${output}.peak`
  timeRun({ command: [TIME, '-f', '%M', '-o', figure, ...command], output, ...(folder && { folder }) })
  return Number(readFileSync(figure, 'latin1'))
}

/** The machine of the figures. */
export function machine(): { cpu: string | undefined; cores: number; node: string } {
  return { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
}

/** The median, and in brackets the least and the most. */
export function showTimes({ median, least, most }: Times): string {
  return `${Math.round(median)} (${Math.round(least)}-${Math.round(most)})`
}
