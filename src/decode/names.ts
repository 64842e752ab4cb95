/**
 * The names of a table, as the kernel reads them: the length of a name, its codes, and for each code a text.
 *
 * The bytes may come from a damaged image. Every place that a length, a marker or an index points to is checked before it
 * is read. Padding after the last name is never read.
 *
 * The kernel truncates a name to KSYM_NAME_LEN, the size of its caller's buffer; here names are complete.
 */
import type { Dialect } from '../dialect/dialect.js'
import { SYMBOLS_PER_MARKER } from '../layout/format.js'
import { compareName, type NameSource } from './name-search.js'
import { damaged, type RawTables, readMarkers, required, type TableFormat } from './tables.js'

/** Longer than any dialect allows: a damaged table is not expanded any further. */
const LONGEST_SYMBOL = 0xffff

/** What the 256 codes stand for. */
export interface TokenTexts {
  readonly text: Uint8Array
  readonly start: Uint32Array
  /** Bytes before the NUL. */
  readonly length: Uint32Array
}

/**
 * Finds the text of each code.
 *
 * @param table `kallsyms_token_table`
 * @param index `kallsyms_token_index` as numbers
 * @throws {KallsymsError} `bad-input` where a text lies outside the table or has no end
 */
export function tokenTexts(table: Uint8Array, index: ArrayLike<number>): TokenTexts {
  const start = Uint32Array.from(index)
  const length = start.map((from, code) => {
    const end = from < table.length ? table.indexOf(0, from) : -1
    if (end < 0) throw damaged(`the text of code ${code} does not end in kallsyms_token_table`)
    return end - from
  })
  return { text: table, start, length }
}

/** Codes that stand for themselves, for tables without tokens. */
export function literalTexts(): TokenTexts {
  const text = Uint8Array.from({ length: 256 }, (_, code) => code)
  return { text, start: Uint32Array.from(text), length: new Uint32Array(256).fill(1) }
}

/**
 * A cursor over the names of a table.
 *
 * @param tokens what their codes stand for
 * @throws {KallsymsError} `bad-input` where names or markers are missing or too short
 */
export function openNames(
  tables: RawTables,
  format: TableFormat,
  count: number,
  tokens: TokenTexts,
): NameCursor {
  const names = required(tables, 'kallsyms_names')
  if (names.length < count) throw damaged(`kallsyms_names has fewer than ${count} names`)
  return new NameCursor(names, readMarkers(tables, format, count), tokens, format.dialect.nameLength)
}

/** A cursor over `kallsyms_names`: at a name, it gives its codes, its text and the offset of the next one. */
export class NameCursor {
  /** Where the codes of the name begin, and where the next name does. */
  private first = 0
  private end = 0

  constructor(
    private readonly names: Uint8Array,
    private readonly markers: Uint32Array,
    private readonly tokens: TokenTexts,
    private readonly form: Dialect['nameLength'],
  ) {}

  /** Where the name after the current one begins; 0 before the first move. */
  get next(): number {
    return this.end
  }

  /** Moves to a symbol: to the marker before it, and from there over the names between. */
  moveToSymbol(symbol: number): void {
    this.moveTo(this.markers[Math.floor(symbol / SYMBOLS_PER_MARKER)] as number)
    for (let left = symbol % SYMBOLS_PER_MARKER; left > 0; left--) this.moveTo(this.end)
  }

  /**
   * Moves to the name at an offset: its length is read.
   *
   * A length of one byte cannot exceed 255. Where the C tool counted further, as it may up to 3.10, the assembler has
   * truncated the number, and neither the kernel nor this finds the next name before the next marker.
   */
  moveTo(offset: number): void {
    const { names } = this
    if (offset >= names.length) throw damaged('a name begins after the end of kallsyms_names')
    let length = names[offset] as number
    let first = offset + 1
    if (this.form === 'uleb128' && length > 0x7f) {
      length = (length & 0x7f) | ((names[first] as number) << 7)
      first++
    } else if (this.form === 'zero-prefix' && length === 0) {
      length = ((names[first] as number) << 8) | (names[first + 1] as number)
      first += 2
    }
    // Up to here, missing bytes have counted as zeros.
    if (length === 0) throw damaged('a name in kallsyms_names is empty')
    if (first + length > names.length) throw damaged('a name extends past the end of kallsyms_names')
    this.first = first
    this.end = first + length
  }

  /**
   * The type letter, from the first code alone, as the kernel looks it up; 0 where the code has no text.
   *
   * For a length of two bytes, kernels from 6.1 until late 2023 took its second byte for the code, and showed the type
   * of an unrelated token. This does what they meant.
   */
  type(): number {
    const { text, start, length } = this.tokens
    const code = this.names[this.first] as number
    return length[code] === 0 ? 0 : (text[start[code] as number] as number)
  }

  /** Bytes of type letter and name together. */
  textLength(): number {
    const { length } = this.tokens
    let sum = 0
    for (let at = this.first; at < this.end; at++) sum += length[this.names[at] as number] as number
    if (sum > LONGEST_SYMBOL) throw damaged('a name is longer than a kernel can have')
    return sum
  }

  /**
   * Writes type letter and name.
   *
   * @param target has `textLength()` bytes from `at` on
   * @returns the position after them
   */
  expand(target: Uint8Array, at: number): number {
    const { names, end } = this
    const { text, start, length } = this.tokens
    for (let i = this.first; i < end; i++) {
      const code = names[i] as number
      const from = start[code] as number
      const to = from + (length[code] as number)
      for (let byte = from; byte < to; byte++) target[at++] = text[byte] as number
    }
    return at
  }

  /** Whether the name, without its type letter, is this one. */
  isNamed(name: Uint8Array): boolean {
    const { names, end } = this
    const { text, start, length } = this.tokens
    // The first character is the type, whatever token it comes from.
    let compared = -1
    for (let i = this.first; i < end; i++) {
      const code = names[i] as number
      const from = start[code] as number
      const to = from + (length[code] as number)
      for (let byte = from; byte < to; byte++) {
        if (compared >= 0 && text[byte] !== name[compared]) return false
        compared++
      }
    }
    return Math.max(compared, 0) === name.length
  }
}

/** The names in `kallsyms_names`, for a search: compared without an allocation per name. */
export class StoredNames implements NameSource {
  private scratch = new Uint8Array(1024)

  constructor(
    private readonly cursor: NameCursor,
    private readonly count: number,
  ) {}

  compare(symbol: number, other: Uint8Array, cut: Uint8Array | null): number {
    const { cursor } = this
    cursor.moveToSymbol(symbol)
    const needed = cursor.textLength()
    if (this.scratch.length < needed) this.scratch = new Uint8Array(2 * needed)
    return compareName(this.scratch, cursor.expand(this.scratch, 0), other, cut)
  }

  scan(name: Uint8Array): number[] {
    const { cursor, count } = this
    const found: number[] = []
    for (let symbol = 0, at = 0; symbol < count; symbol++, at = cursor.next) {
      cursor.moveTo(at)
      if (cursor.isNamed(name)) found.push(symbol)
    }
    return found
  }
}
