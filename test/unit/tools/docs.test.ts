/** Generated blocks of the documentation: stale ones are found and made anew, all other text stays. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { BUILT_IN } from '../../../src/lab/proposals/built-in.js'
import { blocksIn, replaceBlocks, tableText } from '../../../tools/docs/blocks.js'
import { type Arrows, arrowText } from '../../../tools/docs/folders.js'
import { staleBlocks, updatedPages } from '../../../tools/docs/pages.js'
import { markWords } from '../../../tools/docs/words.js'
import { ROOT } from '../../support/root.js'
import { temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

const page = (name: string, content: string): string =>
  `# Title\n\n<!-- generated: ${name} -->\n\n${content}\n\n<!-- end -->\n\nThe rest.\n`

test('a stale block is named with its file, its line and what to do', () => {
  const pages = [
    { file: 'README.md', text: page('options', 'as it should be') },
    { file: 'docs/formats.md', text: page('releases', 'of last year') },
  ]
  const derived = new Map([
    ['options', 'as it should be\n'],
    ['releases', 'of this year\n'],
  ])
  assert.deepEqual(staleBlocks(pages, derived, []), [
    { text: 'docs/formats.md:3: block releases is stale: run `npm run docs`', isStale: true },
  ])
  const updated = updatedPages(pages, derived)
  assert.deepEqual(updated, [{ file: 'docs/formats.md', text: page('releases', 'of this year') }])
  assert.deepEqual(staleBlocks([pages[0] as (typeof pages)[0], ...updated], derived, []), [])
})

test('blocks that nothing makes, and blocks that no page has', () => {
  const pages = [{ file: 'README.md', text: page('option', 'x') }]
  assert.deepEqual(
    staleBlocks(pages, new Map([['options', 'x']]), ['speed']).map(({ text }) => text),
    ['README.md:3: no generator makes block option', 'no page has block options', 'no page has block speed'],
  )
})

test('measured blocks are not compared', () => {
  assert.deepEqual(
    staleBlocks([{ file: 'README.md', text: page('speed', 'fast') }], new Map(), ['speed']),
    [],
  )
})

test('the measured results of the lab have a row for each built-in proposal', () => {
  const block = blocksIn(readFileSync(path.join(ROOT, 'docs', 'lab.md'), 'utf8')).find(
    ({ name }) => name === 'lab-results',
  )
  const rows = [...(block?.content ?? '').matchAll(/^\| ([a-z-]+) \|/gm)].map(([, name]) => name)
  assert.deepEqual(
    BUILT_IN.map(({ name }) => name).filter(name => !rows.includes(name)),
    [],
    'run `npm run docs -- --measured lab-results`',
  )
})

test('markers without a partner are errors with a line', () => {
  const refused = (text: string, reason: RegExp): void => assert.throws(() => blocksIn(text), reason)
  refused('a\n<!-- generated: x -->\nb\n', /line 2: block x does not end/)
  refused('a\n<!-- end -->\n', /line 2: <!-- end --> without a block/)
  refused('<!-- generated: x -->\n<!-- generated: y -->\n<!-- end -->\n', /line 2: block y begins inside/)
  assert.throws(
    () => staleBlocks([{ file: 'docs/a.md', text: '<!-- end -->' }], new Map(), []),
    /^Error: docs\/a\.md: line 1: /,
  )
})

test('only the content of known blocks is replaced', () => {
  const text = `${page('a', 'old')}${page('b', 'kept')}`
  assert.equal(
    replaceBlocks(text, new Map([['a', 'new\nlines']])),
    `${page('a', 'new\nlines')}${page('b', 'kept')}`,
  )
  assert.equal(tableText(['a', 'b'], [['x|y', '1']]), '| a | b |\n|---|---|\n| x\\|y | 1 |')
})

test('names, options and directives are marked as code, and nothing else', () => {
  const cases = [
    ['cuts at .llvm., --lto-clang; type n', 'cuts at `.llvm.`, `--lto-clang`; type n'],
    ['(see `nm -n`), *_veneer is left out', '(see `nm -n`), `*_veneer` is left out'],
    ['counters are .long', 'counters are `.long`'],
    [
      'as in make MAKEFILES="$(kallsyms --print-kbuild)"',
      'as in `make MAKEFILES="$(kallsyms --print-kbuild)"`',
    ],
    ['from 6.1 on. Until 7.', 'from 6.1 on. Until 7.'],
  ] as const
  for (const [text, marked] of cases) assert.equal(markWords(text), marked)
})

test('folders from top to bottom, without arrows that follow from others', () => {
  const arrows = (entries: Readonly<Record<string, readonly string[]>>): Arrows =>
    new Map(Object.entries(entries).map(([from, to]) => [from, new Set(to)]))
  assert.equal(
    arrowText(arrows({ low: [], top: ['low', 'middle'], middle: ['low'] })),
    'top    -> middle\nmiddle -> low\nlow',
  )
  assert.throws(() => arrowText(arrows({ a: ['b'], b: ['c'], c: ['a'] })), /circle: a -> b -> c -> a/)
})

test('the command finds a block that was made stale, and makes it anew', { skip: NOT_IN_SAMPLE }, t => {
  const root = temporaryFolder(t)
  for (const name of ['README.md', 'docs']) {
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true })
  }
  const run = (...args: string[]): { status: number | null; stderr: string } => {
    const command = [path.join(ROOT, 'build/tsc/tools/docs.js'), '--root', root, ...args]
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
    return { status, stderr }
  }
  assert.equal(run().status, 0)
  assert.deepEqual(run('--check'), { status: 0, stderr: '' })

  const file = path.join(root, 'docs', 'formats.md')
  const good = readFileSync(file, 'utf8')
  writeFileSync(file, good.replace('| 6.1 | 6.1.20 |', '| 6.1 | 6.1.21 |'))
  const { status, stderr } = run('--check')
  assert.match(stderr, /^docs: docs\/formats\.md:\d+: block releases is stale: run `npm run docs`\n$/)
  assert.equal(status, 1)
  assert.equal(run().status, 0)
  assert.equal(readFileSync(file, 'utf8'), good)
})
