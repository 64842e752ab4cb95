/**
 * A dialect from JSON, as `kallsyms --print-dialect` prints it: a build detects it once and keeps it, and to try
 * another format a value can be edited. Every value is checked, since the stages rely on them.
 */
import { KallsymsError } from '../errors.js'
import { type Dialect, OPTIONS } from './dialect.js'

/** A dialect that was kept. */
export interface KeptDialect {
  readonly dialect: Dialect
  /** What chose it, if the record says so. */
  readonly chosenBy: string | null
}

/** Whether a field may have a value. */
type Test = (value: unknown) => boolean

const flag: Test = value => typeof value === 'boolean'
const text: Test = value => typeof value === 'string' && value.length <= MAX_TEXT
// Every name has the empty string in it, so that none would be left.
const part: Test = value => text(value) && value !== ''
const natural: Test = value => Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31
const one =
  (...values: readonly unknown[]): Test =>
  value =>
    values.includes(value)
const list =
  (test: Test): Test =>
  value =>
    Array.isArray(value) && value.every(test)
const orNull =
  (test: Test): Test =>
  value =>
    value === null || test(value)
const record =
  (tests: Readonly<Record<string, Test>>): Test =>
  value =>
    wrongField(value, tests) === null

/** More than any name, list of letters or path of a header has. */
const MAX_TEXT = 4096

const TESTS: { readonly [Field in keyof Dialect]: Test } = {
  commandLine: one('literal', 'getopt'),
  options: list(one(...OPTIONS)),
  input: one('map', 'image'),
  grammar: one('words', 'lines'),
  wordWidth: orNull(natural),
  nameLimit: orNull(record({ limit: natural, operator: one('>', '>='), word: one('vs', '>=') })),
  reportsReadErrors: flag,
  knowsText: flag,
  keepsBorders: flag,
  droppedTypes: text,
  mappingSymbols: text,
  dropsDollar: flag,
  droppedPrefixes: list(part),
  ignored: record({ names: list(part), prefixes: list(part), suffixes: list(part), substrings: list(part) }),
  ignoredWhen: one('reading', 'filtering'),
  ranges: list(record({ start: text, end: text, guarded: flag })),
  keepsStartStop: flag,
  filterWhen: one('before-sorting', 'after-sorting'),
  emptyTable: one('error', 'allowed'),
  order: orNull(list(one('weak-last', 'script-last', 'underscores', 'first-underscore'))),
  compression: one('pairs', 'substrings'),
  whenPairsRunOut: one('stop', 'crash'),
  absolute: one('flag', 'first-compressed-byte', 'never'),
  relativeBase: orNull(
    record({
      when: one('option', 'always'),
      from: one('lowest-read', 'first-read', 'first-relative', 'first'),
      alwaysMinus: flag,
    }),
  ),
  overflowNamesMode: flag,
  preamble: orNull(record({ include: text, align: one('.align', '.balign') })),
  section: one('.data', '.rodata'),
  addressesFirst: flag,
  counter: one('PTR', '.long'),
  nameLength: one('byte', 'zero-prefix', 'uleb128'),
  seqs: flag,
  ltoCut: one('.', '.llvm.', null),
  comments: record({ offsets: flag, names: flag, seqs: flag }),
  bytesIn: one('text', 'file'),
  sizeLines: orNull(record({ tables: one('all', 'some'), zeroByte: flag })),
}

/** Whether a file contains a record rather than the source of a tool. */
export function isRecord(text: string): boolean {
  return /^\s*\{/.test(text)
}

/** As a source may have them: an empty text in a list matches every name, and a table may then be empty. */
const TESTS_OF_SOURCE: typeof TESTS = {
  ...TESTS,
  droppedPrefixes: list(text),
  ignored: record({ names: list(text), prefixes: list(text), suffixes: list(text), substrings: list(text) }),
}

/** In words, why the stages cannot work with a value as their dialect; null if they can. */
export function faultOf(value: unknown): string | null {
  return wrongField(value, TESTS_OF_SOURCE) ?? contradiction(value as Dialect)
}

/** Whether a value is a dialect in which every field is valid. */
export function isDialect(value: unknown): value is Dialect {
  return wrongField(value, TESTS) === null && contradiction(value as Dialect) === null
}

/**
 * Reads a record.
 *
 * @param json the output of `kallsyms --print-dialect`: an object with the fields in its `dialect`
 * @throws {KallsymsError} `unknown-kernel` if it is not a record, with the first field that is not valid
 */
export function readRecord(json: string): KeptDialect {
  let kept: unknown
  try {
    kept = JSON.parse(json)
  } catch {
    throw invalid('is not JSON')
  }
  const { dialect, chosenBy } = (kept ?? {}) as { dialect?: unknown; chosenBy?: unknown }
  const wrong = wrongField(dialect, TESTS) ?? contradiction(dialect as Dialect)
  if (wrong !== null) throw invalid(wrong)
  return { dialect: dialect as Dialect, chosenBy: typeof chosenBy === 'string' ? chosenBy : null }
}

/** In words, the first field that is not valid; null if all are. */
function wrongField(value: unknown, tests: Readonly<Record<string, Test>>): string | null {
  if (typeof value !== 'object' || value === null) return 'does not contain a dialect'
  const fields = value as Readonly<Record<string, unknown>>
  const unknown = Object.keys(fields).find(field => !Object.hasOwn(tests, field))
  if (unknown !== undefined) return `has an unknown field "${unknown}"`
  const wrong = Object.entries(tests).find(([field, test]) => !test(fields[field]))
  return wrong === undefined
    ? null
    : `has an invalid value for "${wrong[0]}": ${JSON.stringify(fields[wrong[0]])}`
}

/** In words, two fields that are valid alone and not together; null if there are none. */
function contradiction({ grammar, wordWidth }: Dialect): string | null {
  // A name without a width is what scanf() never reads: the scan would not move on.
  return grammar === 'words' && wordWidth === null ? 'has grammar "words" without a "wordWidth"' : null
}

function invalid(what: string): KallsymsError {
  return new KallsymsError(
    'unknown-kernel',
    `${what}: create it again with \`kallsyms --kernel ... --print-dialect\``,
  )
}
