/**
 * Maps that show whether a dialect is that of a C tool: together they reach every rule, so that a dialect with one wrong
 * field prints another table, or another message, for at least one of them.
 *
 * They contain what any release has a rule for, not only the dialect in question: a rule that the dialect lacks must show
 * too. All are small, since a build runs both tools on them.
 */
import type { Dialect } from '../dialect/dialect.js'
import { RELEASES, VARIANTS } from '../dialect/releases.js'

export interface ProvingMap {
  /** For messages. */
  readonly name: string
  readonly map: Buffer
  /** The sets of options that matter: those of a build, these also without all symbols, or every set. */
  readonly sets: 'build' | 'with and without all symbols' | 'every'
  /** Whether the C tool of the dialect prints the table of the seqs from memory that it has overrun. */
  readonly hasUndefinedSeqs?: boolean
}

/** Where text begins. All addresses of a table with offsets are within 2 GiB. */
export const TEXT = 0x100_0000
const PERCPU_END = 0x200
const DATA = TEXT + 0x8_0000

/** The value of `--page-offset` that leaves out a part of the main map. */
export const PAGE_OFFSET: string = (TEXT + 0x2000).toString(16)

/** All maps for a dialect. */
export function provingMaps(dialect: Dialect): readonly ProvingMap[] {
  // So few symbols as most maps have crash some C tools.
  const crashes = dialect.compression === 'pairs' && dialect.whenPairsRunOut === 'crash'
  const filler = crashes ? fillerLines() : []
  const small = (name: string, lines: readonly string[], end = '\n'): ProvingMap => ({
    name,
    map: bytesOf([...filler, ...lines].join('\n') + end),
    sets: 'build',
  })
  return [
    { name: 'rules', map: bytesOf(`${ruleLines(dialect).join('\n')}\n`), sets: 'every' },
    { name: 'few symbols', map: bytesOf(`${FEW.join('\n')}\n`), sets: 'build' },
    { name: 'empty', map: bytesOf(''), sets: 'build' },
    { name: 'nothing left', map: bytesOf('0000000000001000 U missing\n'), sets: 'build' },
    small('long names', longNames(dialect)),
    ...(dialect.nameLimit === null || dialect.nameLimit.limit < 512
      ? []
      : [
          {
            ...small('a name of 511 bytes', [...FRAME, line(TEXT + 16, 't', wordOf(511, 511))]),
            hasUndefinedSeqs: dialect.seqs && !dialect.comments.offsets,
          },
        ]),
    small('a record in two lines', [
      ...FRAME,
      `${hex(TEXT + 32)} t`,
      '\tbroken',
      line(TEXT + 48, 't', 'next'),
    ]),
    small('four fields', [...FRAME, `${hex(TEXT + 32)} ${hex(16)} t name`]),
    small('more after the name', [...FRAME, `${line(TEXT + 32, 't', 'name')} more words`]),
    small('a cut record', [...FRAME, `${hex(TEXT + 32)} t`], ''),
    small('text that is absolute', [
      line(16, 'A', '_text'),
      line(TEXT, 'T', '_stext'),
      line(TEXT + 16, 't', 'function'),
      line(TEXT + 32, 'T', '_etext'),
      line(DATA, 'D', 'data'),
    ]),
    small('ends of the text with other types', [
      line(TEXT, 'A', '_text'),
      line(TEXT, 'A', '_stext'),
      line(TEXT + 16, 't', 'function'),
      line(TEXT + 32, 'N', '_etext'),
      line(DATA, 'D', 'data'),
    ]),
    small('names of bytes that hardly compress', [
      ...FRAME.slice(0, 3),
      ...fillerLines(),
      line(TEXT + 32, 't', RARE),
      ...FRAME.slice(3),
    ]),
    small('an ignored symbol first', [
      line(16, 'D', 'kallsyms_addresses'),
      ...FRAME,
      line(DATA, 'D', 'data'),
    ]),
    small('no text', [line(TEXT + 16, 't', 'function'), line(DATA, 'D', 'data')]),
    small('the end of the text', [
      ...FRAME.slice(0, 2),
      line(TEXT + 16, 't', 'foo'),
      line(TEXT + 0x100, 'T', '_etext'),
      line(TEXT + 0x100, 'D', '__stop___modver'),
    ]),
    small('the percpu area alone', [
      line(0, 'D', '__per_cpu_start'),
      line(16, 'd', 'of_each_cpu'),
      line(PERCPU_END, 'D', '__per_cpu_end'),
    ]),
    small('an early symbol', [
      line(16, 'D', 'early'),
      line(17, 'w', '_etext'),
      ...FRAME,
      line(DATA, 'D', 'data'),
    ]),
    small('too far from the base', [line(16, 'T', 'near'), ...FRAME, line(2 ** 33, 'T', 'far')]),
    small('too far from the percpu area', [
      line(0, 'D', '__per_cpu_start'),
      line(16, 'd', 'of_each_cpu'),
      line(PERCPU_END, 'D', '__per_cpu_end'),
      'ffffffff81000000 T _text',
      'ffffffff81000000 T _stext',
      'ffffffff81000010 t function',
      'ffffffff81000100 T _etext',
    ]),
  ]
}

