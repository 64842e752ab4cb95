/**
 * ELF files, as far as their symbols go: headers, section headers, symbol tables and string tables, of 32 and 64 bits and
 * of both byte orders, for every machine. Source: the System V ABI, chapter 4 and 5.
 *
 * Files are untrusted: nothing is read beyond the end of the file, and a table that does not lie in it is an error.
 */
import { KallsymsError } from '../errors.js'
import type { ByteSource } from './byte-source.js'

/** What a section header says, as far as it is of use here. */
export interface Section {
  readonly name: string
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly size: number
  /** The number of the section that belongs to it: of a symbol table that with its names. */
  readonly link: number
  /** Bytes of an entry, for tables. */
  readonly entrySize: number
}

/** An ELF file whose headers have been read. */
export interface ElfFile {
  readonly source: ByteSource
  readonly wordBytes: 4 | 8
  readonly isLittleEndian: boolean
  readonly machine: number
  readonly sections: readonly Section[]
}

/** Types of sections. */
export const SHT_SYMTAB = 2
export const SHT_NOBITS = 8
export const SHT_SYMTAB_SHNDX = 18

/** Flags of sections. */
export const SHF_WRITE = 1
export const SHF_ALLOC = 2
export const SHF_EXECINSTR = 4

/** Types of files: executables and shared objects, which relocatable kernels are. */
const TYPES = [2, 3]

/** The C tool shifts by the type, of which the processor takes the lower bits. */
const TYPE_BITS = 31

/** Bytes of the part that all files begin with. */
const IDENT_BYTES = 16
const MAGIC = 0x7f454c46

/** Bytes of the headers by class, from `ELFCLASS32` on. */
const CLASSES = [
  { wordBytes: 4, header: 52, sectionHeader: 40 },
  { wordBytes: 8, header: 64, sectionHeader: 64 },
] as const

/** The number of a section that does not fit into its field. */
export const SHN_XINDEX = 0xffff

/** More than the longest name of a section that anything goes by. */
const LONGEST_SECTION_NAME = 256

/** More than the names of the sections of any kernel. */
const LONGEST_SECTION_NAMES = 1 << 24

/** Reads numbers of a file. */
export class Numbers {
  private readonly view: DataView

