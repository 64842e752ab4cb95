/** Bundles: one file with all that an explanation is made from, which gives the same explanation. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { runExplain } from '../../../src/cli/explain.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import { inProcess } from '../../support/in-process.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const CASES = path.join(ROOT, 'golden', 'cases')

function maps(name: string, ...files: readonly string[]): string[] {
  return files.map(file => path.join(CASES, name, file))
}

const STUBS = [
  '--kernel',
  '3.18',
  '--all-symbols',
  ...maps('stubs-3.18', 'pass1.map', 'pass2.map', 'pass3.map'),
]
const RENAMED = [
  ...['--kernel', '5.8', '--all-symbols'],
  ...maps('renamed', 'pass1.map', 'pass2.map', 'pass3.map', 'System.map'),
]
const REORDERED = [
  '--kernel',
  '5.10',
  '--all-symbols',
  ...maps('reordered', 'pass1.map', 'pass2.map', 'System.map'),
]

async function json(args: readonly string[]): Promise<Explanation> {
  const { stdout, stderr } = await inProcess(runExplain, ['--json', ...args])
  assert.equal(stderr, '')
  return JSON.parse(stdout.toString()) as Explanation
}

const HEADER = 'kallsyms bundle, compressed with brotli\n'

/** The JSON in a bundle. */
function contentOf(file: string): string {
  const bytes = readFileSync(file)
  assert.equal(bytes.toString('latin1', 0, HEADER.length), HEADER)
  return brotliDecompressSync(bytes.subarray(HEADER.length)).toString()
}

for (const [name, args] of sampled(
  Object.entries({ stubs: STUBS, renamed: RENAMED, reordered: REORDERED }),
  3,
)) {
  test(`${name}: a bundle gives the explanation that it was made with`, async t => {
    const file = path.join(temporaryFolder(t), 'fail.bundle')
    const explanation = await json(['--bundle', file, '--note', 'GNU ld 2.40', ...args])
    assert.deepEqual(await json([file]), explanation)
    const text = (await inProcess(runExplain, [file])).stdout.toString()
    assert.match(text, /^\(kallsyms \S+\)\n\(GNU ld 2\.40\)\n/)
    // A bundle can be made from a bundle.
    const again = `${file}.again`
    assert.deepEqual(await json(['--bundle', again, file]), explanation)
    assert.equal(contentOf(again), contentOf(file))
  })

  test(`${name}: with scrambled names the answer is the same, and no name of the maps is there`, async t => {
    const file = path.join(temporaryFolder(t), 'fail.bundle')
    const explanation = await json(['--bundle', file, '--scramble-names', ...args])
    const scrambled = await json([file])
    assert.equal(scrambled.verdict.text, explanation.verdict.text)
    assert.deepEqual(scrambled.doubts, explanation.doubts)
    const shape = ({ steps, advice, passes }: Explanation): unknown => [
      steps.map(({ causes, lists }) =>
        [...causes, ...lists].map(({ code, symbols }) => [code, symbols.length]),
      ),
      advice.map(each => [each.for, each.tried?.outcome]),
      passes.map(({ symbols }) => symbols),
    ]
    assert.deepEqual(shape(scrambled), shape(explanation))
    // Names of the kernel's own functions, by the words in them.
    const content = contentOf(file)
    assert.match(content, /"the names of the symbols are scrambled"/)
    const names = args
      .filter(arg => arg.endsWith('.map'))
      .flatMap(map =>
        [...readFileSync(map, 'latin1').matchAll(/ [tTdDbBrR] ([a-z]\w{5,})$/gm)].map(
          ([, each]) => each as string,
        ),
      )
    assert.ok(names.length > 50)
    for (const each of names) assert.ok(!content.includes(` ${each}\n`), each)
    // The same names get the same others, also in another bundle.
    const again = `${file}.again`
    await json(['--bundle', again, '--scramble-names', ...args])
    assert.equal(contentOf(again), content)
  })
}

