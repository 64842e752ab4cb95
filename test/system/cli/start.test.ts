/** How the executable finds its program, and what V8 has kept of it. */
import assert from 'node:assert/strict'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { cases, sampled } from '../../support/sizes.js'

const INPUT = path.join(ROOT, 'golden', 'inputs', 'minimal.nm')
const ARGS = ['--kernel', '6.12', '--all-symbols', INPUT]

let expected: Buffer
before(() => {
  expected = kallsyms(ARGS).stdout
})

/** A copy of the executable that may be broken. */
function copy(folder: string): { executable: string; program: string; cache: string } {
  for (const part of ['bin', 'dist'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true })
  const dist = path.join(folder, 'dist')
  const cache = readdirSync(dist).find(name => name.endsWith('.cache'))
  assert.ok(cache, 'the build keeps a cache')
  return {
    executable: path.join(folder, 'bin', 'kallsyms'),
    program: path.join(dist, 'kallsyms.cjs'),
    cache: path.join(dist, cache),
  }
}

const BROKEN: readonly (readonly [what: string, breaks: (cache: string) => void])[] = [
  ['is missing', cache => rmSync(cache)],
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
    const { executable, cache } = copy(temporaryFolder(t))
    breaks(cache)
    const { status, stdout, stderr } = kallsyms(ARGS, { executable })
    assert.deepEqual([status, stderr], [0, ''])
    assert.ok(stdout.equals(expected))
  })
}

test('a program that was changed after the code cache was made is run as it is now', t => {
  const { executable, program, cache } = copy(temporaryFolder(t))
  const text = readFileSync(program, 'utf8')
  assert.ok(text.includes('.section .rodata'))
  writeFileSync(program, text.replace('.section .rodata', '.section .rodatX'))
  // The cache is the newer one, and the program is as long as before.
  utimesSync(cache, 4e9, 4e9)
  assert.match(kallsyms(ARGS, { executable }).stdout.toString(), /\.section \.rodatX/)
})

test('a code cache in which one bit was flipped changes nothing', t => {
  const { executable, cache } = copy(temporaryFolder(t))
  const whole = readFileSync(cache)
  // A bit in the checksums, in V8's header, and in the code.
  const places = [
    3,
    5,
    20,
    ...Array.from({ length: cases(3, 60) }, (_, i) => 100 + ((i * 7919 * 13) % (whole.length - 100))),
  ]
  for (const [i, place] of places.entries()) {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(place) ^ (1 << (i % 8)), place)
    writeFileSync(cache, damaged)
    const { status, stdout, stderr } = kallsyms(ARGS, { executable })
    assert.deepEqual([status, stderr], [0, ''], `bit ${i % 8} of byte ${place}`)
    assert.ok(stdout.equals(expected), `bit ${i % 8} of byte ${place}`)
  }
})
