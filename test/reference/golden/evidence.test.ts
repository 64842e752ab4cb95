/** Each measured version in the table of releases has a recorded run, and each recorded run has a row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { readManifest } from '../../support/golden.js'
import { VECTORS } from './vectors.js'

const recorded = new Set([
  ...readManifest().flatMap(({ kernels }) => kernels),
  ...VECTORS.flatMap(([versions]) => versions.split(' ')),
])
const rows = [...RELEASES, ...VARIANTS]

for (const { since, measured } of rows) {
  test(`the measured versions of ${since} have recorded runs`, () => {
    for (const version of measured) assert.ok(recorded.has(version), `no recorded run of ${version}`)
  })
}

test('every version with recorded runs is in a row', () => {
  const claimed = new Set(rows.flatMap(({ measured }) => measured))
  assert.deepEqual(
    [...recorded].filter(version => !claimed.has(version)),
    [],
  )
})

test('only known rows have no recorded run', () => {
  const without = rows.filter(({ measured }) => measured.length === 0).map(({ since }) => since)
  assert.deepEqual(without, ['4.19'])
})
