/** `--check` and `--journal` as a user meets them outside of a build. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { mapOf, readPasses } from '../../../src/cli/journal.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { type CTool, cTools, NO_C_TOOL } from '../../support/c-tools.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { ALL, NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'
import { latin1 } from '../../support/table.js'

const INPUT = path.join(ROOT, 'golden', 'inputs', 'random-2.nm')

for (const tool of sampled(cTools(), 2)) {
  test(`--check with the C tool of ${tool.version}: from a file and from standard input`, () => {
    const args = ['--kernel', tool.version, '--all-symbols', '--check', tool.path]
    const expected = kallsyms(['--kernel', tool.version, '--all-symbols', INPUT]).stdout
    assert.ok(expected.length > 0)
    for (const { status, stdout, stderr } of [
      kallsyms([...args, INPUT]),
      kallsyms(args, { input: readFileSync(INPUT) }),
    ]) {
      assert.deepEqual([status, stderr], [0, ''])
      assert.ok(stdout.equals(expected))
    }
  })
}

test('--check says where the C tool of another kernel differs, and writes nothing', {
  skip: cTools().length === 0 ? NO_C_TOOL : false,
}, t => {
  const [tool] = cTools() as [CTool]
  const output = path.join(temporaryFolder(t), 'out.S')
  const { status, stderr } = kallsyms(['--kernel', '7.1', '--check', tool.path, '-o', output, INPUT])
  assert.equal(status, 1)
  assert.match(
    stderr,
    /^kallsyms: output differs from that of \S+ in line \d+, byte \d+; nothing was written; .*\n {2}C: {4}.*\n {2}ours: .*\n$/,
  )
  assert.deepEqual(readdirSync(path.dirname(output)), [])
})

test('--check with --compact compares the exact text and writes the compact one', {
  skip: cTools().length === 0 ? NO_C_TOOL : NOT_IN_SAMPLE,
}, () => {
  const [tool] = cTools() as [CTool]
  const compact = ['--compact', '--all-symbols', INPUT]
  const { status, stdout, stderr } = kallsyms(['--kernel', tool.version, '--check', tool.path, ...compact])
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout.toString('latin1'), /^\t\.ascii\t"/m)
  assert.ok(stdout.equals(kallsyms(['--kernel', tool.version, ...compact]).stdout))
  const other = kallsyms(['--kernel', '7.1', '--check', tool.path, ...compact])
  assert.equal(other.status, 1)
  assert.match(other.stderr, /^kallsyms: output differs from that of \S+ in line /)
})

test('--check says what there is to be said of the map, also where the C tool fails', () => {
  const long = latin1(`1000 T _text\n1010 T ${'x'.repeat(700)}\n`)
  const args = ['--kernel', '6.12', '--all-symbols', '--check', '/bin/false']
  const { status, stderr } = kallsyms(args, { input: long })
  assert.equal(status, 1)
  assert.match(
    stderr,
    /^Symbol x+ too long .*\n.*\nkallsyms: standard input:2: .*\nkallsyms: \/bin\/false failed with exit status 1, .*\n$/,
  )
})

test('--check has a time of its own', { skip: cTools().length === 0 ? NO_C_TOOL : NOT_IN_SAMPLE }, () => {
  const [tool] = cTools() as [CTool]
  const args = ['--kernel', tool.version, '--all-symbols', '--check', tool.path, '--stats=json', INPUT]
  const { milliseconds } = JSON.parse(kallsyms(args).stderr) as { milliseconds: Record<string, number> }
  assert.deepEqual(Object.keys(milliseconds).slice(-2), ['emit', 'check'])
})

test('--check passes the values of options on', t => {
  const folder = temporaryFolder(t)
  const tool = path.join(folder, 'tool')
  writeFileSync(tool, `#!/bin/sh\nprintf '%s\\n' "$@" >'${folder}/args'; cat >/dev/null; exit 1\n`, {
    mode: 0o755,
  })
  kallsyms([
    '--kernel',
    '4.6',
    '--page-offset',
    'c0000000',
    '--all-symbols',
    '--symbol-prefix=_',
    '--check',
    tool,
    INPUT,
  ])
  assert.equal(
    readFileSync(path.join(folder, 'args'), 'utf8'),
    '--all-symbols\n--symbol-prefix=_\n--page-offset=c0000000\n',
  )
})

test("--check shows a failing tool's first message, without what a terminal would obey", t => {
  const tool = path.join(temporaryFolder(t), 'tool')
  writeFileSync(tool, `#!/bin/sh\nprintf 'bad \\033[2J map\\nmore\\n' >&2; exit 3\n`, { mode: 0o755 })
  const { status, stderr } = kallsyms(['--kernel', '6.12', '--check', tool, INPUT])
  assert.equal(status, 1)
  assert.ok(
    stderr.endsWith(
      'failed with exit status 3, and kallsyms succeeds; nothing was written; its message: bad \\x1b[2J map\n',
    ),
    stderr,
  )
})

test('--check with no such program', () => {
  const { status, stdout, stderr } = kallsyms(['--kernel', '6.12', '--check', '/no/such', INPUT])
  assert.deepEqual([status, stdout.length], [1, 0])
  assert.match(stderr, /^kallsyms: --check \/no\/such: No such file or directory\n$/)
})

const LINES = Array.from(
  { length: 600 },
  (_, i) => `${(0x1000 + 16 * i).toString(16)} t do_${i * 7919}_thing`,
)
const TEXT = ['1000 T _text', '1000 T _stext', ...LINES, '9000 T _etext']

/** Lines of the tables' labels, as a map of the pass after has them. */
function replaceTables(lines: readonly string[], kernel: string): string[] {
  const { tables } = generate(latin1(`${lines.join('\n')}\n`), {
    dialect: findRelease(kernel).dialect,
    allSymbols: true,
  })
  return [...lines, ...tables.map(({ label }, i) => `0000${(0xa000 + i).toString(16)} R ${label}`)]
}

