/** The table of releases, and what it says of its rows. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPTIONS } from '../../../src/dialect/dialect.js'
import { originOf, RELEASES, releasesWithOption, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease, newestRelease } from '../../../src/dialect/resolve.js'

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

test('the origin of a value is the row that introduced it', () => {
  const origin = originOf(findRelease('6.12'))
  assert.deepEqual(Object.keys(origin), Object.keys(newestRelease().dialect))
  assert.equal(origin.order, 'table of releases, since 2.6.32')
  assert.equal(origin.nameLength, 'table of releases, since 6.1')
  assert.equal(origin.emptyTable, 'table of releases, since 6.11')
  assert.equal(origin.section, 'table of releases, since 2.6.20')
})

test('every row and variant has an origin for each of its values', () => {
  for (const release of [...RELEASES, ...VARIANTS]) {
    const origin = originOf(release)
    assert.deepEqual(Object.keys(origin), Object.keys(release.dialect))
    for (const text of Object.values(origin)) assert.match(text, /^table of releases, since \S+$/)
  }
})

test('which kernels have an option', () => {
  const spans = Object.fromEntries(OPTIONS.map(option => [option, releasesWithOption(option)]))
  assert.deepEqual(spans, {
    'all-symbols': '2.6.10 and later',
    'symbol-prefix': '2.6.10 to before 4.19',
    'page-offset': '3.10.105 to before 4.9',
    'absolute-percpu': '3.15 to before 6.15',
    'base-relative': '4.6 to before 6.11',
    'lto-clang': '6.1.60 to before 6.11',
    uncompressed: '5.18.0-openwrt',
    'pc-relative': '7.0 and later',
  })
})
