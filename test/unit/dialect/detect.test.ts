/** From sources to dialects. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { detectDialect } from '../../../src/dialect/detect.js'
import { type Dialect, ignoreRules, OPTIONS, type OrderRule } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { KallsymsError } from '../../../src/errors.js'
import { DISTRACTIONS, sourceOf } from '../../support/c-sources.js'
import { ALL, randomCases } from '../../support/sizes.js'

const FROM_128 = { limit: 128, operator: '>=', word: '>=' } as const

const word = fc.stringMatching(/^[A-Za-z_.$][\w.$"\\]{0,12}$/)
/** Objects as literals make them. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>

const words = fc.uniqueArray(word, { maxLength: 4 })
const letters = (all: string): fc.Arbitrary<string> => fc.subarray([...all]).map(some => some.join(''))

/** Any mixture of features: values that go together by nature are made to. */
const anyDialect: fc.Arbitrary<Dialect> = record({
  commandLine: fc.constantFrom('literal', 'getopt'),
  options: fc.subarray([...OPTIONS]),
  input: fc.constantFrom('map', 'image'),
  grammar: fc.constantFrom('words', 'lines'),
  wordWidth: fc.integer({ min: 1, max: 9999 }),
  nameLimit: fc.option(
    record({
      limit: fc.integer({ min: 1, max: 9999 }),
      operator: fc.constantFrom('>', '>='),
      word: fc.constantFrom('vs', '>='),
    }),
  ),
  reportsReadErrors: fc.boolean(),
  knowsText: fc.boolean(),
  droppedTypes: letters('ANUWanuw'),
  mappingSymbols: letters('adtx'),
  dropsDollar: fc.boolean(),
  droppedPrefixes: words,
  ignored: record({
    names: words,
    prefixes: words,
    suffixes: words,
    substrings: fc.oneof(words, fc.constant(['_compiled.'])),
  }),
  ignoredWhen: fc.constantFrom('reading', 'filtering'),
  ranges: fc.oneof(
    fc.constantFrom('2.6.20', '2.6.32', '4.20').map(version => findRelease(version).dialect.ranges),
    fc
      .array(record({ start: word, end: word }), { maxLength: 4 })
      .filter(ranges => ranges.length !== 3)
      .map(ranges => ranges.map((range, i) => ({ ...range, guarded: i < 2 }))),
  ),
  keepsStartStop: fc.boolean(),
  filterWhen: fc.constantFrom('before-sorting', 'after-sorting'),
  emptyTable: fc.constantFrom('error', 'allowed'),
  order: fc.option(
    fc.constantFrom<OrderRule[]>(
      ['weak-last'],
      ['weak-last', 'script-last', 'underscores'],
      ['weak-last', 'script-last', 'first-underscore'],
    ),
  ),
  compression: fc.constantFrom('pairs', 'substrings'),
  whenPairsRunOut: fc.constantFrom('stop', 'crash'),
  absolute: fc.constantFrom('flag', 'first-compressed-byte', 'never'),
  relativeBase: fc.option(record({ lowest: fc.boolean(), alwaysMinus: fc.boolean() })),
  overflowNamesMode: fc.boolean(),
  preamble: fc.option(
    record({
      include: fc.constantFrom('asm/types.h', 'asm/bitsperlong.h', 'vendor/word.h'),
      align: fc.constantFrom('.align', '.balign'),
    }),
  ),
  section: fc.constantFrom('.data', '.rodata'),
  addressesFirst: fc.boolean(),
  counter: fc.constantFrom('PTR', '.long'),
  nameLength: fc.constantFrom('byte', 'zero-prefix', 'uleb128'),
  seqs: fc.boolean(),
  ltoCut: fc.constantFrom('.', '.llvm.', null),
  comments: record({ offsets: fc.boolean(), names: fc.boolean(), seqs: fc.boolean() }),
  bytesIn: fc.constantFrom('text', 'file'),
  sizeLines: fc.constantFrom(null, { tables: 'some', zeroByte: false }, { tables: 'all', zeroByte: true }),
} as const).map(({ relativeBase, ranges, ...free }) => ({
  ...free,
  grammar: free.input === 'image' ? 'lines' : free.grammar,
  wordWidth: free.input === 'image' || free.grammar === 'lines' ? null : free.wordWidth,
  keepsBorders: free.ignoredWhen === 'filtering',
  ignored: ignoreRules(free.ignored),
  ranges: [...ranges],
  relativeBase: relativeBase && {
    when: free.options.includes('base-relative') ? 'option' : 'always',
    from: relativeBase.lowest
      ? 'lowest-read'
      : free.filterWhen === 'after-sorting'
        ? 'first-read'
        : free.absolute === 'flag'
          ? 'first-relative'
          : 'first',
    alwaysMinus: relativeBase.alwaysMinus,
  },
  ltoCut: free.options.includes('lto-clang') ? free.ltoCut : null,
}))

