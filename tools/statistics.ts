import { spawnSync } from 'node:child_process'

/**
 * Runs a command line of `kallsyms` with `--stats=json`, and returns the statistics: the last line of stderr, after the
 * warnings.
 *
 * @throws {Error} if the run fails
 */
export function statisticsOf<T>([program, ...args]: readonly [string, ...string[]]): T {
  const { status, stderr } = spawnSync(program, [...args, '--stats=json'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')}: ${stderr}`)
  return JSON.parse(stderr.trimEnd().split('\n').at(-1) as string) as T
}
