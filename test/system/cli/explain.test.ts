/** `kallsyms explain` as a user meets it. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { runExplain } from '../../../src/cli/explain.js'
import { shellWord } from '../../../src/cli/shell-word.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import { inProcess } from '../../support/in-process.js'
import { ROOT } from '../../support/root.js'
import { EXECUTABLE, kallsyms, type Result, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

const PASS_1 = path.join(ROOT, 'golden', 'inputs', 'arm2012-pass1.nm')
const PASS_2 = path.join(ROOT, 'golden', 'inputs', 'arm2012-pass2.nm')
const MARCH_2012 = ['--kernel', '3.3', '--all-symbols']

async function explainJson(args: readonly string[], status: number): Promise<Explanation> {
  const result = await inProcess(runExplain, ['--json', ...args])
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
  assert.match(text, /3 symbols changed type; the type letter/)
  assert.match(
    text,
    /what to do:\n {2}- `make MAKEFILES=\S+ \S+\s+KALLSYMS_FLAGS=--stabilise`:\s+lets\s+this\s+build\s+through \(2\s+passes\)/,
  )
  // No colour into a pipe.
  assert.ok(!text.includes('\x1b'))
})

test('the same map twice is consistent: exit status 0', () => {
  const { status, stdout } = kallsyms(['explain', ...MARCH_2012, PASS_2, PASS_2])
  assert.equal(status, 0)
  assert.match(stdout.toString(), /^consistent: /)
})

test('colour on a terminal alone, and never with NO_COLOR', {
  skip: hasScript() ? NOT_IN_SAMPLE : 'no script(1)',
}, () => {
  const command = [process.execPath, EXECUTABLE, 'explain', ...MARCH_2012, PASS_1, PASS_2]
    .map(shellWord)
    .join(' ')
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

test('compressed maps, and images through nm', { skip: NOT_IN_SAMPLE }, async t => {
  const folder = temporaryFolder(t)
  const packed = [PASS_1, PASS_2].map((file, i) => {
    const name = path.join(folder, `pass${i + 1}.map.gz`)
    writeFileSync(name, gzipSync(readFileSync(file)))
    return name
  })
  const plain = await explainJson([...MARCH_2012, PASS_1, PASS_2], 1)
  assert.deepEqual(
    (await explainJson([...MARCH_2012, ...packed], 1)).steps[0]?.causes,
    plain.steps[0]?.causes,
  )
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
    /\/1: this is an image, and \/no\/such\/nm cannot be run to list it: set NM/,
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
  test(`the folder of a build, with the names of ${kernel}`, async t => {
    const folder = temporaryFolder(t)
    for (const [i, name] of names.entries())
      writeFileSync(path.join(folder, name), readFileSync([PASS_1, PASS_2][i] as string))
    mkdirSync(path.join(folder, 'include', 'config'), { recursive: true })
    writeFileSync(
      path.join(folder, 'include', 'config', 'auto.conf'),
      'CONFIG_KALLSYMS=y\nCONFIG_KALLSYMS_ALL=y\n',
    )
    const explanation = await explainJson(['--kernel', kernel, folder], 1)
    assert.deepEqual(
      explanation.passes.map(({ name }) => name),
      names,
    )
    assert.ok(codes(explanation).includes('types'))
    // The image that was let through.
    writeFileSync(path.join(folder, 'System.map'), readFileSync(PASS_2))
    assert.equal((await explainJson(['--kernel', kernel, folder], 0)).verdict.code, 'consistent')
  })
}

test('a journal tells the kernel, the options and the sizes', async t => {
  const folder = path.join(temporaryFolder(t), '.tmp_for_kallsyms')
  const journal = ['--journal', folder]
  for (const file of [PASS_1, PASS_2]) {
    kallsyms(['--kernel', '3.3', '--all-symbols', ...journal], { input: readFileSync(file) })
  }
  for (const place of [folder, path.join(folder, '..')]) {
    const explanation = await explainJson([place], 1)
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

test('wrong usage and unreadable input: one line, exit status 2', async () => {
  const good = readFileSync(PASS_1)
  await wrong([], /missing required argument 'maps'/)
  await wrong([PASS_1], /give the maps of at least two passes/)
  await wrong([PASS_1, PASS_2], /cannot determine the kernel version: give --kernel/)
  await wrong(
    ['--kernel', '6.12', file('raw', 'c0008000 T _text\nc0008000 a local\n'), PASS_2],
    /raw is not filtered, and the build of this kernel filters its maps/,
  )
  await wrong(['--html', '-', ...MARCH_2012, PASS_1, PASS_2], /--html needs the name of a file/)
  await wrong(['--no-such', PASS_1, PASS_2], /unknown option '--no-such'/)
  await wrong(['--kernel', '1.0', PASS_1, PASS_2], /kernel 1\.0 is too old/)
  await wrong(['--kernel', '6.12', '--page-offset=0', PASS_1, PASS_2], /--page-offset/)
  await wrong([...MARCH_2012, PASS_1, 'no/such/map'], /no\/such\/map: No such file or directory/)
  await wrong([...MARCH_2012, PASS_1, folder], /: Is a directory: give a map in it/)
  await wrong([folder], /there are no passes of a link.*kallsyms --print-kbuild/)
  await wrong(
    [...MARCH_2012, PASS_1, file('text', 'c0008000 T _text\nThis is no map.\n')],
    /text:2: "This is no map\." is not "ADDRESS TYPE NAME"/,
  )
  await wrong([...MARCH_2012, PASS_1, file('short', 'c0008000 T\n')], /short:1: "c0008000 T" is not/)
  await wrong(
    [...MARCH_2012, PASS_1, file('binary', Buffer.from([1, 2, 3, 10]))],
    /binary:1: "\\x01\\x02\\x03" is not/,
  )
  await wrong(
    [...MARCH_2012, PASS_1, file('mixed', 'c0008000 T _text\nffffffffc0008010 t x\n')],
    /mixed:2: .* another width than the lines before/,
  )
  await wrong(
    [...MARCH_2012, PASS_1, file('cut', good.subarray(0, -5))],
    /cut:\d+: ends within a line; truncated\?/,
  )
  await wrong(
    [...MARCH_2012, PASS_1, file('cut.gz', gzipSync(good).subarray(0, 200))],
    /cut\.gz: cannot decompress: .*; truncated\?/,
  )
  await wrong(
    [
      ...MARCH_2012,
      PASS_1,
      file(
        'wide',
        good
          .toString()
          .replace(/^/gm, '00000000')
          .replace(/\n0{8}$/, '\n'),
      ),
    ],
    /wide has 64-bit addresses, but arm2012-pass1\.nm has 32-bit ones/,
  )
  await wrong(
    [...MARCH_2012, PASS_1, file('empty', '')],
    /empty has no symbols: only the map of the first pass may be empty/,
  )
  await wrong(
    ['--html', '/no/such/page.html', ...MARCH_2012, PASS_1, PASS_2],
    /\/no\/such\/page\.html: No such file or directory/,
  )
})

test('a weak object that is not defined is left in by the filter too', async () => {
  const lines = '                 v nobody\nc0008000 T _text\nc0008000 T _stext\nc0008010 T _etext\n'
  assert.equal(
    (await explainJson(['--kernel', '6.12', file('weak', lines), file('weak-too', lines)], 0)).verdict.code,
    'consistent',
  )
})

test('builds of one format differ by their version: 6.12 removes names that 6.11 keeps by mistake', async () => {
  const lines = '1000 T _text\n1000 T _stext\n1010 t one\n1020 T _etext\n'
  const maps = [file('plain', lines), file('with-mark', lines.replace('1020 ', '1018 t $x\n1020 '))]
  for (const [kernel, status] of [
    ['6.11', 1],
    ['6.12', 0],
    ['6.14', 0],
  ] as const) {
    await explainJson(['--kernel', kernel, '--all-symbols', ...maps], status)
  }
})

test('nm lists undefined symbols too, which no table has', async () => {
  const lines = readFileSync(PASS_1, 'latin1')
  const raw = file('raw', `                 U missing\n                 w kallsyms_names\n\n${lines}`)
  assert.deepEqual((await explainJson([...MARCH_2012, raw, PASS_1], 0)).verdict.code, 'consistent')
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

test('a closed pipe is silent, and the status is that of the findings', { skip: NOT_IN_SAMPLE }, () => {
  // More than a pipe holds, to a reader that has gone.
  const lines = (letter: string): string =>
    Array.from(
      { length: 3000 },
      (_, i) => `${(0xc0008000 + 16 * i).toString(16)} ${letter} function_number_${i}\n`,
    ).join('')
  const command = `('${process.execPath}' '${EXECUTABLE}' explain --all ${MARCH_2012.join(' ')} '${file('many-1', lines('t'))}' '${file('many-2', lines('T'))}'; echo "status $?" >&2) | true`
  const { stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  assert.equal(stderr, 'status 1\n')
})

test('a journal tells all, and is not to be contradicted', t => {
  const journal = path.join(temporaryFolder(t), '.tmp_for_kallsyms')
  const passes = (...args: string[]): void => {
    for (const each of [PASS_1, PASS_2]) {
      kallsyms(['--kernel', '3.3', ...args, '--journal', journal], { input: readFileSync(each) })
    }
  }
  passes('--all-symbols')
  assertWrong(
    kallsyms(['explain', '--kernel', '3.3', '--all-symbols', journal]),
    /kernel and options come from the journal of the build: leave out --kernel --all-symbols/,
  )
  passes('--all-symbols', '--stabilise=fold')
  const { stdout } = kallsyms(['explain', '--json', journal])
  const { options, dialect } = JSON.parse(stdout.toString()) as Explanation
  assert.deepEqual(options, { allSymbols: true, stabilise: 'fold' })
  assert.equal(dialect, "the build's journal")
})

test('what an earlier link has left in a folder is not of this one', { skip: NOT_IN_SAMPLE }, async t => {
  const place = temporaryFolder(t)
  const put = (name: string, content: string | Uint8Array, minutes: number): void => {
    writeFileSync(path.join(place, name), content)
    const time = new Date(Date.UTC(2026, 0, 1, 0, minutes))
    utimesSync(path.join(place, name), time, time)
  }
  const names = async (): Promise<string[]> => {
    const { stdout } = await inProcess(runExplain, [...MARCH_2012, '--json', place])
    return (JSON.parse(stdout.toString()) as Explanation).passes.map(({ name }) => name)
  }
  put('.tmp_vmlinux.kallsyms3', readFileSync(PASS_1), 1)
  put('.tmp_vmlinux.kallsyms1', readFileSync(PASS_1), 10)
  put('.tmp_vmlinux.kallsyms2', readFileSync(PASS_2), 11)
  assert.deepEqual(await names(), ['.tmp_vmlinux.kallsyms1', '.tmp_vmlinux.kallsyms2'])
  // Of another generation, and of a final image before.
  put('.tmp_vmlinux1.syms', readFileSync(PASS_1), 2)
  put('.tmp_vmlinux2.syms', readFileSync(PASS_2), 3)
  put('System.map', readFileSync(PASS_1), 4)
  assert.deepEqual(await names(), ['.tmp_vmlinux.kallsyms1', '.tmp_vmlinux.kallsyms2'])
})

const CASES = path.join(ROOT, 'golden', 'cases')

test('names that the compiler makes anew in each link: renamed, and neither --stable nor a pass helps', async () => {
  const maps = ['pass1.map', 'pass2.map', 'pass3.map', 'System.map'].map(name =>
    path.join(CASES, 'renamed', name),
  )
  const { verdict, steps, advice } = await explainJson(['--kernel', '5.8', '--all-symbols', ...maps], 1)
  assert.equal(verdict.code, 'unreproducible')
  const [list, ...others] = steps.at(-1)?.lists ?? []
  assert.deepEqual([list?.code, list?.symbols.length, others], ['renamed', 40, []])
  assert.deepEqual(list?.symbols[0], {
    before: 'ext40.c.023494db',
    after: 'ext40.c.db698d58',
    from: 'ffffffff81000030',
    to: 'ffffffff81000030',
  })
  assert.equal(advice.length, 1)
  assert.match(advice[0]?.text ?? '', /-frandom-seed/)
})

test('a final image that was linked in another way than the passes: reordered', async () => {
  const maps = ['pass1.map', 'pass2.map', 'System.map'].map(name => path.join(CASES, 'reordered', name))
  const { verdict, steps, advice } = await explainJson(['--kernel', '5.10', '--all-symbols', ...maps], 1)
  assert.equal(verdict.code, 'unreproducible')
  assert.deepEqual(steps.at(-1)?.lists, [
    {
      code: 'reordered',
      symbols: [{ before: 'late_flag', after: 'late_flag', from: 'c0403140', to: 'c0403140' }],
    },
  ])
  assert.equal(advice.length, 1)
  assert.match(advice[0]?.text ?? '', /ompare the commands of the last two links/)
})

test('stubs of the second link, with two passes: --stable alone is not enough, and how many bytes are is computed', async () => {
  const maps = ['pass1.map', 'pass2.map', 'pass3.map'].map(name => path.join(CASES, 'stubs-3.18', name))
  const { verdict, advice } = await explainJson(['--kernel', '3.18', '--all-symbols', ...maps], 1)
  assert.equal(verdict.code, 'settles')
  const outcomes = Object.fromEntries(
    advice.flatMap(({ tried }) =>
      tried ? [[`${tried.flags}${tried.extraPass ? ' extra' : ''}`.trim(), tried.outcome]] : [],
    ),
  )
  assert.deepEqual(outcomes, {
    '--stable --headroom=1024': 'passes',
    extra: 'passes',
    '--stable extra': 'likely',
    '--stabilise': 'fails',
    '--headroom=auto': 'fails',
    '--stable': 'fails',
  })
  // What helps comes first, then what the tree can do, which is not tried, and then what does not help.
  assert.deepEqual(
    advice.map(({ tried }) => tried?.outcome ?? null),
    ['passes', 'passes', 'likely', null, 'fails', 'fails', 'fails'],
  )
  assert.match(
    advice[0]?.text ?? '',
    /^`make MAKEFILES=.* KALLSYMS_FLAGS="--stable --headroom=1024"`: lets this/,
  )
  assert.match(advice[3]?.text ?? '', /not tried.*_veneer/)
  // The kernel of two links more is right.
  const all = [...maps, path.join(CASES, 'stubs-3.18', 'System.map')]
  assert.equal((await explainJson(['--kernel', '3.18', '--all-symbols', ...all], 0)).advice.length, 0)
})

test('the last map is that of the final image, whatever its name, and that of a journal is beside it', async t => {
  const folder = temporaryFolder(t)
  const journal = path.join(folder, '.tmp_for_kallsyms')
  const first = readFileSync(PASS_1)
  const second = readFileSync(PASS_2)
  // The sizes of the second table are held, and the addresses are those of the image before: that kernel is wrong.
  const moved = second.toString('latin1').replace(/^c(.......) T _etext$/m, 'c$1 T _etext2\nc$1 T _etext')
  assert.notEqual(moved, second.toString('latin1'))
  const put = (name: string, text: string | Uint8Array): string => {
    writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }
  const files = [put('vm1', first), put('vm2', second)]
  assert.equal(
    (await explainJson([...MARCH_2012, ...files, put('vm3', second)], 0)).verdict.code,
    'consistent',
  )
  await explainJson([...MARCH_2012, ...files, put('vm3', moved)], 1)

  const labels = ['--kernel', '3.3', '--all-symbols', '--journal', journal]
  for (const input of [first, second]) kallsyms(labels, { input })
  assert.equal((await explainJson([folder], 1)).passes.length, 2)
  const leftOut = async (said: RegExp): Promise<void> => {
    const { status, stdout, stderr } = await inProcess(runExplain, ['--json', folder])
    assert.equal(status, 1)
    assert.match(stderr, said)
    assert.equal((JSON.parse(stdout.toString()) as Explanation).passes.length, 2)
  }
  utimesSync(put('System.map', second), 1e9, 1e9)
  await leftOut(/System\.map is older than the map of the pass before it, and is left out/)
  put('System.map', '')
  await leftOut(/System\.map is empty, and is left out: was the build stopped\?/)
  put('System.map', second)
  for (const place of [folder, journal]) {
    const { passes, verdict } = await explainJson([place], 0)
    assert.deepEqual([passes.at(-1)?.name, verdict.code], ['System.map', 'consistent'])
  }
  put('System.map', moved)
  for (const place of [folder, journal]) await explainJson([place], 1)
})

test('a file that is left out since it is older is named: the clock may have been set back', async t => {
  const place = temporaryFolder(t)
  for (const [i, map] of [PASS_1, PASS_2, PASS_1].entries()) {
    const file = path.join(place, `.tmp_vmlinux${i + 1}.syms`)
    copyFileSync(map, file)
    utimesSync(file, 1e9, i === 2 ? 1e9 - 60 : 1e9)
  }
  const { stdout, stderr } = await inProcess(runExplain, [...MARCH_2012, '--json', place])
  assert.match(stderr, /\.tmp_vmlinux3\.syms is older than the map of the pass before it, and is left out/)
  assert.equal(JSON.parse(stdout.toString()).passes.length, 2)
})

test('a record of a journal without its map', async t => {
  const journal = temporaryFolder(t)
  for (const map of [PASS_1, PASS_2])
    kallsyms(['--kernel', '3.3', '--all-symbols', '--journal', journal, map])
  rmSync(path.join(journal, '.pass-2.map.gz.tmp'))
  await wrong([journal], /\.pass-2\.map\.gz\.tmp: missing, and the record of this pass is there: build again/)
})

test('maps from pipes, and names that are not ASCII', { skip: NOT_IN_SAMPLE }, () => {
  const command = `'${process.execPath}' '${EXECUTABLE}' explain ${MARCH_2012.join(' ')} <(cat '${PASS_1}') '${file('caf\u00e9.map', readFileSync(PASS_2))}'`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
  assert.deepEqual([status, stderr], [1, ''])
  assert.match(stdout, /caf\u00e9\.map is 2 bytes larger than/)
  const piped = kallsyms(['explain', ...MARCH_2012, '-', PASS_2], { input: readFileSync(PASS_1) })
  assert.equal(piped.status, 1)
  assert.match(piped.stdout.toString(), /larger than standard input/)
})

test('a journal with a hole is refused', { skip: NOT_IN_SAMPLE }, async t => {
  const journal = path.join(temporaryFolder(t), '.tmp_for_kallsyms')
  const labels = readFileSync(PASS_2)
  for (const input of [readFileSync(PASS_1), labels, labels]) {
    kallsyms(['--kernel', '3.3', '--all-symbols', '--journal', journal], { input })
  }
  assert.equal((await explainJson(['--more-passes', journal], 0)).passes.length, 3)
  writeFileSync(path.join(journal, '.pass-2.json.tmp'), '{"version":1')
  assertWrong(kallsyms(['explain', journal]), /pass 2 is missing from the journal or damaged: link again/)
})

test('held sizes, where no map shows them', async t => {
  const folder = temporaryFolder(t)
  // As from 6.4 to 6.8, without the tables' labels: of the second pass fewer symbols are text.
  const lines = (last: number): string =>
    [
      'c0008000 T _text',
      'c0008000 T _stext',
      ...Array.from({ length: 60 }, (_, i) => `${(0xc0008010 + 16 * i).toString(16)} t do_${i * 7919}`),
    ]
      .slice(0, last)
      .concat('c0010000 T _etext', '')
      .join('\n')
  const files = [60, 50].map((last, i) => {
    const name = path.join(folder, `pass${i + 1}`)
    writeFileSync(name, lines(last))
    return name
  })
  assert.equal((await explainJson(['--kernel', '6.6', ...files], 1)).verdict.code, 'open')
  for (const option of ['--hold-sizes', '--stable']) {
    const args = ['--kernel', '6.6', option, ...files]
    // A table of this size is in the image, and lists the addresses of the other one.
    assert.equal((await explainJson(args, 1)).verdict.code, 'settles')
    assert.equal((await explainJson(['--more-passes', ...args], 0)).verdict.code, 'settles')
  }
})

test('one map from standard input, and no image', { skip: NOT_IN_SAMPLE }, t => {
  assertWrong(
    kallsyms(['explain', ...MARCH_2012, '-', '-'], { input: '' }),
    /only one map can come from standard input/,
  )
  assertWrong(
    kallsyms(['explain', ...MARCH_2012, '-', PASS_2], { input: '\x7fELF image' }),
    /standard input: nm cannot list an image from a pipe: give its file/,
  )
  const journal = temporaryFolder(t)
  assertWrong(kallsyms(['explain', journal]), /there are no passes of a link/)
})

test('options where they are, and in their other spellings', { skip: NOT_IN_SAMPLE }, async () => {
  assertWrong(
    kallsyms(['explain', '--kernel', '3.3', '--stabilise=both', PASS_1, PASS_2]),
    /--stabilise.*literal, fold/,
  )
  assert.equal(
    (await explainJson([...MARCH_2012, '--stabilize', PASS_1, PASS_2], 1)).options.stabilise,
    'literal',
  )
  const before = kallsyms(['--kernel', '3.3', 'explain', PASS_1, PASS_2])
  assert.deepEqual([before.status, before.stdout.length], [2, 0])
  assert.match(before.stderr, /^kallsyms: put explain before its options: kallsyms explain \.\.\./)
})

test('a file where a folder should be is no internal error', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  writeFileSync(path.join(folder, '.tmp_for_kallsyms'), '')
  const { status, stderr } = kallsyms(['explain', folder])
  assert.equal(status, 2)
  assert.match(stderr, /^kallsyms explain: .*\.tmp_for_kallsyms: Not a directory\n$/)
})

test('--help teaches', () => {
  const { status, stdout } = kallsyms(['explain', '--help'])
  assert.equal(status, 0)
  for (const word of ['Examples:', 'Exit status:', '--json', '--html', '--all '])
    assert.ok(stdout.includes(word), word)
  assert.match(kallsyms(['--help']).stdout.toString(), /^ {2}explain .*find out why/m)
})

async function wrong(args: readonly string[], words: RegExp): Promise<void> {
  assertWrong(await inProcess(runExplain, args), words)
}

test('lines that are too long and maps that are too large end in one line, in time', {
  skip: NOT_IN_SAMPLE,
}, async t => {
  const folder = temporaryFolder(t)
  const line = path.join(folder, 'line.gz')
  // 200 MB in a file of 200 KB.
  writeFileSync(line, gzipSync(Buffer.alloc(200e6, 'a')))
  await wrong([...MARCH_2012, line, PASS_2], /line\.gz:1: is longer than 1048576 bytes: this is no map\n/)
  const lines = path.join(folder, 'lines.gz')
  writeFileSync(lines, gzipSync(Buffer.from('0000000000001000 t a\n'.repeat(4_200_000))))
  await wrong(
    [...MARCH_2012, lines, PASS_2],
    /lines\.gz: more than 4194304 lines: this is no map of a kernel\n/,
  )
})

test('what stands in a folder instead of a file of the build is not waited for', async t => {
  const folder = temporaryFolder(t)
  execFileSync(
    'mkfifo',
    ['.config', '.tmp_vmlinux1.syms', 'pipe'].map(name => path.join(folder, name)),
  )
  await wrong([folder], /\.tmp_vmlinux1\.syms: not a regular file\n/)
  rmSync(path.join(folder, '.tmp_vmlinux1.syms'))
  copyFileSync(PASS_1, path.join(folder, '.tmp_vmlinux1.syms'))
  copyFileSync(PASS_2, path.join(folder, '.tmp_vmlinux2.syms'))
  await wrong(['--kernel', '6.12', folder], /\.config: not a regular file\n/)
  rmSync(path.join(folder, '.config'))
  mkdirSync(path.join(folder, '.config'))
  await wrong(['--kernel', '6.12', folder], /\.config: Is a directory\n/)
  await wrong([path.join(folder, 'none'), PASS_2], /none: No such file or directory/)
  await wrong(['--kernel', path.join(folder, 'pipe'), PASS_1, PASS_2], /pipe: not a regular file/)
})

test('the final image beside a journal is evidence too, where there is no System.map', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = temporaryFolder(t)
  const journal = path.join(folder, '.tmp_for_kallsyms')
  mkdirSync(journal)
  for (const pass of [1, 2]) {
    const given = path.join(folder, `.tmp_vmlinux${pass}.syms`)
    writeFileSync(given, readFileSync(PASS_1))
    const made = [
      '--kernel',
      '3.3',
      '--all-symbols',
      '--journal',
      journal,
      '-o',
      path.join(folder, 'out.S'),
      given,
    ]
    assert.equal(kallsyms(made).status, 0)
  }
  writeFileSync(path.join(folder, 'nm'), `#!/bin/sh\nexec cat '${PASS_2}'\n`, { mode: 0o755 })
  writeFileSync(path.join(folder, 'vmlinux'), '\x7fELF')
  const { status, stdout, stderr } = kallsyms(['explain', '--json', folder], {
    env: { NM: path.join(folder, 'nm') },
  })
  assert.equal(status, 1, stderr)
  const { passes, verdict } = JSON.parse(stdout.toString()) as Explanation
  assert.deepEqual(
    passes.map(({ name }) => name),
    ['pass 1', 'pass 2', 'vmlinux'],
  )
  assert.equal(verdict.isConsistent, false)
})

test('the maps of a journal are regular files, and no links', async t => {
  const folder = temporaryFolder(t)
  const made = ['--kernel', '3.3', '--all-symbols', '--journal', folder, '-o', path.join(folder, 'out.S')]
  for (const map of [PASS_1, PASS_2]) {
    const given = path.join(folder, `.tmp_vmlinux${map === PASS_1 ? 1 : 2}.syms`)
    writeFileSync(given, readFileSync(map))
    assert.equal(kallsyms([...made, given]).status, 0)
  }
  const map = path.join(folder, '.pass-2.map.gz.tmp')
  rmSync(map)
  execFileSync('mkfifo', [map])
  await wrong([folder], /\.pass-2\.map\.gz\.tmp: not a regular file\n$/)
  rmSync(map)
  symlinkSync('/etc/passwd', map)
  await wrong([folder], /\.pass-2\.map\.gz\.tmp: not a regular file\n$/)
})

test('a journal has regular files alone, and no links', async t => {
  const journal = temporaryFolder(t)
  execFileSync('mkfifo', [path.join(journal, '.pass-1.json.tmp'), path.join(journal, '.pass-2.json.tmp')])
  symlinkSync('/dev/zero', path.join(journal, '.pass-3.json.tmp'))
  await wrong([journal], /there are no passes of a link/)
})
