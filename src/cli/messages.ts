/** What the user is told on stderr. Where the C tool has words for something, they come first and as they are. */
import { KallsymsError } from '../errors.js'
import type { Problem } from '../problem.js'
import { writeError } from './io.js'

/** A name in a message is cut behind so many bytes: one that was no name at all may be a whole file. */
const LONGEST_SHOWN = 4096

/** The words for something that was passed over, as bytes: names are printed as they are. */
export function problemText(problem: Problem): Buffer {
  switch (problem.kind) {
    case 'cut-short':
      return Buffer.from('Read error or end of file.\n')
    case 'original-crashes':
      return Buffer.from(
        'kallsyms: so few symbols crash the C tool of this kernel (fixed in 3.2): this is what the fixed one prints\n',
      )
    case 'name-too-long': {
      const { name, limit, word } = problem
      const shown = name.length > LONGEST_SHOWN ? [name.subarray(0, LONGEST_SHOWN), Buffer.from('…')] : [name]
      const rest = ` too long for kallsyms (${name.length} ${word} ${limit}).\n`
      const advice = 'Please increase KSYM_NAME_LEN both in kernel and kallsyms.c\n'
      return Buffer.concat([Buffer.from('Symbol '), ...shown, Buffer.from(rest + advice)])
    }
  }
}

/**
 * Tells of an error that ends the run.
 *
 * @param map how messages name the map
 */
export function reportError(error: unknown, map: string): void {
  if (error instanceof KallsymsError) {
    const { line, original } = error.where
    if (original !== undefined) writeError(`${original}\n`)
    const concernsInput =
      error.code === 'bad-input' || error.code === 'empty-table' || error.code === 'out-of-range'
    const place = concernsInput ? `${map}:${line === undefined ? '' : `${line}:`} ` : ''
    writeError(`kallsyms: ${place}${error.message}\n`)
    return
  }
  if (error instanceof RangeError && /allocation|Invalid typed array length/.test(error.message)) {
    writeError(`kallsyms: ${map}: there is not enough memory for this map\n`)
    return
  }
  const stack = process.env.KALLSYMS_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
  const what = error instanceof Error ? error.message : error
  writeError(`kallsyms: internal error: ${what} (KALLSYMS_DEBUG=1 shows where; please report it)${stack}\n`)
}
