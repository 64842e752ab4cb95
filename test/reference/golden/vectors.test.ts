/**
 * Two constructed maps, and the first digits of the MD5 sums of what C tools printed for them. This covers versions that
 * are not in the manifest, and their rows in the table of releases.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { optionsOf } from '../../support/golden.js'
import { M0, M1, md5, vectorRuns, vectorSum } from '../../support/vector-runs.js'
import { VECTORS } from './vectors.js'

test('the maps are those that were measured', () => {
  assert.equal(M0.length, 67578)
  assert.equal(md5(M0), '32e24f75ea37a4b4f6f856e697013fc4')
  assert.equal(md5(M1), 'dc1aca1faa90af14737778bff75290b3')
})

for (const [versions, ...expected] of VECTORS) {
  for (const version of versions.split(' ')) {
    test(`kernel ${version}`, () => {
      const { dialect } = findRelease(version)
      const sums = vectorRuns(dialect).map(({ map, args }, i) => {
        if (!expected[i]) return expected[i]
        return vectorSum(generate(Buffer.from(map, 'latin1'), optionsOf(args, dialect)).assembly)
      })
      assert.deepEqual(sums.slice(0, expected.length), expected)
    })
  }
}
