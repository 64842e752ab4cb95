/** `kallsyms help`, with documents of the test's own and those of the package. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { topicsIn } from '../../../src/cli/help.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, type Result, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

const KBUILD = '# In a build\n\nSome text.\n'
const FORMATS = '# Formats\n\n<!-- generated: table -->\n\nA table.\n\n<!-- end -->\n'

/** An installation with two documents and other files. */
function install(t: TestContext): string {
  const folder = temporaryFolder(t)
  for (const part of ['bin', 'dist'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true })
  mkdirSync(path.join(folder, 'docs'))
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, 'docs', name), text)
  write('kbuild.md', KBUILD)
  write('formats.md', FORMATS)
  write('explain.md', '\n# kallsyms explain\n## Not this\n')
  write('README.md', '# An index\n')
  write('plot.svg', '# no document')
  return path.join(folder, 'bin', 'kallsyms')
}

function help(executable: string, ...args: string[]): Result {
  return kallsyms(['help', ...args], { executable })
}

test('without a topic: the topics, with a line each', { skip: NOT_IN_SAMPLE }, t => {
  const executable = install(t)
  const { status, stdout, stderr } = help(executable)
  assert.deepEqual([status, stderr], [0, ''])
  const [, topics] = /Topics:\n((?: {2}.*\n)+)/.exec(stdout.toString()) ?? []
  assert.equal(topics, '  explain     kallsyms explain\n  formats     Formats\n  kbuild      In a build\n')
  assert.ok(help(executable, '--help').stdout.equals(stdout))
  assert.ok(help(executable, 'help').stdout.equals(stdout))
})

test('a topic: its document as it is, into a pipe', t => {
  const { status, stdout, stderr } = help(install(t), 'kbuild')
  assert.deepEqual([status, stdout.toString(), stderr], [0, KBUILD, ''])
})

test('marks of generated parts are not shown', { skip: NOT_IN_SAMPLE }, t => {
  const { status, stdout, stderr } = help(install(t), 'formats')
  assert.deepEqual([status, stdout.toString(), stderr], [0, '# Formats\n\nA table.\n', ''])
})

test('an unknown topic: one line with those that are near, exit status 2', { skip: NOT_IN_SAMPLE }, t => {
  const executable = install(t)
  const { status, stdout, stderr } = help(executable, 'kbuld')
  assert.deepEqual([status, stdout.length], [2, 0])
  assert.equal(
    stderr,
    "kallsyms help: unknown topic 'kbuld' (Did you mean kbuild?) (see kallsyms help --help)\n",
  )
  assert.equal(help(executable, 'README').status, 2)
  assert.equal(help(executable, '../package').status, 2)
  assert.equal(help(executable, 'kbuild', 'explain').status, 2)
})

test('without documents: what to do', { skip: NOT_IN_SAMPLE }, t => {
  const executable = install(t)
  rmSync(path.join(executable, '..', '..', 'docs'), { recursive: true })
  const { status, stdout, stderr } = help(executable, 'kbuild')
  assert.deepEqual([status, stdout.length], [1, 0])
  assert.match(stderr, /^kallsyms help: .*docs: there are no documents: install the whole package\n$/)
})

test('a command without a document shows its own help', { skip: NOT_IN_SAMPLE }, t => {
  const { status, stdout } = help(install(t), 'completion')
  assert.equal(status, 0)
  assert.match(stdout.toString(), /^Usage: kallsyms completion/)
})

test('headings are set off on a terminal alone, and never with NO_COLOR', {
  skip: noScript() || NOT_IN_SAMPLE,
}, t => {
  const command = `${process.execPath} ${install(t)} help kbuild`
  const onTerminal = (environment: NodeJS.ProcessEnv): string =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', ...environment },
      encoding: 'utf8',
    }).stdout.replaceAll('\r', '')
  assert.equal(onTerminal({ NO_COLOR: '' }), '\x1b[1m# In a build\x1b[0m\n\nSome text.\n')
  assert.equal(onTerminal({ NO_COLOR: '1' }), KBUILD)
})

function noScript(): string | false {
  return spawnSync('script', ['--version']).status === 0 ? false : 'there is no script(1)'
}
test('each document of the package has a title and is a topic', () => {
  const docs = path.join(ROOT, 'docs')
  const topics = topicsIn(docs)
  for (const { title, file } of topics) assert.ok(readFileSync(file, 'utf8').startsWith(`# ${title}\n`), file)
  const files = readdirSync(docs).filter(name => name.endsWith('.md') && name !== 'README.md')
  assert.deepEqual(
    topics.map(({ name }) => `${name}.md`),
    files.sort(),
  )
})

test('help texts and messages refer to topics that are there, and to no README', {
  skip: NOT_IN_SAMPLE,
}, () => {
  const topics = topicsIn(path.join(ROOT, 'docs')).map(({ name }) => name)
  const texts = ['--help', 'explain --help', 'lab --help', 'help --help', 'completion --help'].map(args =>
    kallsyms(args.split(' ')).stdout.toString(),
  )
  const listed = texts.flatMap(
    text => /^More: kallsyms help .*?\(or (.*?)\)$/ms.exec(text)?.[1]?.split(/,\s+/) ?? [],
  )
  const files = [
    'dist/kallsyms.cjs',
    'dist/explain.cjs',
    'dist/lab.cjs',
    'kbuild/hostcc',
    'kbuild/kallsyms.mk',
  ]
  const sources = files.map(file => readFileSync(path.join(ROOT, file), 'utf8'))
  const named = [...texts, ...sources].flatMap(text =>
    [...text.matchAll(/kallsyms help ([a-z][a-z-]+)/g)].map(([, topic]) => topic as string),
  )
  assert.ok(listed.length >= 6 && named.length >= 6)
  for (const topic of [...listed, ...named]) assert.ok(topics.includes(topic), topic)
  for (const text of texts) assert.doesNotMatch(text, /README/)
})
