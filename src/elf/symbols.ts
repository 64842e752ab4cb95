/** The symbols of an image, in columns, in the order of the file. */
import { KallsymsError } from '../errors.js'
import {
  bytesOfSection,
  type ElfFile,
  Numbers,
  type Section,
  SHN_XINDEX,
  SHT_SYMTAB,
  SHT_SYMTAB_SHNDX,
} from './file.js'

/** Symbols, each with the same number in all columns. */
export interface ImageSymbols {
  readonly count: number
  /** The string table, and where in it the name of a symbol begins and how many bytes it has. */
  readonly strings: Uint8Array
  readonly nameAt: Uint32Array
  readonly nameLength: Uint32Array
  /** Binding in the upper four bits, type in the lower ones. */
  readonly info: Uint8Array
  /** The number of the section, or what stands for one. */
  readonly section: Uint32Array
  /** The halves of the address. */
  readonly high: Uint32Array
  readonly low: Uint32Array
}

/** Bytes of an entry of the symbol table, and where in it the fields are, by the bytes of a word. */
const ENTRIES = {
  4: { bytes: 16, value: 4, info: 12, section: 14 },
  8: { bytes: 24, value: 8, info: 4, section: 6 },
} as const

/**
 * Reads the symbol table; its first entry is none.
 *
 * @throws {KallsymsError} `bad-input` where there is none, or it does not lie in the file
 */
export function readSymbols(elf: ElfFile): ImageSymbols {
  const table = elf.sections.find(({ type }) => type === SHT_SYMTAB)
  if (!table) {
    throw new KallsymsError(
      'bad-input',
      'has no symbols: give the vmlinux of the build, which is not stripped',
      {
        original: `${elf.source.name}: no symbol table`,
      },
    )
  }
  const { bytes: size, value, info: infoAt, section: sectionAt } = ENTRIES[elf.wordBytes]
  const { entrySize } = table
  if (entrySize < size) {
    throw new KallsymsError('bad-input', `has a symbol table with entries of ${entrySize} bytes`)
  }
  const bytes = bytesOfSection(elf, table)
  const strings = stringsOf(elf, table)
  // What is left of a last entry is none.
  const count = Math.max(Math.floor(bytes.length / entrySize) - 1, 0)
  const symbols = {
    count,
    strings,
    nameAt: new Uint32Array(count),
    nameLength: new Uint32Array(count),
    info: new Uint8Array(count),
    section: new Uint32Array(count),
    high: new Uint32Array(count),
    low: new Uint32Array(count),
  }
  const numbers = new Numbers(bytes, elf.isLittleEndian, elf.wordBytes)
  const extended = extendedSections(elf, table)
  for (let symbol = 0; symbol < count; symbol++) {
    const at = (symbol + 1) * entrySize
    const name = numbers.word(at)
    let end = name
    while (end < strings.length && strings[end] !== 0) end++
    if (end >= strings.length) {
      throw new KallsymsError(
        'bad-input',
        `has a symbol, number ${symbol + 1}, whose name is not in the file`,
      )
    }
    symbols.nameAt[symbol] = name
    symbols.nameLength[symbol] = end - name
    symbols.info[symbol] = bytes[at + infoAt] as number
    const section = numbers.half(at + sectionAt)
    symbols.section[symbol] = section === SHN_XINDEX ? (extended?.(symbol + 1) ?? section) : section
    symbols.high[symbol] = numbers.high(at + value)
    symbols.low[symbol] = numbers.low(at + value)
  }
  return symbols
}

/** Numbers of sections that do not fit into the symbol table stand in a section of their own. */
function extendedSections(elf: ElfFile, table: Section): ((symbol: number) => number) | null {
  const section = elf.sections.find(
    ({ type, link }) => type === SHT_SYMTAB_SHNDX && elf.sections[link] === table,
  )
  if (!section) return null
  const bytes = bytesOfSection(elf, section)
  const numbers = new Numbers(bytes, elf.isLittleEndian, elf.wordBytes)
  return symbol => (4 * symbol + 4 <= bytes.length ? numbers.word(4 * symbol) : SHN_XINDEX)
}

function stringsOf(elf: ElfFile, { link }: Section): Uint8Array {
  const section = elf.sections[link]
  if (!section) throw new KallsymsError('bad-input', 'has a symbol table without names')
  return bytesOfSection(elf, section)
}