/** The boundaries of a small text. */
export const FRAME: readonly string[] = [
  line(TEXT, 'T', '_text'),
  line(TEXT, 'T', '_stext'),
  line(TEXT + 16, 't', 'function'),
  line(TEXT + 0x100, 'T', '_etext'),
]

const FEW = [line(TEXT, 'T', '_text'), line(TEXT, 'T', '_stext'), line(TEXT + 16, 't', 'ab')]

/** The lines of the map that reaches the rules about types, names, ranges, ties, and the forms of the tables. */
function ruleLines(dialect: Dialect): string[] {
  return [
    line(0, 'D', '__per_cpu_start'),
    line(0, 'd', 'percpu_first'),
    line(8, 'A', 'absolute'),
    line(8, 'a', 'absolute_local'),
    line(16, 'V', 'percpu_weak'),
    line(24, 'A', 'of_percpu_absolute'),
    line(PERCPU_END, 'D', '__per_cpu_end'),
    line(PERCPU_END, 'D', 'percpu_last'),
    line(PERCPU_END + 8, 'D', 'after_percpu'),
    ...fillerLines(),
    ...NEEDED_ABSOLUTE.map((name, i) => line(TEXT + 0x4000 + i, 'A', name)),
    // Each type letter, within the text and outside of it.
    ...LETTERS.flatMap((letter, i) => [line(TEXT + 0x4100 + 4 * i, letter, `text_${letter}_${i}`)]),
    ...namesWithRules(dialect).map((name, i) => line(TEXT + 0x5000 + 4 * i, i % 3 ? 't' : 'T', name)),
    ...TIES.flatMap((names, i) =>
      names.map(([letter, name]) => line(TEXT + 0x1_0000 + 16 * i, letter, name)),
    ),
    // Names that differ only after the places where they may be cut, some of them twice.
    ...SUFFIXED.map((name, i) => line(TEXT + 0x1_8000 + 8 * i, 't', name)),
    ...ranges(dialect),
    ...LETTERS.map((letter, i) => line(DATA + 4 * i, letter, `data_${letter}_${i}`)),
    line(DATA + 0x400, 'D', '__start___section'),
    line(DATA + 0x408, 'D', '__stop___section'),
    line(DATA + 0x40c, 'D', '__start'),
    // Not in order.
    line(DATA + 0x600, 'D', 'second_of_two'),
    line(DATA + 0x500, 'D', 'first_of_two'),
    line(DATA + 0x500, 'W', 'first_of_two'),
  ]
}

/** Absolute symbols that are kept because architectures need them. */
const NEEDED_ABSOLUTE = [
  '__gp',
  '__kernel_sigtramp',
  '__kernel_syscall_via_break',
  '__kernel_syscall_via_epc',
]

const LETTERS = [...'ABCDGINRSTUVWabcdginrstuvw?-']

/** Symbols of one address, in an order that each of the rules for ties changes. */
const TIES: readonly (readonly (readonly [letter: string, name: string])[])[] = [
  [
    ['w', 'weak'],
    ['T', 'strong'],
    ['W', 'weak_global'],
    ['t', '_strong'],
  ],
  [
    ['T', '__start_of'],
    ['T', 'of_start'],
    ['T', 'plain'],
    ['T', '__end_of'],
    ['T', 'of_end'],
    ['T', '__end'],
  ],
  [
    ['t', '__ab'],
    ['t', '_ab'],
    ['t', 'a_b'],
    ['t', 'ab_'],
    ['t', 'ab'],
    ['t', '_a'],
  ],
  [
    ['t', '_ab'],
    ['t', 'a_b'],
  ],
  [
    ['w', 'start_w'],
    ['w', '__w'],
    ['w', 'w'],
    ['T', '_end_t'],
    ['T', 'stop_t'],
  ],
]

