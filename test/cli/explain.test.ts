/** `kallsyms explain` as a user meets it. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Explanation } from '../../src/explain/explanation.js'
import { ROOT } from '../support/root.js'
import { EXECUTABLE, kallsyms, type Result, temporaryFolder } from '../support/run.js'

const PASS_1 = path.join(ROOT, 'golden', 'inputs', 'arm2012-pass1.nm')
const PASS_2 = path.join(ROOT, 'golden', 'inputs', 'arm2012-pass2.nm')
const MARCH_2012 = ['--kernel', '3.3', '--all-symbols']

function explainJson(args: readonly string[], status: number): Explanation {
  const result = kallsyms(['explain', '--json', ...args])
  assert.equal(result.status, status, result.stderr)
  assert.equal(result.stderr, '')
  return JSON.parse(result.stdout.toString()) as Explanation
}

/** The causes of all steps. */
function codes({ steps }: Explanation): string[] {
  return steps.flatMap(({ causes }) => causes.map(({ code }) => code))
}

test('two maps: the report, and exit status 1', () => {
  const { status, stdout, stderr } = kallsyms(['explain', ...MARCH_2012, PASS_1, PASS_2])
  assert.deepEqual([status, stderr], [1, ''])
  const text = stdout.toString()
  assert.match(text, /^not consistent: two passes differ/)
  assert.match(text, /^kallsyms_token_table +\d+ +\d+ +\+2$/m)
  assert.match(text, /3 symbols changed the type letter/)
  assert.match(text, /what to do:\n {2}- Make tables that settle: `make\s+MAKEFILES=.*--stabilise/s)
  // No colour into a pipe.
  assert.ok(!text.includes('\x1b'))
})

test('the same map twice is consistent: exit status 0', () => {
  const { status, stdout } = kallsyms(['explain', ...MARCH_2012, PASS_2, PASS_2])
  assert.equal(status, 0)
  assert.match(stdout.toString(), /^consistent: /)
})

test('colour on a terminal alone, and never with NO_COLOR', { skip: !hasScript() && 'no script(1)' }, () => {
  const command = [process.execPath, EXECUTABLE, 'explain', ...MARCH_2012, PASS_1, PASS_2].join(' ')
  const onTerminal = (environment: NodeJS.ProcessEnv): string =>
    spawnSync('script', ['-qec', command, '/dev/null'], {
      env: { ...process.env, TERM: 'xterm', ...environment },
      encoding: 'utf8',
    }).stdout
  assert.ok(onTerminal({ NO_COLOR: '' }).includes('\x1b[31m'))
  assert.ok(!onTerminal({ NO_COLOR: '1' }).includes('\x1b['))
})

function hasScript(): boolean {
  return spawnSync('script', ['--version']).status === 0
}

test('compressed maps, and images through nm', t => {
  const folder = temporaryFolder(t)
  const packed = [PASS_1, PASS_2].map((file, i) => {
    const name = path.join(folder, `pass${i + 1}.map.gz`)
    writeFileSync(name, gzipSync(readFileSync(file)))
    return name
  })
  const plain = explainJson([...MARCH_2012, PASS_1, PASS_2], 1)
  assert.deepEqual(explainJson([...MARCH_2012, ...packed], 1).steps[0]?.causes, plain.steps[0]?.causes)
  // An nm that lists the maps for files that look like images.
  const image = (name: string): string => {
    writeFileSync(path.join(folder, name), '\x7fELF')
    return path.join(folder, name)
  }
  writeFileSync(path.join(folder, 'nm'), `#!/bin/sh\n[ "$1" = -n ] && exec cat "$2.list"\n`, { mode: 0o755 })
  writeFileSync(path.join(folder, '1.list'), readFileSync(PASS_1))
  writeFileSync(path.join(folder, '2.list'), readFileSync(PASS_2))
  const args = ['explain', '--json', ...MARCH_2012, image('1'), image('2')]
  const listed = kallsyms(args, { env: { NM: path.join(folder, 'nm') } })
  assert.equal(listed.status, 1, listed.stderr)
  assert.deepEqual(codes(JSON.parse(listed.stdout.toString())), ['types'])
  assertWrong(
    kallsyms(args, { env: { NM: '/no/such/nm' } }),
    /\/1: it takes nm to list it, and \/no\/such\/nm cannot be run/,
  )
  assertWrong(kallsyms(args), /\/1: nm cannot list it: /)
})

const NAMES: readonly (readonly [kernel: string, ...names: string[]])[] = [
  ['6.12', '.tmp_vmlinux1.syms', '.tmp_vmlinux2.syms'],
  ['6.6', '.tmp_vmlinux.kallsyms1.syms', '.tmp_vmlinux.kallsyms2.syms'],
  ['5.4', '.tmp_vmlinux.kallsyms1', '.tmp_vmlinux.kallsyms2'],
  ['3.3', '.tmp_vmlinux1', '.tmp_vmlinux2'],
]

for (const [kernel, ...names] of NAMES) {
  test(`the folder of a build, with the names of ${kernel}`, t => {
    const folder = temporaryFolder(t)
    for (const [i, name] of names.entries())
      writeFileSync(path.join(folder, name), readFileSync([PASS_1, PASS_2][i] as string))
    mkdirSync(path.join(folder, 'include', 'config'), { recursive: true })
    writeFileSync(
      path.join(folder, 'include', 'config', 'auto.conf'),
      'CONFIG_KALLSYMS=y\nCONFIG_KALLSYMS_ALL=y\n',
    )
    const explanation = explainJson(['--kernel', kernel, folder], 1)
    assert.deepEqual(
      explanation.passes.map(({ name }) => name),
      names,
    )
    assert.ok(codes(explanation).includes('types'))
    // The image that was let through.
    writeFileSync(path.join(folder, 'System.map'), readFileSync(PASS_2))
    assert.equal(explainJson(['--kernel', kernel, folder], 0).verdict.code, 'consistent')
  })
}

test('a journal tells the kernel, the options and the sizes', t => {
  const folder = path.join(temporaryFolder(t), 'scripts', '.tmp_kallsyms')
  const journal = ['--journal', folder]
  for (const file of [PASS_1, PASS_2]) {
    kallsyms(['--kernel', '3.3', '--all-symbols', ...journal], { input: readFileSync(file) })
  }
  for (const place of [folder, path.join(folder, '..', '..')]) {
    const explanation = explainJson([place], 1)
    assert.deepEqual(codes(explanation), ['types'])
    assert.deepEqual(
      explanation.passes.map(({ name }) => name),
      ['pass 1', 'pass 2'],
    )
  }
})

function assertWrong({ status, stdout, stderr }: Result, words: RegExp): void {
  assert.deepEqual([status, stdout.length], [2, 0], stderr)
  assert.match(stderr, words)
  assert.match(stderr, /^kallsyms explain: [^\n]*\n$/)
}

const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-explain-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

test('wrong usage and unreadable input: one line, exit status 2', () => {
  const good = readFileSync(PASS_1)
  const wrong = (args: readonly string[], words: RegExp): void =>
    assertWrong(kallsyms(['explain', ...args]), words)
  wrong([], /missing required argument 'maps'/)
  wrong([PASS_1], /one map does not tell what moves/)
  wrong(['--no-such', PASS_1, PASS_2], /unknown option '--no-such'/)
  wrong(['--kernel', '1.0', PASS_1, PASS_2], /kernel 1\.0 is too old/)
  wrong(['--kernel', '6.12', '--page-offset=0', PASS_1, PASS_2], /--page-offset/)
  wrong([PASS_1, 'no/such/map'], /no\/such\/map: No such file or directory/)
  wrong([PASS_1, folder], /: Is a directory: give a map in it/)
  wrong([folder], /no passes of a link in it: .*kallsyms --print-kbuild/)
  wrong(
    [PASS_1, file('text', 'c0008000 T _text\nThis is no map.\n')],
    /text:2: "This is no map\." is not "ADDRESS TYPE NAME"/,
  )
  wrong([PASS_1, file('short', 'c0008000 T\n')], /short:1: "c0008000 T" is not/)
  wrong([PASS_1, file('binary', Buffer.from([1, 2, 3, 10]))], /binary:1: "\\x01\\x02\\x03" is not/)
  wrong(
    [PASS_1, file('mixed', 'c0008000 T _text\nffffffffc0008010 t x\n')],
    /mixed:2: .* another width than the lines before/,
  )
  wrong([PASS_1, file('cut', good.subarray(0, -5))], /cut:\d+: ends in the middle of a line: is it whole\?/)
  wrong(
    [PASS_1, file('cut.gz', gzipSync(good).subarray(0, 200))],
    /cut\.gz: cannot be unpacked: .*: is it whole\?/,
  )
  wrong(
    [
      PASS_1,
      file(
        'wide',
        good
          .toString()
          .replace(/^/gm, '00000000')
          .replace(/\n0{8}$/, '\n'),
      ),
    ],
    /wide has addresses of 64 bits, and arm2012-pass1\.nm of 32/,
  )
  wrong([PASS_1, file('empty', '')], /two passes at least, with symbols in them/)
  wrong(['--html', '/no/such/page.html', PASS_1, PASS_2], /\/no\/such\/page\.html: No such file or directory/)
})

test('nm lists undefined symbols too, which no table has', () => {
  const lines = readFileSync(PASS_1, 'latin1')
  const raw = file('raw', `                 U missing\n                 w kallsyms_names\n\n${lines}`)
  assert.deepEqual(explainJson([...MARCH_2012, raw, PASS_1], 0).verdict.code, 'consistent')
})

test('names are bytes, on the way in and out', () => {
  const lines = (letter: string): Buffer =>
    Buffer.from(`1000 T _text\n1000 T _stext\n1010 ${letter} caf\xe9_\xff\n1020 T _etext\n`, 'latin1')
  const { stdout } = kallsyms(['explain', '--kernel', '5.4', file('a', lines('t')), file('b', lines('T'))])
  assert.ok(stdout.includes(Buffer.from('caf\xe9_\xff', 'latin1')), stdout.toString('latin1'))
})

test('--html writes the page, whole or not at all', t => {
  const place = temporaryFolder(t)
  const page = path.join(place, 'page.html')
  const { status, stdout } = kallsyms(['explain', ...MARCH_2012, '--html', page, PASS_1, PASS_2])
  assert.equal(status, 1)
  assert.match(stdout.toString(), /^not consistent/)
  const text = readFileSync(page, 'utf8')
  assert.match(text, /^<!DOCTYPE html>/)
  // It stands for itself.
  assert.doesNotMatch(text, /(src|href)=|https?:|@import|url\(/)
  assert.deepEqual(readdirSync(place), ['page.html'])
})

test('a closed pipe is silent', () => {
  const command = `'${process.execPath}' '${EXECUTABLE}' explain --all --kernel 3.3 --all-symbols '${PASS_1}' '${PASS_2}' | true`
  assert.equal(execFileSync('sh', ['-c', `${command}; exit 0`], { encoding: 'utf8', stdio: 'pipe' }), '')
})

test('--help teaches', () => {
  const { status, stdout } = kallsyms(['explain', '--help'])
  assert.equal(status, 0)
  for (const word of ['Examples:', 'Exit status:', '--json', '--html', '--all '])
    assert.ok(stdout.includes(word), word)
  assert.match(kallsyms(['--help']).stdout.toString(), /^ {2}explain .*say why/m)
})
