/** The built-in proposals: their tables, and which decoder reads them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAssembly } from '../../../src/decode/assembly.js'
import { RELEASES } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import type { StableOptions } from '../../../src/generate/options.js'
import { measure } from '../../../src/lab/measurements/measure.js'
import { BUILT_IN } from '../../../src/lab/proposals/built-in.js'
import type { Proposal } from '../../../src/lab/proposals/proposal.js'
import { ProposalBuild, type ProposalBuildOptions } from '../../../src/lab/proposals/proposal-build.js'
import type { Decoding } from '../../../src/lab/results/results.js'
import { readGolden } from '../../support/golden.js'
import { sampled } from '../../support/sizes.js'

const MAP = readGolden('inputs/random-1.nm')
/** With names that some kernels ignore, among them the labels of tables. */
const FILTERED = readGolden('inputs/filters.nm')

function named(name: string): Proposal {
  const proposal = BUILT_IN.find(each => each.name === name)
  assert.ok(proposal, name)
  return proposal
}

function optionsOf(kernel: string): ProposalBuildOptions {
  return { dialect: findRelease(kernel).dialect, allSymbols: true }
}

/** A map of some symbols, four bytes apart. */
function mapOf(...symbols: string[]): Buffer {
  return Buffer.from(
    symbols.map((symbol, i) => `${(0x1000 + 4 * i).toString(16).padStart(8, '0')} ${symbol}\n`).join(''),
  )
}

function tablesOf(assembly: Uint8Array): Map<string, number[]> {
  const { tables } = readAssembly(assembly, { wordBytes: 4 })
  return new Map([...tables].map(([label, { bytes }]) => [label, [...bytes]]))
}

const codes = (...parts: (string | number)[]): number[] =>
  parts.flatMap(part => (typeof part === 'number' ? [part] : [...Buffer.from(part)]))

const OWN: Readonly<Record<string, StableOptions>> = {
  exact: {},
  literal: { stabilise: 'literal' },
  fold: { stabilise: 'fold' },
  held: { holdSizes: true },
  stable: { stabilise: 'literal', holdSizes: true, headroom: 'auto' },
}

for (const [name, stable] of Object.entries(OWN)) {
  test(`${name} equals the output of the generator`, () => {
    const options = optionsOf('6.12')
    const { assembly } = new ProposalBuild(named(name), options).generate(MAP)
    const expected = generate(MAP, { ...options, ...stable }).assembly
    assert.ok(Buffer.from(expected).equals(assembly))
  })
}

test('uncompressed equals the output of the generator for a kernel with that option', () => {
  const options = optionsOf('5.18.0-openwrt')
  const { assembly } = new ProposalBuild(named('uncompressed'), options).generate(MAP)
  assert.ok(Buffer.from(generate(MAP, { ...options, uncompressed: true }).assembly).equals(assembly))
})

/** Whether the kernel's decoder reads the tables of each. */
const READERS: Readonly<Record<string, Decoding['kernel']>> = {
  exact: 'reads',
  literal: 'reads',
  fold: 'other-letters',
  held: 'reads',
  stable: 'reads',
  'letters-apart': 'fails',
  frozen: 'reads',
  uncompressed: 'fails',
  stem: 'fails',
}

/** All rows, so that a new one is not forgotten; the newest is in the sample too. */
const KERNELS = RELEASES.map(({ since }) => since).reverse()

for (const kernel of sampled(KERNELS, 5)) {
  test(`decoders of the built-in proposals, ${kernel}`, () => {
    const map = findRelease(kernel).dialect.grammar === 'words' ? FILTERED : MAP
    const found = BUILT_IN.map(proposal => {
      const input = { name: 'map', kernel, map, options: optionsOf(kernel) }
      const { decoding } = measure({ proposal, file: null }, input)
      const { needed, neededText } = decoding
      const own = proposal.name === 'fold' ? 'other-letters' : 'reads'
      assert.equal(needed, own, `${proposal.name}: ${neededText}`)
      return [proposal.name, decoding.kernel]
    })
    assert.deepEqual(Object.fromEntries(found), READERS)
  })
}

