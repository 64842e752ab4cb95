/**
 * The grammar up to 6.4: what `fscanf("%llx %c %Ns\n")` makes of the bytes.
 *
 * Line ends are blanks like any other, so that a record that lacks a field takes it from the next line, and a name
 * that is longer than N leaves its tail to be read as the next record. Where no record can be made, up to N bytes
 * of the line are thrown away and reading goes on. All of that decides bytes of the output, and is kept. Records that
 * fscanf and everybody else reads in the same way are read by `plain.ts`.
 */
import type { NameLimit } from '../dialect/dialect.js'
import type { Report } from '../problem.js'
import { type SymbolTable, TableBuilder } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { FastPath } from './fast-path.js'
import { longestName, rejectName } from './name-limit.js'
import { type HexNumber, isSpace, readHex } from './number.js'

const NEWLINE = 0x0a

/**
 * Parses a map as a stream of words.
 *
 * @param width the most bytes that a name takes (N above), and that are thrown away at once
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
  const plain = new FastPath(arena, input, builder, Math.min(longest, width))
  const number: HexNumber = { high: 0, low: 0 }
  let at = 0

  for (;;) {
    at = skipSpace(input, plain.read(at), size)
    if (at >= size) break

    const behind = readHex(input, at, size, true, number)
    at = behind < 0 ? ~behind : behind
    if (behind < 0) {
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
    else rejectName(text.subarray(name, end), nameLimit, report)
  }
  return builder.finish()

  /** Throws away the rest of the line, or as much of it as one call takes; returns where to go on. */
  function recover(position: number): number {
    if (position >= size) {
      if (reportsReadErrors) report({ kind: 'cut-short' })
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
