/** Extents in the previous pass, from the map and from its assembly. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readAssembly } from '../../../src/decode/assembly.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { KallsymsError } from '../../../src/errors.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { type Extents, extentsInAssembly, extentsInMap } from '../../../src/layout/previous-extents.js'
import { parse } from '../../../src/nm/parse.js'
import { ROOT } from '../../support/root.js'
import { latin1 } from '../../support/table.js'

const LABELS = ['kallsyms_num_syms', 'kallsyms_names', 'kallsyms_markers']

function inMap(lines: readonly string[], labels: readonly string[] = LABELS, prefix = -1): Extents | null {
  const { dialect } = findRelease('3.3')
  const map = parse(latin1(lines.map(line => `${line}\n`).join('')), dialect, () => {})
  return extentsInMap(map, labels, prefix)
}

test('from label to label', () => {
  const extents = inMap([
    'ffffffff80000ff0 R kallsyms_num_syms',
    'ffffffff80000ff8 R kallsyms_names',
    'ffffffff80000ff8 t kallsyms_lookup_name',
    'ffffffff80012348 r kallsyms_markers',
    'ffffffff80012350 R next',
  ])
  assert.deepEqual(
    [...(extents ?? [])],
    [
      ['kallsyms_num_syms', 8],
      ['kallsyms_names', 0x11350],
    ],
  )
})

test('across the limit of 32 bits, and with a prefix', () => {
  const lines = [
    'fffffff8 R _kallsyms_num_syms',
    '100000000 R _kallsyms_names',
    '100000010 R _kallsyms_markers',
  ]
  assert.deepEqual([...(inMap(lines, LABELS, 0x5f)?.values() ?? [])], [8, 16])
  assert.equal(inMap(lines), null)
})

test('an image without tables: no labels, or weak and undefined ones', () => {
  assert.equal(inMap(['c0008000 T _text']), null)
  assert.equal(inMap(['c0008000 T _text', '         w kallsyms_names', '00000000 w kallsyms_markers']), null)
})

test('tables of another dialect are an error', () => {
  const message = (lines: readonly string[]): string => {
    try {
      inMap(lines)
    } catch (error) {
      assert.ok(error instanceof KallsymsError)
      return error.message
    }
    return 'nothing was thrown'
  }
  assert.match(
    message(['1000 R kallsyms_names', '2000 R kallsyms_markers']),
    /^kallsyms_num_syms is not in the map/,
  )
  assert.match(
    message(['1000 R kallsyms_names', '2000 R kallsyms_markers', '3000 R kallsyms_num_syms']),
    /^kallsyms_names does not follow kallsyms_num_syms in the map/,
  )
  assert.match(
    message(['1000 R kallsyms_num_syms', '2000 R kallsyms_names', 'ffffffff00000000 R kallsyms_markers']),
    /^kallsyms_markers does not follow kallsyms_names in the map/,
  )
})

const MAP = readFileSync(path.join(ROOT, 'golden', 'inputs', 'random-2.nm'))

/** The bytes of each table, padding included. */
function expected(assembly: Buffer, wordBytes: 4 | 8): Map<string, number> {
  const { tables } = readAssembly(assembly, { wordBytes })
  return new Map([...tables].map(([label, { bytes }]) => [label, bytes.length]))
}

for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
  test(`extents from the assembly, ${since}`, () => {
    const options: GenerateOptions[] = [{}, { holdSizes: true, headroom: 100 }, { stabilise: 'literal' }]
    for (const each of options) {
      const assembly = Buffer.from(generate(MAP, { dialect, allSymbols: true, ...each }).assembly)
      for (const wordBytes of [4, 8] as const) {
        const sizes = expected(assembly, wordBytes)
        const extents = extentsInAssembly(assembly, [...sizes.keys()], { wordBytes })
        assert.deepEqual([...extents], [...sizes])
      }
    }
  })
}

test('extents from an assembly with a prefix, quotes in tokens and commas in comments', () => {
  const { dialect } = findRelease('6.12')
  const map = latin1('1000 T a,b/*"\n1008 T "c"\n')
  const assembly = Buffer.from(generate(map, { dialect, allSymbols: true }).assembly)
  const sizes = expected(assembly, 8)
  assert.deepEqual([...extentsInAssembly(assembly, [...sizes.keys()], {})], [...sizes])
  const { dialect: old } = findRelease('3.3')
  const prefixed = generate(MAP, { dialect: old, allSymbols: true, symbolPrefix: 0x5f }).assembly
  assert.equal(
    extentsInAssembly(prefixed, LABELS, { wordBytes: 4, symbolPrefix: 0x5f }).get('kallsyms_num_syms'),
    4,
  )
})

test('other text is an error with the line', () => {
  const attempt = (text: string): { message: string; line: number | undefined } => {
    try {
      extentsInAssembly(latin1(text), LABELS, {})
    } catch (error) {
      assert.ok(error instanceof KallsymsError)
      return { message: error.message, line: error.where.line }
    }
    return { message: 'nothing was thrown', line: undefined }
  }
  assert.equal(attempt('c0008000 T _text\n').line, 1)
  assert.match(attempt('').message, /^there is no symbol table in it: .*\.S file/)
  assert.deepEqual(attempt('kallsyms_names:\n\t.word 5\n').line, 2)
  assert.match(
    attempt('kallsyms_names:\n\t.byte 0x05\n').message,
    /^kallsyms_num_syms, kallsyms_markers are not in/,
  )
})

test('labels far apart, or doubled, do not make a table of zeros', () => {
  const labels = (apart: number): string => {
    const names = ['offsets', 'relative_base', 'num_syms', 'names', 'markers', 'token_table', 'token_index']
    const lines = names.map((name, i) => `${(0x10000000 + i * apart).toString(16)} R kallsyms_${name}\n`)
    return `1000 T _text\n1010 T a\n1020 T _etext\n${lines.join('')}`
  }
  const options = { dialect: findRelease('4.9').dialect, baseRelative: true, holdSizes: true }
  const made = (text: string, more: GenerateOptions = {}): number =>
    generate(latin1(text), { ...options, ...more }).bytesWritten
  assert.ok(made(labels(0x10000)) > 0)
  const refused = {
    code: 'bad-input',
    message: /kallsyms_offsets had 2097152 bytes .*more than its symbols can need/,
  }
  assert.throws(() => made(labels(0x200000)), refused)
  // What was asked for may be there.
  assert.ok(made(labels(0x200000), { headroom: 0x200000 }) > 0)
  assert.throws(() => made(`${labels(0x10000)}30000000 R kallsyms_names\n`), { code: 'bad-input' })
})
