/** When a build makes one pass more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectChange, passesMade } from '../../../src/kbuild/passes.js'

test('the size of an object file grows by whole words', () => {
  // Both files of the assembler had the same size.
  assert.deepEqual(objectChange([29_000, 261], [29_000, 264], 8), { size: false, labels: true })
  assert.deepEqual(objectChange([29_000, 261], [29_000, 265], 8), { size: true, labels: true })
  assert.deepEqual(objectChange([29_000, 261], [29_000, 264], 4), { size: false, labels: true })
  assert.deepEqual(objectChange([29_000, 260], [29_000, 264], 4), { size: true, labels: true })
  assert.deepEqual(objectChange([16, 8], [16, 8], 8), { size: false, labels: false })
})

test('the rules', () => {
  const change = objectChange([29_000, 261], [29_000, 264], 8)
  assert.deepEqual(
    (['never', 'sizes', 'sizes-or-labels'] as const).map(rule => passesMade(rule, change)),
    [2, 2, 3],
  )
})
