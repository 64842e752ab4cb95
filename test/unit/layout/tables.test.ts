/** Held sizes and headroom, in the emitted text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Dialect, hasOption } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { readGolden } from '../../support/golden.js'
import { latin1 } from '../../support/table.js'

/** A small kernel; some names share prefixes, as names do. */
const BODY = Array.from({ length: 300 }, (_, i) => {
  const address = (0xffffffff81000000n + BigInt(16 * i)).toString(16)
  return `${address} ${'TtRd'[i % 4]} ${['do_', 'sys_', '__x_'][i % 3]}${(i * 7919) % 1009}_handler`
})
const TEXT = ['ffffffff81000000 T _text', 'ffffffff81000000 T _stext']

function linesOf(assembly: Uint8Array): string[] {
  return Buffer.from(assembly).toString('latin1').split('\n')
}

/** The padding after each table, from the text. */
function paddingsIn(assembly: Uint8Array): Map<string, number> {
  const found = new Map<string, number>()
  let label = ''
  for (const line of linesOf(assembly)) {
    label = /^(kallsyms_\w+):$/.exec(line)?.[1] ?? label
    const skipped = /^\t\.skip\t(\d+)$/.exec(line)?.[1]
    if (skipped !== undefined) found.set(label, Number(skipped))
  }
  return found
}

function generateLines(lines: readonly string[], options: GenerateOptions): ReturnType<typeof generate> {
  return generate(latin1(lines.map(line => `${line}\n`).join('')), { allSymbols: true, ...options })
}

/** The labels of an image whose tables have one extent each, in the order of the output. */
function labelsWith(tables: readonly { label: string }[], extent: number): string[] {
  return tables.map(({ label }, i) => `${(0xffffffff82000000n + BigInt(i * extent)).toString(16)} R ${label}`)
}

const RELATIVE = (dialect: Dialect): GenerateOptions => ({
  dialect,
  ...(hasOption(dialect, 'base-relative') && { baseRelative: true }),
})

for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
  test(`each table keeps its extent, ${since}`, () => {
    for (const options of [{ dialect }, RELATIVE(dialect)]) {
      const { tables } = generateLines([...TEXT, ...BODY], options)
      const map = [...TEXT, ...BODY, ...labelsWith(tables, 0x10000)]
      const exact = generateLines(map, options)
      const held = generateLines(map, { ...options, holdSizes: true })
      for (const [i, { label, bytes, padding }] of held.tables.entries()) {
        assert.equal(bytes, exact.tables[i]?.bytes, 'the content is the same')
        if (i < tables.length - 1) assert.equal(bytes + padding, 0x10000, label)
        assert.equal(paddingsIn(held.assembly).get(label) ?? 0, padding, label)
      }
      assert.deepEqual(
        linesOf(held.assembly).filter(line => !line.startsWith('\t.skip\t')),
        linesOf(exact.assembly),
      )
    }
  })
}

test('the last table has space for as many symbols as the table of addresses', () => {
  const last = (kernel: string, options: GenerateOptions = {}): [string, number] => {
    const { dialect } = findRelease(kernel)
    const { tables } = generateLines([...TEXT, ...BODY], { dialect, ...options })
    const map = [...TEXT, ...BODY, ...labelsWith(tables, 0x1000)]
    const held = generateLines(map, { dialect, holdSizes: true, ...options }).tables.at(-1)
    return [held?.label ?? '', (held?.bytes as number) + (held?.padding as number)]
  }
  assert.deepEqual(last('7.1'), ['kallsyms_seqs_of_names', (0x1000 / 4) * 3])
  assert.deepEqual(last('6.12'), ['kallsyms_seqs_of_names', (0x1000 / 4) * 3])
  assert.deepEqual(last('6.5', { baseRelative: true }), ['kallsyms_seqs_of_names', (0x1000 / 4) * 3])
  assert.deepEqual(last('6.5'), ['kallsyms_seqs_of_names', (0x1000 / 8) * 3])
  assert.deepEqual(last('6.1'), ['kallsyms_token_index', 512])
  assert.deepEqual(last('5.18.0-openwrt', { uncompressed: true }), [
    'kallsyms_markers',
    4 * (0x1000 / 8 / 256),
  ])
})

test('a table that has outgrown its extent has no padding', () => {
  const { dialect } = findRelease('6.12')
  const { tables } = generateLines([...TEXT, ...BODY], { dialect })
  const map = [...TEXT, ...BODY, ...labelsWith(tables, 0x10)]
  const held = generateLines(map, { dialect, holdSizes: true })
  const paddings = new Map(held.tables.map(({ label, padding }) => [label, padding]))
  assert.equal(paddings.get('kallsyms_names'), 0)
  assert.equal(paddings.get('kallsyms_relative_base'), 8)
})