test('every mixture of features is detected', () => {
  const distractions = fc.infiniteStream(fc.constantFrom(...DISTRACTIONS))
  fc.assert(
    fc.property(anyDialect, distractions, (dialect, stream) => {
      const source = sourceOf(dialect, () => stream.next().value)
      assert.deepEqual(detectDialect(source).dialect, dialect)
    }),
    randomCases(250, 1000),
  )
})

test('every row of the table of releases is detected from a source with its features', () => {
  for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
    assert.deepEqual(detectDialect(sourceOf(dialect)).dialect, dialect, since)
  }
})

test('every value has its origin: a line, or what the source does not have', () => {
  const { dialect } = findRelease('6.1.192')
  const { origin } = detectDialect(sourceOf(dialect))
  assert.deepEqual(Object.keys(origin), Object.keys(dialect))
  assert.match(origin.seqs, /^line \d+$/)
  assert.match(origin.options, /^lines \d+, \d+, \d+, \d+$/)
  assert.equal(origin.keepsStartStop, 'no string_starts_with()')
})

test('formatting does not matter', () => {
  const { dialect } = findRelease('6.12')
  const spread = sourceOf(dialect)
    .replace(/(?<=[\w)\]])([[(])/g, ' \t$1')
    .replaceAll('\n', '\r\n')
  assert.deepEqual(detectDialect(spread).dialect, dialect)
})

/** Backports and additions of stable branches and vendors, each on top of some release. */
const MIXTURES: readonly (readonly [what: string, base: string, features: Partial<Dialect>])[] = [
  ['stdin and sorting, no L1 and L2 ranges', '2.6.20', { order: ['weak-last'], droppedTypes: 'ANUau' }],
  ['--uncompressed', '3.2', { options: ['all-symbols', 'symbol-prefix', 'uncompressed'] }],
  ['an early .LASANPC rule', '4.4', { droppedPrefixes: ['.LASANPC'] }],
  ['local labels of another architecture', '4.14.177', { droppedPrefixes: ['.LASANPC', '.L', 'L0'] }],
  [
    'no more prefix, stricter limit',
    '4.14.177',
    { options: ['all-symbols', 'base-relative'], nameLimit: FROM_128 },
  ],
  ['getopt and long names over old ranges', '2.6.32', { commandLine: 'getopt', nameLength: 'uleb128' }],
  ['seqs after addresses that come first', '5.10', { seqs: true, addressesFirst: true }],
  ['page offset and base', '4.6', { options: ['page-offset', 'base-relative'] }],
  ['lines without seqs', '6.1', { grammar: 'lines', wordWidth: null }],
  ['lists of its own', '6.12', { ignored: ignoreRules({ prefixes: ['__x_'], suffixes: ['$y'] }) }],
]

for (const [what, base, features] of MIXTURES) {
  test(`a mixture on ${base}: ${what}`, () => {
    const dialect = { ...findRelease(base).dialect, ...features }
    assert.deepEqual(detectDialect(sourceOf(dialect)).dialect, dialect)
  })
}

test('ranges in code are those whose names occur', () => {
  const { dialect } = findRelease('2.6.20')
  const source = sourceOf(dialect).replaceAll(/_[se]extratext/g, '_other')
  assert.deepEqual(detectDialect(source).dialect.ranges, dialect.ranges.slice(0, 2))
})

test('with a filter that comes last the base is the lowest address, also of the first symbol of the table', () => {
  const { dialect } = findRelease('4.14.177')
  const source = sourceOf(dialect).replace('relative_base = -1ULL', 'relative_base = table[0].addr')
  const { relativeBase } = detectDialect(source).dialect
  assert.deepEqual(relativeBase, { ...dialect.relativeBase, from: 'first-read' })
})

test('conditionals that decide what the table is are refused, and others are no matter', () => {
  const { dialect } = findRelease('6.12')
  const source = sourceOf(dialect)
  const decides = [
    '#ifdef VENDOR\nif (strcmp(name, "x")) printf("\\t.section .data.rel.ro, \\"a\\"\\n");\n#endif\n',
    '#if 0\nqsort(table, table_cnt, sizeof(table[0]), by_size);\n#else\n#endif\n',
    '#ifndef A\n#ifdef B\nstatic const char *hidden_prefixes[] = { "x_", NULL };\n#endif\n#endif\n',
  ]
  for (const piece of decides) {
    assert.throws(
      () => detectDialect(source + piece),
      { code: 'unknown-kernel', message: /conditionals of scripts\/kallsyms\.c, from line \d+ on, decide/ },
      piece,
    )
  }
  // Two grammars: the build has one of them.
  const both = source.replace(
    'length = getline(&line, &size, in);',
    '#ifdef X\nlength = getline(&line, &size, in);\n#else\nn = fscanf(in, "%llx %c %499s\\n", &at, &type, name);\n#endif',
  )
  assert.notEqual(both, source)
  assert.throws(() => detectDialect(both), { code: 'unknown-kernel', message: /conditionals/ })

  const harmless = [
    '#ifdef DEBUG\nprintf("done");\n#endif\n',
    '#ifndef MIN\n#define MIN(a, b) ((a) < (b) ? (a) : (b))\n#endif\n',
    '#if defined(__APPLE__) && \\\n  1\n#include <stdio.h>\n#elif 1\n#else\n#include <stdlib.h>\n#endif\n',
    // Not closed: the compiler would not take it.
    '#ifdef DEBUG\n',
  ]
  for (const piece of harmless) assert.deepEqual(detectDialect(source + piece).dialect, dialect, piece)
  // A limit that the build may set is still a limit.
  const guarded = source.replace(
    /#define KSYM_NAME_LEN (\d+)/,
    '#ifndef KSYM_NAME_LEN\n#define KSYM_NAME_LEN $1\n#endif',
  )
  assert.notEqual(guarded, source)
  assert.deepEqual(detectDialect(guarded).dialect, dialect)
})

