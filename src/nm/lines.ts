/**
 * The grammar of 6.5 and later: one record a line, `ADDRESS TYPE NAME` with single blanks, all else is fatal.
 *
 * The name is the rest of the line, blanks and carriage returns included, up to a NUL. What reads oddly here and yet
 * is so in the C tool: the address may have white space, a sign and `0x` in front; the type may itself be a blank.
 */

import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import type { Report } from '../problem.js'
import { type SymbolTable, TableBuilder } from '../symbols/table.js'
import { longestName, rejectName } from './name-limit.js'
import { HEX_VALUE, type HexNumber, isSpace, readHex } from './number.js'

const BLANK = 0x20
const NEWLINE = 0x0a

/**
 * Parses a map line by line.
 *
 * @throws {KallsymsError} `bad-input` at the first line that is no record
 */
export function parseLines(input: Uint8Array, nameLimit: NameLimit | null, report: Report): SymbolTable {
  const size = input.length
  const builder = new TableBuilder(size)
  const { text } = builder
  const longest = longestName(nameLimit)
  const number: HexNumber = { high: 0, low: 0 }
  let at = 0
  while (at < size) {
    const line = at
    // Nearly every address is a plain run of at most 16 digits; the rest takes the long way.
    let upper = 0
    let lower = 0
    for (; at < size; at++) {
      const digit = HEX_VALUE[input[at] as number] as number
      if (digit < 0) break
      upper = (upper << 4) | (lower >>> 28)
      lower = (lower << 4) | digit
    }
    if (at === line || at - line > 16 || input[at] !== BLANK) {
      while (at < size && input[at] !== NEWLINE) at++
      at = readUnusualAddress(input, line, at, number)
      upper = number.high
      lower = number.low
    }
    if (at + 2 >= size || input[at] !== BLANK || input[at + 2] !== BLANK) throw malformed(input, line)
    const type = input[at + 1] as number
    if (type >= 0x80 || type === NEWLINE) throw malformed(input, line)
    at += 3

    let end = builder.next
    const name = end + 1
    text[end++] = type
    let byte = NEWLINE
    for (; at < size; at++) {
      byte = input[at] as number
      if (byte === NEWLINE || byte === 0) break
      text[end++] = byte
    }
    while (at < size && byte !== NEWLINE) byte = input[++at] as number
    at++

    if (end - name <= longest) builder.add(end, upper, lower)
    else rejectName(text.subarray(name, end), nameLimit, report)
  }
  return builder.finish()
}

/** An address with blanks, a sign or a prefix, or of more than 16 digits; returns the position behind it. */
function readUnusualAddress(input: Uint8Array, line: number, end: number, number: HexNumber): number {
  let at = line
  while (at < end && isSpace(input[at] as number)) at++
  at = readHex(input, at, end, false, number)
  if (at < 0) throw malformed(input, line)
  return at
}

/** How much of a bad line a message shows. */
const SHOWN = 60

function malformed(input: Uint8Array, from: number): KallsymsError {
  let line = 1
  for (let at = 0; at < from; at++) if (input[at] === NEWLINE) line++
  let to = input.indexOf(NEWLINE, from)
  if (to < 0) to = input.length
  const shown = String.fromCharCode(...input.subarray(from, Math.min(to, from + SHOWN)))
  const escaped = shown.replace(/[^ -~]/g, byte => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
  const quoted = `"${escaped}${to - from > SHOWN ? '…' : ''}"`
  const hint = /^\s+[UwvN] /.test(shown)
    ? 'an undefined symbol: filter the map as the kernel does (mksysmap), or choose the dialect with --kernel'
    : 'not "ADDRESS TYPE NAME" as `nm -n` prints it'
  return new KallsymsError('bad-input', `${quoted} is ${hint}`, { line, original: 'line format error' })
}
