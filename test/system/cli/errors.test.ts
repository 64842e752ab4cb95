/** What goes wrong: one clear line, no stack trace, no half file. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../../support/root.js'
import { EXECUTABLE, kallsyms, type Result, temporaryFolder } from '../../support/run.js'
import { ALL, NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const INPUT = path.join(ROOT, 'golden', 'inputs', 'filters.nm')
const CLOUD = path.join(ROOT, 'golden', 'maps', 'debian-cloud-6.1.176.map.gz')

function assertClear({ status, stdout, stderr }: Result, words: RegExp, lines: number = 1): void {
  assert.equal(status, 1)
  assert.equal(stdout.length, 0)
  assert.match(stderr, words)
  assert.doesNotMatch(stderr, /\n\s+at |internal error/)
  assert.equal(stderr.trimEnd().split('\n').length, lines, stderr)
}

test('a missing file', () => {
  assertClear(kallsyms(['no/such/file']), /^kallsyms: no\/such\/file: No such file or directory\n$/)
  assertClear(kallsyms(['']), /No such file or directory/)
})

test('a folder', () => {
  assertClear(kallsyms([ROOT]), /Is a directory/)
})

/** Root may read everything, and so tries it as nobody, where nobody may run the program. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const runsAsNobody = kallsyms(['--version'], nobody).status === 0

test('a file that may not be read', { skip: runsAsNobody ? false : 'root may read everything' }, t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'in.map')
  chmodSync(folder, 0o755)
  writeFileSync(file, '')
  chmodSync(file, 0)
  assertClear(kallsyms([file], nobody), /in\.map: Permission denied\n$/)
})

test('a malformed line: the words of the C tool, then file, line and what to do', t => {
  const file = path.join(temporaryFolder(t), 'in.map')
  writeFileSync(file, '1000 T _text\n                 U missing\n')
  const result = kallsyms(['--kernel', '6.12', file])
  assertClear(result, /^line format error\nkallsyms: .*in\.map:2: .*U missing.*mksysmap/, 2)
})

test('nothing left for the table', () => {
  const result = kallsyms(['--kernel', '6.6'], { input: '1000 T a\n' })
  assertClear(result, /^No valid symbol\.\nkallsyms: standard input: .*--all-symbols/, 2)
})

test('an address too far away: what came before is printed, as by the C tool', () => {
  const input = '1000 T _text\n200000000 T far\n'
  const { status, stdout, stderr } = kallsyms(['--kernel', '6.12', '--all-symbols'], { input })
  assert.equal(status, 1)
  assert.match(
    stderr,
    /^kallsyms failure: relative symbol value 0x200000000 out of range in relative mode\nkallsyms: /,
  )
  assert.match(stdout.toString(), /kallsyms_offsets:\n\t\.long\t0\t\/\* T_text \*\/\n$/)
})

test('an error leaves neither output nor remains beside it, and what was there stays', t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'out.S')
  writeFileSync(file, '#include <asm/types.h>')
  const input = '1000 T _text\n200000000 T far\n'
  assert.equal(kallsyms(['--kernel', '6.12', '--all-symbols', '-o', file], { input }).status, 1)
  assert.equal(kallsyms(['--kernel', '6.12', '-o', file], { input: 'no map' }).status, 1)
  assert.equal(kallsyms(['--kernel', '6.12', '-o', file, 'no/such/file']).status, 1)
  assert.deepEqual(readdirSync(folder), ['out.S'])
  assert.equal(readFileSync(file, 'utf8'), '#include <asm/types.h>')
})

test('a tool that reads images: no output replaces another one, or what is not an output', t => {
  const folder = temporaryFolder(t)
  const file = (name: string): string => path.join(folder, name)
  copyFileSync(path.join(ROOT, 'golden/inputs-elf/all-filtered.elf'), file('vmlinux'))
  writeFileSync(file('notes.txt'), 'Gr\u00f6\u00dfe des Kernels\n')
  writeFileSync(file('work.map.gz'), gzipSync('1000 T _text\n'))
  writeFileSync(file('kernel.json'), kallsyms(['--kernel', '7.3.0-elf', '--print-dialect']).stdout)
  symlinkSync('same', file('link'))
  const elf = ['--kernel', '7.3.0-elf', '--all-symbols']
  const refused: readonly (readonly [said: RegExp, ...args: string[]])[] = [
    [
      /notes\.txt: exists and is not a file with names of a table/,
      ...elf,
      file('vmlinux'),
      file('notes.txt'),
    ],
    [/work\.map\.gz: exists and is not a file with/, ...elf, file('vmlinux'), file('work.map.gz')],
    [
      /same is given for the names and for the table/,
      ...elf,
      '-o',
      file('same'),
      file('vmlinux'),
      file('same'),
    ],
    [/same is given for .* and for/, ...elf, '-o', file('same'), file('vmlinux'), `${folder}/./same`],
    [/is given for the names and for the table/, ...elf, '-o', file('same'), file('vmlinux'), file('link')],
    [
      /same is given for the map and/,
      ...elf,
      '-o',
      file('same'),
      `--sysmap=${file('same')}`,
      file('vmlinux'),
      file('b'),
    ],
    [/kernel\.json: is an input/, '--kernel', file('kernel.json'), file('vmlinux'), file('kernel.json')],
  ]
  const before = readdirSync(folder)
  const contents = (): Buffer[] =>
    before.map(name => readFileSync(existsSync(file(name)) ? file(name) : '/dev/null'))
  const had = contents()
  for (const [said, ...args] of refused) {
    const result = kallsyms(args)
    assert.equal(result.status, 1, result.stderr)
    assert.match(result.stderr, said)
    assert.deepEqual(readdirSync(folder), before)
    assert.deepEqual(contents(), had)
  }
  // Its own earlier output is replaced.
  for (const option of ['--all-symbols', '--pc-relative']) {
    const result = kallsyms([...elf, option, file('vmlinux'), file('names.bin')])
    assert.deepEqual([result.status, result.stderr], [0, ''])
  }
})

test('the kernel of the environment is an input too', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'd.json')
  writeFileSync(file, kallsyms(['--kernel', '6.12', '--print-dialect']).stdout)
  const { status, stderr } = kallsyms(['--print-dialect', '-o', file], { env: { KALLSYMS_KERNEL: file } })
  assert.equal(status, 1)
  assert.match(stderr, /d\.json: is an input of this run/)
})

test('no output replaces an input, or what is not an output', t => {
  const folder = temporaryFolder(t)
  const file = (name: string): string => path.join(folder, name)
  const map = '1000 T _text\n1010 T _etext\n'
  for (const name of ['a.map', 'b.map']) writeFileSync(file(name), map)
  writeFileSync(file('table.S'), '#include <asm/types.h>\n#if BITS_PER_LONG == 64\n#define PTR .quad\n')
  writeFileSync(file('code.c'), '#include <asm/types.h>\n\nint precious(void);\n')
  writeFileSync(file('my.html'), '<!DOCTYPE html>\n<html lang="en">\n<head>\n')
  writeFileSync(file('idea.mjs'), 'export default {}\n')
  writeFileSync(file('.config'), '#\n# Automatically generated file; DO NOT EDIT.\n')
  writeFileSync(file('tool.c'), '/* a tool */\n')
  symlinkSync('table.S', file('link'))
  const refused: readonly (readonly [status: number, said: RegExp, ...args: string[]])[] = [
    [1, /a\.map: is an input of this run/, '-o', file('a.map'), file('a.map')],
    [1, /b\.map: exists and is not a table/, '-o', file('b.map'), file('a.map')],
    [1, /link: is an input of this run/, '-o', file('link'), file('table.S')],
    [1, /table\.S: is an input/, '--previous', file('link'), '-o', file('table.S'), file('a.map')],
    [1, /more than one map: \S*a\.map \S*b\.map: give one/, file('a.map'), file('b.map')],
    [1, /\.config: exists and is not a table/, '-o', file('.config'), file('a.map')],
    [1, /code\.c: exists and is not a table/, '-o', file('code.c'), file('a.map')],
    [
      2,
      /my\.html: exists and is not a page/,
      'explain',
      '--html',
      file('my.html'),
      file('b.map'),
      file('b.map'),
    ],
    [1, /tool\.c: exists and is not what --print-kbuild prints/, '--print-kbuild', '-o', file('tool.c')],
    [1, /table\.S: exists and is not a printed dialect/, '--print-dialect', '-o', file('table.S')],
    [2, /a\.map: exists and is not a page/, 'explain', '--html', file('a.map'), file('b.map'), file('b.map')],
    [2, /idea\.mjs: exists and is not a page/, 'lab', '--html', file('idea.mjs')],
    [2, /idea\.mjs: is an input/, 'lab', '--html', file('idea.mjs'), '--proposal', file('idea.mjs')],
  ]
  const before = readdirSync(folder).map(name => readFileSync(file(name), 'utf8'))
  for (const [status, said, ...args] of sampled(refused, 6)) {
    const result = kallsyms(args)
    assert.equal(result.status, status, result.stderr)
    assert.match(result.stderr, said)
    assert.equal(result.stderr.trimEnd().split('\n').length, 1)
    assert.deepEqual(
      readdirSync(folder).map(name => readFileSync(file(name), 'utf8')),
      before,
    )
  }
  // An earlier output, and an empty file, are replaced.
  writeFileSync(file('empty'), '')
  for (const name of ['table.S', 'empty']) {
    assert.equal(kallsyms(['--kernel', '6.12', '--all-symbols', '-o', file(name), file('a.map')]).status, 0)
    assert.match(readFileSync(file(name), 'utf8'), /kallsyms_num_syms/)
  }
})

