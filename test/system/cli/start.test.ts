/** How the executable finds its program, and what it keeps of the code that V8 compiled. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { ROOT } from '../../support/root.js'
import { EXECUTABLE, kallsyms, type Result, temporaryFolder } from '../../support/run.js'
import { cases, NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const INPUT = path.join(ROOT, 'golden', 'inputs', 'minimal.nm')
const ARGS = ['--kernel', '6.12', '--all-symbols', INPUT]

let expected: Buffer
before(() => {
  expected = kallsyms(ARGS).stdout
})

/** A cache directory in which one run has kept its code. */
class Caches {
  readonly folder: string
  readonly executable: string | undefined

  constructor(t: TestContext, executable?: string) {
    this.folder = temporaryFolder(t)
    this.executable = executable
    this.run()
  }

  run(args: readonly string[] = ARGS): Result {
    const { executable } = this
    return kallsyms(args, { env: { XDG_CACHE_HOME: this.folder }, ...(executable && { executable }) })
  }

  get files(): string[] {
    const folder = path.join(this.folder, 'kallsyms')
    return existsSync(folder) ? readdirSync(folder).map(name => path.join(folder, name)) : []
  }

  get file(): string {
    const [file, ...more] = this.files
    assert.deepEqual(more, [])
    assert.ok(file, 'the run keeps its code')
    return file
  }
}

function assertRuns({ status, stdout, stderr }: Result, message = ''): void {
  assert.deepEqual([status, stderr], [0, ''], message)
  assert.ok(stdout.equals(expected), message)
}

test('the first run that makes a table keeps its code for the next one, where others cannot write', t => {
  const caches = new Caches(t)
  assert.equal(statSync(caches.file).mode & 0o777, 0o600)
  assert.equal(statSync(path.dirname(caches.file)).mode & 0o777, 0o700)
  const { mtimeMs } = statSync(caches.file)
  assertRuns(caches.run())
  assert.equal(statSync(caches.file).mtimeMs, mtimeMs, 'it is not made anew')
})

test('runs that make no table keep nothing', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  for (const args of [
    ['help'],
    ['--help'],
    ['--version'],
    ['--kernel', '6.12', '--print-dialect'],
    ['--print-kbuild'],
    ['--kernel', '6.12', '/nowhere'],
  ])
    kallsyms(args, { env: { XDG_CACHE_HOME: folder } })
  assert.deepEqual(readdirSync(folder), [])
})

test('what NODE_OPTIONS of a user loads prints nothing into a table', t => {
  const file = path.join(temporaryFolder(t), 'noise.cjs')
  writeFileSync(file, "console.log('noise')\n")
  // As a shell starts it, and not Node.js with the file as its argument.
  const { status, stdout } = spawnSync(EXECUTABLE, ARGS, {
    env: { ...process.env, XDG_CACHE_HOME: path.dirname(file), NODE_OPTIONS: `--require=${file}` },
  })
  assert.equal(status, 0)
  assert.ok(stdout.equals(expected))
})

test('the cache directory is that of the user: no home, no cache, and none is made', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = temporaryFolder(t)
  assertRuns(kallsyms(ARGS, { env: { XDG_CACHE_HOME: '', HOME: folder } }))
  assert.deepEqual(readdirSync(folder), ['.cache'])
  for (const home of ['', 'relative', path.join(folder, 'missing')])
    assertRuns(kallsyms(ARGS, { env: { XDG_CACHE_HOME: '', HOME: home } }))
  for (const home of ['relative', path.join(folder, 'missing', 'deep'), '/dev/null'])
    assertRuns(kallsyms(ARGS, { env: { XDG_CACHE_HOME: home } }))
  assert.deepEqual(readdirSync(folder), ['.cache'])
  assert.ok(!existsSync('relative'))
})

const BROKEN: readonly (readonly [what: string, breaks: (cache: string) => void])[] = [
  ['is empty', cache => truncateSync(cache)],
  ['was cut', cache => truncateSync(cache, 1000)],
  ['is something else', cache => writeFileSync(cache, Buffer.alloc(10_000, 7))],
  [
    'is a folder',
    cache => {
      rmSync(cache)
      mkdirSync(cache)
    },
  ],
]

for (const [what, breaks] of sampled(BROKEN, BROKEN.length)) {
  test(`a code cache that ${what} changes nothing`, t => {
    const caches = new Caches(t)
    breaks(caches.file)
    assertRuns(caches.run())
    assertRuns(caches.run())
  })
}

