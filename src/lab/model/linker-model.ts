/**
 * A model of a linker, as far as the symbol table depends on it: a sequence of aligned sections, and symbols whose type
 * letter, membership in a text range, or existence depends on the addresses of the sections. The object with the tables
 * is in the read-only data, so its size moves everything after it: the table depends on its own size.
 *
 * What makes symbols flip:
 * - An empty section is discarded. Its symbols go to the next section if that begins at their address, else to the
 *   previous one, and get its letter. GNU ld does this; it was the cause in the report of March 2012.
 * - Symbols at the end of a section are at the start of the next one if the end happens to be aligned: data then counts
 *   as text.
 * - A symbol between two sections is absolute unless a section begins at its address.
 * - A stub is made where two sections are too far apart, or for any other reason that depends on the layout; it adds
 *   code.
 */

/** Code or data with symbols at its start. */
export interface Piece {
  readonly size: number
  readonly symbols: readonly string[]
  readonly isLocal: boolean
}

export interface Section {
  /** Type letter of a global symbol of the section. */
  readonly letter: string
  /** A power of two. */
  readonly alignment: number
  /** Without pieces the section is empty. */
  readonly pieces: readonly Piece[]
  /** Symbols that the linker script defines at its start and at its end. */
  readonly startSymbols: readonly string[]
  readonly endSymbols: readonly string[]
  /** Alignment of the end, before its symbols are defined. */
  readonly endAlignment: number
  /** Symbols defined after it, outside of any section. */
  readonly looseSymbols: readonly string[]
}

/** A symbol with some bytes of code, which the linker adds at the end of a section. */
export interface Stub {
  readonly name: string
  readonly section: number
  readonly size: number
  /** The stub is made if the address of this section, in a layout without stubs, has a remainder below a limit. */
  readonly when: { readonly section: number; readonly modulus: number; readonly below: number }
}

export interface Image {
  readonly base: bigint
  readonly word: 4 | 8
  readonly sections: readonly Section[]
  /** The section that contains the tables, before its pieces. */
  readonly tableSection: number
  readonly stubs: readonly Stub[]
}

/** The object with the tables. */
export interface TableObject {
  readonly labels: readonly { readonly label: string; readonly offset: number }[]
  readonly size: number
  readonly alignment: number
}

/** A section in the layout. */
interface PlacedSection {
  readonly start: bigint
  readonly end: bigint
}

/** Links the image; returns its map, as `nm -n` prints it. */
export function link(image: Image, tables: TableObject | null): Buffer {
  const bare = place(image, tables, [])
  const stubs = image.stubs.filter(
    ({ when }) => Number((bare[when.section] as PlacedSection).start % BigInt(when.modulus)) < when.below,
  )
  const lines = symbolsOf(image, tables, stubs, stubs.length > 0 ? place(image, tables, stubs) : bare)
  lines.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : a.name < b.name ? -1 : 1))
  const digits = 2 * image.word
  return Buffer.from(
    lines
      .map(({ address, letter, name }) => `${address.toString(16).padStart(digits, '0')} ${letter} ${name}\n`)
      .join(''),
    'latin1',
  )
}

/** Start and end of the content of each section. */
function place(
  { base, sections, tableSection }: Image,
  tables: TableObject | null,
  stubs: readonly Stub[],
): PlacedSection[] {
  let at = base
  return sections.map((section, i) => {
    at = alignUp(at, section.alignment)
    const start = at
    if (i === tableSection && tables) at = alignUp(at, tables.alignment) + BigInt(tables.size)
    for (const { size } of section.pieces) at += BigInt(size)
    for (const stub of stubs) if (stub.section === i) at += BigInt(stub.size)
    const end = at
    at = alignUp(at, section.endAlignment)
    return { start, end }
  })
}

/** A line of the map. */
interface Line {
  readonly address: bigint
  readonly letter: string
  readonly name: string
}

function symbolsOf(
  { sections, tableSection }: Image,
  tables: TableObject | null,
  stubs: readonly Stub[],
  placed: readonly PlacedSection[],
): Line[] {
  const lines: Line[] = []
  for (const [i, section] of sections.entries()) {
    const { start, end } = placed[i] as PlacedSection
    const letter = letterOf(sections, placed, i, tables !== null && i === tableSection)
    const add = (names: readonly string[], address: bigint, shown: string): void => {
      for (const name of names) lines.push({ address, letter: shown, name })
    }
    add(section.startSymbols, start, letter)
    let at = start
    if (i === tableSection && tables) {
      at = alignUp(at, tables.alignment)
      for (const { label, offset } of tables.labels) add([label], at + BigInt(offset), letter)
      at += BigInt(tables.size)
    }
    for (const { size, symbols, isLocal } of section.pieces) {
      add(symbols, at, isLocal ? letter.toLowerCase() : letter)
      at += BigInt(size)
    }
    for (const { name, section: owner, size } of stubs) {
      if (owner !== i) continue
      add([name], at, letter.toLowerCase())
      at += BigInt(size)
    }
    const after = alignUp(end, section.endAlignment)
    add(section.endSymbols, after, letter)
    const isStart = placed.some(other => other.start === after)
    add(section.looseSymbols, after, isStart ? letter : 'A')
  }
  return lines
}

/** The type letter of a section's symbols: its own, or that of a neighbour if it is empty. */
function letterOf(
  sections: readonly Section[],
  placed: readonly PlacedSection[],
  i: number,
  hasTables: boolean,
): string {
  const own = sections[i] as Section
  if (own.pieces.length > 0 || hasTables) return own.letter
  const next = sections[i + 1]
  const previous = sections[i - 1]
  if (next && (placed[i + 1] as PlacedSection).start === (placed[i] as PlacedSection).start)
    return next.letter
  return (previous ?? next ?? own).letter
}

function alignUp(at: bigint, alignment: number): bigint {
  const mask = BigInt(alignment) - 1n
  return (at + mask) & ~mask
}
