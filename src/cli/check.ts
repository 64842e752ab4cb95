/**
 * `--check PROGRAM`: also runs the C tool on the map, and writes nothing unless both print the same bytes. The C tool gets
 * its own options only. The exact text is compared, also where `--compact` is written then.
 */
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { printable } from '../symbols/quoted.js'
import { makeTemporary } from '../temporary.js'
import { bothSides, firstDifferingLine } from './first-difference.js'
import { asIoError, type Destination } from './io.js'

/** A run of the C tool. */
export interface Reference {
  readonly program: string
  /** Its options. */
  readonly args: readonly string[]
  readonly dialect: Dialect
  readonly map: Uint8Array
  /** The map's file; null for standard input. */
  readonly file: string | null
  /** The copy of the map in the journal; null without one. */
  readonly kept: string | null
}

/** Exact text that is held back until it has been compared. */
export class HeldOutput {
  private readonly chunks: Uint8Array[] = []

  write(chunk: Uint8Array): void {
    this.chunks.push(chunk.slice())
  }

  /**
   * Runs the C tool and compares.
   *
   * @throws {KallsymsError} `differs` where its output is another, or it fails; `io` where it cannot be run
   */
  async compare(reference: Reference): Promise<void> {
    const ours = Buffer.concat(this.chunks)
    const theirs = await outputOf(reference, ours.length + TOO_MUCH)
    const difference = firstDifferingLine(theirs, ours)
    if (!difference) return
    const { program, args, kept } = reference
    const { line, column } = difference
    throw new KallsymsError(
      'differs',
      `output differs from that of ${program} in line ${line}, byte ${column}; nothing was written; please report ` +
        `this with the map${kept ? ` (${kept})` : ''} and the options (${args.join(' ') || 'none'})\n` +
        bothSides(difference),
    )
  }

  /** Writes what was held back. */
  release(destination: Pick<Destination, 'write'>): void {
    for (const chunk of this.chunks) destination.write(chunk)
  }
}

/** A tool that has printed so many bytes more than ours prints something else: it is stopped. */
const TOO_MUCH = 1 << 16

/** Milliseconds that a C tool has for a map: the largest take it some seconds. */
const TIME_LIMIT = 600_000

/** @param most bytes that are read of it */
async function outputOf(reference: Reference, most: number): Promise<Buffer> {
  const { program, args, dialect, map, file } = reference
  if (program === '') throw new KallsymsError('usage', '--check needs the path of a C tool')
  if (dialect.commandLine === 'literal') return run(program, args, map, most)
  if (file !== null) return run(program, [...args, '--', file], new Uint8Array(), most)
  const folder = makeTemporary('check')
  try {
    const copy = path.join(folder, 'in.map')
    writeFileSync(copy, map)
    return await run(program, [...args, copy], new Uint8Array(), most)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(
  program: string,
  args: readonly string[],
  input: Uint8Array,
  most: number,
): Promise<Buffer> {
  const { spawnSync } = await import('node:child_process')
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    input,
    maxBuffer: most,
    timeout: TIME_LIMIT,
    killSignal: 'SIGKILL',
  })
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  // More than the same text: what has come of it differs.
  if (code === 'ENOBUFS' && stdout.length >= most) return stdout
  if (code === 'ETIMEDOUT' || code === 'ENOBUFS') {
    const what =
      code === 'ETIMEDOUT' ? `has not ended in ${TIME_LIMIT / 60_000} minutes` : 'prints messages without end'
    throw new KallsymsError('differs', `${program} ${what}; nothing was written`)
  }
  // A tool that stops before it has read everything has a status that says so.
  if (error && code !== 'EPIPE') {
    throw asIoError(error, `--check ${program}`)
  }
  if (status !== 0) {
    const [message = ''] = stderr.toString('latin1').split('\n')
    const how = signal ? `was killed by ${signal}` : `failed with exit status ${status}`
    throw new KallsymsError(
      'differs',
      `${program} ${how}, and kallsyms succeeds; nothing was written${message && `; its message: ${printable(message)}`}`,
    )
  }
  return stdout
}