test('a file that is replaced gives its permissions, and no more', t => {
  const file = path.join(temporaryFolder(t), 'out.S')
  const run = (): Result => kallsyms(['--kernel', '6.12', '--all-symbols', '-o', file, INPUT])
  writeFileSync(file, '')
  chmodSync(file, 0o4751)
  assert.equal(run().status, 0)
  assert.equal(statSync(file).mode & 0o7777, 0o751)
  chmodSync(file, 0o444)
  assertClear(run(), /out\.S: is read-only: make it writable/)
})

test('what a killed run has left beside its output goes with a later one', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const { pid } = spawnSync('true')
  const leave = (name: string, seconds: number): void => {
    writeFileSync(path.join(folder, name), '')
    utimesSync(path.join(folder, name), Date.now() / 1000 - seconds, Date.now() / 1000 - seconds)
  }
  leave(`.kallsyms-${pid}-old.tmp`, 3600)
  leave(`.kallsyms-${pid}-new.tmp`, 1)
  leave(`.kallsyms-${process.pid}-running.tmp`, 3600)
  leave('.kallsyms-mine.tmp', 3600)
  kallsyms(['--kernel', '6.12', '--all-symbols', '-o', path.join(folder, 'out.S'), INPUT])
  assert.deepEqual(
    readdirSync(folder).sort(),
    [
      `.kallsyms-${pid}-new.tmp`,
      `.kallsyms-${process.pid}-running.tmp`,
      '.kallsyms-mine.tmp',
      'out.S',
    ].sort(),
  )
})

