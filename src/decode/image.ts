/**
 * The bytes of all tables of an assembly text, in one growing buffer: the contents of the section in an object file,
 * before relocation.
 */

import { BACKSLASH, badLine, octalByte, type ScanTarget, skipBlanks } from '../assembly/scan.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'

/** A label and the bytes up to the next one. */
export interface AssembledTable {
  /** Bytes from the first label of the text, including alignment. */
  readonly offset: number
  /** Content and padding. */
  readonly bytes: Uint8Array
  /** Number of these bytes that come from `.skip`. */
  readonly padding: number
  /** Offsets in `bytes` of words to which the address of `_text` must be added; ascending. */
  readonly textWords: Uint32Array
  /** Offsets of four bytes that are the d of `_text - . + (d)`; ascending. */
  readonly textDistances: Uint32Array
}

const PLUS = 0x2b
const COMMA = 0x2c
const MINUS = 0x2d
const DOT = 0x2e
const ZERO = 0x30
const SMALL_X = 0x78
const TEXT = bytesOf('_text')
const DISTANCE_START = bytesOf('+ (')
const CLOSED = 0x29

/** Above the value of any digit, and also when combined with one. */
const NO_DIGIT = 256

/** The value of a hexadecimal digit. */
const DIGIT: Uint16Array = new Uint16Array(256).fill(NO_DIGIT)
for (let value = 0; value < 16; value++) {
  DIGIT[value.toString(16).charCodeAt(0)] = value
  DIGIT[value.toString(16).toUpperCase().charCodeAt(0)] = value
}

/** The most bytes of all tables together: ten times as many as in the largest kernel. */
const LARGEST_IMAGE = 1 << 30

/** Where a table begins: its offset, and its first entries in the lists of positions. */
interface Start {
  readonly label: string
  readonly at: number
  readonly textWords: number
  readonly textDistances: number
  end: number
  padding: number
}

/** Collects the bytes of all tables in one buffer. */
export class Image implements ScanTarget {
  private bytes: Uint8Array
  private view: DataView
  private end = 0
  private readonly starts: Start[] = []
  private readonly labels = new Set<string>()
  private readonly textWords = new Positions()
  private readonly textDistances = new Positions()
  /** The last number that was read. */
  private high = 0
  private low = 0

  constructor(
    private readonly text: Uint8Array,
    private readonly wordBytes: 4 | 8,
    private readonly bigEndian: boolean,
    /** What the text includes; null if that is not known. */
    private readonly included: Uint8Array | null,
  ) {
    // A byte takes at least four characters, as in `0x12`. Strings take fewer: then the buffer grows.
    this.bytes = new Uint8Array((text.length >> 2) + 64)
    this.view = new DataView(this.bytes.buffer)
  }

  label(label: string, at: number): void {
    if (this.labels.has(label)) throw badLine(this.text, at, 'is defined twice')
    this.labels.add(label)
    this.starts.push({
      label,
      at: this.end,
      textWords: this.textWords.count,
      textDistances: this.textDistances.count,
      end: this.end,
      padding: 0,
    })
  }

  align(bytes: number): void {
    // Alignment belongs to the next label, not to the table that ends here.
    if (this.starts.length > 0) this.reserve(0, (this.end + bytes - 1) & -bytes)
  }

  skip(bytes: number, at: number): void {
    const start = this.current(at)
    this.reserve(at, this.end + bytes)
    start.padding += bytes
    start.end = this.end
  }

  include(from: number, bytes: number, at: number): void {
    if (this.included === null) throw badLine(this.text, at, 'includes a file: give its bytes as `included`')
    if (from + bytes > this.included.length) throw badLine(this.text, at, 'includes more than the file has')
    const start = this.current(at)
    const place = this.end
    this.reserve(at, place + bytes)
    this.bytes.set(this.included.subarray(from, from + bytes), place)
    start.end = this.end
  }

  string(from: number, to: number, at: number): void {
    const start = this.current(at)
    const place = this.end
    this.reserve(at, place + to - from + 1)
    this.bytes.set(this.text.subarray(from, to), place)
    start.end = this.end
  }

  escapedString(from: number, to: number, at: number): void {
    const start = this.current(at)
    const { text } = this
    let place = this.end
    this.reserve(at, place + to - from)
    for (let i = from; i < to; i++) {
      const byte = text[i] as number
      const isEscape = byte === BACKSLASH
      this.bytes[place++] = isEscape ? octalByte(text, i) : byte
      if (isEscape) i += 3
    }
    this.end = place
    start.end = this.end
  }

  values(from: number, width: number): number {
    const start = this.current(from)
    const { text } = this
    let at = from
    for (;;) {
      const place = this.end
      if (place + 8 > this.bytes.length) this.grow(from, place + 8)
      // Nearly all values are bytes with two digits.
      const byte = width === 1 ? twoDigits(text, at) : NO_DIGIT
      if (byte < NO_DIGIT) {
        this.bytes[place] = byte
        this.end = place + 1
        at += 4
      } else {
        at = this.value(at, width)
      }
      at = skipBlanks(text, at)
      if (text[at] !== COMMA) break
      at = skipBlanks(text, at + 1)
    }
    start.end = this.end
    return at
  }

