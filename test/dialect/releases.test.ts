/** The table of releases, and what it says of versions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPTIONS } from '../../src/dialect/dialect.js'
import { originOf, RELEASES, releasesWithOption, VARIANTS } from '../../src/dialect/releases.js'
import { findRelease, isKernelVersion, newestRelease } from '../../src/dialect/resolve.js'

const rowOf = (version: string): string => findRelease(version).since

test('rows follow each other in the order of versions', () => {
  const versions = RELEASES.map(({ since }) => since)
  const sorted = [...versions].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  assert.deepEqual(versions, sorted)
  assert.equal(new Set(versions).size, versions.length)
})

test('each row differs from the one before, and holds for the versions it was measured on', () => {
  for (const [i, { since, measured, dialect, changes }] of RELEASES.entries()) {
    if (i > 0) assert.notDeepEqual(dialect, RELEASES[i - 1]?.dialect, since)
    assert.ok(changes.length > 0)
    for (const version of measured) assert.equal(rowOf(version), since, version)
  }
})

test('a version resolves to the newest row that is not above it', () => {
  assert.equal(rowOf('2.6.20'), '2.6.20')
  assert.equal(rowOf('2.6.31.14'), '2.6.20')
  assert.equal(rowOf('2.6.39'), '2.6.32')
  assert.equal(rowOf('3.10.104'), '3.2')
  assert.equal(rowOf('3.10.105'), '3.10.105')
  assert.equal(rowOf('4.19'), '4.14.177')
  assert.equal(rowOf('5.10.205'), '5.6')
  assert.equal(rowOf('6.1.175'), '6.1')
  assert.equal(rowOf('6.1.176'), '6.1.176')
  assert.equal(rowOf('6.9'), '6.5')
  assert.equal(rowOf('6.10'), '6.10')
  assert.equal(rowOf('8.0'), newestRelease().since)
})

test('versions as they are written', () => {
  for (const version of [
    '6.12',
    'v6.12',
    '6.12.0',
    '6.12-rc3',
    '6.12.117+deb12-amd64',
    '6.12.9_custom',
    '6.12~rc1',
  ]) {
    assert.equal(rowOf(version), '6.11', version)
    assert.ok(isKernelVersion(version))
  }
  for (const text of ['', '6', 'six', '6.', '6.12.', '6..12', '-6.12', '6.12 x', 'linux-6.12', '1.2.3.4.5']) {
    assert.throws(() => findRelease(text), { code: 'unknown-kernel' }, text)
    assert.ok(!isKernelVersion(text), text)
  }
  assert.throws(() => findRelease('2.6.19'), { code: 'unknown-kernel', message: /too old/ })
})

test('variants are found by their names only', () => {
  for (const { since } of VARIANTS) assert.equal(rowOf(since), since)
  assert.equal(rowOf('5.13.19'), '5.11')
  assert.equal(rowOf('5.18.0'), '5.18')
})

test('the origin of a value is the row that brought it', () => {
  const origin = originOf(findRelease('6.12'))
  assert.deepEqual(Object.keys(origin), Object.keys(newestRelease().dialect))
  assert.equal(origin.sorted, 'table of releases, since 2.6.32')
  assert.equal(origin.nameLength, 'table of releases, since 6.1')
  assert.equal(origin.emptyTable, 'table of releases, since 6.11')
  assert.equal(origin.section, 'table of releases, since 2.6.20')
})

test('which kernels have an option', () => {
  const spans = Object.fromEntries(OPTIONS.map(option => [option, releasesWithOption(option)]))
  assert.deepEqual(spans, {
    'all-symbols': '2.6.20 and later',
    'symbol-prefix': '2.6.20 to 4.14.177',
    'page-offset': '3.10.105 to 4.6.2',
    'absolute-percpu': '3.15 to 6.14.0',
    'base-relative': '4.6 to 6.10.0',
    'lto-clang': '6.1.176 to 6.10.0',
    uncompressed: '5.18.0-openwrt',
    'pc-relative': '7.0 and later',
  })
})
