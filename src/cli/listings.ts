/** Lists of symbols from files, read line by line: texts, compressed ones, and images through nm. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import split2 from 'split2'
import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type Listing, ListingReader } from '../nm/listing.js'
import { asIoError } from './io.js'

/** The beginnings of files that are no text. */
const GZIP = [0x1f, 0x8b]
const ELF = [0x7f, 0x45, 0x4c, 0x46]

/**
 * Reads the list of a file.
 *
 * @throws {KallsymsError} `io` where it cannot be read; `bad-input` where it is no list, or ends in the middle, with the
 *   name in the message
 */
export async function readListing(file: string, nameLimit: NameLimit | null): Promise<Listing> {
  const { bytes, beginning } = lookAt(file)
  const begins = (signature: readonly number[]): boolean =>
    signature.every((byte, i) => beginning[i] === byte)
  try {
    if (begins(ELF)) return await listImage(file, nameLimit)
    const stream = fs.createReadStream(file)
    if (!begins(GZIP)) return await readLines(stream, nameLimit, bytes)
    const unpacked = createGunzip()
    stream.once('error', error => unpacked.destroy(error))
    return await readLines(stream.pipe(unpacked), nameLimit, 8 * bytes)
  } catch (error) {
    throw named(error, file)
  }
}

function lookAt(file: string): { bytes: number; beginning: Uint8Array } {
  try {
    const descriptor = fs.openSync(file, 'r')
    try {
      const status = fs.fstatSync(descriptor)
      if (status.isDirectory()) throw new KallsymsError('io', `${file}: Is a directory: give a map in it`)
      const beginning = new Uint8Array(4)
      fs.readSync(descriptor, beginning, 0, 4, 0)
      return { bytes: status.size, beginning }
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    throw asIoError(error, file)
  }
}

/** What nm lists of an image: the nm of the build, where the environment tells it. */
async function listImage(image: string, nameLimit: NameLimit | null): Promise<Listing> {
  const { NM, CROSS_COMPILE = '' } = process.env
  const nm = NM || `${CROSS_COMPILE}nm`
  const child = spawn(nm, ['-n', image], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('latin1').on('data', (text: string) => {
    said += text
  })
  const end = new Promise<void>((resolve, reject) => {
    child.once('error', () => {
      reject(
        new KallsymsError('io', `it takes nm to list it, and ${nm} cannot be run: give its list, or set NM`),
      )
    })
    child.once('close', status => {
      const [line = ''] = said.split('\n')
      if (status === 0) resolve()
      else reject(new KallsymsError('io', `${nm} cannot list it: ${line || `exit status ${status}`}`))
    })
  })
  const [listing] = await Promise.all([readLines(child.stdout, nameLimit, 0), end])
  return listing
}

function readLines(source: Readable, nameLimit: NameLimit | null, expected: number): Promise<Listing> {
  return new Promise((resolve, reject) => {
    const reader = new ListingReader(nameLimit, expected)
    let end = '\n'
    let lines = 0
    const fail = (error: unknown): void => {
      source.destroy()
      reject(error)
    }
    // Names are bytes: with any encoding but this one some would be lost.
    source.setEncoding('latin1')
    source.on('data', (text: string) => {
      end = text.charAt(text.length - 1)
    })
    source.once('error', fail)
    const split = split2('\n', { decodeStrings: false })
    split.on('data', (line: string) => {
      lines++
      try {
        reader.add(line)
      } catch (error) {
        split.removeAllListeners('data')
        fail(error)
      }
    })
    split.once('end', () => {
      if (end !== '\n') {
        reject(new KallsymsError('bad-input', 'ends in the middle of a line: is it whole?', { line: lines }))
      } else resolve(reader.finish())
    })
    source.pipe(split)
  })
}

/** An error that says which file it is about, and which line. */
function named(error: unknown, file: string): unknown {
  if (error instanceof KallsymsError) {
    const { line } = error.where
    const message = `${file}:${line === undefined ? '' : `${line}:`} ${error.message}`
    return new KallsymsError(error.code === 'bad-input' ? 'io' : error.code, message)
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code?.startsWith('Z_'))
    return new KallsymsError('io', `${file}: cannot be unpacked: ${message}: is it whole?`)
  return asIoError(error, file)
}