test('--journal numbers the passes of a link, and begins anew with the next', { skip: NOT_IN_SAMPLE }, t => {
  const folder = path.join(temporaryFolder(t), 'journal')
  const pass = (lines: readonly string[]): string => {
    const { status, stderr } = kallsyms(['--kernel', '5.4', '--all-symbols', '--journal', folder], {
      input: `${lines.join('\n')}\n`,
    })
    assert.equal(status, 0, stderr)
    return stderr
  }
  const numbers = (): number[] => readPasses(folder).map(each => each.pass)
  assert.equal(pass(TEXT), '')
  assert.deepEqual(numbers(), [1])
  const second = replaceTables(TEXT, '5.4')
  pass(second)
  pass(second)
  const last = ALL ? 10 : 3
  for (let i = 4; i <= last; i++) pass(second)
  // At most eight, the newest.
  assert.deepEqual(numbers(), ALL ? [3, 4, 5, 6, 7, 8, 9, 10] : [1, 2, 3])
  assert.equal(Buffer.from(mapOf(folder, last)).toString(), `${second.join('\n')}\n`)
  pass(TEXT)
  assert.deepEqual(numbers(), [1])
  assert.deepEqual(readdirSync(folder).sort(), ['.pass-1.json.tmp', '.pass-1.map.gz.tmp'])
})

test('--journal keeps what a pass was given and made', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const map = path.join(folder, '.tmp_vmlinux1.syms')
  writeFileSync(map, `${TEXT.join('\n')}\n`)
  const args = ['--kernel', '6.12', '--all-symbols', '--stable', '--journal', folder]
  const { stdout } = kallsyms([...args, map])
  const { dialect } = findRelease('6.12')
  const options = { allSymbols: true, stabilise: 'literal', headroom: 'auto' } as const
  const expected = generate(readFileSync(map), { dialect, ...options })
  assert.ok(stdout.equals(Buffer.from(expected.assembly)))
  const [record, ...others] = readPasses(folder)
  assert.deepEqual(others, [])
  assert.deepEqual(record?.arguments, [...args, map])
  assert.deepEqual(record?.dialect, dialect)
  assert.deepEqual(record?.made?.tables, expected.tables)
  assert.deepEqual(record?.made?.symbols, { read: TEXT.length, kept: TEXT.length })
  assert.equal(record?.options.headroom, 'auto')
  const compressed = readFileSync(path.join(folder, '.pass-1.map.gz.tmp'))
  assert.deepEqual(gunzipSync(compressed), readFileSync(map))
})

test('--hold-sizes finds the assembly of the pass before where the map has lost the tables', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = temporaryFolder(t)
  const first = path.join(folder, '.tmp_vmlinux.kallsyms1')
  const second = path.join(folder, '.tmp_vmlinux.kallsyms2')
  const run = (args: readonly string[]): Buffer => {
    const { status, stdout, stderr } = kallsyms(['--kernel', '6.6', '--all-symbols', ...args])
    assert.equal(status, 0, stderr)
    return stdout
  }
  writeFileSync(`${first}.syms`, `${TEXT.join('\n')}\n`)
  writeFileSync(`${second}.syms`, `${TEXT.filter((_, i) => i % 7 !== 5).join('\n')}\n`)
  writeFileSync(`${first}.S`, run(['--hold-sizes', `${first}.syms`]))
  const found = run(['--hold-sizes', `${second}.syms`])
  assert.ok(found.equals(run([`--previous=${first}.S`, `${second}.syms`])))
  assert.match(found.toString('latin1'), /\t\.skip\t/)
  // Only where sizes are to be held.
  assert.doesNotMatch(run([`${second}.syms`]).toString('latin1'), /\t\.skip\t/)
  assert.ok(existsSync(`${first}.S`))
})
