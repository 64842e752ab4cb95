/** Bytes of `nm -n` text to a symbol table, in the grammar of a dialect. */
import type { Dialect } from '../dialect/dialect.js'
import type { Report } from '../problem.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import { parseGetline } from './getline-grammar.js'
import { parseScanf } from './scanf-grammar.js'

/**
 * Parses a map. Symbols stand in the table in the order of the input; names over the dialect's limit are not in it.
 *
 * @param input what `nm -n` printed; left as it is
 * @param report is told of what is passed over
 * @param arena where the table will lie
 * @throws {KallsymsError} `bad-input` where the dialect's grammar makes a malformed line fatal
 */
export function parse(input: Uint8Array, dialect: Dialect, report: Report, arena?: Arena): SymbolTable {
  const { nameLimit, reportsReadErrors } = dialect
  if (dialect.grammar === 'lines') return parseGetline(input, nameLimit, report, arena)
  return parseScanf(input, dialect.wordWidth as number, nameLimit, reportsReadErrors, report, arena)
}
