/** Lists of symbols, read line by line: from texts, compressed ones, pipes, and from images through nm. */
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
const GZIP = Buffer.from([0x1f, 0x8b])
const ELF = Buffer.from('\x7fELF', 'latin1')

/**
 * Reads a list.
 *
 * @param file its name, or `-` for standard input
 * @param name how messages call it
 * @throws {KallsymsError} `io` where it cannot be read or listed; `bad-input` where it is no list, or ends in the middle;
 *   the message begins with name and line
 */
export async function readListing(file: string, name: string, nameLimit: NameLimit | null): Promise<Listing> {
  try {
    if (file !== '-' && fs.statSync(file).isDirectory()) {
      throw new KallsymsError('io', 'Is a directory: give a map in it')
    }
    const stream: Readable = file === '-' ? process.stdin : fs.createReadStream(file)
    const beginning = await beginningOf(stream)
    const begins = (signature: Buffer): boolean => beginning.subarray(0, signature.length).equals(signature)
    if (begins(ELF)) {
      if (file === '-') throw new KallsymsError('io', 'an image is listed from its file: give its name')
      stream.destroy()
      return await listImage(file, nameLimit)
    }
    if (!begins(GZIP)) return await readLines(stream, nameLimit)
    const unpacked = createGunzip()
    stream.once('error', (error: Error) => unpacked.destroy(error))
    return await readLines(stream.pipe(unpacked), nameLimit)
  } catch (error) {
    throw named(error, name)
  }
}

/** The first bytes of a stream, which still has them. */
async function beginningOf(stream: Readable): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve)
    stream.once('error', reject)
  })
  const chunk = stream.read() as Buffer | null
  if (chunk !== null) stream.unshift(chunk)
  return chunk ?? Buffer.alloc(0)
}

/** What nm lists of an image: the nm of the build, where the environment tells it. */
async function listImage(image: string, nameLimit: NameLimit | null): Promise<Listing> {
  const { NM, CROSS_COMPILE = '' } = process.env
  const nm = NM || `${CROSS_COMPILE}nm`
  const file = image.startsWith('-') ? `./${image}` : image
  const child = spawn(nm, ['-n', file], { stdio: ['ignore', 'pipe', 'pipe'] })
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
    child.once('close', (status, signal) => {
      const [line = ''] = said.split('\n')
      const how = signal ? `ended by ${signal}` : `exit status ${status}`
      if (status === 0) resolve()
      else reject(new KallsymsError('io', `${nm} cannot list it: ${line || how}`))
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

/** An error that says what it is about, and which line. */
function named(error: unknown, name: string): unknown {
  if (error instanceof KallsymsError) {
    const { line } = error.where
    return new KallsymsError(error.code, `${name}:${line === undefined ? '' : `${line}:`} ${error.message}`)
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code?.startsWith('Z_')) {
    return new KallsymsError('io', `${name}: cannot be unpacked: ${message}: is it whole?`)
  }
  return asIoError(error, name)
}
