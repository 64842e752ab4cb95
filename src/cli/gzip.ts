/** Files that are compressed with gzip. Loads zlib, which the generator does without. */
import { gunzipSync } from 'node:zlib'
import { KallsymsError } from '../errors.js'

const SIGNATURE = [0x1f, 0x8b]

/** Bytes; the largest maps have some ten million. */
const LARGEST = 2 ** 30

/** Whether a file that begins with these bytes is compressed. */
export function isGzip(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte)
}

/**
 * The contents of a compressed file.
 *
 * @param name what messages call it
 * @throws {KallsymsError} `io` where it is damaged, or far larger than any map
 */
export function gunzip(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST })
  } catch (error) {
    throw gzipError(error, name)
  }
}

/** An error of zlib as one of ours; every other error as it is. */
export function gzipError(error: unknown, name: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return new KallsymsError('io', `${name}: decompresses to more than ${LARGEST >> 20} MiB: this is no map`)
  }
  if (!code?.startsWith('Z_')) return error
  return new KallsymsError('io', `${name}: cannot decompress: ${message}; truncated?`)
}
