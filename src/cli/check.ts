/**
 * `--check PROGRAM`: also runs the C tool on the map, and writes nothing unless both print the same bytes. The C tool gets
 * its own options only. The exact text is compared, also where `--compact` is written then.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  /** For a tool that reads images; null for others. */
  readonly image: ImageReference | null
}

/** What a tool that reads images gets and makes beside the table. */
interface ImageReference {
  readonly file: string
  /** The file that the table includes, by its name, and its bytes as ours makes it; null where only a map is made. */
  readonly included: { readonly name: string; readonly bytes: () => Uint8Array } | null
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
    const difference = firstDifferingLine(theirs.text, ours)
    if (!difference) {
      requireSameFiles(reference, theirs.files)
      return
    }
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

/** What a C tool has made. */
interface Made {
  readonly text: Buffer
  /** Of a tool that reads images: the file with names and tokens, and the map. */
  readonly files: { readonly included: Buffer | null; readonly map: Buffer } | null
}

/** @param most bytes that are read of it */
async function outputOf(reference: Reference, most: number): Promise<Made> {
  const { program, args, dialect, map, file, image } = reference
  if (program === '') throw new KallsymsError('usage', '--check needs the path of a C tool')
  const none = new Uint8Array()
  if (image) return outputOfImage(reference, image, most)
  if (dialect.commandLine === 'literal') return { text: await run(program, args, map, most), files: null }
  if (file !== null) return { text: await run(program, [...args, '--', file], none, most), files: null }
  const folder = makeTemporary('check')
  try {
    const copy = path.join(folder, 'in.map')
    writeFileSync(copy, map)
    return { text: await run(program, [...args, copy], none, most), files: null }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The text has the name of the file in it, so that the tool runs where that name is another file. */
async function outputOfImage(
  { program, args }: Reference,
  image: ImageReference,
  most: number,
): Promise<Made> {
  const name = image.included?.name ?? null
  if (name !== null && (path.isAbsolute(name) || path.normalize(name).startsWith('..'))) {
    throw new KallsymsError('usage', `--check needs a name below the working directory for ${name}`)
  }
  const folder = makeTemporary('check')
  try {
    const map = path.join(folder, 'check.map')
    if (name !== null) mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    const operands = [path.resolve(image.file), ...(name === null ? [] : [name])]
    const all = [...args, `--sysmap=${map}`, '--', ...operands]
    const text = await run(path.resolve(program), all, new Uint8Array(), most, folder)
    const included = name === null ? null : readFileSync(path.join(folder, name))
    return { text, files: { included, map: readFileSync(map) } }
  } catch (error) {
    throw asIoError(error, `--check ${program}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws {KallsymsError} `differs` */
function requireSameFiles({ program, image, map }: Reference, files: Made['files']): void {
  if (!image || !files) return
  const pairs = [
    ['names and tokens', files.included, image.included?.bytes()],
    ['map', files.map, map],
  ] as const
  for (const [what, theirs, ours] of pairs) {
    if (!theirs || !ours || Buffer.compare(theirs, ours) === 0) continue
    throw new KallsymsError(
      'differs',
      `the file with the ${what} differs from that of ${program} (${theirs.length} and ${ours.length} bytes); nothing ` +
        'was written; please report this with the image',
    )
  }
}

async function run(
  program: string,
  args: readonly string[],
  input: Uint8Array,
  most: number,
  cwd: string = process.cwd(),
): Promise<Buffer> {
  const { spawnSync } = await import('node:child_process')
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    input,
    cwd,
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
