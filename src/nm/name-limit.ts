/** Names that are too long for the dialect, or for the columns. */
import type { NameLimit } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import type { Report } from '../problem.js'

/** The most bytes of type letter and name together: a length has 16 bits. */
const LONGEST_SYMBOL = 0xffff

/** The most bytes of a name. */
export function longestName(nameLimit: NameLimit | null): number {
  if (!nameLimit) return LONGEST_SYMBOL - 1
  const { operator, limit } = nameLimit
  return Math.min(operator === '>' ? limit : limit - 1, LONGEST_SYMBOL - 1)
}

/**
 * Reports a name that is longer than `longestName`.
 *
 * @param line of the input, from 1
 * @throws {KallsymsError} `too-large` if the dialect's C tool would have accepted it
 */
export function rejectName(
  name: Uint8Array,
  line: number,
  nameLimit: NameLimit | null,
  report: Report,
): void {
  if (!nameLimit || name.length < nameLimit.limit) {
    throw new KallsymsError(
      'too-large',
      `a name of ${name.length} bytes: more than ${LONGEST_SYMBOL - 1} do not fit; leave it out of the map`,
      { line },
    )
  }
  report({ kind: 'name-too-long', name, limit: nameLimit.limit, word: nameLimit.word, line })
}