const FOREIGN: readonly (readonly [what: string, change: (cache: string) => void])[] = [
  ['others may write', cache => chmodSync(cache, 0o622)],
  ['belongs to somebody else', cache => chownSync(cache, 65_534, 65_534)],
  [
    'is a link',
    cache => {
      renameSync(cache, `${cache}.whole`)
      symlinkSync(`${cache}.whole`, cache)
    },
  ],
]

for (const [what, change] of FOREIGN) {
  const skip = what.includes('belongs') && process.geteuid?.() !== 0 ? 'needs root' : false
  test(`a code cache that ${what} is not used, and is replaced`, { skip }, t => {
    const caches = new Caches(t)
    const { file } = caches
    change(file)
    assertRuns(caches.run())
    const status = statSync(file)
    assert.deepEqual([status.uid, status.mode & 0o777], [process.geteuid?.(), 0o600])
  })
}

test('nothing is kept in a directory in which others may write', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'kallsyms'))
  chmodSync(path.join(folder, 'kallsyms'), 0o777)
  assertRuns(kallsyms(ARGS, { env: { XDG_CACHE_HOME: folder } }))
  assert.deepEqual(readdirSync(path.join(folder, 'kallsyms')), [])
})

test('caches of programs that were replaced long ago are removed, and no other file', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const caches = new Caches(t)
  const folder = path.dirname(caches.file)
  rmSync(caches.file)
  for (const name of ['v1-x64-0.cache', 'v1-x64-1.cache-77', 'mine.txt', 'v2-x64-0.cache'])
    writeFileSync(path.join(folder, name), '')
  for (const name of ['v1-x64-0.cache', 'v1-x64-1.cache-77', 'mine.txt'])
    utimesSync(path.join(folder, name), 1e9, 1e9)
  caches.run()
  const names = readdirSync(folder).map(name => name.replace(process.version, 'this'))
  assert.equal(names.length, 3)
  assert.ok(names.includes('mine.txt') && names.includes('v2-x64-0.cache'))
})

test('a program that was changed after its code was kept is run as it is now', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  for (const part of ['bin', 'dist'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true })
  const caches = new Caches(t, path.join(folder, 'bin', 'kallsyms'))
  const { file } = caches
  const program = path.join(folder, 'dist', 'kallsyms.cjs')
  const text = readFileSync(program, 'utf8')
  assert.ok(text.includes('.section .rodata'))
  // As long as before, and older than the cache.
  writeFileSync(program, text.replace('.section .rodata', '.section .rodatX'))
  utimesSync(program, 1e9, 1e9)
  assert.match(caches.run().stdout.toString(), /\.section \.rodatX/)
  // Nor with the code of the other program under its name.
  const other = caches.files.find(each => each !== file) as string
  renameSync(file, other)
  assert.match(caches.run().stdout.toString(), /\.section \.rodatX/)
})

test('a code cache in which one bit was flipped changes nothing', t => {
  const caches = new Caches(t)
  const { file } = caches
  const whole = readFileSync(file)
  // A bit in the checksums, in V8's header, and in the code.
  const places = [
    3,
    5,
    20,
    ...Array.from({ length: cases(1, 60) }, (_, i) => 100 + ((i * 7919 * 13) % (whole.length - 100))),
  ]
  for (const [i, place] of places.entries()) {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(place) ^ (1 << (i % 8)), place)
    writeFileSync(file, damaged)
    assertRuns(caches.run(), `bit ${i % 8} of byte ${place}`)
  }
})

test('an installed program runs wherever it is, through links that are followed or not', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = path.join(temporaryFolder(t), 'a%20[b] \\c\u00fc d')
  for (const part of ['bin', 'dist', 'docs'])
    cpSync(path.join(ROOT, part), path.join(folder, 'lib', part), { recursive: true })
  const link = path.join(folder, 'kallsyms')
  symlinkSync(path.join('lib', 'bin', 'kallsyms'), link)
  assertRuns(kallsyms(ARGS, { executable: link }))
  const env = { NODE_PRESERVE_SYMLINKS: '1', NODE_PRESERVE_SYMLINKS_MAIN: '1' }
  assertRuns(kallsyms(ARGS, { executable: link, env }))
  assert.match(kallsyms(['help', 'lab'], { executable: link, env }).stdout.toString(), /^# kallsyms lab/)
  const explained = kallsyms(['explain', '--kernel', '6.12', '--all-symbols', INPUT, INPUT], {
    executable: link,
  })
  assert.equal(explained.status, 0, explained.stderr)
  const lab = ['lab', '--kernel', '6.12', '--trials', '1', '--no-times', '--only', 'exact', INPUT]
  const compared = kallsyms(lab, { executable: link })
  assert.deepEqual([compared.status, compared.stderr], [0, ''])
})
