/** The command as a user meets it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { sourceOf } from '../../support/c-sources.js'
import { optionsOf, readGolden, readManifest } from '../../support/golden.js'
import { ROOT } from '../../support/root.js'
import { EXECUTABLE, kallsyms, temporaryFolder } from '../../support/run.js'
import { ALL, NOT_IN_SAMPLE } from '../../support/sizes.js'

const INPUT = path.join(ROOT, 'golden', 'inputs', 'filters.nm')
const MAP = readFileSync(INPUT)

function expected(kernel: string, ...args: string[]): Buffer {
  return Buffer.from(generate(MAP, optionsOf(args, findRelease(kernel).dialect)).assembly)
}

test('reads a file, standard input, and a dash, in dialects of both kinds', { skip: NOT_IN_SAMPLE }, () => {
  for (const kernel of ALL ? ['5.4', '6.12'] : ['6.12']) {
    const output = expected(kernel, '--all-symbols')
    const args = ['--kernel', kernel, '--all-symbols']
    assert.ok(output.equals(kallsyms([...args, INPUT]).stdout))
    assert.ok(output.equals(kallsyms(args, { input: MAP }).stdout))
    assert.ok(output.equals(kallsyms([...args, '-'], { input: MAP }).stdout))
  }
})

test('the executable prints what the manifest has, with each of the options', () => {
  const seen = new Set<string>()
  for (const record of readManifest()) {
    const kernel = record.kernels.at(-1) as string
    const key = record.args.join(' ')
    if (record.input !== 'percpu64.nm' || record.exit !== 0 || seen.has(key)) continue
    seen.add(key)
    // That options are parsed alike is tested without processes, for all records.
    if (!ALL && seen.size % 4 !== 1) continue
    const file = path.join(ROOT, 'golden', 'inputs', record.input)
    const { stdout, status } = kallsyms(['--kernel', kernel, ...record.args, file])
    const sha256 = createHash('sha256').update(stdout).digest('hex')
    assert.deepEqual([status, sha256], [0, record.sha256], `${kernel} ${key}`)
  }
  assert.ok(seen.size >= 8, `${seen.size} sets of options`)
})

test('a large map comes through a pipe whole', () => {
  const map = readGolden('inputs/tinyconfig-6.12-pass1.map')
  const { stdout } = kallsyms(['--kernel', '6.12', '--all-symbols'], { input: map })
  const { dialect } = findRelease('6.12')
  assert.ok(stdout.equals(generate(map, { dialect, allSymbols: true }).assembly))
})

test('options may stand after the file, and two dashes end them', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  writeFileSync(path.join(folder, '--all-symbols'), MAP)
  const output = expected('6.12', '--all-symbols')
  assert.ok(output.equals(kallsyms([INPUT, '--all-symbols', '--kernel=6.12']).stdout))
  const { stdout } = kallsyms(['--kernel', '6.12', '--all-symbols', '--', '--all-symbols'], { cwd: folder })
  assert.ok(output.equals(stdout))
})

test('abbreviations hold where the C tool uses getopt, and only there', { skip: NOT_IN_SAMPLE }, () => {
  const output = expected('6.12', '--all-symbols', '--absolute-percpu')
  assert.ok(output.equals(kallsyms(['--kernel', '6.12', '--al', '--ab', INPUT]).stdout))
  for (const args of [
    ['--kernel', '6.12', '--a'],
    ['--kernel', '5.4', '--al'],
  ]) {
    const { status, stdout, stderr } = kallsyms([...args, INPUT])
    assert.deepEqual([status, stdout.length], [1, 0], args.join(' '))
    assert.match(stderr, /unknown option '--/)
  }
})

test('an option that the kernel does not have: one line', () => {
  const { status, stdout, stderr } = kallsyms(['--kernel', '6.12', '--base-relative', INPUT])
  assert.deepEqual([status, stdout.length], [1, 0])
  assert.match(stderr, /^kallsyms: .*--kernel 6\.12.* no --base-relative.*4\.6 to before 6\.11[^\n]*\n$/)
})

test('-o writes the file and nothing else, through links and over what was there', t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'out.S')
  const link = path.join(folder, 'link.S')
  writeFileSync(file, '#include <asm/types.h>\n#if BITS_PER_LONG == 64\n#define PTR .quad\n')
  symlinkSync('out.S', link)
  const { status, stdout, stderr } = kallsyms(['--kernel', '6.12', '--all-symbols', '-o', link, INPUT])
  assert.deepEqual([status, stdout.length, stderr], [0, 0, ''])
  assert.ok(readFileSync(file).equals(expected('6.12', '--all-symbols')))
  assert.deepEqual(readdirSync(folder).sort(), ['link.S', 'out.S'])
})

test('-o makes the file that a dangling link names, and keeps the mode of what it replaces', t => {
  const folder = temporaryFolder(t)
  const [file, link] = ['out.S', 'link.S'].map(name => path.join(folder, name)) as [string, string]
  symlinkSync('out.S', link)
  const args = ['--kernel', '6.12', '--all-symbols', INPUT, '-o', link]
  assert.equal(kallsyms(args).status, 0)
  assert.ok(lstatSync(link).isSymbolicLink())
  chmodSync(file, 0o640)
  assert.equal(kallsyms(args).status, 0)
  assert.equal(statSync(file).mode & 0o777, 0o640)
})

test('-o follows a link that is relative to the real place of its folder', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'a', 'b'), { recursive: true })
  symlinkSync('a/b', path.join(folder, 'c'))
  symlinkSync('../out.S', path.join(folder, 'c', 'link.S'))
  const args = ['--kernel', '6.12', '--all-symbols', INPUT, '-o', path.join(folder, 'c', 'link.S')]
  assert.equal(kallsyms(args).status, 0)
  assert.ok(existsSync(path.join(folder, 'a', 'out.S')))
})

test('-o does not write over the input', t => {
  const file = path.join(temporaryFolder(t), 'in.map')
  writeFileSync(file, MAP)
  assert.equal(kallsyms(['--kernel', '6.12', '--all-symbols', '-o', file, file]).status, 1)
  assert.ok(readFileSync(file).equals(MAP))
})

test('reads a named pipe', { skip: NOT_IN_SAMPLE }, t => {
  const pipe = path.join(temporaryFolder(t), 'pipe')
  const script = 'mkfifo "$1"; cat "$2" > "$1" & "$3" "$4" --kernel 6.12 --all-symbols "$1"'
  const run = spawnSync('sh', ['-c', script, 'sh', pipe, INPUT, process.execPath, EXECUTABLE])
  assert.ok(run.stdout.equals(expected('6.12', '--all-symbols')))
})

test('what looks like an option is a value after an option that takes one', t => {
  const folder = temporaryFolder(t)
  assert.equal(kallsyms(['--kernel', '6.12', '-o', '--stats', INPUT], { cwd: folder }).status, 0)
  assert.deepEqual(readdirSync(folder), ['--stats'])
})

test('-o writes into what is no regular file, and a dash is standard output', { skip: NOT_IN_SAMPLE }, () => {
  const output = expected('6.12', '--all-symbols')
  const args = ['--kernel', '6.12', '--all-symbols', INPUT, '-o']
  // A pipe between two processes: what a test's child gets of Node is a socket, which has no name to open.
  const pipeline = '"$@" /dev/stdout | cat'
  const piped = spawnSync('sh', ['-c', pipeline, 'sh', process.execPath, EXECUTABLE, ...args])
  assert.equal(piped.stderr.toString(), '')
  assert.ok(piped.stdout.equals(output))
  assert.ok(kallsyms([...args, '-']).stdout.equals(output))
})

test('the dialect of a build, whose environment names the tree', t => {
  const folder = temporaryFolder(t)
  const { dialect } = findRelease('5.18')
  mkdirSync(path.join(folder, 'scripts'))
  writeFileSync(path.join(folder, 'scripts', 'kallsyms.c'), sourceOf(dialect))
  const output = Buffer.from(generate(MAP, { dialect, allSymbols: true }).assembly)
  const { stdout } = kallsyms(['--all-symbols', INPUT], { env: { srctree: '.' }, cwd: folder })
  assert.ok(output.equals(stdout))
  const { stdout: printed } = kallsyms(['--print-dialect'], { env: { KALLSYMS_KERNEL: folder } })
  assert.deepEqual(JSON.parse(printed.toString()).dialect, dialect)
})

test('a table from a tree comes with the command that proves its format, and others do not', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'scripts'))
  writeFileSync(path.join(folder, 'scripts', 'kallsyms.c'), sourceOf(findRelease('6.12').dialect))
  const saidOf = (args: readonly string[]): string => {
    const { status, stderr } = kallsyms([...args, '--all-symbols', INPUT])
    assert.equal(status, 0, stderr)
    return stderr
  }
  const end = `kallsyms --kernel ${folder} --prove\n`
  assert.ok(saidOf(['--kernel', folder]).endsWith(end), saidOf(['--kernel', folder]))
  const saved = path.join(folder, 'dialect.json')
  writeFileSync(saved, kallsyms(['--kernel', folder, '--print-dialect']).stdout)
  for (const kernel of [saved, '6.12']) assert.equal(saidOf(['--kernel', kernel]), '')
})

test('--print-dialect shows the images that confirm a row', () => {
  const { release } = JSON.parse(kallsyms(['--kernel', '6.1.176', '--print-dialect']).stdout.toString())
  assert.ok(release.images.includes('6.1.176'))
})

test('--print-dialect gives every value and where it came from', () => {
  const { stdout, status } = kallsyms(['--kernel', '6.12.117', '--print-dialect'])
  const printed = JSON.parse(stdout.toString()) as Record<'dialect' | 'origin', Record<string, unknown>>
  assert.equal(status, 0)
  const { dialect } = findRelease('6.12')
  assert.deepEqual(printed.dialect, dialect)
  assert.deepEqual(Object.keys(printed.origin), Object.keys(dialect))
  assert.equal(printed.origin.nameLength, 'table of releases, since 6.1')
})

test('--stats says what was done, as text and as JSON', { skip: NOT_IN_SAMPLE }, () => {
  const args = ['--kernel', '6.12', '--all-symbols', INPUT]
  const text = kallsyms(['--stats', ...args])
  assert.ok(text.stdout.equals(expected('6.12', '--all-symbols')))
  assert.match(text.stderr, /symbols read, \d+ kept/)
  assert.match(text.stderr, /kallsyms_token_index/)
  const json = JSON.parse(kallsyms(['--stats=json', ...args]).stderr) as {
    symbols: { kept: number }
    tableBytes: Record<string, number>
    bytesWritten: number
  }
  assert.equal(json.bytesWritten, text.stdout.length)
  assert.equal(json.tableBytes.kallsyms_offsets, 4 * json.symbols.kept)
  assert.equal(json.tableBytes.kallsyms_token_index, 512)
})

test('--help teaches with examples, --version is that of the package', () => {
  const help = kallsyms(['--help'])
  assert.deepEqual([help.status, help.stderr], [0, ''])
  for (const word of ['Examples:', 'nm -n vmlinux', '--stats', 'KALLSYMS_KERNEL', 'Exit status']) {
    assert.ok(help.stdout.includes(word), word)
  }
  assert.ok(!help.stdout.includes('\x1b'))
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string }
  assert.equal(kallsyms(['--version']).stdout.toString(), `${version}\n`)
})

test('more than one map is an error, where the C tool would read the first', () => {
  const { status, stdout, stderr } = kallsyms(['--kernel', '6.12', '--all-symbols', INPUT, 'other'])
  assert.deepEqual([status, stdout.length], [1, 0])
  assert.match(stderr, /^kallsyms: more than one map: .* other: give one\n$/)
})

test('works from a folder of any name, through a link', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const place = path.join(folder, 'a place with spaces')
  mkdirSync(place)
  const file = path.join(place, 'in map')
  writeFileSync(file, MAP)
  assert.ok(existsSync(file))
  const { status } = kallsyms(['--kernel', '6.12', '--all-symbols', '-o', 'out put', 'in map'], {
    cwd: place,
  })
  assert.equal(status, 0)
  assert.deepEqual(readdirSync(place).sort(), ['in map', 'out put'])
})
