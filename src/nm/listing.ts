/**
 * Maps as `nm -n` prints them, read line by line to be explained: symbols are read as nm means them, whatever the
 * grammar of a kernel's tool would make of the text, and a line that nm does not print is an error.
 */
import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { quoted } from '../symbols/quoted.js'
import { type SymbolTable, TableBuilder } from '../symbols/table.js'
import { longestName } from './name-limit.js'
import { HEX_VALUE } from './number.js'

/** The symbols of a map. */
export interface Listing {
  /** In the order of the map. */
  readonly table: SymbolTable
  /** Bytes of an address, from the number of digits; null for an empty map. */
  readonly wordBytes: 4 | 8 | null
  /** Names that the tool skips because of their length, as Latin-1. */
  readonly tooLong: readonly string[]
  /** The type letters that occur, including those of undefined symbols. */
  readonly types: ReadonlySet<string>
}

const BLANK = 0x20
const CARRIAGE_RETURN = 0x0d

/** Reads the lines of a map one by one. */
export class ListingReader {
  private readonly builder: TableBuilder
  private readonly longest: number
  private readonly tooLong: string[] = []
  private line = 0
  private digits = 0
  private readonly types = new Set<number>()

  /** @param nameLimit of the kernel's tool: longer names do not enter the table */
  constructor(nameLimit: NameLimit | null) {
    if (nameLimit !== null && typeof nameLimit?.limit !== 'number') {
      throw new TypeError('the name limit is that of a dialect, or null')
    }
    this.builder = new TableBuilder(0)
    this.longest = longestName(nameLimit)
  }

  /**
   * Reads the next line.
   *
   * @param line without its end, one character for each byte
   * @throws {KallsymsError} `bad-input` if it is not `ADDRESS TYPE NAME`
   */
  add(line: string): void {
    this.line++
    let at = 0
    let high = 0
    let low = 0
    for (; at < line.length; at++) {
      const digit = HEX_VALUE[line.charCodeAt(at) & 0xff] as number
      if (digit < 0) break
      high = (high << 4) | (low >>> 28)
      low = (low << 4) | digit
    }
    if (at === 0) {
      this.addUndefined(line)
      return
    }
    if (
      at > 16 ||
      line.charCodeAt(at) !== BLANK ||
      line.charCodeAt(at + 2) !== BLANK ||
      line.length < at + 4
    ) {
      throw this.wrong(line, 'is not "ADDRESS TYPE NAME", as `nm -n` prints it')
    }
    if (at !== this.digits) {
      // nm prints all addresses of an image with the same number of digits.
      if (this.digits !== 0)
        throw this.wrong(line, 'has an address of another width than the lines before it')
      this.digits = at
    }
    const letter = line.charCodeAt(at + 1)
    this.types.add(letter)
    let end = line.length
    if (line.charCodeAt(end - 1) === CARRIAGE_RETURN) end--
    const length = end - at - 3
    if (length > this.longest) {
      this.tooLong.push(line.slice(at + 3, end))
      return
    }
    const { builder } = this
    builder.reserve(length + 1)
    const { text, next } = builder
    text[next] = letter
    for (let i = 0; i < length; i++) text[next + 1 + i] = line.charCodeAt(at + 3 + i)
    builder.add(next + 1 + length, high, low)
  }

  /** The map, after its last line. */
  finish(): Listing {
    const types = new Set([...this.types].map(letter => String.fromCharCode(letter)))
    const wordBytes = this.digits === 0 ? null : this.digits > 8 ? 8 : 4
    return { table: this.builder.finish(), wordBytes, tooLong: this.tooLong, types }
  }

  /** A line without an address: an undefined symbol, or an empty line. */
  private addUndefined(line: string): void {
    const [, letter] = /^\s+([UwvV]) \S/.exec(line) ?? []
    if (letter !== undefined) this.types.add(letter.charCodeAt(0))
    else if (line.trim() !== '') throw this.wrong(line, 'is not "ADDRESS TYPE NAME", as `nm -n` prints it')
  }

  private wrong(line: string, what: string): KallsymsError {
    return new KallsymsError('bad-input', `${quoted(line)} ${what}`, { line: this.line })
  }
}
