/** Messages on stderr. Where the C tool has a message, it comes first and unchanged. */
import { type ErrorCode, KallsymsError } from '../errors.js'
import type { Problem } from '../problem.js'
import { quoted } from '../symbols/quoted.js'
import type { ChosenDialect } from './choose-dialect.js'
import { asIoError, writeError } from './io.js'

/** Bytes of a name that a message shows: in a file that is not a map a name may be as long as the file. */
const LONGEST_SHOWN = 4096

/** What the build or the compiler puts before the names of functions to make another symbol of each. */
const ADDED_PREFIXES = ['__pfx_', '__cfi_']

/**
 * The message about a problem: that of the C tool, whose names are printed unchanged, and then ours.
 *
 * @param map what messages call the map
 */
export function problemText(problem: Problem, map: string): Buffer {
  return Buffer.concat([originalText(problem), Buffer.from(`kallsyms: ${oursOf(problem, map)}\n`)])
}

/** What the C tool says; empty where it says nothing. */
export function originalText(problem: Problem): Buffer {
  switch (problem.kind) {
    case 'cut-short':
      return Buffer.from('Read error or end of file.\n')
    case 'original-crashes':
      return Buffer.alloc(0)
    case 'name-too-long': {
      const { name, limit, word } = problem
      const shown = name.length > LONGEST_SHOWN ? [name.subarray(0, LONGEST_SHOWN), Buffer.from('…')] : [name]
      const rest = ` too long for kallsyms (${name.length} ${word} ${limit}).\n`
      const advice = 'Please increase KSYM_NAME_LEN both in kernel and kallsyms.c\n'
      return Buffer.concat([Buffer.from('Symbol '), ...shown, Buffer.from(rest + advice)])
    }
  }
}

function oursOf(problem: Problem, map: string): string {
  switch (problem.kind) {
    case 'cut-short':
      return (
        `${map}:${problem.line}: the map ends within a record, which is left out: is the file complete? Make it again ` +
        'with `nm -n`'
      )
    case 'original-crashes':
      return 'so few symbols crash the C tool of this kernel (fixed in 3.2); the output is that of the fixed tool'
    case 'name-too-long':
      return `${map}:${problem.line}: ${tooLongText(problem)}`
  }
}

function tooLongText({ name, limit, word }: Extract<Problem, { readonly kind: 'name-too-long' }>): string {
  const most = word === 'vs' ? limit : limit - 1
  const over = name.length - most
  const prefix = ADDED_PREFIXES.find(each => Buffer.from(each).equals(name.subarray(0, each.length)))
  const what = prefix === undefined ? 'the name' : `the function's name, to which ${prefix} is added,`
  return (
    `${quoted(name)} is left out of the table: its name has ${name.length} bytes, and this kernel takes at most ${most}; ` +
    `shorten ${what} by ${over} byte${over === 1 ? '' : 's'}, or leave the symbol out of the map`
  )
}

/** Says what the user should know of the chosen version. */
export function writeNotes({ notes }: ChosenDialect, command: string): void {
  for (const note of notes) writeError(`${command}: ${note}\n`)
}

/**
 * Reports an error that ends the run.
 *
 * @param map what messages call the map; null where they name their input themselves
 */
export function reportError(thrown: unknown, command: string, map: string | null): void {
  // A file that is of another kind than its name says, that changed meanwhile, or a program that is missing.
  const { path: file } = Object(thrown) as NodeJS.ErrnoException
  const error = typeof file === 'string' ? asIoError(thrown, file) : thrown
  if (error instanceof KallsymsError) {
    const { line, original } = error.where
    // As the C tool prints it.
    if (original !== undefined) writeError(Buffer.from(`${original}\n`))
    const isNamed = map === null || (line === undefined && !CODES_OF_MAPS.includes(error.code))
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
