/** Files and streams, synchronously: the generator reads all of its input, and then does nothing but work and write. */
import fs from 'node:fs'
import path from 'node:path'
import { getSystemErrorMap } from 'node:util'
import { KallsymsError } from '../errors.js'
import { LONGEST_MAP } from '../symbols/table.js'

export const STDIN = 0
export const STDOUT = 1
const STDERR = 2

/** The reader of our output went away: nothing is left to do, and nothing to say. */
export class ClosedPipe extends Error {}

/** What is read from a pipe at once. */
const CHUNK = 1 << 20

/** What one call may be asked to read: Node takes the number for one of 32 bits with a sign. */
const LARGEST_READ = 1 << 30

/**
 * Reads a file, or standard input.
 *
 * @param file its name, or null for standard input
 * @param wanted what it should be, for messages
 * @throws {KallsymsError} `io`, `too-large`
 */
export function readInput(file: string | null, wanted = 'a map, as `nm -n` prints it'): Uint8Array {
  const name = file ?? 'standard input'
  let descriptor = STDIN
  try {
    if (file !== null) descriptor = fs.openSync(file, 'r')
    const status = fs.fstatSync(descriptor)
    if (status.isDirectory()) throw new KallsymsError('io', `${name}: Is a directory: give ${wanted}`)
    return readAll(descriptor, status.isFile() ? status.size : 0, name)
  } catch (error) {
    throw asIoError(error, name)
  } finally {
    if (file !== null && descriptor !== STDIN) fs.closeSync(descriptor)
  }
}

/** @param expected how many bytes there are, if that is known: one read then does */
function readAll(descriptor: number, expected: number, name: string): Uint8Array {
  let buffer = Buffer.allocUnsafeSlow(Math.min(expected, LONGEST_MAP) + CHUNK)
  let length = 0
  for (;;) {
    if (Math.max(expected, length) > LONGEST_MAP) {
      throw new KallsymsError('too-large', `${name}: a map of 2 GiB or more does not fit`)
    }
    if (buffer.length - length < CHUNK) {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, LONGEST_MAP + CHUNK))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    const room = Math.min(buffer.length - length, LARGEST_READ)
    const count = whenReady(() => fs.readSync(descriptor, buffer, length, room, null))
    if (count === 0) return buffer.subarray(0, length)
    length += count
  }
}

/** Writes all of the bytes, to a descriptor that may be a full pipe. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    written += whenReady(() => fs.writeSync(descriptor, bytes, written, bytes.length - written))
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Calls until the other side is ready: a pipe that another process made non-blocking says EAGAIN. */
function whenReady(call: () => number): number {
  for (;;) {
    try {
      return call()
    } catch (error) {
      if (!isSystemError(error) || error.code !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, 2)
    }
  }
}

/** Where output goes. */
export interface Destination {
  /** @throws {KallsymsError} `io`; {ClosedPipe} */
  write(chunk: Uint8Array): void
  /** All is written: it may be seen under its name. */
  commit(): void
  /** Something went wrong: nothing of it is kept where that can be. */
  abandon(): void
}

/** Standard output. */
export function standardOutput(): Destination {
  return descriptorDestination(STDOUT, 'standard output')
}

function descriptorDestination(descriptor: number, name: string): Destination {
  return {
    write(chunk) {
      try {
        writeAll(descriptor, chunk)
      } catch (error) {
        if (isSystemError(error) && error.code === 'EPIPE') throw new ClosedPipe()
        throw asIoError(error, name)
      }
    },
    commit() {},
    abandon() {},
  }
}

/**
 * A file that is written beside its place and renamed, so that no half file is ever seen under its name. What is no
 * regular file, a device or a pipe, is written in place.
 *
 * @throws {KallsymsError} `io`
 */
export function outputFile(name: string): Destination {
  try {
    const status = fs.statSync(name, { throwIfNoEntry: false })
    if (status?.isDirectory()) throw new KallsymsError('io', `${name}: Is a directory: name a file in it`)
    return status && !status.isFile() ? openInPlace(name) : openBeside(followLinks(name), name, status?.mode)
  } catch (error) {
    throw asIoError(error, name)
  }
}

/** The file that a link leads to, whether it is there or not: renaming must replace the file and not the link. */
function followLinks(name: string): string {
  let target = name
  // As many links as Linux follows.
  for (let links = 0; links < 40; links++) {
    if (!fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) break
    target = path.resolve(fs.realpathSync(path.dirname(target)), fs.readlinkSync(target))
  }
  return target
}

function openInPlace(name: string): Destination {
  const descriptor = fs.openSync(name, 'w')
  const close = (): void => fs.closeSync(descriptor)
  return { ...descriptorDestination(descriptor, name), commit: close, abandon: close }
}

/** @param mode that of the file which is replaced, if there is one */
function openBeside(target: string, name: string, mode: number | undefined): Destination {
  const beside = path.join(
    path.dirname(target),
    `.kallsyms-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`,
  )
  const descriptor = fs.openSync(beside, 'wx')
  if (mode !== undefined) fs.fchmodSync(descriptor, mode & 0o7777)
  return {
    ...descriptorDestination(descriptor, name),
    commit() {
      try {
        fs.closeSync(descriptor)
        fs.renameSync(beside, target)
      } catch (error) {
        fs.rmSync(beside, { force: true })
        throw asIoError(error, name)
      }
    },
    abandon() {
      fs.closeSync(descriptor)
      fs.rmSync(beside, { force: true })
    },
  }
}

/** Writes to stderr. If that fails there is nobody left to tell. */
export function writeError(text: string | Uint8Array): void {
  try {
    writeAll(STDERR, typeof text === 'string' ? Buffer.from(text) : text)
  } catch {}
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error
}

/** Where libuv's words for an error are not those that people know. */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  EISDIR: 'Is a directory',
  ENAMETOOLONG: 'File name too long',
  EIO: 'Input/output error',
  ELOOP: 'Too many levels of symbolic links',
}

export function asIoError(error: unknown, name: string): unknown {
  if (!isSystemError(error)) return error
  const [, text] = getSystemErrorMap().get(error.errno as number) ?? []
  const words = text ? text.charAt(0).toUpperCase() + text.slice(1) : error.message
  return new KallsymsError(
    'io',
    `${name || 'a file without a name'}: ${COMMON_WORDS[error.code ?? ''] ?? words}`,
  )
}