test('what has no end is not read to its end', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const file = (name: string): string => path.join(folder, name)
  for (const device of ['/dev/zero', '/dev/urandom']) {
    assertClear(
      kallsyms(['--kernel', '6.12', device]),
      new RegExp(`^kallsyms: ${device}: is a device: give a map`),
    )
  }
  // A tool to compare with that prints for ever.
  writeFileSync(file('yes'), '#!/bin/sh\nexec yes "$0"\n', { mode: 0o755 })
  writeFileSync(file('chatty'), '#!/bin/sh\nexec yes "$0" >&2\n', { mode: 0o755 })
  const checked = (tool: string): Result => kallsyms(['--kernel', '6.12', '--check', file(tool), INPUT])
  assertClear(checked('yes'), /output differs from that of .*yes in line 1, byte 1;/, 3)
  assertClear(checked('chatty'), /chatty prints messages without end; nothing was written/)
  // The assembly of the pass before is found by its name.
  writeFileSync(file('.tmp_vmlinux2.syms'), '1000 T _text\n1010 T _etext\n')
  spawnSync('mkfifo', [file('.tmp_vmlinux1.S')])
  const held = (): Result => kallsyms(['--kernel', '6.12', '--hold-sizes', file('.tmp_vmlinux2.syms')])
  assertClear(held(), /\.tmp_vmlinux1\.S: not a regular file/)
  rmSync(file('.tmp_vmlinux1.S'))
  symlinkSync('/dev/zero', file('.tmp_vmlinux1.S'))
  assertClear(held(), /\.tmp_vmlinux1\.S: not a regular file/)
})

