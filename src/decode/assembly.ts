/**
 * Converts assembly text, as the C tools and ours write it, to tables of bytes: an assembler for the few directives that
 * occur.
 *
 * Relocations are left to the caller. A value relative to `_text` is stored without the address of `_text`, and its
 * position is recorded: `withText` adds the address. The distances of 7.0, `_text - . + (d)`, are stored as d, the addend
 * of their relocation.
 */
import { type ScanOptions, scanAssembly } from '../assembly/scan.js'
import type { Address } from '../symbols/address.js'
import { type AssembledTable, Image } from './image.js'

/** How to read assembly text, as far as the text does not tell. */
export interface AssemblyOptions extends ScanOptions {
  /** Whether the target is big-endian. */
  readonly bigEndian?: boolean
  /** The bytes of the file that the text includes, for formats that have one. */
  readonly included?: Uint8Array
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
 * Numbers that do not fit their directive are truncated, as by an assembler.
 *
 * @param assembly output of `generate` or of a C tool
 * @throws {KallsymsError} `bad-input`, with the line, where it is no such text
 */
export function readAssembly(assembly: Uint8Array, options: AssemblyOptions = {}): Assembled {
  if (!(assembly instanceof Uint8Array)) throw new TypeError('the assembly is a Uint8Array, such as a Buffer')
  const { wordBytes = 8, bigEndian = false, included = null } = options
  const image = new Image(assembly, wordBytes, bigEndian, included)
  scanAssembly(assembly, options, image)
  return { wordBytes, bigEndian, tables: image.tables() }
}

/** The bytes of a table with the address of `_text` added; the table's own array where no value needs it. */
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