test('extents are those of the previous assembly, if that is given', () => {
  for (const kernel of ['3.3', '6.5', '6.12', '7.1']) {
    const { dialect } = findRelease(kernel)
    const previous = generateLines([...TEXT, ...BODY], { dialect, headroom: 64 })
    const fewer = [...TEXT, ...BODY.slice(0, 290)]
    const held = generateLines(fewer, { dialect, previous: previous.assembly })
    for (const [i, { label, bytes, padding }] of held.tables.entries()) {
      const before = previous.tables[i] as (typeof previous.tables)[number]
      assert.equal(bytes + padding, before.bytes + before.padding, label)
    }
    assert.equal(held.headroom, null, 'a first table was made')
  }
})

test('headroom in bytes is added after each table that can grow, in the first pass only', () => {
  const { dialect } = findRelease('6.12')
  const first = generateLines([...TEXT, ...BODY], { dialect, headroom: 100 })
  assert.deepEqual(
    [...paddingsIn(first.assembly)],
    [
      ['kallsyms_names', 100],
      ['kallsyms_markers', 100],
      ['kallsyms_token_table', 100],
      ['kallsyms_offsets', 100],
      // The last one has space for as many symbols as the offsets: 26 more than the 302 that there are, 3 bytes each.
      ['kallsyms_seqs_of_names', 78],
    ],
  )
  assert.deepEqual(first.headroom, { bytes: 478, symbols: null })
  const map = [...TEXT, ...BODY, ...labelsWith(first.tables, 0x10000)]
  assert.equal(generateLines(map, { dialect, headroom: 100 }).headroom, null)
})

test('the table of an empty map, which newer builds begin with, gets no headroom', () => {
  const { dialect } = findRelease('6.12')
  const empty = generateLines([], { dialect, stabilise: 'literal', headroom: 100 })
  assert.deepEqual([empty.symbolsKept, paddingsIn(empty.assembly).get('kallsyms_names')], [0, undefined])
  assert.equal(empty.headroom, null)
  const place = (label: string): number => (['kallsyms_num_syms'].includes(label) ? 0 : 8)
  const labels = empty.tables.map(
    ({ label }) => `${(0xffffffff82000000n + BigInt(place(label))).toString(16)} R ${label}`,
  )
  const first = generateLines([...TEXT, ...BODY, ...labels], { dialect, headroom: 100 })
  assert.ok((first.headroom?.bytes as number) > 400)
})

test('estimated headroom is enough with all, some, or none of the layout-dependent symbols', () => {
  const { dialect } = findRelease('5.4')
  const near = ['__start___param', '__stop___param', '__start___modver', '__stop___modver', '__end_rodata']
  const map = (inside: readonly string[]): string[] => [
    ...TEXT,
    ...BODY,
    'ffffffff81001300 T _etext',
    ...near.filter(name => !inside.includes(name)).map(name => `ffffffff81002fc0 R ${name}`),
    'ffffffff81003000 T _sinittext',
    ...near.filter(name => inside.includes(name)).map(name => `ffffffff81003000 R ${name}`),
    'ffffffff81003800 T _einittext',
  ]
  const first = generateLines(map([]), { dialect, allSymbols: false, stabilise: 'literal', headroom: 'auto' })
  assert.ok((first.headroom?.symbols as number) >= near.length)
  for (const inside of [near, near.slice(0, 2), near.slice(3), []]) {
    const { tables } = generateLines(map(inside), { dialect, allSymbols: false, stabilise: 'literal' })
    for (const [i, { label, bytes }] of tables.entries()) {
      const { bytes: now, padding } = first.tables[i] as (typeof tables)[number]
      assert.ok(bytes <= now + padding, `${label}: ${bytes} of ${now + padding} bytes with ${inside.length}`)
    }
  }
  const needed = generateLines(map(near), { dialect, allSymbols: false, stabilise: 'literal' })
  assert.ok(needed.symbolsKept > first.symbolsKept, 'the symbols enter the table')
})

test('without layout-dependent symbols there is no headroom', () => {
  const { dialect } = findRelease('5.4')
  const { headroom, tables } = generateLines([...TEXT, ...BODY], { dialect, headroom: 'auto' })
  assert.deepEqual([headroom?.bytes, headroom?.symbols], [0, 0])
  assert.ok(tables.every(({ padding }) => padding === 0))
})

test('with all symbols, stable tables end where programs that look for them go on', () => {
  // vmlinux-to-elf looks at most 256 bytes beyond the token table, and before the markers, and at none of the offsets.
  const { tables } = generate(readGolden('inputs/tinyconfig-6.12-pass1.map'), {
    dialect: findRelease('6.12').dialect,
    allSymbols: true,
    stabilise: 'literal',
    headroom: 'auto',
  })
  const padding = (label: string): number => tables.find(table => table.label === label)?.padding ?? -1
  assert.equal(padding('kallsyms_offsets'), 0)
  for (const label of ['kallsyms_names', 'kallsyms_token_table']) {
    assert.ok(padding(label) > 0 && padding(label) <= 256, `${label}: ${padding(label)}`)
  }
})