test('a journal is bundled with the sizes that it tells, and the versions of the build', async t => {
  const folder = temporaryFolder(t)
  const journal = path.join(folder, '.tmp_for_kallsyms')
  writeFileSync(
    path.join(folder, '.config'),
    'CONFIG_KALLSYMS=y\nCONFIG_LD_VERSION=24000\nCONFIG_LLD_VERSION=0\n',
  )
  for (const [i, map] of STUBS.slice(-2).entries()) {
    const given = path.join(folder, `.tmp_vmlinux${i + 1}.syms`)
    writeFileSync(given, readFileSync(map))
    const options = ['--kernel', '3.18', '--all-symbols', '--journal', journal]
    assert.equal(kallsyms([...options, '-o', path.join(folder, `${i}.S`), given]).status, 0)
  }
  const file = path.join(folder, 'fail.bundle')
  const explanation = await json(['--bundle', file, folder])
  assert.equal(explanation.dialect, "the build's journal")
  assert.deepEqual(await json([file]), explanation)
  const { notes } = JSON.parse(contentOf(file)) as { notes: string[] }
  assert.deepEqual(notes.slice(1), ['CONFIG_LD_VERSION=24000'])
})

test('names are bytes, and names that are too long are told', async t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'fail.bundle')
  const long = `c0000020 t ${'x'.repeat(200)}\n`
  const given = ['', long].map((more, i) => {
    const map = path.join(folder, `${i}.map`)
    writeFileSync(
      map,
      Buffer.from(`c0000000 T _text\nc0000010 t caf\xe9\n${more}c0000100 T _etext\n`, 'latin1'),
    )
    return map
  })
  const explanation = await json(['--kernel', '5.4', '--all-symbols', '--bundle', file, ...given])
  assert.deepEqual(
    explanation.passes.map(({ symbols }) => symbols.tooLong),
    [0, 1],
  )
  assert.deepEqual(await json([file]), explanation)
})

