/** Messages on stderr. Where the C tool has a message, it comes first and unchanged. */
import { type ErrorCode, KallsymsError } from '../errors.js'
import type { Problem } from '../problem.js'
import { writeError } from './io.js'

/** Bytes of a name that a message shows: in a file that is not a map a name may be as long as the file. */
const LONGEST_SHOWN = 4096

/** The message about a problem, in bytes: names are printed unchanged. */
export function problemText(problem: Problem): Buffer {
  switch (problem.kind) {
    case 'cut-short':
      return Buffer.from('Read error or end of file.\n')
    case 'original-crashes':
      return Buffer.from(
        'kallsyms: so few symbols crash the C tool of this kernel (fixed in 3.2); the output is that of the fixed tool\n',
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
 * Reports an error that ends the run.
 *
 * @param map what messages call the map; null where they name their input themselves
 */
export function reportError(error: unknown, command: string, map: string | null): void {
  if (error instanceof KallsymsError) {
    const { line, original } = error.where
    if (original !== undefined) writeError(`${original}\n`)
    const isNamed = map === null || !CODES_OF_MAPS.includes(error.code)
    const place = isNamed ? '' : `${map}:${line === undefined ? '' : `${line}:`} `
    writeError(`${command}: ${place}${error.message}\n`)
    return
  }
  if (error instanceof RangeError && /allocation|Invalid typed array length/.test(error.message)) {
    writeError(`${command}: ${map === null ? '' : `${map}: `}not enough memory\n`)
    return
  }
  const stack = process.env.KALLSYMS_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
  const what = error instanceof Error ? error.message : error
  writeError(
    `${command}: internal error: ${what} (please report it, with what KALLSYMS_DEBUG=1 prints)${stack}\n`,
  )
}

/** Errors that are about the contents of the map. */
const CODES_OF_MAPS: readonly ErrorCode[] = ['bad-input', 'empty-table', 'out-of-range']
