/**
 * The grammar up to 6.4: records as `fscanf("%llx %c %Ns\n")` reads them.
 *
 * Newlines are blanks like any other: a record that lacks a field takes it from the next line, and the rest of a name of
 * more than N bytes is read as the next record. Where there is no record, up to N bytes of the line are skipped and
 * reading continues. All of that has an effect on the output, and is reproduced. Plain records, which fscanf reads like
 * any other reader, are read by `fast-path.ts`.
 */
import type { NameLimit } from '../dialect/dialect.js'
import type { Report } from '../problem.js'
import { type SymbolTable, TableBuilder } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { PlainRecords } from './fast-path.js'
import { LineCounter } from './lines.js'
import { longestName, rejectName } from './name-limit.js'
import { type HexNumber, isSpace, readHex } from './number.js'

const NEWLINE = 0x0a

/**
 * Parses a map as a stream of words.
 *
 * @param width the most bytes of a name (N above), and of what is skipped at once
 * @param reportsReadErrors whether the end of the input within a record is reported
 */
export function parseScanf(
  input: Uint8Array,
  width: number,
  nameLimit: NameLimit | null,
  reportsReadErrors: boolean,
  report: Report,
  arena: Arena = new Arena(),
): SymbolTable {
  const size = input.length
  const builder = new TableBuilder(size, arena)
  const { text } = builder
  const longest = longestName(nameLimit)
  const plain = new PlainRecords(arena, input, builder, Math.min(longest, width))
  const number: HexNumber = { high: 0, low: 0 }
  const lines = new LineCounter(input)
  let at = 0

  for (;;) {
    at = skipSpace(input, plain.read(at), size)
    if (at >= size) break

    const after = readHex(input, at, size, true, number)
    at = after < 0 ? ~after : after
    if (after < 0) {
      at = recover(at)
      continue
    }
    at = skipSpace(input, at, size)
    if (at >= size) {
      at = recover(at)
      continue
    }
    const type = input[at++] as number
    at = skipSpace(input, at, size)
    if (at >= size) {
      at = recover(at)
      continue
    }

    let end = builder.next
    const name = end + 1
    const from = at
    text[end++] = type
    const stop = Math.min(size, at + width)
    let isCut = false
    for (; at < stop; at++) {
      const byte = input[at] as number
      if (isSpace(byte)) break
      if (byte === 0) isCut = true
      if (!isCut) text[end++] = byte
    }

    if (end - name <= longest) builder.add(end, number.high, number.low)
    else rejectName(text.subarray(name, end), lines.lineOf(from), nameLimit, report)
  }
  return builder.finish()

  /** Skips the rest of the line, or as much of it as one call of the C tool does; returns where to continue. */
  function recover(position: number): number {
    if (position >= size) {
      if (reportsReadErrors) report({ kind: 'cut-short', line: lines.lineOf(lastByte(input)) })
      return position
    }
    const stop = Math.min(size, position + width)
    const newline = input.subarray(position, stop).indexOf(NEWLINE)
    return newline < 0 ? stop : position + newline + 1
  }
}

function skipSpace(input: Uint8Array, from: number, size: number): number {
  let at = from
  while (at < size && isSpace(input[at] as number)) at++
  return at
}

/** Where the last byte of an input is that is not white space. */
function lastByte(input: Uint8Array): number {
  let at = input.length - 1
  while (at > 0 && isSpace(input[at] as number)) at--
  return at
}