test('wrong usage and damaged bundles: one line', async t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'fail.bundle')
  await json(['--bundle', file, ...REORDERED])
  const content = contentOf(file)
  const whole = readFileSync(file)
  const changed = (name: string, text: string): string => {
    const other = path.join(folder, name)
    writeFileSync(other, Buffer.concat([Buffer.from(HEADER), brotliCompressSync(text)]))
    return other
  }
  const truncated = path.join(folder, 'truncated')
  writeFileSync(truncated, whole.subarray(0, whole.length - 100))
  const short = path.join(folder, 'short')
  writeFileSync(short, whole.subarray(0, 20))
  const noise = path.join(folder, 'noise')
  writeFileSync(noise, `${HEADER}these bytes are not compressed`)
  const map = REORDERED.at(-1) as string
  const cases: readonly (readonly [args: readonly string[], status: number, said: RegExp])[] = [
    [['--kernel', '5.10', file], 2, /kernel and options come from the bundle: leave out --kernel$/],
    [['--more-passes', file], 2, /leave out --more-passes$/],
    [['--scramble-names', ...REORDERED], 2, /--scramble-names is about a bundle: give --bundle FILE too$/],
    [['--note', 'x', ...REORDERED], 2, /--note is about a bundle: give --bundle FILE too$/],
    [['--bundle', '-', ...REORDERED], 2, /--bundle needs the name of a file$/],
    [['--bundle', map, ...REORDERED], 2, /is an input of this run/],
    [['--bundle', file, file], 2, /is an input of this run/],
    [[truncated], 2, /truncated: cannot decompress; truncated\?$/],
    [[short], 2, /short: cannot decompress; truncated\?$/],
    [[file, map], 2, /fail\.bundle is a bundle, which has all maps: give it alone$/],
    [[noise], 2, /noise: cannot decompress; truncated\?$/],
    [[changed('text', 'no json')], 2, /text: this bundle cannot be read: it is not JSON$/],
    [[changed('null', 'null')], 2, /its schema is not kallsyms-bundle\/1$/],
    [
      [changed('schema', content.replace('bundle/1', 'bundle/9'))],
      2,
      /its schema is not kallsyms-bundle\/1$/,
    ],
    [[changed('dialect', content.replace('"nameLimit"', '"n"'))], 2, /its dialect is not valid$/],
    [
      [changed('options', content.replace('"allSymbols":true', '"stabilise":"x"'))],
      2,
      /its options are not valid$/,
    ],
    [
      [changed('list', content.replace(/"options":\{.*?\}/, '"options":[]'))],
      2,
      /its options are not valid$/,
    ],
    [
      [changed('previous', content.replace('"allSymbols":true', '"previous":{}'))],
      2,
      /its options are not valid$/,
    ],
    [
      [
        changed(
          'sizes',
          content.replace('"tables":null', '"tables":[{"label":"x","bytes":1e300,"padding":0}]'),
        ),
      ],
      2,
      /its passes are not valid$/,
    ],
    [
      ['--html', 'same', '--bundle', './same', ...REORDERED],
      2,
      /same is given for --html and for --bundle: give two files$/,
    ],
    [[changed('unknown', content.replace('"allSymbols":true', '"pcRelative":true'))], 2, /cannot be read: /],
    [[changed('passes', content.replace('"isFinal":false', '"isFinal":1'))], 2, /its passes are not valid$/],
    [[changed('map', content.replace(' T _text', ' T'))], 2, /is not "ADDRESS TYPE NAME"/],
  ]
  for (const [args, status, said] of cases) {
    const result = await inProcess(runExplain, args)
    assert.equal(result.status, status, `${args.join(' ')}: ${result.stderr}`)
    assert.match(result.stderr.trimEnd(), said, args.join(' '))
    assert.equal(result.stderr.trimEnd().split('\n').length, 1, result.stderr)
  }
  // Nothing was written over.
  assert.deepEqual(readFileSync(file), whole)
})

test('a bundle is written whole or not at all', t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'fail.bundle')
  const { status } = kallsyms([
    'explain',
    '--bundle',
    file,
    '--kernel',
    '5.10',
    '/nonexistent',
    '/nonexistent',
  ])
  assert.equal(status, 2)
  assert.ok(!existsSync(file))
})

test('what a bundle says is escaped on a terminal', async t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'fail.bundle')
  await json(['--bundle', file, ...REORDERED])
  const bundle = JSON.parse(contentOf(file)) as {
    chosenBy: string
    notes: string[]
    passes: { name: string }[]
  }
  bundle.chosenBy = 'by \x1b[31m'
  bundle.notes = ['a note \x1b[32m']
  for (const pass of bundle.passes) pass.name += '\x1b[33m'
  const hostile = path.join(folder, 'hostile.bundle')
  writeFileSync(hostile, Buffer.concat([Buffer.from(HEADER), brotliCompressSync(JSON.stringify(bundle))]))
  for (const args of [[hostile], ['--all', hostile]]) {
    const { status, stdout, stderr } = await inProcess(runExplain, args)
    assert.equal(status, 1, stderr)
    assert.ok(!stdout.includes(0x1b), stdout.toString())
    for (const shown of ['by \\x1b[31m', 'a note \\x1b[32m', 'pass1.map\\x1b[33m'])
      assert.ok(stdout.includes(shown), shown)
  }
})

test('names of files are escaped on a terminal', { skip: NOT_IN_SAMPLE }, async t => {
  const folder = temporaryFolder(t)
  const files = ['1', '2'].map(number => path.join(folder, `\x1b[31m${number}.map`))
  for (const [i, file] of files.entries()) writeFileSync(file, readFileSync(REORDERED[3 + i] as string))
  const { stdout } = await inProcess(runExplain, [...REORDERED.slice(0, 3), ...files])
  assert.ok(!stdout.includes(0x1b), stdout.toString())
})
