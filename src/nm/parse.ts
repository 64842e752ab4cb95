/** Reads the text of `nm -n` into a symbol table, by the grammar of a dialect. */
import type { Dialect } from '../dialect/dialect.js'
import type { Report } from '../problem.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import { parseGetline } from './getline-grammar.js'
import { parseScanf } from './scanf-grammar.js'

/**
 * Parses a map. The symbols of the table are in the order of the input, without those whose names exceed the dialect's
 * limit.
 *
 * @param input what `nm -n` printed; not modified
 * @param report called for what is skipped
 * @param arena where the table will lie
 * @throws {KallsymsError} `bad-input` for a malformed line, if that is an error in the dialect's grammar
 */
export function parse(input: Uint8Array, dialect: Dialect, report: Report, arena?: Arena): SymbolTable {
  const { nameLimit, reportsReadErrors } = dialect
  if (dialect.grammar === 'lines') return parseGetline(input, nameLimit, report, arena)
  return parseScanf(input, dialect.wordWidth as number, nameLimit, reportsReadErrors, report, arena)
}
