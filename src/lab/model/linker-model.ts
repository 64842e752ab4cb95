/**
 * A model of a linker, as far as the symbol table can tell one from another: sections in a row, each aligned, and
 * symbols whose letter, place in a text range, or existence follows from where the sections come to lie. The table
 * object lies in the read-only data, so that its size moves all that stands behind it; this is how a table comes to
 * depend on itself.
 *
 * What makes symbols flip:
 * - A section without content is none of the image. Its symbols go to the section behind when they lie where that
 *   begins, else to the one in front, and take its letter: so GNU ld has it, and so it was in the report of March 2012.
 * - Symbols at the end of a section lie on the beginning of the next when the end happens to be aligned: data then
 *   counts as text.
 * - A symbol between two sections is absolute unless it lies where a section begins.
 * - A stub is made where two sections come to lie too far apart, or by any other whim of the layout; it takes room.
 */

/** Code or data with symbols at its beginning. */
export interface Piece {
  readonly size: number
  readonly symbols: readonly string[]
  readonly isLocal: boolean
}

export interface Section {
  /** nm's letter for a global symbol of the section. */
  readonly letter: string
  /** A power of two. */
  readonly alignment: number
  /** None: the section is empty. */
  readonly pieces: readonly Piece[]
  /** Symbols that the linker script defines at its beginning and at its end. */
  readonly startSymbols: readonly string[]
  readonly endSymbols: readonly string[]
  /** To what the end is aligned before its symbols are defined. */
  readonly endAlignment: number
  /** Symbols defined behind it, outside of any section. */
  readonly looseSymbols: readonly string[]
}

/** A symbol with some bytes of code that the linker makes at the end of a section. */
export interface Stub {
  readonly name: string
  readonly section: number
  readonly size: number
  /** It is made when, without any stubs, this section begins at an address whose remainder is below a limit. */
  readonly when: { readonly section: number; readonly modulus: number; readonly below: number }
}

export interface Image {
  readonly base: bigint
  readonly word: 4 | 8
  readonly sections: readonly Section[]
  /** The section in which the tables lie, in front of its pieces. */
  readonly tableSection: number
  readonly stubs: readonly Stub[]
}

/** The object with the tables. */
export interface TableObject {
  readonly labels: readonly { readonly label: string; readonly offset: number }[]
  readonly size: number
  readonly alignment: number
}

interface Placed {
  readonly start: bigint
  readonly end: bigint
}

/** Links the image and lists its symbols as `nm -n` does. */
export function link(image: Image, tables: TableObject | null): Buffer {
  const bare = place(image, tables, [])
  const stubs = image.stubs.filter(
    ({ when }) => Number((bare[when.section] as Placed).start % BigInt(when.modulus)) < when.below,
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

/** Where the content of each section begins and ends. */
function place(
  { base, sections, tableSection }: Image,
  tables: TableObject | null,
  stubs: readonly Stub[],
): Placed[] {
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

interface Line {
  readonly address: bigint
  readonly letter: string
  readonly name: string
}

function symbolsOf(
  { sections, tableSection }: Image,
  tables: TableObject | null,
  stubs: readonly Stub[],
  placed: readonly Placed[],
): Line[] {
  const lines: Line[] = []
  for (const [i, section] of sections.entries()) {
    const { start, end } = placed[i] as Placed
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
    const behind = alignUp(end, section.endAlignment)
    add(section.endSymbols, behind, letter)
    const isBeginning = placed.some(other => other.start === behind)
    add(section.looseSymbols, behind, isBeginning ? letter : 'A')
  }
  return lines
}

/** The letter of a section's symbols: its own, or that of a neighbour where it is empty. */
function letterOf(
  sections: readonly Section[],
  placed: readonly Placed[],
  i: number,
  hasTables: boolean,
): string {
  const own = sections[i] as Section
  if (own.pieces.length > 0 || hasTables) return own.letter
  const next = sections[i + 1]
  const previous = sections[i - 1]
  if (next && (placed[i + 1] as Placed).start === (placed[i] as Placed).start) return next.letter
  return (previous ?? next ?? own).letter
}

function alignUp(at: bigint, alignment: number): bigint {
  const mask = BigInt(alignment) - 1n
  return (at + mask) & ~mask
}
