/** From versions to rows of the table of releases. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease, isKernelVersion, newestRelease } from '../../../src/dialect/resolve.js'
import { KallsymsError } from '../../../src/errors.js'

const rowOf = (version: string): string => findRelease(version).since

test('a version resolves to the newest row that is not above it', () => {
  assert.equal(rowOf('2.6.20'), '2.6.20')
  assert.equal(rowOf('2.6.31.14'), '2.6.31')
  assert.equal(rowOf('2.6.39'), '2.6.32')
  assert.equal(rowOf('3.10.104'), '3.2')
  assert.equal(rowOf('3.10.105'), '3.10.105')
  assert.equal(rowOf('4.18'), '4.14.177')
  assert.equal(rowOf('4.19.325'), '4.19')
  assert.equal(rowOf('5.9'), '5.6')
  assert.equal(rowOf('5.10.205'), '5.10')
  assert.equal(rowOf('6.1.41'), '6.1')
  assert.equal(rowOf('6.1.60'), '6.1.60')
  assert.equal(rowOf('6.1.176'), '6.1.60')
  assert.equal(rowOf('6.9'), '6.5')
  assert.equal(rowOf('6.10'), '6.10')
  assert.equal(rowOf('8.0'), newestRelease().since)
})

test('versions in the forms in which they are written', () => {
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
  assert.throws(() => findRelease('2.6.9'), { code: 'unknown-kernel', message: /too old/ })
})

test('variants are selected by name only', () => {
  for (const { since } of VARIANTS) assert.equal(rowOf(since), since)
  assert.equal(rowOf('5.13.19'), '5.10')
  assert.equal(rowOf('5.18.0'), '5.18')
})

test('a text that is not a version is an error that says what to give instead', () => {
  assert.throws(() => findRelease('linux-6.12'), { message: /'linux-6.12' is not .* 6\.12 .* 2\.6\.10 to / })
  for (const version of ['2.6.9', '2.6.8.1', '2.4.37', 'v1.0']) {
    assert.throws(() => findRelease(version), { code: 'unknown-kernel', message: /too old/ }, version)
  }
})

test('any text is resolved or an error, consistently in both functions', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^v?[0-9]{1,3}([.][0-9]{1,11}){0,4}[-+~_a-z]?$/))
  fc.assert(
    fc.property(text, text => {
      try {
        assert.ok(findRelease(text).dialect)
        assert.ok(isKernelVersion(text))
      } catch (error) {
        assert.ok(error instanceof KallsymsError, String(error))
        assert.equal(error.code, 'unknown-kernel')
        assert.equal(isKernelVersion(text), /too old|not supported/.test(error.message))
      }
    }),
    { numRuns: 1000 },
  )
})