  constructor(
    bytes: Uint8Array,
    private readonly isLittleEndian: boolean,
    private readonly wordBytes: 4 | 8,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  half(at: number): number {
    return this.view.getUint16(at, this.isLittleEndian)
  }

  word(at: number): number {
    return this.view.getUint32(at, this.isLittleEndian)
  }

  /** The lower 32 bits of what has the size of an address. */
  low(at: number): number {
    return this.word(this.wordBytes === 8 && !this.isLittleEndian ? at + 4 : at)
  }

  /** The upper ones. */
  high(at: number): number {
    return this.wordBytes === 4 ? 0 : this.word(this.isLittleEndian ? at + 4 : at)
  }

  /** An offset or a size; above 2^53 it is not exact, which is beyond the end of any file. */
  wide(at: number): number {
    return this.high(at) * 2 ** 32 + this.low(at)
  }
}

/** Whether a file begins as an ELF file does. */
function isElf(begin: Uint8Array): boolean {
  return begin.length >= 4 && Buffer.from(begin.buffer, begin.byteOffset, 4).readUInt32BE() === MAGIC
}

/**
 * Reads the headers of an executable or a shared object.
 *
 * The checks are those of the C tool that reads images, in its order, with its messages; then come those that it lacks.
 *
 * @throws {KallsymsError} `bad-input`
 */
export function readElf(source: ByteSource): ElfFile {
  const { name } = source
  const ident = source.read(0, IDENT_BYTES)
  const [, , , , elfClass = 0, encoding = 0, version = 0] = ident
  if (!isElf(ident) || version !== 1) {
    throw rejected('is no ELF file: give the vmlinux of the build', `unrecognized ELF file ${name}`)
  }
  if (encoding !== 1 && encoding !== 2) {
    throw rejected(
      `has the unknown byte order ${encoding}`,
      `unrecognized ELF data encoding ${encoding}: ${name}`,
    )
  }
  const isLittleEndian = encoding === 1
  // As much as any class has; a file that ends before is told when its class is known.
  const begin = new Uint8Array(64)
  begin.set(source.read(0, begin.length))
  const type = new Numbers(begin, isLittleEndian, 4).half(16)
  if (!TYPES.includes(type & TYPE_BITS)) {
    throw rejected(
      'is neither an executable nor a shared object: give the vmlinux of the build',
      `Invalid ELF type file ${name}`,
    )
  }
  const layout = CLASSES[elfClass - 1]
  if (!layout)
    throw rejected(`has the unknown class ${elfClass}`, `unrecognized ELF class ${elfClass} ${name}`)
  const { wordBytes, header, sectionHeader } = layout
  const numbers = new Numbers(begin, isLittleEndian, wordBytes)
  // Where an address has 4 or 8 bytes, what follows it moves.
  const after = (offset: number): number => (wordBytes === 8 ? offset + 12 : offset)
  if (numbers.half(after(40)) !== header || numbers.half(after(46)) !== sectionHeader) {
    throw rejected('has headers of other sizes', `unrecognized ET_EXEC/ET_DYN file: ${name}`)
  }
  if (source.size < header) throw truncated('its header')
  const at = numbers.wide(wordBytes === 8 ? 40 : 32)
  const sectionsFrom = (count: number): RawSection[] =>
    readSections(source, at, count, layout, isLittleEndian)
  const [first] = at > 0 ? sectionsFrom(1) : []
  // Numbers that do not fit stand in the first section header.
  const count = numbers.half(after(48)) || (first?.size ?? 0)
  const namesIn = numbers.half(after(50))
  const raw = sectionsFrom(count)
  const names = sectionNames(source, raw[namesIn === SHN_XINDEX ? (first?.link ?? 0) : namesIn])
  const sections = raw.map(
    ({ nameAt, ...section }): Section => ({ ...section, name: stringAt(names, nameAt) }),
  )
  return { source, wordBytes, isLittleEndian, machine: numbers.half(18), sections }
}

type Layout = (typeof CLASSES)[number]
type RawSection = Omit<Section, 'name'> & { readonly nameAt: number }

/** @throws {KallsymsError} `bad-input` where the headers are not in the file */
function readSections(
  source: ByteSource,
  at: number,
  count: number,
  { sectionHeader, wordBytes }: Layout,
  isLittleEndian: boolean,
): RawSection[] {
  if (at + count * sectionHeader > source.size) throw truncated('its section headers')
  const bytes = source.read(at, count * sectionHeader)
  const numbers = new Numbers(bytes, isLittleEndian, wordBytes)
  return Array.from({ length: count }, (_, i) => {
    const from = i * sectionHeader
    const wide = (place: number): number => numbers.wide(from + 8 + place * wordBytes)
    return {
      nameAt: numbers.word(from),
      type: numbers.word(from + 4),
      flags: numbers.low(from + 8),
      offset: wide(2),
      size: wide(3),
      link: numbers.word(from + 8 + 4 * wordBytes),
      entrySize: numbers.wide(from + sectionHeader - wordBytes),
    }
  })
}

/** The names of all sections, as far as they are in the file. */
function sectionNames(source: ByteSource, section: RawSection | undefined): Buffer {
  if (!section || section.offset >= source.size) return Buffer.alloc(0)
  return Buffer.from(source.read(section.offset, Math.min(section.size, LONGEST_SECTION_NAMES)))
}

/** A string in a table of strings, one character a byte; empty where it is not in the table. */
function stringAt(strings: Buffer, at: number): string {
  const text = strings.toString('latin1', at, at + LONGEST_SECTION_NAME)
  return text.slice(0, text.indexOf('\0') >>> 0)
}

/** The bytes of a section. @throws {KallsymsError} `bad-input` where it is not in the file */
export function bytesOfSection({ source }: ElfFile, section: Section): Uint8Array {
  const { offset, size, name } = section
  if (offset + size > source.size) throw truncated(`its section ${name}`)
  return source.read(offset, size)
}

function rejected(what: string, original: string): KallsymsError {
  return new KallsymsError('bad-input', what, { original })
}

function truncated(what: string): KallsymsError {
  return new KallsymsError('bad-input', `${what} is not in the file: truncated?`)
}
