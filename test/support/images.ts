/** `golden/images.jsonl`: the tables of kernels that Debian shipped, as they were read out of their images. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.js'

export interface RecordedTable {
  readonly bytes: number
  readonly sha256: string
}

/** An image whose tables were regenerated, with the same bytes. */
export interface RecordedImage {
  readonly package: string
  /** Of the package. */
  readonly version: string
  /** Debian's name. */
  readonly architecture: string
  /** The version of the kernel, from its banner. */
  readonly kernel: string
  readonly symbols: number
  /** In the order of the image. A base that the kernel writes when it relocates itself is not among them. */
  readonly tables: Readonly<Record<string, RecordedTable>>
}

const FILE = path.join(ROOT, 'golden', 'images.jsonl')

export function readImages(): RecordedImage[] {
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as RecordedImage)
}

/** Writes all records, by kernel and architecture. */
export function writeImages(images: readonly RecordedImage[]): void {
  const key = (image: RecordedImage): string => `${image.kernel} ${image.architecture} ${image.package}`
  const sorted = [...images].sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }))
  writeFileSync(FILE, sorted.map(image => `${JSON.stringify(image)}\n`).join(''))
}

export function recordOf(table: Uint8Array): RecordedTable {
  return { bytes: table.length, sha256: createHash('sha256').update(table).digest('hex') }
}
