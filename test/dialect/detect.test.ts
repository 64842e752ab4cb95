/** From sources to dialects. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { detectDialect } from '../../src/dialect/detect.js'
import { type Dialect, ignoreRules, OPTIONS } from '../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../src/dialect/releases.js'
import { findRelease } from '../../src/dialect/resolve.js'
import { KallsymsError } from '../../src/errors.js'
import { DISTRACTIONS, sourceOf } from './sources.js'

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
  sorted: fc.boolean(),
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
} as const).map(({ relativeBase, ranges, ...free }) => ({
  ...free,
  wordWidth: free.grammar === 'lines' ? null : free.wordWidth,
  keepsBorders: free.ignoredWhen === 'filtering',
  ignored: ignoreRules(free.ignored),
  ranges: [...ranges],
  relativeBase: relativeBase && {
    when: free.options.includes('base-relative') ? 'option' : 'always',
    from: relativeBase.lowest ? 'lowest-read' : free.absolute === 'flag' ? 'first-relative' : 'first',
    alwaysMinus: relativeBase.alwaysMinus,
  },
  ltoCut: free.options.includes('lto-clang') ? free.ltoCut : null,
}))

test('every mixture of features is read as what it is', () => {
  const distractions = fc.infiniteStream(fc.constantFrom(...DISTRACTIONS))
  fc.assert(
    fc.property(anyDialect, distractions, (dialect, stream) => {
      const source = sourceOf(dialect, () => stream.next().value)
      assert.deepEqual(detectDialect(source).dialect, dialect)
    }),
    { numRuns: 1000 },
  )
})

test('every row of the table of releases is read back from a source with its features', () => {
  for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
    assert.deepEqual(detectDialect(sourceOf(dialect)).dialect, dialect, since)
  }
})

test('says for every value where it was seen, or what was not there', () => {
  const { dialect } = findRelease('6.1.192')
  const { origin } = detectDialect(sourceOf(dialect))
  assert.deepEqual(Object.keys(origin), Object.keys(dialect))
  assert.match(origin.seqs, /^line \d+$/)
  assert.match(origin.options, /^lines \d+, \d+, \d+, \d+$/)
  assert.equal(origin.keepsStartStop, 'no string_starts_with()')
})

test('layout does not matter', () => {
  const { dialect } = findRelease('6.12')
  const spread = sourceOf(dialect)
    .replace(/(?<=[\w)\]])([[(])/g, ' \t$1')
    .replaceAll('\n', '\r\n')
  assert.deepEqual(detectDialect(spread).dialect, dialect)
})

/** Debian's kernel sources; the version that the package has decides which row they should equal. */
for (const series of ['6.1', '6.12']) {
  const archive = `/usr/src/linux-source-${series}.tar.xz`
  const skip = existsSync(archive) ? false : `linux-source-${series} is not installed`
  test(`the source of Debian's ${series} gives the row of its version`, {
    skip,
    concurrency: true,
  }, async () => {
    const query = ['-W', '-f', '$' + '{Version}', `linux-source-${series}`]
    const version = spawnSync('dpkg-query', query, { encoding: 'utf8' }).stdout
    const source = await extract(archive, `linux-source-${series}/scripts/kallsyms.c`)
    assert.deepEqual(detectDialect(source).dialect, findRelease(version).dialect, version)
  })
}

/** One file of an archive; stops at its end, as most of the archive is in front of it and the rest is of no use. */
async function extract(archive: string, file: string): Promise<string> {
  const tar = spawn('tar', ['-xOf', archive, '--occurrence=1', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  tar.stdout.setEncoding('latin1')
  for await (const chunk of tar.stdout) text += chunk
  return text
}

test('what is no such source is refused with a clear error', () => {
  const foreign = [
    '',
    'int main(void) { return 0; }',
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

test('what decides bytes and cannot be made out is refused', () => {
  const source = sourceOf(findRelease('6.1').dialect)
  const spoiled: [RegExp, string, RegExp][] = [
    [/fscanf\(/, 'read(', /neither getline\(\) nor fscanf\(\)/],
    [/#define KSYM_NAME_LEN .*/, '', /KSYM_NAME_LEN is not defined/],
    [/#define KSYM_NAME_LEN_BUFFER.*/, '', /no width/],
    [/"_einittext"/, '', /pairs/],
    [/\.section \.rodata/, '', /section/],
    [/, NULL };/g, '', /array .* has no end/],
    [/output_label\("kallsyms_token_index"\)/, '', /labels/],
    [/, table_cnt\);/, ');', /number of symbols/],
  ]
  for (const [pattern, replacement, message] of spoiled) {
    assert.match(source, pattern)
    const bad = source.replace(pattern, replacement)
    assert.throws(() => detectDialect(bad), { code: 'unknown-kernel', message }, String(pattern))
  }
})

test('random text never does anything else than be read or refused', () => {
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
    { numRuns: 1000 },
  )
})
