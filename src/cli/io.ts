/** Files and streams, synchronous: the generator reads its whole input first, and then only computes and writes. */
import fs from 'node:fs'
import { getSystemErrorMap } from 'node:util'
import { KallsymsError } from '../errors.js'
import { printableLines } from '../symbols/quoted.js'
import { LONGEST_MAP } from '../symbols/table.js'

export const STDIN = 0
export const STDOUT = 1
const STDERR = 2

/** The reader of our output has closed it: the run ends without a message. */
export class ClosedPipe extends Error {}

/** Bytes to read from a pipe at once. */
const CHUNK = 1 << 20

/** Bytes that one call may read: Node passes the number on as a signed 32-bit one. */
const LARGEST_READ = 1 << 30

/**
 * Reads a file, or standard input.
 *
 * @param file its name; null for standard input
 * @param wanted what it should be, for messages
 * @throws {KallsymsError} `io`, `too-large`
 */
export function readInput(file: string | null, wanted = 'a map'): Uint8Array {
  const name = file ?? 'standard input'
  let descriptor = STDIN
  try {
    if (file !== null) descriptor = fs.openSync(file, 'r')
    const status = fs.fstatSync(descriptor)
    if (status.isDirectory()) throw new KallsymsError('io', `${name}: Is a directory: give ${wanted}`)
    if (isEndless(status)) throw new KallsymsError('io', `${name}: is a device: give ${wanted}`)
    return readAll(descriptor, status.isFile() ? status.size : 0, name, wanted)
  } catch (error) {
    throw asIoError(error, name)
  } finally {
    if (file !== null && descriptor !== STDIN) fs.closeSync(descriptor)
  }
}

/** The devices of memory: /dev/zero, /dev/urandom and the like; of these, /dev/null ends at once. */
const MEMORY_DEVICES = 1
const DEV_NULL = 3

/** Whether a file is a device that has no end, or that is no file at all. */
function isEndless(status: fs.Stats): boolean {
  const [major, minor] = [status.rdev >> 8, status.rdev & 0xff]
  return (
    status.isBlockDevice() || (status.isCharacterDevice() && major === MEMORY_DEVICES && minor !== DEV_NULL)
  )
}

/** @param expected how many bytes there are, 0 if unknown: one read is then enough */
function readAll(descriptor: number, expected: number, name: string, wanted: string): Uint8Array {
  let buffer = Buffer.allocUnsafeSlow(Math.min(expected, LONGEST_MAP) + CHUNK)
  let length = 0
  for (;;) {
    if (Math.max(expected, length) > LONGEST_MAP) {
      throw new KallsymsError('too-large', `${name}: larger than 2 GiB: is it ${wanted}?`)
    }
    if (buffer.length - length < CHUNK) {
      const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2, LONGEST_MAP + CHUNK))
      larger.set(buffer.subarray(0, length))
      buffer = larger
    }
    const space = Math.min(buffer.length - length, LARGEST_READ)
    const count = whenReady(() => fs.readSync(descriptor, buffer, length, space, null))
    if (count === 0) return buffer.subarray(0, length)
    length += count
  }
}

/** Writes all bytes, also to a pipe that is full for now. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    written += whenReady(() => fs.writeSync(descriptor, bytes, written, bytes.length - written))
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Repeats a call until the other side is ready: a pipe that another process made non-blocking gives EAGAIN. */
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
  /** All is written: the file appears under its name. */
  commit(): void
  /** The run failed: a file is removed. */
  abandon(): void
}

/** Standard output. */
export function standardOutput(): Destination {
  return descriptorDestination(STDOUT, 'standard output')
}

/** @param name what messages call it */
export function descriptorDestination(descriptor: number, name: string): Destination {
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
 * Writes to stderr. A failure is ignored: there is nowhere to report it.
 *
 * @param text a message, in which all that a terminal would take for a command is escaped: it may quote a file, its name,
 *   or the error of a proposal; bytes are written as they are
 */
export function writeError(text: string | Uint8Array): void {
  try {
    writeAll(STDERR, typeof text === 'string' ? Buffer.from(printableLines(text)) : text)
  } catch {}
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error
}

/** Where libuv's text of an error is not the usual one. */
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
  return new KallsymsError('io', `${name || '(empty file name)'}: ${COMMON_WORDS[error.code ?? ''] ?? words}`)
}
