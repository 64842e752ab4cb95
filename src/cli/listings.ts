/** Maps that are read line by line: text, gzipped text, pipes, and images, which nm lists. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import split2 from 'split2'
import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type Listing, ListingReader } from '../nm/listing.js'
import { printable } from '../symbols/quoted.js'
import { gzipError, isGzip } from './gzip.js'
import { asIoError, STDIN } from './io.js'

/** A line has an address and a name; the longest names have some thousand bytes. */
const LONGEST_LINE = 1 << 20

/** The largest kernels have half a million symbols. */
const MOST_LINES = 1 << 22

const ELF = Buffer.from('\x7fELF', 'latin1')

/**
 * Reads a map.
 *
 * @param file its name, or `-` for standard input
 * @param name what messages call it
 * @throws {KallsymsError} `io` where it cannot be read or listed; `bad-input` where it is not a map, or truncated; the
 *   message begins with name and line
 */
export async function readListing(file: string, name: string, nameLimit: NameLimit | null): Promise<Listing> {
  try {
    if ((file === '-' ? fs.fstatSync(STDIN) : fs.statSync(file)).isDirectory()) {
      throw new KallsymsError('io', 'Is a directory: give a map in it')
    }
    const stream: Readable = file === '-' ? process.stdin : fs.createReadStream(file)
    const beginning = await beginningOf(stream)
    if (beginning.subarray(0, ELF.length).equals(ELF)) {
      if (file === '-') throw new KallsymsError('io', 'nm cannot list an image from a pipe: give its file')
      stream.destroy()
      return await listImage(file, nameLimit)
    }
    if (!isGzip(beginning)) return await readLines(stream, nameLimit)
    const text = createGunzip()
    stream.once('error', (error: Error) => text.destroy(error))
    return await readLines(stream.pipe(text), nameLimit)
  } catch (error) {
    throw named(error, name)
  }
}

/** The first bytes of a stream, which stay in it. */
async function beginningOf(stream: Readable): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve)
    stream.once('error', reject)
  })
  const chunk = stream.read() as Buffer | null
  if (chunk !== null) stream.unshift(chunk)
  return chunk ?? Buffer.alloc(0)
}

/** Lists an image with the nm of the build, where the environment names it. */
async function listImage(image: string, nameLimit: NameLimit | null): Promise<Listing> {
  const { NM, CROSS_COMPILE = '' } = process.env
  const nm = NM || `${CROSS_COMPILE}nm`
  const file = image.startsWith('-') ? `./${image}` : image
  const child = spawn(nm, ['-n', file], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('latin1').on('data', (text: string) => {
    stderr += text
  })
  const end = new Promise<void>((resolve, reject) => {
    child.once('error', () => {
      reject(
        new KallsymsError(
          'io',
          `this is an image, and ${nm} cannot be run to list it: set NM, or give a map`,
        ),
      )
    })
    child.once('close', (status, signal) => {
      const [line = ''] = stderr.split('\n')
      const how = signal ? `killed by ${signal}` : `exit status ${status}`
      if (status === 0) resolve()
      else reject(new KallsymsError('io', `${nm} cannot list it: ${printable(line) || how}`))
    })
  })
  const [listing] = await Promise.all([readLines(child.stdout, nameLimit), end])
  return listing
}

function readLines(source: Readable, nameLimit: NameLimit | null): Promise<Listing> {
  return new Promise((resolve, reject) => {
    const reader = new ListingReader(nameLimit)
    let end = '\n'
    let lines = 0
    const fail = (error: unknown): void => {
      source.destroy()
      reject(error)
    }
    // Names are bytes: this encoding keeps all of them.
    source.setEncoding('latin1')
    source.on('data', (text: string) => {
      end = text.charAt(text.length - 1)
    })
    source.once('error', fail)
    const split = split2('\n', { decodeStrings: false, maxLength: LONGEST_LINE })
    split.once('error', () => {
      const what = `is longer than ${LONGEST_LINE} bytes: this is no map`
      fail(new KallsymsError('bad-input', what, { line: lines + 1 }))
    })
    split.on('data', (line: string) => {
      lines++
      try {
        if (lines > MOST_LINES)
          throw new KallsymsError('too-large', `more than ${MOST_LINES} lines: this is no map of a kernel`)
        reader.add(line)
      } catch (error) {
        split.removeAllListeners('data')
        fail(error)
      }
    })
    split.once('end', () => {
      if (end === '\n') resolve(reader.finish())
      else reject(new KallsymsError('bad-input', 'ends within a line; truncated?', { line: lines }))
    })
    source.pipe(split)
  })
}

/** An error whose message begins with what it is about, and the line. */
function named(error: unknown, name: string): unknown {
  if (error instanceof KallsymsError) {
    const { line } = error.where
    return new KallsymsError(error.code, `${name}:${line === undefined ? '' : `${line}:`} ${error.message}`)
  }
  return asIoError(gzipError(error, name), name)
}
