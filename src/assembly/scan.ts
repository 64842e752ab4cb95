/**
 * Scans assembly text line by line: labels, alignment, and directives that make bytes. The target of the scan decides
 * what to do with them.
 *
 * The text is as the C tools and ours write it, not any text that an assembler accepts: names and strings are raw bytes,
 * without escapes, and a comment ends with its line whatever is in it. Strings without a NUL are those of compact text,
 * which has octal escapes. A kernel's text is tens of megabytes, so that the bytes are read once, in place; lines are
 * counted only for an error message.
 */
import { KallsymsError } from '../errors.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import { quoted } from '../symbols/quoted.js'

const TAB = 0x09
const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d
const BLANK = 0x20
const QUOTE = 0x22
const HASH = 0x23
const STAR = 0x2a
const SLASH = 0x2f
const ZERO = 0x30
const COLON = 0x3a
export const BACKSLASH = 0x5c

/** Receives what is in a text, in its order. */
export interface ScanTarget {
  /** A table begins. */
  label(name: string, at: number): void
  /** Alignment in bytes, a power of two. */
  align(bytes: number): void
  /** Zero bytes. */
  skip(bytes: number, at: number): void
  /** Bytes of the file that the text includes, from `start` on. */
  include(start: number, bytes: number, at: number): void
  /** The bytes `[from, to)` of the text, and a NUL. */
  string(from: number, to: number, at: number): void
  /** The bytes `[from, to)` of the text, in which a backslash and three octal digits stand for one byte. */
  escapedString(from: number, to: number, at: number): void
  /**
   * Values of `width` bytes each, separated by commas, from `at` on.
   *
   * @returns the position after the last of them
   */
  values(at: number, width: number): number
}

/** What has to be known to read a text, and is not in it. */
export interface ScanOptions {
  /** Bytes of the target's word, the size of `PTR` and the alignment of `ALGN`: 8 if not given. */
  readonly wordBytes?: 4 | 8
  /** The byte before every label, from `--symbol-prefix=`; -1 for none. */
  readonly symbolPrefix?: number
}

/** Directives that list values, with the width of a value; 0 stands for a word. Frequent ones come first. */
const VALUES: readonly (readonly [directive: Uint8Array, width: number])[] = [
  [bytesOf('.byte'), 1],
  [bytesOf('.long'), 4],
  [bytesOf('PTR'), 0],
  [bytesOf('.short'), 2],
  [bytesOf('.quad'), 8],
]

const ASCII = bytesOf('.ascii')
const ASCIZ = bytesOf('.asciz')
const SKIP = bytesOf('.skip')
const INCLUDE = bytesOf('.incbin')
const WORD_ALIGNMENT = bytesOf('ALGN')

/**
 * The operand is taken as bytes. To assemblers of some targets `.align 8` means 2^8 bytes: there the distances between
 * tables are larger than computed here, and the contents are the same.
 */
const ALIGNMENTS = [bytesOf('.balign'), bytesOf('.align')]

/** Directives that make no bytes. */
const SILENT = [bytesOf('.globl'), bytesOf('.section'), bytesOf('.data'), bytesOf('.size')]

/** The largest alignment that is accepted: a page of 64 KiB. */
const MAX_ALIGNMENT = 1 << 16

/** Characters of labels. */
const LABEL = /^[\w.$]{1,200}$/

/**
 * Scans a text.
 *
 * @throws {KallsymsError} `bad-input`, with the number of the line, at the first line that is none of the above
 */
export function scanAssembly(
  text: Uint8Array,
  { wordBytes = 8, symbolPrefix = -1 }: ScanOptions,
  target: ScanTarget,
): void {
  let at = 0
  while (at < text.length) {
    at = skipBlanks(text, at)
    const first = text[at]
    if (first === NEWLINE || first === CARRIAGE_RETURN || first === SLASH) at = endOfLine(text, at)
    else at = scanValues(text, at, wordBytes, target) ?? scanRare(text, at, wordBytes, symbolPrefix, target)
  }
}

/** Scans a line of values; null if it is another line. */
function scanValues(text: Uint8Array, at: number, wordBytes: 4 | 8, target: ScanTarget): number | null {
  for (const [directive, width] of VALUES) {
    if (!isDirective(text, at, directive)) continue
    const values = skipBlanks(text, at + directive.length)
    return endOfLine(text, target.values(values, width === 0 ? wordBytes : width))
  }
  return null
}

