/** Several runs in one process: one after another, and one inside another. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate, generateTo } from '../../../src/generate/generate.js'
import { readGolden } from '../../support/golden.js'

const OPTIONS = { dialect: findRelease('6.12').dialect, allSymbols: true }
const MAP = readGolden('inputs/tinyconfig-6.12-pass1.map')

test('a run in the sink of another run has no effect on it', () => {
  const other = readGolden('inputs/count-513.nm')
  const expected = { outer: generate(MAP, OPTIONS).assembly, inner: generate(other, OPTIONS).assembly }
  const chunks: Uint8Array[] = []
  generateTo(
    chunk => {
      const before = chunk.slice()
      assert.deepEqual(generate(other, OPTIONS).assembly, expected.inner)
      assert.deepEqual(chunk, before)
      chunks.push(before)
    },
    MAP,
    OPTIONS,
  )
  assert.deepEqual(Buffer.concat(chunks), expected.outer)
})

test('a run after one that failed is like any other', () => {
  const expected = generate(MAP, OPTIONS).assembly
  assert.throws(() => generate(Buffer.from('no map\n'), OPTIONS))
  assert.deepEqual(generate(MAP, OPTIONS).assembly, expected)
})
