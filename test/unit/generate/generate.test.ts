/** The generator as a whole, at its limits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Dialect, ignoreRules } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate, generateTo } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import type { Problem } from '../../../src/problem.js'
import { latin1 } from '../../support/table.js'

const dialectOf = (version: string): Dialect => findRelease(version).dialect

/** The text that a map becomes, and what was reported. */
function run(map: string, options: GenerateOptions): { text: string; problems: string[] } {
  const problems: string[] = []
  const report = ({ kind }: Problem): number => problems.push(kind)
  const { assembly } = generate(latin1(map), { allSymbols: true, ...options, report })
  return { text: Buffer.from(assembly).toString('latin1'), problems }
}

const countOf = (text: string): number => Number(/num_syms:\n\t\S+\t(\d+)/.exec(text)?.[1])

test('wrong values from a caller without types are refused', () => {
  const map = latin1('1000 T a\n')
  const dialect = dialectOf('3.10.105')
  for (const symbolPrefix of [0, 300, -1, 1.5, Number.NaN]) {
    assert.throws(() => generate(map, { dialect, symbolPrefix }), { code: 'usage', message: /symbolPrefix/ })
  }
  for (const pageOffset of [
    { high: -1, low: 0 },
    { high: 0, low: 2 ** 32 },
  ]) {
    assert.throws(() => generate(map, { dialect, pageOffset }), { code: 'usage', message: /pageOffset/ })
  }
  assert.throws(() => generate(map, { dialect, pcRelative: true }), {
    code: 'usage',
    message: /--pc-relative.*7\.0 and later/,
  })
})

test('a sink that fails is not called again, and its error comes through', () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${(0x1000 + i).toString(16)} T name_${i}\n`)
  let calls = 0
  const sink = (): void => {
    calls++
    throw new Error('full')
  }
  const options = { dialect: dialectOf('6.12'), allSymbols: true }
  assert.throws(() => generateTo(sink, latin1(lines.join('')), options), { message: 'full' })
  assert.equal(calls, 1)
})

test('where the C tool crashes: reported once, in the form of the dialect, with its options', () => {
  const cut = run('2000 t b\n1000 t ab\n1000', { dialect: dialectOf('barebox-2026.06') })
  assert.deepEqual(cut.problems, ['original-crashes', 'cut-short'])
  const lwk = run('2000 t b\n1000 t ab\n1000', { dialect: dialectOf('lwk-1.3.0') })
  assert.deepEqual(lwk.problems, ['original-crashes'])
  assert.match(lwk.text, /#include <arch\/types\.h>.*\n\.data\n/s)
  assert.match(lwk.text, /\tPTR\t0x2000\n\tPTR\t0x1000\n/)
  const other = { dialect: { ...dialectOf('2.6.24'), options: ['all-symbols', 'uncompressed'] } as Dialect }
  assert.deepEqual(run('1000 t a\n', other).problems, ['original-crashes'])
  assert.deepEqual(run('1000 t a\n', { ...other, uncompressed: true }).problems, [])
})

test('an empty prefix, suffix or substring matches every name, as in C', () => {
  for (const part of ['prefixes', 'suffixes', 'substrings']) {
    const dialect = { ...dialectOf('6.12'), ignored: ignoreRules({ [part]: [''] }) }
    assert.equal(countOf(run('1000 T a\n1004 T b\n', { dialect }).text), 0, part)
  }
})

test('a substring does not begin with the type letter', () => {
  const map = '1000 . long_branch.x\n1004 T .long_branch.x\n1008 T a.long_branch.x\n100c T a\n'
  assert.equal(countOf(run(map, { dialect: dialectOf('5.18') }).text), 2)
})

test('absolute percpu addresses fit up to 2^31 - 1', () => {
  const map = (last: string): string =>
    `0 D __per_cpu_start\n${last} D __per_cpu_end\nffffffff81000000 T _text\n`
  const options = { dialect: dialectOf('6.12'), absolutePercpu: true }
  assert.match(run(map('7fffffff'), options).text, /\t\.long\t0x7fffffff\t/)
  assert.throws(() => run(map('80000000'), options), { code: 'out-of-range', message: /0x80000000/ })
})

test('ranges of any names: long ones, and one name for several', () => {
  const long = `_stext_${'x'.repeat(100)}`
  const range = { start: long, end: '_etext', guarded: true }
  const dialect: Dialect = { ...dialectOf('6.12'), ranges: [range] }
  const map = `800 T before\n1000 T ${long}\n1004 T in\n1008 T _etext\n2000 T behind\n`
  assert.equal(countOf(run(map, { dialect, allSymbols: false }).text), 3)
  const shared: Dialect = { ...dialect, ranges: [{ ...range, start: '_text' }] }
  assert.equal(countOf(run(map.replace(long, '_text'), { dialect: shared, allSymbols: false }).text), 3)
})

test('names with tens of thousands of bytes in common are ordered', () => {
  const dialect: Dialect = { ...dialectOf('6.12'), nameLimit: null, nameLength: 'byte' }
  const names = Array.from(
    { length: 40 },
    (_, i) => 'x'.repeat(64_000) + String.fromCharCode(0x60 - (i >> 1)),
  )
  const map = names.map((name, i) => `${(0x1000 + i).toString(16)} T ${name}\n`).join('')
  const { text } = run(map, { dialect })
  const seqs = text.split('kallsyms_seqs_of_names:\n')[1] as string
  const order = [...seqs.matchAll(/^\t\.byte 0x00, 0x00, (0x..)/gm)].map(([, seq]) => Number(seq))
  const expected = [...names.keys()].sort((a, b) => (b >> 1) - (a >> 1) || a - b)
  assert.deepEqual(order, expected)
})

test('a base without symbols that offsets count from: 2^64-1, or 0 where the table is sorted first', () => {
  const map = ['00000000 D __per_cpu_start', '00000010 d each', '00000020 D __per_cpu_end', ''].join('\n')
  const base = (from: 'lowest-read' | 'first-read'): string | undefined => {
    const { relativeBase, ...dialect } = dialectOf('4.14.177')
    const given = { ...dialect, relativeBase: relativeBase && { ...relativeBase, from } }
    const { text } = run(map, { dialect: given, baseRelative: true, absolutePercpu: true })
    return /kallsyms_relative_base:\n\tPTR\t(.*)\n/.exec(text)?.[1]
  }
  assert.deepEqual([base('lowest-read'), base('first-read')], ['_text - 0x1', '_text - 0'])
})

test('names that are not compressed have no comment, in a release whose names have one', () => {
  const given = dialectOf('6.12')
  const dialect: Dialect = { ...given, options: [...given.options, 'uncompressed'] }
  const names = (uncompressed: boolean): string => {
    const { text } = run('1000 T _text\n1010 t foo\n', { dialect, uncompressed })
    return /kallsyms_names:\n(?:\t\.byte.*\n)+/.exec(text)?.[0] ?? ''
  }
  assert.match(names(false), /\/\* Tfoo|\/\* tfoo/)
  assert.equal(names(true).includes('/*'), false)
  assert.match(names(true), /\.byte 0x04, 0x74, 0x66, 0x6f, 0x6f\n$/)
})
