/**
 * What a source has that no probe knows, of the kinds that change a table: a label, a directive, a list of names, an
 * option, a form of input, an order. Probes look for what they know; a tree that adds something would otherwise get a
 * table that lacks it.
 */
import { KallsymsError } from '../errors.js'
import type { CSource, Match } from './c-source.js'
import { OPTIONS, type OrderRule } from './dialect.js'
import { TABLE_LABELS } from './table-labels.js'

/** The words that a line of a table may begin with. */
const DIRECTIVES = [
  'PTR',
  'ALGN',
  '.globl',
  '.section',
  '.data',
  '.align',
  '.balign',
  '.long',
  '.short',
  '.byte',
  '.asciz',
  '.size',
  '.incbin',
]

/** The lists of names that some release has. */
const LISTS = [
  'special_symbols',
  'special_prefixes',
  'special_suffixes',
  'ignored_symbols',
  'ignored_prefixes',
  'ignored_suffixes',
  'ignored_matches',
  'text_ranges',
]

/** The functions that compare symbols; what is in them is a matter of the probe for the order. */
const COMPARISONS = ['compare', 'compare_symbols', 'compare_names']

/** The orders of symbols of one address that some release has. */
const ORDERS: readonly (readonly OrderRule[])[] = [
  ['weak-last'],
  ['weak-last', 'script-last', 'first-underscore'],
  ['weak-last', 'script-last', 'underscores'],
]

/** What is known of tools that some trees have. */
const FOREIGN: Readonly<Record<string, string>> = {
  kallsyms_sizes: "a table of sizes, as in Oracle's UEK",
  kallsyms_lineinfo: 'a table of line numbers',
}

/** A kind of thing that has to be known. */
interface Kind {
  /** What the message calls it. */
  readonly what: string
  /** Patterns of C whose last captured token is the thing. */
  readonly patterns: readonly string[]
  readonly isKnown: (text: string, source: CSource) => boolean
}

const KINDS: readonly Kind[] = [
  {
    what: 'the label',
    patterns: ['output_label($string)'],
    isKnown: text => TABLE_LABELS.has(text),
  },
  {
    what: 'the output of',
    patterns: [
      'fputs($string, stdout',
      'fputc($character, stdout',
      'putc($character, stdout',
      'fprintf(stdout, $string',
    ],
    isKnown: () => false,
  },
  {
    what: 'the directive in',
    patterns: ['$string'],
    isKnown: text => text.split('\n').every(isKnownLine),
  },
  {
    what: 'the list of names',
    patterns: ['$word[] = { $string,', '$word[] = { { $string, $string', '$word[$number] = { $string,'],
    isKnown: text => LISTS.includes(text),
  },
  {
    what: 'the option',
    patterns: [
      '{ $string, no_argument',
      '{ $string, required_argument',
      '{ $string, optional_argument',
      'strcmp(argv[$word], $string',
      'strncmp(argv[$word], $string',
    ],
    isKnown: (text, source) => {
      const name = text.replace(/^--|=$/g, '')
      return (
        OPTIONS.some(option => option === name) || (name === 'sysmap' && source.find('sysmap_read(') !== null)
      )
    },
  },
  {
    what: 'the form of a line of the map',
    patterns: ['fscanf($word, $string', 'sscanf($word, $string', 'scanf($string'],
    isKnown: text => /^%l{0,2}x %c %(?:\d+s\s*)?$/.test(text),
  },
  {
    what: 'the order by',
    patterns: ['qsort($word, $word, sizeof($word[0]), $word', 'qsort($word, $word, sizeof(*$word), $word'],
    isKnown: text => COMPARISONS.includes(text),
  },
]

/**
 * Refuses a source with something that no probe knows.
 *
 * @param order what the probes found
 * @throws {KallsymsError} `unknown-kernel`, with the line and what it has
 */
export function requireAllKnown(source: CSource, order: readonly OrderRule[] | null): void {
  for (const { what, patterns, isKnown } of KINDS) {
    const places = patterns.flatMap(pattern => source.findAll(pattern))
    const unknown = places.find(place => !isKnown(thingIn(place, what), source))
    if (unknown) throw refusal(unknown.line, `${what} ${JSON.stringify(thingIn(unknown, what))} is not known`)
  }
  const label = source.findAll('output_label(').find(({ at }) => !isPlainLabel(source, at))
  if (label)
    throw refusal(label.line, 'a label is put together, or named by a variable, so that it is not known')
  const sort = source.find('qsort(')
  const isOrdered = order === null || ORDERS.some(known => known.join() === order.join())
  if (sort && !isOrdered)
    throw refusal(sort.line, 'symbols of one address are ordered in a way that is not known')
}

/** Whether the label that is printed at a token is a literal, or the token is in the function that prints labels. */
function isPlainLabel(source: CSource, at: number): boolean {
  return ['output_label($string)', 'output_label(const', 'output_label(char'].some(pattern =>
    source.findAll(pattern).some(match => match.at === at),
  )
}

/** Whether a line of a table, if it is one, begins with a word that some release prints. */
function isKnownLine(text: string): boolean {
  const [, directive, section] =
    /^(?:\t|(?=\.(?:globl|size|section|data)\b))([.\w]+)\s*([^\s,]*)/.exec(text) ?? []
  if (directive === undefined || !/^(?:\.[a-z\d]|[A-Z]+$)/.test(directive)) return true
  if (directive === '.section') return section === '.rodata'
  return DIRECTIVES.includes(directive)
}

/** What a kind is about: the name of a list, else what was captured last. */
function thingIn({ captured }: Match, what: string): string {
  return (what === 'the list of names' ? captured[0] : captured.at(-1)) as string
}

function refusal(line: number, what: string): KallsymsError {
  const [, foreign] = Object.entries(FOREIGN).find(([name]) => what.includes(name)) ?? []
  return new KallsymsError(
    'unknown-kernel',
    `unsupported source of scripts/kallsyms: line ${line}: ${what}${foreign ? ` (${foreign})` : ''}; use the tree's own ` +
      'tool: build without MAKEFILES=. With --kernel VERSION the table is that of a release, which this tree may not read',
  )
}
