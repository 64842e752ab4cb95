import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lowerBound } from '../../../src/symbols/lower-bound.js'

const below = (sorted: readonly number[], wanted: number): number =>
  lowerBound(sorted.length, place => (sorted[place] as number) < wanted)

test('the first place that is not below, or the end', () => {
  assert.equal(below([], 1), 0)
  assert.equal(below([1], 1), 0)
  assert.equal(below([1, 2, 2, 3], 2), 1)
  assert.equal(below([1, 2, 2, 3], 4), 4)
})

test('as many as are below stand before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, wanted) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      assert.equal(below(sorted, wanted), sorted.filter(number => number < wanted).length)
    }),
  )
})
