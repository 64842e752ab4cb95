/** How each field of a dialect is recognised in the source of the C tool. */
import { KallsymsError } from '../errors.js'
import { type CSource, type Match, wholeNumber } from './c-source.js'
import {
  type Dialect,
  ignoreRules,
  OPTIONS,
  type OptionName,
  type OrderRule,
  type TextRange,
} from './dialect.js'

/** A value, and the evidence for it. */
interface Finding<T> {
  readonly value: T
  /** In words: the lines that show it, or what the source does not have. */
  readonly seen: string
}

type Probe<T> = (source: CSource) => Finding<T>

/** Arrays and constants of a compression; all of them have to be there. */
const COMPRESSIONS: Readonly<Record<Dialect['compression'], readonly string[]>> = {
  pairs: ['token_profit[0x10000]'],
  substrings: ['define MAX_TOK_SIZE 11', 'define WORKING_SET 1024', 'define GOOD_BAD_THRESHOLD 10'],
}

/** Whether a source compresses names in one of the known ways. */
export function isKnownTool(source: CSource): boolean {
  return Object.values(COMPRESSIONS).some(patterns => patterns.every(pattern => source.find(pattern)))
}

/** A probe for each field, in the order of declaration. */
export const PROBES: { readonly [Field in keyof Dialect]: Probe<Dialect[Field]> } = {
  commandLine: source => either(source, 'getopt_long(', 'getopt', 'literal'),
  options(source) {
    // An entry of getopt's table, or a comparison with an argument, where a trailing `=` marks an option with a value.
    const named = [...source.findAll('{ $string, $word'), ...source.findAll('argv[$word], $string')]
    const known = named.filter(match => optionOf(match) !== undefined)
    return {
      value: OPTIONS.filter(option => known.some(match => optionOf(match) === option)),
      seen: linesOf(known),
    }
  },

  input: source => either(source, 'sysmap_read(', 'image', 'map'),
  grammar: source => {
    // The map that such a tool makes of an image has a symbol a line.
    const image = source.find('sysmap_read(')
    if (image) return found('lines', image)
    const lines = source.find('getline(')
    const words = source.find('fscanf(')
    if (lines) return found('lines', lines)
    if (words) return found('words', words)
    throw unreadable('neither getline() nor fscanf() reads the map')
  },
  wordWidth: source => {
    const grammar = PROBES.grammar(source)
    if (grammar.value === 'lines') return { value: null, seen: grammar.seen }
    const width = source.find('define KSYM_NAME_LEN_BUFFER $number') ?? source.findText(/%(\d+)s/)
    if (!width) throw unreadable('fscanf() has no width for names')
    return found(numberOf(width), width)
  },
  nameLimit: source => {
    const from = source.find('>= KSYM_NAME_LEN')
    const over = source.find('> KSYM_NAME_LEN')
    const comparison = from ?? over
    if (!comparison) return { value: null, seen: 'nothing is compared with KSYM_NAME_LEN' }
    const limit = source.find('define KSYM_NAME_LEN $number')
    if (!limit) throw unreadable('KSYM_NAME_LEN is not defined as a number')
    const word = source.findText(/\(%\w+ vs %\w+\)/) ? 'vs' : '>='
    return found({ limit: numberOf(limit), operator: from ? '>=' : '>', word }, comparison)
  },
  reportsReadErrors: source => hasText(source, /Read error or end of file/),

  knowsText: source => hasText(source, /^_text$/),
  keepsBorders: source => either(source, 'is_ignored_symbol(', false, true),
  droppedTypes: source => {
    const all = (...patterns: string[]): Match[] => patterns.flatMap(pattern => source.findAll(pattern))
    const exact = all('type == $character', 'stype == $character')
    const folded = all('toupper(type) == $character', 'toupper(stype) == $character')
    const letters = [
      ...exact.map(({ captured }) => captured[0] as string),
      ...folded.flatMap(({ captured: [letter = ''] }) => [letter.toUpperCase(), letter.toLowerCase()]),
    ]
    return { value: [...new Set(letters)].sort().join(''), seen: linesOf([...exact, ...folded]) }
  },
  mappingSymbols: source => {
    const match = source.find('strchr($string, $word[1])')
    if (!match) return { value: '', seen: 'no strchr("...", str[1])' }
    return found([...(match.captured[0] as string)].sort().join(''), match)
  },
  dropsDollar: source => either(source, `$word[0] == '$')`, true, false),
  droppedPrefixes: source => {
    const matches = source.findAll('strncmp($word, $string, $number)')
    const prefixes = matches.map(({ captured: [, text = '', length] }) => text.slice(0, Number(length)))
    return { value: [...new Set(prefixes)], seen: linesOf(matches) }
  },
  ignored: source => {
    const names = arrayOf(source, 'special_symbols', 'ignored_symbols')
    const prefixes = arrayOf(source, 'special_prefixes', 'ignored_prefixes')
    const suffixes = arrayOf(source, 'special_suffixes', 'ignored_suffixes')
    const substrings = arrayOf(source, 'ignored_matches') ?? source.findText(/^(_compiled\.)$/)
    const value = ignoreRules({
      names: names?.captured ?? [],
      prefixes: prefixes?.captured ?? [],
      suffixes: suffixes?.captured ?? [],
      substrings: substrings?.captured ?? [],
    })
    return { value, seen: linesOf([names, prefixes, suffixes, substrings].filter(match => match != null)) }
  },
  ignoredWhen: source => either(source, 'is_ignored_symbol(', 'reading', 'filtering'),
  ranges: source => {
    const array = source.arrayStrings('text_ranges')
    if (!array) {
      const literals = OLD_RANGES.map(({ start }) => source.findText(new RegExp(`^${start}$`)))
      return {
        value: OLD_RANGES.filter((_, i) => literals[i]),
        seen: linesOf(literals.filter(match => match !== null)),
      }
    }
    const { captured } = array
    if (captured.length % 2 !== 0) throw unreadable('text_ranges does not hold pairs of names')
    const value = Array.from({ length: captured.length / 2 }, (_, i) => ({
      start: captured[2 * i] as string,
      end: captured[2 * i + 1] as string,
      guarded: i < GUARDED_RANGES,
    }))
    return found(value, array)
  },
  keepsStartStop: source => has(source, 'string_starts_with('),
  filterWhen: source => either(source, 'shrink_table(', 'before-sorting', 'after-sorting'),
  emptyTable: source => {
    const { value, seen } = hasText(source, /No valid symbol/)
    return { value: value ? 'error' : 'allowed', seen }
  },

  order: source => {
    const sort = source.find('qsort(')
    if (!sort) return { value: null, seen: 'no qsort()' }
    const rules = ORDER_RULES.map(({ rule, matchIn }) => ({ rule, match: matchIn(source) })).filter(
      ({ match }) => match !== null,
    )
    return {
      value: rules.map(({ rule }) => rule),
      seen: linesOf([sort, ...rules.map(({ match }) => match as Match)]),
    }
  },

  compression: source => {
    const pairs = source.find(COMPRESSIONS.pairs[0] as string)
    if (pairs) return found('pairs', pairs)
    return found('substrings', source.find(COMPRESSIONS.substrings[0] as string) as Match)
  },
  whenPairsRunOut: source => either(source, 'token_profit[best] == 0', 'stop', 'crash'),

  absolute: source => {
    const flag = source.find('percpu_absolute')
    if (flag) return found('flag', flag)
    const byte = ABSOLUTE_BY_BYTE.map(pattern => source.find(pattern)).find(match => match !== null)
    return byte
      ? found('first-compressed-byte', byte)
      : { value: 'never', seen: 'no percpu_absolute, no test of sym[0]' }
  },
  relativeBase: source => {
    const base = source.find('relative_base')
    if (!base) return { value: null, seen: 'no relative_base' }
    const isOption = PROBES.options(source).value.includes('base-relative')
    const lowest = source.find('relative_base = -1ULL')
    const hasFlag = PROBES.absolute(source).value === 'flag'
    const alwaysMinus = source.find('_text - relative_base') !== null && !source.find('relative_base - _text')
    // If the filter comes last, the first symbol of the sorted table is the lowest one that was read, as in some 4.14.
    const isUnfiltered = PROBES.filterWhen(source).value === 'after-sorting'
    const first = isUnfiltered ? 'first-read' : hasFlag ? 'first-relative' : 'first'
    const from = lowest ? 'lowest-read' : first
    return found({ when: isOption ? 'option' : 'always', from, alwaysMinus }, lowest ?? base)
  },
  overflowNamesMode: source => hasText(source, /out of range in relative mode/),

  preamble: source => {
    const include = source.findText(/#include <([^<>]+)>/)
    const align = source.findText(/(\.b?align) 8/)
    if (!include || !align) return { value: null, seen: 'no #include is printed' }
    const isBalign = align.captured[0] === '.balign'
    return found({ include: include.captured[0] as string, align: isBalign ? '.balign' : '.align' }, include)
  },
  section: source => {
    const rodata = source.findText(/\.section \.rodata/)
    const data = source.findText(/^\s*\.data\b/)
    if (rodata) return found('.rodata', rodata)
    if (data) return found('.data', data)
    throw unreadable('no section is printed')
  },
  addressesFirst: source => {
    const places = ['kallsyms_offsets', 'kallsyms_addresses'].map(label =>
      source.find(`output_label("${label}")`),
    )
    const [first] = places.filter(match => match !== null).sort((a, b) => a.at - b.at)
    const index = source.find('output_label("kallsyms_token_index")')
    if (!first || !index) throw unreadable('the labels of the tables are not printed with output_label()')
    return found(first.at < index.at, first)
  },
  counter: source => {
    const matches = source.findAll('$string, table_cnt')
    const match = matches.find(({ captured }) => /PTR|\.long/.test(captured[0] as string))
    if (!match) throw unreadable('the number of symbols is not printed')
    return found(/PTR/.test(match.captured[0] as string) ? 'PTR' : '.long', match)
  },
  nameLength: source => {
    const uleb = source.find('0x3FFF')
    const prefix = source.find('0xFFFF')
    if (uleb) return found('uleb128', uleb)
    return prefix ? found('zero-prefix', prefix) : { value: 'byte', seen: 'neither 0x3FFF nor 0xFFFF' }
  },
  seqs: source => {
    const seqs = has(source, 'output_label("kallsyms_seqs_of_names")')
    if (seqs.value && !source.findTextWith(...THREE_BYTES) && !source.find('seq >> 16, $word')) {
      // For some weeks between 6.1 and 6.2 each took a word of 32 bits.
      throw unreadable('the entries of kallsyms_seqs_of_names are not three bytes')
    }
    return seqs
  },
  ltoCut: source => {
    if (!PROBES.options(source).value.includes('lto-clang'))
      return { value: null, seen: 'no option lto-clang' }
    const hash = source.find('strstr($word, ".llvm.")')
    const dot = source.find(`strchr($word, '.')`)
    if (hash) return found('.llvm.', hash)
    return dot ? found('.', dot) : { value: null, seen: 'names are not cut' }
  },
  comments: source => {
    const offsets = source.findTextWith('.long', '/* %s */')
    const names = source.findText(/^\t\/\* %s \*\/\n$/)
    const seqs = source.findTextWith(...THREE_BYTES, '/* %s */')
    const value = { offsets: offsets !== null, names: names !== null, seqs: seqs !== null }
    return { value, seen: linesOf([offsets, names, seqs].filter(match => match !== null)) }
  },
  bytesIn: source => {
    const { value, seen } = hasText(source, /^\t\.incbin /)
    return { value: value ? 'file' : 'text', seen }
  },
  sizeLines: source => {
    const some = source.findText(/^\.size kallsyms_/)
    if (some) {
      const labels = SIZED.filter(label =>
        source.findText(new RegExp(`^\\.size ${label}, \\. - ${label}\n$`)),
      )
      if (labels.length < SIZED.length) throw unreadable('.size lines of other tables than those of 7.3')
      return found({ tables: 'some', zeroByte: false }, some)
    }
    const all = source.findText(/^\t\.size %s, \. - %s\n$/)
    if (!all) return { value: null, seen: 'no .size line is printed' }
    if (!source.findText(/^\t\.byte 0\n$/)) throw unreadable('.size lines without a byte of zero before them')
    return found({ tables: 'all', zeroByte: true }, all)
  },
}

/** The ranges of sources that have them in code instead of an array; all are guarded. */
const OLD_RANGES: readonly TextRange[] = [
  { start: '_stext', end: '_etext', guarded: true },
  { start: '_sinittext', end: '_einittext', guarded: true },
  { start: '_sextratext', end: '_eextratext', guarded: true },
]

/** How many entries of `text_ranges` are guarded: the source does so by name, not in a loop. */
const GUARDED_RANGES = 2

/** The tables that have a `.size` line from 7.3 on. */
const SIZED = ['kallsyms_names', 'kallsyms_markers', 'kallsyms_token_table', 'kallsyms_offsets']

/** What the rules for symbols of one address look like. */
const ORDER_RULES: readonly {
  readonly rule: OrderRule
  readonly matchIn: (source: CSource) => Match | null
}[] = [
  { rule: 'weak-last', matchIn: source => source.find("sym[0] == 'w'") },
  { rule: 'script-last', matchIn: source => source.findText(/^start_$/) },
  {
    rule: 'underscores',
    matchIn: source => source.find(`while(*$word == '_')`) ?? source.find('strspn(sym_name($word), "_")'),
  },
  { rule: 'first-underscore', matchIn: source => source.find(`while(*$word != '_')`) },
]

/** How an entry of the seqs is printed. */
const THREE_BYTES = ['0x%02x', '0x%02x', '0x%02x']

/** Tests of the type letter where the symbol is already compressed. */
const ABSOLUTE_BY_BYTE = [
  'toupper(table[$word].sym[0])',
  'toupper(table[$word]->sym[0])',
  'toupper($word->sym[0])',
]

/** The name of an option among the literals of a match. */
function optionOf({ captured }: Match): OptionName | undefined {
  const names = captured.map(text => text.replace(/^--|=$/g, ''))
  return OPTIONS.find(option => names.includes(option))
}

function numberOf({ captured }: Match): number {
  const text = captured[0] as string
  const value = wholeNumber(text)
  if (value === null) throw unreadable(`${text} is not a whole number`)
  return Number(value)
}

/** The strings of the array that has one of some names. */
function arrayOf(source: CSource, ...names: string[]): Match | undefined {
  return names.map(name => source.arrayStrings(name)).find(match => match !== null) ?? undefined
}

function either<T>(source: CSource, pattern: string, present: T, absent: T): Finding<T> {
  const match = source.find(pattern)
  return match ? found(present, match) : { value: absent, seen: `no ${pattern.replace(/\($/, '()')}` }
}

function has(source: CSource, pattern: string): Finding<boolean> {
  return either(source, pattern, true, false)
}

function hasText(source: CSource, pattern: RegExp): Finding<boolean> {
  const match = source.findText(pattern)
  return match
    ? found(true, match)
    : { value: false, seen: `no text "${pattern.source.replace(/[\\^$]/g, '')}"` }
}

function found<T>(value: T, { line }: Match): Finding<T> {
  return { value, seen: `line ${line}` }
}

function linesOf(matches: readonly Match[]): string {
  const lines = [...new Set(matches.map(({ line }) => line))].sort((a, b) => a - b)
  if (lines.length === 0) return 'not found'
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`
}

function unreadable(what: string): KallsymsError {
  return new KallsymsError(
    'unknown-kernel',
    `unsupported source of scripts/kallsyms: ${what}; use the tree's own tool: build without MAKEFILES=. With --kernel ` +
      'VERSION the table is that of a release, which this tree may not read',
  )
}
