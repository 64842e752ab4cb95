/** Files with a bundle: a line that says what it is, then JSON, compressed with Brotli, whose window spans all maps. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { KallsymsError } from '../errors.js'
import { type BundledBuild, readBundle } from '../explain/bundle.js'
import { readRegularFile } from './regular-file.js'

const HEADER = 'kallsyms bundle, compressed with brotli\n'

/** Of a bundle, in bytes: compressed, and what is in it. */
const LARGEST_FILE = 1 << 28
const LARGEST = 2 ** 29 - 1

/** Whether a file that begins with this, one character a byte, has a bundle, or the beginning of one. */
export function isBundle(begin: string): boolean {
  return begin.startsWith(HEADER) || (begin.startsWith('kallsyms bundle') && HEADER.startsWith(begin))
}

/** The contents of a bundle's file. */
export function packBundle(json: string): Buffer {
  const text = Buffer.from(json)
  const compressed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })
  return Buffer.concat([Buffer.from(HEADER), compressed])
}

/** @throws {KallsymsError} `io` or `bad-input` for a file that is damaged; the message begins with its name */
export function readBundleFile(file: string): BundledBuild {
  const bytes = readRegularFile(file, { largest: LARGEST_FILE, followLinks: true })
  try {
    const json = brotliDecompressSync(bytes.subarray(HEADER.length), { maxOutputLength: LARGEST })
    return readBundle(json.toString())
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof KallsymsError) throw new KallsymsError(error.code, `${file}: ${error.message}`)
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new KallsymsError('io', `${file}: too large for a bundle`)
    // Brotli's own errors have two underscores here.
    if (code !== 'Z_BUF_ERROR' && !code?.startsWith('ERR__')) throw error
    throw new KallsymsError('io', `${file}: cannot decompress; truncated?`)
  }
}
