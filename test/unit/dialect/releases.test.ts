/** The table of releases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASES } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'

test('rows are in the order of versions', () => {
  const versions = RELEASES.map(({ since }) => since)
  const sorted = [...versions].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  assert.deepEqual(versions, sorted)
  assert.equal(new Set(versions).size, versions.length)
})

test('each row differs from the previous one, and applies to the versions it was measured on', () => {
  for (const [i, { since, measured, images = [], dialect, changes }] of RELEASES.entries()) {
    if (i > 0) assert.notDeepEqual(dialect, RELEASES[i - 1]?.dialect, since)
    assert.ok(changes.length > 0)
    for (const version of [...measured, ...images]) assert.equal(findRelease(version).since, since, version)
  }
})
