/**
 * Files that are found by their names in the folder of a build, and not given by the user. What stands under such a name
 * may be anything: a pipe would wait for ever, a device would never end.
 */
import fs from 'node:fs'
import { KallsymsError } from '../errors.js'
import { asIoError } from './io.js'

export interface RegularFileOptions {
  /** The largest size that such a file has, in bytes. */
  readonly largest: number
  /** Whether a symbolic link is followed. */
  readonly followLinks: boolean
}

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants

/**
 * The bytes of a regular file.
 *
 * @throws {KallsymsError} `io` if it is none, is larger, or cannot be read; the message begins with its name
 */
export function readRegularFile(file: string, { largest, followLinks }: RegularFileOptions): Buffer {
  let descriptor: number | null = null
  try {
    // A pipe without a writer is opened at once.
    descriptor = fs.openSync(file, O_RDONLY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW))
    const status = fs.fstatSync(descriptor)
    if (status.isDirectory()) throw new KallsymsError('io', `${file}: Is a directory`)
    if (!status.isFile()) throw new KallsymsError('io', `${file}: not a regular file`)
    if (status.size > largest) {
      throw new KallsymsError('io', `${file}: larger than ${largest >> 20} MiB: is it what its name says?`)
    }
    return fs.readFileSync(descriptor)
  } catch (error) {
    throw asIoError(error, file)
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor)
  }
}

/** @throws {KallsymsError} `io` if a file that exists is no regular file, and no link to one */
export function requireRegularFile(file: string): void {
  const status = fs.statSync(file)
  if (!status.isFile()) throw new KallsymsError('io', `${file}: not a regular file`)
}
