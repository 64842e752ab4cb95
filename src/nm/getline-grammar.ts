/**
 * The grammar of 6.5 and later: one record per line, `ADDRESS TYPE NAME` with single blanks; anything else is an error.
 *
 * The name is the rest of the line, blanks and carriage returns included, up to a NUL. As in the C tool, the address may
 * begin with white space, a sign and `0x`, and the type may be a blank. Plain records are read by `fast-path.ts`, all
 * others here.
 */

import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import type { Report } from '../problem.js'
import { quoted } from '../symbols/quoted.js'
import { type SymbolTable, TableBuilder } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { PlainRecords } from './fast-path.js'
import { LineCounter } from './lines.js'
import { longestName, rejectName } from './name-limit.js'
import { type HexNumber, isSpace, readHex } from './number.js'

const BLANK = 0x20
const NEWLINE = 0x0a

/**
 * Parses a map line by line.
 *
 * @throws {KallsymsError} `bad-input` at the first line that is not a record
 */
export function parseGetline(
  input: Uint8Array,
  nameLimit: NameLimit | null,
  report: Report,
  arena: Arena = new Arena(),
): SymbolTable {
  const size = input.length
  const builder = new TableBuilder(size, arena)
  const { text } = builder
  const longest = longestName(nameLimit)
  const plain = new PlainRecords(arena, input, builder, longest)
  const number: HexNumber = { high: 0, low: 0 }
  const lines = new LineCounter(input)
  for (let at = plain.read(0); at < size; at = plain.read(at)) {
    const line = at
    at = readAddress(input, line, number)
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

    if (end - name <= longest) builder.add(end, number.high, number.low)
    else rejectName(text.subarray(name, end), lines.lineOf(line), nameLimit, report)
  }
  return builder.finish()
}

/** Reads an address, which may begin with blanks, a sign or a prefix; returns the position after it. */
function readAddress(input: Uint8Array, line: number, number: HexNumber): number {
  const newline = input.indexOf(NEWLINE, line)
  const end = newline < 0 ? input.length : newline
  let at = line
  while (at < end && isSpace(input[at] as number)) at++
  at = readHex(input, at, end, false, number)
  if (at < 0) throw malformed(input, line)
  return at
}

/** More than nm prints before the name of an undefined symbol: 16 blanks, a blank, the letter and a blank. */
const LONGEST_START = 32

function malformed(input: Uint8Array, from: number): KallsymsError {
  const line = new LineCounter(input).lineOf(from)
  let to = input.indexOf(NEWLINE, from)
  if (to < 0) to = input.length
  const bad = input.subarray(from, to)
  const hint = /^\s+[UwvN] /.test(String.fromCharCode(...bad.subarray(0, LONGEST_START)))
    ? 'an undefined symbol: filter the map as the kernel does (mksysmap), or choose the dialect with --kernel'
    : 'not "ADDRESS TYPE NAME" as `nm -n` prints it: make the map again, or leave this line out'
  return new KallsymsError('bad-input', `${quoted(bad)} is ${hint}`, { line, original: 'line format error' })
}
