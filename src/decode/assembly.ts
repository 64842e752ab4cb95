/**
 * Assembly text, as the C tools and ours write it, to tables of bytes: an assembler for the few directives that occur.
 *
 * What a linker would have to add is kept apart. A value relative to `_text` is stored without it, and its place is
 * noted: `withText` adds the address of `_text` when that is known. The distances of 7.0, `_text - . + (d)`, are
 * stored as their d, as a relocation would hold it.
 */
import type { Address } from '../symbols/address.js'
import { type AssembledTable, Image } from './image.js'
import { badLine, type ScanOptions, type ScanTarget, scanAssembly } from './scan.js'

/** How assembly text is to be understood: nothing in it says. */
export interface AssemblyOptions {
  /** Bytes of the target's word, which `PTR` makes: 8 unless given. */
  readonly wordBytes?: 4 | 8
  /** Whether the target stores the highest byte of a number first. */
  readonly bigEndian?: boolean
  /** The byte that `--symbol-prefix=` put in front of every label; it is taken off. */
  readonly symbolPrefix?: number
}

/** Tables by their labels, in the order of the text. */
export interface Assembled {
  readonly wordBytes: 4 | 8
  readonly bigEndian: boolean
  readonly tables: ReadonlyMap<string, AssembledTable>
}

/**
 * Reads assembly text of any dialect.
 *
 * Numbers that do not fit their directive are cut, as assemblers do.
 *
 * @param assembly what `generate` or a C tool wrote; left as it is
 * @throws {KallsymsError} `bad-input`, with the line, where it is not such text
 */
export function readAssembly(assembly: Uint8Array, options: AssemblyOptions = {}): Assembled {
  const { wordBytes, symbolPrefix } = scanOptions(options)
  const bigEndian = options.bigEndian === true
  const image = new Image(assembly, wordBytes, bigEndian)
  scanAssembly(assembly, { wordBytes, symbolPrefix }, image)
  return { wordBytes, bigEndian, tables: image.tables() }
}

/**
 * The sizes of the tables of a text, padding included and alignment between them not. Values are counted, not looked
 * at, and nothing is made of them: it takes the time of one walk over the text, and no memory.
 *
 * @returns bytes by label, in the order of the text
 * @throws {KallsymsError} `bad-input`, with the line, where a line is none of such text
 */
export function tableExtents(assembly: Uint8Array, options: AssemblyOptions = {}): Map<string, number> {
  const counter = new Counter(assembly)
  scanAssembly(assembly, scanOptions(options), counter)
  return counter.extents
}

/** The bytes of a table of which the address of `_text` is known; those of the table itself where none needs it. */
export function withText(table: AssembledTable, assembled: Assembled, text: Address): Uint8Array {
  if (table.textWords.length === 0) return table.bytes
  const bytes = table.bytes.slice()
  const view = new DataView(bytes.buffer)
  const isLittle = !assembled.bigEndian
  const isWide = assembled.wordBytes === 8
  for (const at of table.textWords) {
    const lowAt = isWide && !isLittle ? at + 4 : at
    const low = view.getUint32(lowAt, isLittle) + text.low
    view.setUint32(lowAt, low, isLittle)
    if (!isWide) continue
    const highAt = isLittle ? at + 4 : at
    view.setUint32(
      highAt,
      view.getUint32(highAt, isLittle) + text.high + (low > 0xffffffff ? 1 : 0),
      isLittle,
    )
  }
  return bytes
}

function scanOptions({ wordBytes = 8, symbolPrefix = -1 }: AssemblyOptions): ScanOptions {
  return { wordBytes, symbolPrefix }
}

const COMMA = 0x2c
const NEWLINE = 0x0a
const SLASH = 0x2f

/** Counts the bytes of each table. */
class Counter implements ScanTarget {
  readonly extents: Map<string, number> = new Map()
  private current = ''

  constructor(private readonly text: Uint8Array) {}

  label(label: string, at: number): void {
    if (this.extents.has(label)) throw badLine(this.text, at, 'is there twice')
    this.extents.set(label, 0)
    this.current = label
  }

  align(): void {}

  skip(bytes: number, at: number): void {
    this.add(bytes, at)
  }

  string(from: number, to: number, at: number): void {
    this.add(to - from + 1, at)
  }

  values(from: number, width: number): number {
    const { text } = this
    let at = from
    let count = 1
    for (; at < text.length; at++) {
      const byte = text[at] as number
      if (byte === COMMA) count++
      else if (byte === SLASH || byte === NEWLINE) break
    }
    this.add(count * width, from)
    return at
  }

  private add(bytes: number, at: number): void {
    const extent = this.extents.get(this.current)
    if (extent === undefined) throw badLine(this.text, at, 'stands before any label')
    this.extents.set(this.current, extent + bytes)
  }
}