test('an output that cannot be', t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'sub'))
  assertClear(kallsyms(['-o', path.join(folder, 'no', 'out.S'), INPUT]), /No such file or directory/)
  assertClear(kallsyms(['-o', path.join(folder, 'sub'), INPUT]), /sub: Is a directory/)
})

test('a full disk', () => {
  const result = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, EXECUTABLE, INPUT])
  const stderr = result.stderr.toString()
  assertClear(
    { status: result.status, stdout: result.stdout, stderr },
    /^kallsyms: standard output: No space left on device\n$/,
  )
  assertClear(kallsyms(['-o', '/dev/full', INPUT]), /\/dev\/full: No space left on device/)
})

test('a standard output that is closed, and no Node.js', () => {
  const closed = spawnSync('sh', ['-c', '"$0" "$@" >&-', EXECUTABLE, '--version'])
  assert.deepEqual(
    [closed.status, closed.stderr.toString()],
    [1, 'kallsyms: standard output is closed: nothing can be written\n'],
  )
  const missing = spawnSync('/bin/sh', [EXECUTABLE, '--version'], { env: { PATH: '/nonexistent' } })
  assert.deepEqual(
    [missing.status, missing.stderr.toString()],
    [1, 'kallsyms: there is no node in PATH: Node.js 20 or later is needed\n'],
  )
  // What stands in its place is written.
  const discarded = spawnSync('sh', ['-c', '"$0" "$@" >/dev/null </dev/null', EXECUTABLE, '--version'])
  assert.deepEqual([discarded.status, discarded.stderr.toString()], [0, ''])
})

test('a closed pipe is silent', () => {
  const pipeline =
    'set -o pipefail; gunzip -c "$3" | "$1" "$2" --kernel 6.12 --all-symbols | head -c 100 | wc -c'
  const result = spawnSync('bash', ['-c', pipeline, 'bash', process.execPath, EXECUTABLE, CLOUD])
  assert.equal(result.stdout.toString().trim(), '100')
  assert.equal(result.stderr.toString(), '')
  assert.equal(result.status, 1)
})

test('help and version on a full disk and into a closed pipe', { skip: NOT_IN_SAMPLE }, () => {
  for (const option of ['--help', '--version', '--print-dialect']) {
    const full = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', process.execPath, EXECUTABLE, option])
    assert.equal(full.stderr.toString(), 'kallsyms: standard output: No space left on device\n', option)
    assert.equal(full.status, 1)
    const pipeline = 'set -o pipefail; { sleep 0.3; "$@"; } | true'
    const closed = spawnSync('bash', ['-c', pipeline, 'bash', process.execPath, EXECUTABLE, option])
    assert.deepEqual([closed.status, closed.stderr.toString()], [1, ''], option)
  }
})

test('an argument that is not UTF-8', () => {
  const script = `"$1" "$2" --kernel 3.2 "$(printf -- '--symbol-prefix=\\377')" "$3"`
  const { status, stdout, stderr } = spawnSync('sh', [
    '-c',
    script,
    'sh',
    process.execPath,
    EXECUTABLE,
    INPUT,
  ])
  assertClear({ status, stdout, stderr: stderr.toString() }, /--symbol-prefix=.* is not UTF-8/)
})

test('a build whose kernel cannot be told', () => {
  assertClear(
    kallsyms([INPUT], { env: { srctree: '/nowhere', KERNELVERSION: 'six' } }),
    /\$srctree.*--kernel/,
  )
})

test('no stderr to complain to', () => {
  const result = spawnSync('bash', [
    '-c',
    '"$1" "$2" no/such/file 2>&-',
    'bash',
    process.execPath,
    EXECUTABLE,
  ])
  assert.equal(result.status, 1)
})

