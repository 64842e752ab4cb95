/**
 * Assembly text, as the C tools and ours write it, to tables of bytes: an assembler for the few directives that occur.
 *
 * What a linker would have to add is kept apart. A value relative to `_text` is stored without it, and its place is
 * noted: `withText` adds the address of `_text` when that is known. The distances of 7.0, `_text - . + (d)`, are
 * stored as their d, as a relocation would hold it.
 */
import { type ScanOptions, scanAssembly } from '../assembly/scan.js'
import type { Address } from '../symbols/address.js'
import { type AssembledTable, Image } from './image.js'

/** How assembly text is to be understood: nothing in it says. */
export interface AssemblyOptions extends ScanOptions {
  /** Whether the target stores the highest byte of a number first. */
  readonly bigEndian?: boolean
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
  const { wordBytes = 8, bigEndian = false } = options
  const image = new Image(assembly, wordBytes, bigEndian)
  scanAssembly(assembly, options, image)
  return { wordBytes, bigEndian, tables: image.tables() }
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