/** Scans any other line. */
function scanRare(
  text: Uint8Array,
  at: number,
  wordBytes: 4 | 8,
  symbolPrefix: number,
  target: ScanTarget,
): number {
  const end = lineEnd(text, at)
  if (isDirective(text, at, ASCII)) {
    target.escapedString(...stringIn(text, at, at + ASCII.length, end), at)
    return end + 1
  }
  if (isDirective(text, at, ASCIZ)) {
    target.string(...stringIn(text, at, at + ASCIZ.length, end), at)
    return end + 1
  }
  // Labels are tested before the rest: with a prefix, one may begin like a directive or a comment.
  if (text[end - 1] === COLON) {
    // A prefix that is a blank was skipped with the blanks.
    const name = text[at] === symbolPrefix ? at + 1 : at
    const label = String.fromCharCode(...text.subarray(name, Math.min(end - 1, name + 256)))
    if (!LABEL.test(label)) throw badLine(text, at, 'is not a label')
    target.label(label, at)
    return end + 1
  }
  if (text[at] === HASH) return end + 1
  if (SILENT.some(directive => isDirective(text, at, directive))) return end + 1
  if (isDirective(text, at, WORD_ALIGNMENT)) {
    target.align(wordBytes)
    return endOfLine(text, at + WORD_ALIGNMENT.length)
  }
  const alignment = ALIGNMENTS.find(directive => isDirective(text, at, directive))
  if (alignment) {
    const operand = decimal(text, at + alignment.length)
    if (operand.value < 1 || operand.value > MAX_ALIGNMENT || operand.value & (operand.value - 1)) {
      throw badLine(text, at, 'is not an alignment to a power of two')
    }
    target.align(operand.value)
    return endOfLine(text, operand.end)
  }
  if (isDirective(text, at, SKIP)) {
    const operand = decimal(text, at + SKIP.length)
    target.skip(operand.value, at)
    return endOfLine(text, operand.end)
  }
  if (isDirective(text, at, INCLUDE)) {
    // The name is as it was given, without escapes, so that the numbers are found from the end.
    const operands = /^[ \t]*".*", (\d{1,9}), (\d{1,9})[ \t\r]*$/.exec(latin1(text, at + INCLUDE.length, end))
    if (!operands) throw badLine(text, at, 'is not the name of a file, where to begin and how many bytes')
    target.include(Number(operands[1]), Number(operands[2]), at)
    return end + 1
  }
  throw badLine(text, at, 'is not a line of a symbol table')
}

function latin1(text: Uint8Array, from: number, to: number): string {
  return Buffer.from(text.buffer, text.byteOffset + from, to - from).toString('latin1')
}

/** The text between the first and the last quote of a line, which has nothing else after its directive. */
function stringIn(text: Uint8Array, at: number, operand: number, end: number): [from: number, to: number] {
  const from = skipBlanks(text, operand)
  let to = end
  while (to > from && isBlank(text[to - 1])) to--
  if (text[from] !== QUOTE || to - from < 2 || text[to - 1] !== QUOTE) {
    throw badLine(text, at, 'is not a string between quotes')
  }
  return [from + 1, to - 1]
}

/**
 * The byte that a backslash and three octal digits stand for.
 *
 * @throws {KallsymsError} `bad-input` if they are something else
 */
export function octalByte(text: Uint8Array, at: number): number {
  const first = (text[at + 1] as number) - ZERO
  const second = (text[at + 2] as number) - ZERO
  const third = (text[at + 3] as number) - ZERO
  if (!(first >= 0 && first <= 3 && second >= 0 && second <= 7 && third >= 0 && third <= 7)) {
    throw badLine(text, at, 'has an escape that is not three octal digits up to 377')
  }
  return (first << 6) | (second << 3) | third
}

function isDirective(text: Uint8Array, at: number, directive: Uint8Array): boolean {
  if (!hasAt(text, at, directive)) return false
  const next = text[at + directive.length]
  return next === undefined || next === NEWLINE || isBlank(next)
}

function isBlank(byte: number | undefined): boolean {
  return byte === TAB || byte === BLANK || byte === CARRIAGE_RETURN
}

/** The first position from `at` on without a blank. */
export function skipBlanks(text: Uint8Array, at: number): number {
  while (text[at] === TAB || text[at] === BLANK) at++
  return at
}

/** Where the next line begins; the rest of this one may be blanks and a comment. */
function endOfLine(text: Uint8Array, from: number): number {
  let at = from
  while (isBlank(text[at])) at++
  if (at >= text.length) return at
  if (text[at] === SLASH && text[at + 1] === STAR) {
    while (at < text.length && text[at] !== NEWLINE) at++
    return at + 1
  }
  if (text[at] !== NEWLINE) throw badLine(text, at, 'has something other than a comment after its values')
  return at + 1
}

function lineEnd(text: Uint8Array, at: number): number {
  const end = text.indexOf(NEWLINE, at)
  return end < 0 ? text.length : end
}

/** A number of at most nine decimal digits. */
function decimal(text: Uint8Array, from: number): { value: number; end: number } {
  let at = skipBlanks(text, from)
  const first = at
  let value = 0
  while (at < text.length && (text[at] as number) >= 0x30 && (text[at] as number) <= 0x39) {
    value = value * 10 + (text[at++] as number) - 0x30
  }
  if (at === first || at - first > 9) throw badLine(text, from, 'has no decimal number of up to nine digits')
  return { value, end: at }
}

/** The error for the line at a position. */
export function badLine(text: Uint8Array, at: number, what: string): KallsymsError {
  let line = 1
  let from = 0
  for (let i = 0; i < Math.min(at, text.length); i++) {
    if (text[i] !== NEWLINE) continue
    line++
    from = i + 1
  }
  const end = lineEnd(text, from)
  const bad = quoted(text.subarray(skipBlanks(text, from), end))
  return new KallsymsError('bad-input', `${bad} ${what}: is this what kallsyms wrote?`, { line })
}