test('an unknown option, a value missing, a value that is none', { skip: NOT_IN_SAMPLE }, () => {
  assertClear(kallsyms(['--no-such-option', INPUT]), /unknown option '--no-such-option' .*--help/)
  assertClear(kallsyms(['-x', INPUT]), /unknown option '-x'/)
  assertClear(kallsyms(['--kernel']), /--kernel/)
  assertClear(kallsyms(['--stats=xml', INPUT]), /xml/)
  assertClear(kallsyms(['--all-symbols=1', INPUT]), /--all-symbols=1.*Did you mean --all-symbols/)
})

test('a kernel that is not covered', () => {
  assertClear(kallsyms([INPUT], { env: { KALLSYMS_KERNEL: '1.0' } }), /too old.*2\.6\.10 to 7\.3/)
})

test('maps of 2 GiB and more', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'in.map')
  writeFileSync(file, '')
  // Sparse; 2^32 - 2^20 is a size that a counter of 32 bits takes for nothing.
  for (const size of [2 ** 31, 2 ** 32 - 2 ** 20, 5 * 2 ** 30]) {
    truncateSync(file, size)
    assertClear(kallsyms([file]), /in\.map: larger than 2 GiB: is it a map\?\n$/)
  }
})

test('a line of 200 MB, in the sample of 20', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'in.map')
  const length = ALL ? 200e6 : 20e6
  const line = Buffer.alloc(length, 'x')
  writeFileSync(file, line)
  assertClear(kallsyms(['--kernel', '6.12', file]), /^line format error\n.{0,300}\n$/, 2)
  writeFileSync(file, Buffer.concat([Buffer.from('1000 T '), line]))
  const { status, stderr } = kallsyms(['--kernel', '6.12', file])
  assert.equal(status, 0)
  assert.ok(stderr.includes(`too long for kallsyms (${length} >= 512)`))
  assert.ok(stderr.length < 10_000)
  assert.equal(kallsyms(['--kernel', '5.4', file]).status, 1)
})

test('more symbols than three bytes can number', { skip: NOT_IN_SAMPLE }, t => {
  const file = path.join(temporaryFolder(t), 'in.map')
  writeFileSync(file, Buffer.alloc(6 * (2 ** 24 + 1), '0 T a\n'))
  assertClear(kallsyms(['--kernel', '6.12', '--all-symbols', file]), /16777217 symbols.*three bytes/)
})

test('an address space without room for the loops: what to do about it', { skip: NOT_IN_SAMPLE }, () => {
  const limited = (environment: string): Result => {
    const command = `ulimit -v 4000000; ${environment} exec "$0" "$@"`
    const args = ['-c', command, process.execPath, EXECUTABLE, '--kernel', '6.12', '--all-symbols', INPUT]
    const { status, stdout, stderr } = spawnSync('bash', args)
    return { status, stdout, stderr: stderr.toString('latin1') }
  }
  // Newer Node.js comes to it by itself.
  const plain = limited('')
  if (plain.status !== 0) {
    assertClear(plain, /^kallsyms: the address space is too small: .*--disable-wasm-trap-handler/)
  }
  const { status, stdout } = limited('NODE_OPTIONS=--disable-wasm-trap-handler')
  assert.equal(status, 0)
  assert.ok(stdout.equals(kallsyms(['--kernel', '6.12', '--all-symbols', INPUT]).stdout))
})

test('no directory for temporary files: the message says what helps', { skip: NOT_IN_SAMPLE }, () => {
  const env = { TMPDIR: '/nowhere' }
  const said =
    /^kallsyms: \/nowhere: cannot make a temporary directory: ENOENT: set TMPDIR to a directory that can be/
  const check = kallsyms(['--kernel', '6.12', '--all-symbols', '--check', '/bin/true'], {
    input: '1000 T _text\n',
    env,
  })
  assert.equal(check.status, 1)
  assert.match(check.stderr, said)
  const prove = kallsyms(['--kernel', '6.12', '--prove', '--check', '/bin/true'], { env })
  assert.equal(prove.status, 1)
  assert.match(prove.stderr, said)
})