test('stem: type letter, number of shared bytes, and the rest', () => {
  const map = mapOf('T do_it', 't do_that', 'W do_it_now', 'T do_it_now')
  const tables = tablesOf(new ProposalBuild(named('stem'), optionsOf('6.12')).generate(map).assembly)
  assert.deepEqual(
    tables.get('kallsyms_names'),
    codes(7, 'T', 0, 'do_it', 6, 't', 3, 'that', 8, 'W', 3, 'it_now', 2, 'T', 9),
  )
  assert.deepEqual(tables.get('kallsyms_markers'), [0, 0, 0, 0])
  assert.equal(tables.has('kallsyms_token_table'), false)
})

test('stem: a name with a marker shares nothing', () => {
  const map = mapOf(...Array.from({ length: 257 }, () => 'T same'))
  const tables = tablesOf(new ProposalBuild(named('stem'), optionsOf('6.12')).generate(map).assembly)
  const marker = Buffer.from(tables.get('kallsyms_markers') ?? []).readUInt32LE(4)
  // One complete name and 255 that share all bytes.
  assert.equal(marker, 7 + 255 * 3)
  assert.deepEqual(tables.get('kallsyms_names')?.slice(marker), codes(6, 'T', 0, 'same'))
})

test('letters apart: a table of type letters, and names without them', () => {
  const map = mapOf('T ab', 'd ab', 'R ab')
  const tables = tablesOf(new ProposalBuild(named('letters-apart'), optionsOf('6.12')).generate(map).assembly)
  assert.deepEqual(tables.get('kallsyms_types'), codes('TdR'))
  // The only pair has the highest code.
  assert.deepEqual(tables.get('kallsyms_names'), [1, 255, 1, 255, 1, 255])
})

test('letters apart: a tool that ignores the labels of its tables ignores the new one too', () => {
  const labels = ['kallsyms_names', 'kallsyms_types'].map(label => `R ${label}`)
  const map = mapOf('T _text', ...labels)
  for (const [kernel, kept] of [
    ['6.1', 1],
    ['6.12', 3],
  ] as const) {
    const { selection } = new ProposalBuild(named('letters-apart'), optionsOf(kernel)).generate(map)
    assert.equal(selection.symbols.count, kept, kernel)
  }
})

test('frozen: later passes encode their names with the tokens of the first', () => {
  const build = new ProposalBuild(named('frozen'), optionsOf('6.12'))
  const first = tablesOf(build.generate(mapOf('T abab', 'T abab')).assembly)
  // ab is the most frequent pair, then abab, then that with the type letter.
  assert.deepEqual(first.get('kallsyms_names'), [1, 253, 1, 253])
  const second = tablesOf(build.generate(mapOf('D ab', 'T abab', 'T zzzz', 'T zzzz')).assembly)
  assert.deepEqual(second.get('kallsyms_token_table'), first.get('kallsyms_token_table'))
  assert.deepEqual(second.get('kallsyms_names'), codes(2, 'D', 255, 1, 253, 5, 'Tzzzz', 5, 'Tzzzz'))
})

test('frozen: an empty first pass chooses no tokens', () => {
  const build = new ProposalBuild(named('frozen'), optionsOf('6.12'))
  build.generate(new Uint8Array(0))
  const names = tablesOf(build.generate(mapOf('T abab', 'T abab')).assembly).get('kallsyms_names')
  assert.deepEqual(names, [1, 253, 1, 253])
})

test('frozen: a byte without a code leads to new tokens, which are then kept', () => {
  const build = new ProposalBuild(named('frozen'), optionsOf('6.12'))
  const first = tablesOf(build.generate(mapOf('T abab', 'T abab')).assembly)
  const odd = mapOf('T a\x01b', 'T cdcd', 'T cdcd')
  const second = tablesOf(build.generate(odd).assembly)
  assert.notDeepEqual(second.get('kallsyms_token_table'), first.get('kallsyms_token_table'))
  const third = tablesOf(build.generate(mapOf('T abab', 'T abab')).assembly)
  assert.deepEqual(third.get('kallsyms_token_table'), second.get('kallsyms_token_table'))
})
