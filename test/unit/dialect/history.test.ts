import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPTIONS } from '../../../src/dialect/dialect.js'
import { originOf, releasesWithOption } from '../../../src/dialect/history.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease, newestRelease } from '../../../src/dialect/resolve.js'

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
