/** What the log of a build says about a pass that differs from the one before: all that is needed, in three lines. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { explain } from '../../../src/explain/explain.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import { noticeOf as noticeFor } from '../../../src/explain/notice.js'
import { buildFacts } from '../../../src/kbuild/build-facts.js'
import { explained, pass } from '../../support/explained.js'

const TEXT = ['00001000 T _text', '00001000 T _stext', '00001010 t work', '00001100 T _etext']
const EDGES = Array.from(
  { length: 40 },
  (_, i) => `0000${(0x2000 + 16 * i).toString(16)} D __start_${i * 7919}`,
)
const FLIPPED = EDGES.map((line, i) => (i % 2 === 0 ? line.replace('D', 'P') : line))
const noticeOf = (explanation: Explanation, kernel = '5.4'): string[] =>
  noticeFor(explanation, buildFacts(findRelease(kernel).dialect), 4)

const ALL = { options: { allSymbols: true } } as const

test('sizes: the table, the main cause with a symbol, and the command that helps', () => {
  const lines = noticeOf(
    explained(
      [
        [...TEXT, ...EDGES],
        [...TEXT, ...FLIPPED],
      ],
      ALL,
    ),
  )
  const [sizes = '', cause = '', remedy = ''] = lines
  assert.equal(lines.length, 3)
  assert.match(
    sizes,
    /^kallsyms_\w+ has \d+ bytes in pass 2, and had \d+ in pass 1( \(.*\))?; this kernel makes one pass more$/,
  )
  assert.match(
    cause,
    /^main cause, [+-]\d+ bytes: 20 symbols changed type; .*: D > P {2}__start_0 {2}00002000 > 00002000/,
  )
  assert.match(
    remedy,
    /^what helps: `make MAKEFILES=\S+ \S+ KALLSYMS_FLAGS=--stabilise`: lets this build through/,
  )
})

test('a kernel that makes no further pass by itself', () => {
  const maps = [
    [...TEXT, ...EDGES],
    [...TEXT, ...FLIPPED],
  ]
  const [sizes = ''] = noticeOf(explained(maps, { ...ALL, kernel: '4.4' }), '4.4')
  assert.match(sizes, /^kallsyms_\w+ has \d+ bytes in pass 2, and had \d+ in pass 1/)
  assert.doesNotMatch(sizes, /one pass more/)
})

test('several causes: the one with the most bytes', () => {
  const more = [...FLIPPED, '00002f00 R a_new_one', '00002f10 R another_new_one']
  const [, cause = ''] = noticeOf(
    explained(
      [
        [...TEXT, ...EDGES],
        [...TEXT, ...more],
      ],
      ALL,
    ),
  )
  assert.match(cause, /^main cause, [+-]\d+ bytes \(1 more cause\): /)
})

test('lists: names that the compiler makes anew, of whatever sizes', () => {
  const clone = (number: number): string[] => [
    ...TEXT.slice(0, 3),
    `00001020 t one.lto_priv.${number}`,
    ...TEXT.slice(3),
  ]
  const lines = noticeOf(explained([clone(1), clone(2)], ALL))
  const [what = '', cause = '', remedy = ''] = lines
  assert.equal(lines.length, 3)
  assert.match(what, /the link itself, which is not reproducible$/)
  assert.match(cause, /^main cause: 1 symbol under another name, .*: one\.lto_priv\.1 > one\.lto_priv\.2$/)
  assert.match(remedy, /^what helps: .*-frandom-seed/)
})

test('names are printable', () => {
  const odd = (name: string): string[] => [...TEXT.slice(0, 3), `00001020 t ${name}`, ...TEXT.slice(3)]
  const lines = noticeOf(explained([[...TEXT, '00002000 d x'], odd('\x1b[31m')], ALL))
  assert.ok(
    lines.every(line => /^[\x20-\x7e]*$/.test(line)),
    JSON.stringify(lines),
  )
})

test('a brief explanation has the last step alone, and ends with the first remedy that is sure', () => {
  const { dialect } = findRelease('5.4')
  const maps = [EDGES, FLIPPED, EDGES].map((lines, i) => pass(`pass ${i + 1}`, [...TEXT, ...lines], dialect))
  const { steps, advice }: Explanation = explain(maps, { dialect, ...ALL, chosenBy: 'a test', isBrief: true })
  assert.deepEqual(
    steps.map(({ before, after }) => [before, after]),
    [['pass 2', 'pass 3']],
  )
  assert.deepEqual(
    advice.flatMap(({ tried }) => (tried ? [tried.outcome] : [])),
    ['passes'],
  )
})
