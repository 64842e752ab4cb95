/**
 * The report of March 2012: "Inconsistent kallsyms data on ARM". Between two passes the symbols of an empty per-CPU
 * section changed from `D` to `T`, and `kallsyms_names` changed its size.
 *
 * The report lists about forty symbols. The test adds about 28,000 functions and read-only data of another kernel, so
 * that the size is that in the listings of the report.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StableTypes } from '../../../src/compress/types.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { readGolden } from '../../support/golden.js'
import { latin1 } from '../../support/table.js'

function linesOf(name: string): string[] {
  return readGolden(name).toString('latin1').trimEnd().split('\n')
}

/** The added symbols, at the same place in both passes, between two symbols of the report. */
const FILLER = linesOf('maps/debian-cloud-6.1.176.map')
  .map(line => line.split(' '))
  .filter(([, letter]) => /^[TtRr]$/.test(letter as string))
  .filter((_, i) => i % 2 === 0)
  .map(([, letter, name], i) => `${(0xc0010000 + 16 * i).toString(16)} ${letter} ${name}`)

function kernelAround(name: string): Buffer {
  const lines = linesOf(name)
  const at = lines.findIndex(line => line >= 'c0010000')
  return latin1(`${[...lines.slice(0, at), ...FILLER, ...lines.slice(at)].join('\n')}\n`)
}

const PASSES = ['inputs/arm2012-pass1.nm', 'inputs/arm2012-pass2.nm'].map(kernelAround)

function sizesOfNames(kernel: string, stabilise?: StableTypes): number[] {
  const { dialect } = findRelease(kernel)
  return PASSES.map(map => {
    const { tables } = generate(map, { dialect, allSymbols: true, ...(stabilise && { stabilise }) })
    return tables.find(({ label }) => label === 'kallsyms_names')?.bytes as number
  })
}

test('March 2012: the listings', () => {
  assert.ok(FILLER.length > 28000 && FILLER.length < 29000)
  const letters = PASSES.map(map => / (\w) __per_cpu_start\n/.exec(map.toString('latin1'))?.[1])
  assert.deepEqual(letters, ['D', 'T'])
})

for (const kernel of ['2.6.32', '3.3.8']) {
  test(`March 2012: the exact sizes differ, ${kernel}`, () => {
    const [first, second] = sizesOfNames(kernel)
    assert.notEqual(first, second)
  })

  for (const types of ['literal', 'fold'] as const) {
    test(`March 2012: stable sizes are equal, ${types}, ${kernel}`, () => {
      const [first, second] = sizesOfNames(kernel, types)
      assert.equal(first, second)
    })
  }
}