  /** The tables. Nothing can be added after this call. */
  tables(): Map<string, AssembledTable> {
    const tables = new Map<string, AssembledTable>()
    for (const [i, start] of this.starts.entries()) {
      const next = this.starts[i + 1]
      const { label, at: offset, end, padding } = start
      tables.set(label, {
        offset,
        bytes: this.bytes.subarray(offset, end),
        padding,
        textWords: this.textWords.slice(start.textWords, next?.textWords, offset),
        textDistances: this.textDistances.slice(start.textDistances, next?.textDistances, offset),
      })
    }
    return tables
  }

  private current(at: number): Start {
    const start = this.starts.at(-1)
    if (!start) throw badLine(this.text, at, 'is before any label')
    return start
  }

  /** Extends the image with zeros. */
  private reserve(at: number, end: number): void {
    if (end > this.bytes.length) this.grow(at, end)
    this.end = end
  }

  private grow(at: number, least: number): void {
    if (least > LARGEST_IMAGE) throw badLine(this.text, at, 'makes the tables larger than 1 GiB')
    const bytes = new Uint8Array(Math.max(least, 2 * this.bytes.length))
    bytes.set(this.bytes)
    this.bytes = bytes
    this.view = new DataView(bytes.buffer)
  }

  /** Stores one value; returns the position after it. */
  private value(from: number, width: number): number {
    const { text } = this
    if (!hasAt(text, from, TEXT)) {
      const at = this.number(from)
      this.put(width)
      return at
    }
    let at = skipBlanks(text, from + TEXT.length)
    const sign = text[at]
    this.high = 0
    this.low = 0
    const afterSign = skipBlanks(text, at + 1)
    if (sign === MINUS && text[afterSign] === DOT) return this.distance(afterSign + 1, width)
    if (sign === PLUS || sign === MINUS) {
      at = this.digits(afterSign)
      if (sign === MINUS) this.negate()
    }
    if (width !== this.wordBytes) throw badLine(text, from, 'has an address in a directive that is no word')
    this.textWords.add(this.end)
    this.put(width)
    return at
  }

  /** Stores the rest of a value after `_text - .`. */
  private distance(from: number, width: number): number {
    const { text } = this
    let at = skipBlanks(text, from)
    if (hasAt(text, at, DISTANCE_START)) {
      at = this.number(at + DISTANCE_START.length)
      if (text[at++] !== CLOSED) throw badLine(text, from, 'has no closing bracket')
    }
    if (width !== 4) throw badLine(text, from, 'has a distance in a directive that is not four bytes')
    this.textDistances.add(this.end)
    this.put(width)
    return at
  }

  /** Reads a number with an optional sign; returns the position after it. */
  private number(from: number): number {
    const sign = this.text[from]
    if (sign !== MINUS && sign !== PLUS) return this.digits(from)
    const at = this.digits(from + 1)
    if (sign === MINUS) this.negate()
    return at
  }

  /** Reads decimal digits, or hexadecimal ones after 0x. */
  private digits(from: number): number {
    const { text } = this
    let at = from
    let high = 0
    let low = 0
    if (text[at] === ZERO && text[at + 1] === SMALL_X) {
      at += 2
      for (; at < text.length; at++) {
        const digit = DIGIT[text[at] as number] as number
        if (digit > 15) break
        if (high >>> 28 !== 0) throw badLine(text, from, 'has a number of more than 64 bits')
        high = (high << 4) | (low >>> 28)
        low = (low << 4) | digit
      }
      if (at === from + 2) throw badLine(text, from, 'has 0x without a digit')
    } else {
      let value = 0
      for (; at < text.length; at++) {
        const digit = DIGIT[text[at] as number] as number
        if (digit > 9) break
        value = value * 10 + digit
      }
      if (at === from) throw badLine(text, from, 'has no number where one is expected')
      if (value > Number.MAX_SAFE_INTEGER) throw badLine(text, from, 'has a decimal number that is too large')
      high = Math.floor(value / 2 ** 32)
      low = value % 2 ** 32
    }
    this.high = high >>> 0
    this.low = low >>> 0
    return at
  }

  private negate(): void {
    this.high = (~this.high + (this.low === 0 ? 1 : 0)) >>> 0
    this.low = -this.low >>> 0
  }

  /** Stores the last number, truncated to `width` bytes, which have been reserved. */
  private put(width: number): void {
    const { view, end, high, low, bigEndian } = this
    if (width === 1) view.setUint8(end, low)
    else if (width === 2) view.setUint16(end, low, !bigEndian)
    else {
      if (width === 8) view.setUint32(bigEndian ? end : end + 4, high, !bigEndian)
      view.setUint32(bigEndian ? end + width - 4 : end, low, !bigEndian)
    }
    this.end = end + width
  }
}

/** The value of `0xNN`, and `NO_DIGIT` or more for any other number. */
function twoDigits(text: Uint8Array, at: number): number {
  if (text[at] !== ZERO || text[at + 1] !== SMALL_X || at + 4 > text.length) return NO_DIGIT
  if (at + 4 < text.length && DIGIT[text[at + 4] as number] !== NO_DIGIT) return NO_DIGIT
  return ((DIGIT[text[at + 2] as number] as number) << 4) | (DIGIT[text[at + 3] as number] as number)
}

/** A growing array of positions. */
class Positions {
  count = 0
  private list = new Uint32Array(64)

  add(position: number): void {
    if (this.count === this.list.length) {
      const list = new Uint32Array(2 * this.count)
      list.set(this.list)
      this.list = list
    }
    this.list[this.count++] = position
  }

  /** A part of the positions, relative to an origin. */
  slice(from: number, to: number = this.count, origin = 0): Uint32Array {
    return this.list.slice(from, to).map(position => position - origin)
  }
}
