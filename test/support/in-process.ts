/**
 * Runs a subcommand in this process, for tests of its output and exit status. Starting a process takes many times as
 * long as these commands.
 */
import fs from 'node:fs'
import { mock } from 'node:test'
import type { Result } from './run.js'

const STDIN = 0
const STDOUT = 1
const STDERR = 2

/** Variables that a surrounding kernel build may have set. */
const OF_BUILDS = ['KALLSYMS_KERNEL', 'srctree', 'KERNELVERSION']

/** @param run the function of a subcommand, such as `runExplain` */
export async function inProcess(
  run: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
): Promise<Result> {
  const written = new Map<unknown, Buffer[]>([
    [STDOUT, []],
    [STDERR, []],
  ])
  const { exitCode, env } = process
  process.env = Object.fromEntries(Object.entries(env).filter(([name]) => !OF_BUILDS.includes(name)))
  const { writeSync } = fs
  const writing = mock.method(
    fs,
    'writeSync',
    (descriptor: number, data: NodeJS.ArrayBufferView | string, ...rest: [number?, number?]): number => {
      const sink = written.get(descriptor)
      if (!sink) return (writeSync as (...all: unknown[]) => number)(descriptor, data, ...rest)
      const bytes = typeof data === 'string' ? Buffer.from(data) : viewOf(data, ...rest)
      sink.push(Buffer.from(bytes))
      return bytes.length
    },
  )
  const { readSync } = fs
  // Standard input is empty: that of the tests may be a pipe which nobody closes.
  const reading = mock.method(fs, 'readSync', (descriptor: number, ...rest: unknown[]): number =>
    descriptor === STDIN ? 0 : (readSync as (...all: unknown[]) => number)(descriptor, ...rest),
  )
  try {
    const status = await run(args)
    const text = (descriptor: number): Buffer => Buffer.concat(written.get(descriptor) as Buffer[])
    return { status, stdout: text(STDOUT), stderr: text(STDERR).toString('latin1') }
  } finally {
    writing.mock.restore()
    reading.mock.restore()
    process.exitCode = exitCode
    process.env = env
  }
}

function viewOf(
  { buffer, byteOffset, byteLength }: NodeJS.ArrayBufferView,
  from = 0,
  length?: number,
): Buffer {
  return Buffer.from(buffer, byteOffset + from, length ?? byteLength - from)
}