const SUFFIXED = [
  'f.llvm.1',
  'f',
  'f.cold',
  'f.b.llvm.1',
  'f.llvm.2',
  'f.b',
  'f.isra.0',
  'fa',
  'f.',
  'f-',
  'f.llvm',
  'twice',
  'twice',
]

/** Each range of any release, with symbols before, at and after its ends. */
function ranges(dialect: Dialect): string[] {
  const all = [dialect, ...everyDialect()].flatMap(({ ranges }) => ranges)
  const distinct = [...new Map(all.map(range => [`${range.start} ${range.end}`, range])).values()]
  return [
    ...distinct.flatMap(({ start, end }, i) => {
      const from = i === 0 ? TEXT : TEXT + 0x2_0000 + 0x1000 * i
      const to = i === 0 ? TEXT + 0x2_0000 : from + 0x100
      return [
        ...(i === 0 ? [line(TEXT, 'T', '_text')] : [line(from - 4, 'd', `before_${start}`)]),
        line(from, 'd', `at_${start}`),
        line(from, i === 0 ? 'T' : 't', start),
        line(from + 4, 'd', `in_${start}`),
        line(to, 'd', `at_${end}`),
        line(to, 'T', end),
        line(to, 'D', `__stop_${i}`),
        line(to, 't', `behind_${end}`),
        line(to + 4, 'T', `after_${end}`),
      ]
    }),
  ]
}

/** Names for which any release has a rule, and names that a rule nearly fits. */
function namesWithRules(dialect: Dialect): string[] {
  const all = [dialect, ...everyDialect()]
  const whole = all.flatMap(({ ignored }) => ignored.names)
  const front = [
    ...all.flatMap(({ ignored, droppedPrefixes }) => [...ignored.prefixes, ...droppedPrefixes]),
    '__start_',
    '__stop_',
  ]
  const back = all.flatMap(({ ignored }) => ignored.suffixes)
  const middle = all.flatMap(({ ignored }) => ignored.substrings)
  return [
    ...new Set([
      ...whole.flatMap(name => [name, `${name}x`, `_${name}`]),
      ...front.flatMap(part => [part, `${part}x`, `x${part}`, `_${part}x`]),
      ...back.flatMap(part => [part, `x${part}`, `${part}x`]),
      ...middle.flatMap(part => [part, `x${part}x`]),
      ...[...'abdtx$'].flatMap(letter => [`$${letter}`, `$${letter}.1`, `$${letter}x`, `_$${letter}`]),
      '$',
      '.',
      '.Lx',
      'quote"d',
      'back\\slash',
      'com*/ment',
      '\xe9\xff',
    ]),
  ]
}

/** Symbols with many pairs of letters, and enough of them for several markers. */
export function fillerLines(): string[] {
  return Array.from({ length: FILLERS }, (_, i) => line(TEXT + 8 * i, 't', wordOf(4 + (i % 19), i + 1)))
}

const FILLERS = 560

/** Names around the limits of releases. Without a limit, a length has to fit a byte. */
function longNames({ nameLimit, wordWidth }: Dialect): string[] {
  const lengths = [126, 127, 128, 129, 250]
  if (nameLimit !== null || wordWidth === null || wordWidth > 512) {
    const width = wordWidth ?? 2048
    lengths.push(300, 510, 512, 513, width - 1, width, width + 1, width + 9)
  }
  return [
    ...FRAME.slice(0, 3),
    ...lengths.map((length, i) => line(TEXT + 32 + 4 * i, 't', wordOf(length, length))),
    ...FRAME.slice(3),
  ]
}

/** A name of 127 different bytes: none of its pairs becomes a token where there are more frequent ones. */
const RARE = String.fromCharCode(...Array.from({ length: 127 }, (_, i) => 0x80 + i))

const WORD_LETTERS = 'abcdefghijklmnopqrstuvwxyz_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A name without a pattern, always the same for a seed. */
export function wordOf(length: number, seed: number): string {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  let word = ''
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    word += WORD_LETTERS[(state >>> 8) % (i === 0 ? 26 : WORD_LETTERS.length)]
  }
  return word
}

function everyDialect(): Dialect[] {
  return [...RELEASES, ...VARIANTS].map(({ dialect }) => dialect)
}

/** A line of a map; the name has a byte for each character. */
export function line(address: number, letter: string, name: string): string {
  return `${hex(address)} ${letter} ${name}`
}

function hex(address: number): string {
  return address.toString(16).padStart(16, '0')
}

export function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
