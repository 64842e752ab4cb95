/** Bytes of `nm -n` text to a symbol table, in the grammar of a dialect. */
import type { Dialect } from '../dialect/dialect.js'
import type { Room } from '../hot/room.js'
import type { Report } from '../problem.js'
import type { SymbolTable } from '../symbols/table.js'
import { parseLines } from './lines.js'
import { parseWords } from './words.js'

/**
 * Parses a map. Symbols stand in the table in the order of the input; names over the dialect's limit are not in it.
 *
 * @param input what `nm -n` printed; left as it is
 * @param report is told of what is passed over
 * @param room where the table will lie
 * @throws {KallsymsError} `bad-input` where the dialect's grammar makes a malformed line fatal
 */
export function parse(input: Uint8Array, dialect: Dialect, report: Report, room?: Room): SymbolTable {
  const { nameLimit, reportsReadErrors } = dialect
  if (dialect.grammar === 'lines') return parseLines(input, nameLimit, report, room)
  return parseWords(input, dialect.wordWidth as number, nameLimit, reportsReadErrors, report, room)
}
