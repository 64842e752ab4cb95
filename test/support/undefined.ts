/**
 * Inputs for which a C tool's behaviour is undefined. The rules are narrow, and the parts of the output that remain
 * defined are compared.
 */
import type { Dialect } from '../../src/dialect/dialect.js'
import { KallsymsError } from '../../src/errors.js'
import { parse } from '../../src/nm/parse.js'
import type { SymbolTable } from '../../src/symbols/table.js'

export interface Undefined {
  readonly reason: string
  /** Removes the undefined parts from standard output; null if even the exit status is undefined. */
  readonly definedPart: ((stdout: Buffer) => Buffer) | null
}

/** What is undefined for a map, with any options; null if nothing is. */
export function undefinedBehaviour(map: Uint8Array, dialect: Dialect, ourOutput: Buffer): Undefined | null {
  if (dialect.grammar === 'lines' && endsAfterAddress(map)) {
    return {
      reason: 'the last line ends after "ADDRESS ": the C tool reads what an earlier line left in its buffer',
      definedPart: null,
    }
  }
  if (dialect.nameLimit === null && hasLongToken(ourOutput)) {
    return {
      reason: 'a token of 128 bytes or more: the C tool overruns the buffer for its text',
      definedPart: null,
    }
  }
  if (!dialect.seqs) return null
  const symbols = parsed(map, dialect)
  if (symbols === null) return null
  if (dialect.comments.offsets && someSymbol(symbols, symbol => firstByte(symbols, symbol) === 0)) {
    return {
      reason: 'a NUL as the type: the C tool compares and prints what an earlier symbol left in its buffer',
      definedPart: stdout => withoutSeqs(withoutComments(stdout)),
    }
  }
  // With type letter and NUL such a name is one byte longer than the C tool's buffers for comparing names. The byte
  // overwrites nothing of importance in the tools that print comments.
  if (!dialect.comments.offsets && someSymbol(symbols, symbol => symbols.length[symbol] === 512)) {
    return {
      reason: 'a name of 511 bytes: the C tool overruns the buffers that it compares names in',
      definedPart: withoutSeqs,
    }
  }
  return null
}

/** Whether the file ends right after an address and one blank. */
function endsAfterAddress(map: Uint8Array): boolean {
  const tail = Buffer.from(map.subarray(map.lastIndexOf(0x0a) + 1)).toString('latin1')
  return /^[ \t\v\f\r]*[+-]?(?:0[xX])?[0-9a-fA-F]+ $/.test(tail)
}

function hasLongToken(stdout: Buffer): boolean {
  return /\t\.asciz\t"[^\n]{128,}"\n/.test(stdout.toString('latin1'))
}

/** The symbols of a map; null if the dialect rejects it. */
function parsed(map: Uint8Array, dialect: Dialect): SymbolTable | null {
  try {
    return parse(map, dialect, () => {})
  } catch (error) {
    if (error instanceof KallsymsError) return null
    throw error
  }
}

function someSymbol({ count }: SymbolTable, holds: (symbol: number) => boolean): boolean {
  for (let symbol = 0; symbol < count; symbol++) if (holds(symbol)) return true
  return false
}

function firstByte({ text, start }: SymbolTable, symbol: number): number {
  return text[start[symbol] as number] as number
}

function withoutComments(stdout: Buffer): Buffer {
  return Buffer.from(stdout.toString('latin1').replace(/\t\/\*[^\n]*\*\/(?=\n)/g, ''), 'latin1')
}

/** The output without the lines of `kallsyms_seqs_of_names`. */
function withoutSeqs(stdout: Buffer): Buffer {
  const from = stdout.indexOf('kallsyms_seqs_of_names:\n')
  if (from < 0) return stdout
  const to = stdout.indexOf('\n\n', from)
  return Buffer.concat([stdout.subarray(0, from), stdout.subarray(to < 0 ? stdout.length : to)])
}
