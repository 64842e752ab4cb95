/** The files of a tool that reads images: `IN OUT.bin > OUT.S`, and the map of the image. */
import fs from 'node:fs'
import type { ByteSource } from '../elf/byte-source.js'
import { mapOfImage } from '../elf/map.js'
import type { IncludedFile } from '../emit/included.js'
import { KallsymsError } from '../errors.js'
import { asIoError, type Destination } from './io.js'
import { BINARY, MAP, type OutputKind, outputFile, requireDistinct } from './output-file.js'

/** What a run reads and writes beside the table. */
export interface ImageRun {
  /** The map of the image. */
  readonly map: Uint8Array
  /** The file for names and tokens; null where only the map is wanted. */
  readonly included: IncludedFile | null
  /** All is written. */
  commit(): void
  /** The run failed. */
  abandon(): void
}

/** How the tool is called, for messages. */
const USAGE =
  'a tool that reads images is called as `kallsyms [options] VMLINUX OUT.bin > OUT.S`, or as ' +
  '`kallsyms --sysmap=OUT.map VMLINUX`'

/**
 * Opens the files, and reads the map of the image.
 *
 * @param operands the image, and the file that the table includes
 * @param sysmap where the map is written; undefined for nowhere
 * @param table where the table is written; undefined for standard output
 * @param inputs other files that the run reads
 * @throws {KallsymsError} `usage`, `io`, `bad-input`
 */
export function beginImageRun(
  operands: readonly string[],
  sysmap: string | undefined,
  table: string | undefined,
  inputs: readonly (string | undefined)[],
): ImageRun {
  const [image, binary, ...more] = operands
  if (image === undefined || more.length > 0 || (binary === undefined && sysmap === undefined)) {
    throw new KallsymsError('usage', USAGE)
  }
  requireDistinct({ 'the map': sysmap, 'the names': binary, 'the table': table })
  const opened: Destination[] = []
  const open = (file: string, kind: OutputKind): Destination => {
    const destination = outputFile(file, kind, [image, ...inputs])
    opened.push(destination)
    return destination
  }
  const abandon = (): void => {
    for (const destination of opened) destination.abandon()
  }
  try {
    const mapOut = sysmap === undefined ? null : open(sysmap, MAP)
    const binaryOut = binary === undefined ? null : open(binary, BINARY)
    const map = mapOfFile(image)
    mapOut?.write(map)
    return {
      map,
      included:
        binary !== undefined && binaryOut ? { name: binary, sink: chunk => binaryOut.write(chunk) } : null,
      commit() {
        for (const destination of opened) destination.commit()
      },
      abandon,
    }
  } catch (error) {
    abandon()
    throw withOriginal(error)
  }
}

/** Reads the parts of an image that its map is made of. */
function mapOfFile(file: string): Uint8Array {
  let descriptor: number | null = null
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    const status = fs.fstatSync(descriptor)
    if (status.isDirectory() || status.isFIFO() || status.isSocket() || status.isBlockDevice()) {
      throw new KallsymsError('io', `${file}: not a regular file: give the vmlinux of the build`, {
        original: `not a regular file: ${file}`,
      })
    }
    // The size of a device is 0, as that of the empty file of a first pass.
    return mapOfImage(partsOf(descriptor, file, status.size))
  } catch (error) {
    throw asIoError(error, file)
  } finally {
    if (descriptor !== null) fs.closeSync(descriptor)
  }
}

/** The C tool's words for what a file system says are the same, without the name of a program. */
function withOriginal(error: unknown): unknown {
  if (!(error instanceof KallsymsError) || error.code !== 'io' || error.where.original !== undefined)
    return error
  return new KallsymsError('io', error.message, { original: error.message })
}

function partsOf(descriptor: number, name: string, size: number): ByteSource {
  return {
    name,
    size,
    read(at, count) {
      const bytes = Buffer.allocUnsafe(Math.max(Math.min(count, size - at), 0))
      let length = 0
      while (length < bytes.length) {
        const read = fs.readSync(descriptor, bytes, length, bytes.length - length, at + length)
        if (read === 0) break
        length += read
      }
      return bytes.subarray(0, length)
    },
  }
}