test('names that start with a dollar sign are dropped without a rule for mapping symbols', () => {
  const { dialect } = findRelease('5.3')
  const source = sourceOf(dialect).replace(/strchr\("adtx", str\[1\]\)/, 'is_mapping_symbol(str)')
  const expected = { ...dialect, mappingSymbols: '' }
  assert.deepEqual(detectDialect(source).dialect, expected)
})

test('another source is a clear error', () => {
  const foreign = [
    '',
    'int main(void) { return 0; }',
    'static struct sym_entry *table; static struct token *hash_table[HASH_SIZE]; if (fscanf(stdin, "%s")) ;',
    '\x7fELF\x02\x01\x01\0\0\xff\x80"\\',
    '/* token_profit[0x10000] */ const char *text = "token_profit[0x10000]";',
    'static int token_profit[0x1000];',
    'x'.repeat(2e6),
    '"'.repeat(1e6),
    '\\'.repeat(1e6),
    '/*'.repeat(5e5),
  ]
  for (const source of foreign) {
    assert.throws(() => detectDialect(source), {
      name: 'KallsymsError',
      code: 'unknown-kernel',
      message: /--kernel/,
    })
  }
})

test('an unrecognised feature that affects the output is an error', () => {
  const source = sourceOf(findRelease('6.1').dialect).replaceAll('0x%02x', '%d')
  const spoiled: [RegExp, string, RegExp][] = [
    [/fscanf\(/, 'read(', /neither getline\(\) nor fscanf\(\)/],
    [/#define KSYM_NAME_LEN .*/, '', /KSYM_NAME_LEN is not defined/],
    [/#define KSYM_NAME_LEN_BUFFER.*/, '', /no width/],
    [/"_einittext"/, '', /pairs/],
    [/\.section \.rodata/, '', /section/],
    [/, NULL };/g, '', /array .* is not closed/],
    [/output_label\("kallsyms_token_index"\)/, '', /labels/],
    [/, table_cnt\);/, ');', /number of symbols/],
    [/"start_"/, '"begin_"', /symbols of one address are ordered in a way/],
    [/$/, 'output_label("kallsyms_seqs_of_names"); out("\\t.long\\t%u\\n", seq);', /three bytes/],
  ]
  for (const [pattern, replacement, message] of spoiled) {
    assert.match(source, pattern)
    const bad = source.replace(pattern, replacement)
    assert.throws(() => detectDialect(bad), { code: 'unknown-kernel', message }, String(pattern))
  }
})

// If the time grew with the square of the length, all of it would take hours, and the sample minutes.
test('a hostile source does not hang', () => {
  const source = sourceOf(findRelease('6.1').dialect).replaceAll('0x%02x', '%d')
  const pieces = [
    '"\\',
    "'\\",
    "type == 'a' ",
    'argv[i], "x" ',
    '{ "a", no_argument } ',
    'strncmp(a, "b", 1) ',
    'ignored_symbols[] = {',
    '/*',
    '\\\n',
  ]
  const length = ALL ? 1e6 : 1e5
  const inLiteral = ['#include <', '.long', '0x%02x', '(%a', '/* %s */']
  const hostile = [
    ...pieces.map(piece => piece.repeat(length / piece.length)),
    ...inLiteral.map(piece => `"${piece.repeat(length / piece.length)}"`),
  ]
  for (const text of hostile) {
    try {
      detectDialect(`${source}\n${text}`)
    } catch (error) {
      if (!(error instanceof KallsymsError)) throw error
    }
  }
})

test('random text is detected or an error', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(...sourceOf(findRelease('6.12').dialect).split(/(?<=\W)/)),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      try {
        detectDialect(`static int token_profit[0x10000];${pieces.join('')}`)
      } catch (error) {
        if (!(error instanceof KallsymsError)) throw error
      }
    }),
    randomCases(500, 1000),
  )
})
