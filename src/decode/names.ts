/**
 * The names of a table, as the kernel reads them: the length of a name, its codes, and for each code a text.
 *
 * Nothing is taken for granted about the bytes: they may come from a damaged image. Every place that a length, a
 * marker or an index leads to is checked before it is read, and what padding stands behind the last name is never
 * looked at.
 *
 * The kernel cuts a name to the room that its caller has, KSYM_NAME_LEN; here names are whole.
 */
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { SYMBOLS_PER_MARKER } from '../layout/format.js'
import { hasAt } from '../symbols/bytes.js'

/** More than any dialect lets a name have: a damaged table is not expanded any further. */
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

/** A cursor over `kallsyms_names`: moved to a name, it gives its codes, its text and the place of the next one. */
export class NameCursor {
  /** Where the codes of the name begin, and where the next name does. */
  private first = 0
  private end = 0
  /** Holds a name that is compared. */
  private scratch = new Uint8Array(1024)

  constructor(
    private readonly names: Uint8Array,
    private readonly markers: Uint32Array,
    private readonly tokens: TokenTexts,
    private readonly form: Dialect['nameLength'],
  ) {}

  /** Where the name begins that stands behind the current one; 0 before the first move. */
  get next(): number {
    return this.end
  }

  /** Moves to a symbol: to the marker in front of it, and from there over the names in between. */
  moveToSymbol(symbol: number): void {
    this.moveTo(this.markers[Math.floor(symbol / SYMBOLS_PER_MARKER)] as number)
    for (let left = symbol % SYMBOLS_PER_MARKER; left > 0; left--) this.moveTo(this.end)
  }

  /**
   * Moves to the name at an offset: its length is read.
   *
   * A length of one byte cannot tell more than 255: where the C tool counted further, as up to 3.10 it may, the
   * assembler has cut the number, and neither the kernel nor this finds the next name before the next marker.
   */
  moveTo(offset: number): void {
    const { names } = this
    if (offset >= names.length) throw damaged('a name begins behind the end of kallsyms_names')
    let length = names[offset] as number
    let first = offset + 1
    if (this.form === 'uleb128' && length > 0x7f) {
      length = (length & 0x7f) | ((names[first] as number) << 7)
      first++
    } else if (this.form === 'zero-prefix' && length === 0) {
      length = ((names[first] as number) << 8) | (names[first + 1] as number)
      first += 2
    }
    // Bytes that are not there have counted as zeros until here.
    if (length === 0) throw damaged('a name in kallsyms_names is empty')
    if (first + length > names.length) throw damaged('a name reaches behind the end of kallsyms_names')
    this.first = first
    this.end = first + length
  }

  /**
   * The type letter, from the first code alone, as the kernel looks it up; 0 where the code has no text.
   *
   * For a length of two bytes kernels from 6.1 until late 2023 took the second of these for the code, and showed the
   * type of whatever token that was. What they meant is done here.
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
   * @param target has room for `textLength()` bytes
   * @returns the position behind them
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

  /**
   * Compares the name, without its type letter, with another as bytes.
   *
   * @param cut the name ends at the first such text; null: where it ends
   * @returns below 0 where the name comes before the other, 0 where they are equal
   */
  compare(other: Uint8Array, cut: Uint8Array | null): number {
    const needed = this.textLength()
    if (this.scratch.length < needed) this.scratch = new Uint8Array(2 * needed)
    const { scratch } = this
    const expanded = this.expand(scratch, 0)
    const end = cut === null ? expanded : cutAt(scratch, expanded, cut)
    for (let at = 1; at < end && at <= other.length; at++) {
      const difference = (scratch[at] as number) - (other[at - 1] as number)
      if (difference !== 0) return difference
    }
    return Math.max(end - 1, 0) - other.length
  }
}

/** Where the first cut begins behind the type letter, or the end of the text. */
function cutAt(text: Uint8Array, end: number, cut: Uint8Array): number {
  for (let at = 1; at + cut.length <= end; at++) if (hasAt(text, at, cut)) return at
  return end
}

export function damaged(what: string): KallsymsError {
  return new KallsymsError('bad-input', `${what}: the tables are damaged, or of another dialect`)
}
