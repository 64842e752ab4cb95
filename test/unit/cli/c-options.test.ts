/** Values of the C tool's options, as it reads them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { optionsFrom } from '../../support/command-line.js'
import { optionsOf, readManifest } from '../../support/golden.js'

test('the options of all recorded runs', () => {
  const seen = new Set<string>()
  for (const { args, kernels } of readManifest()) {
    for (const kernel of kernels) {
      if (seen.has(`${kernel} ${args}`)) continue
      seen.add(`${kernel} ${args}`)
      const expected = optionsOf(args, findRelease(kernel).dialect)
      assert.deepEqual(optionsFrom(['--kernel', kernel, ...args]), expected, `${kernel} ${args}`)
    }
  }
  assert.ok(seen.size > 100)
})

test('the prefix byte: the first one, or the one between two quotes', () => {
  const prefix = (value: string): string | undefined => {
    const { symbolPrefix } = optionsFrom(['--kernel', '4.14', `--symbol-prefix=${value}`])
    return symbolPrefix === undefined ? undefined : String.fromCharCode(symbolPrefix)
  }
  for (const value of ['_', "'_'", '"_"', '_abc']) assert.equal(prefix(value), '_', value)
  for (const value of ["'_", "''", "'"]) assert.equal(prefix(value), "'", value)
  assert.equal(prefix(`"_'`), '"')
  assert.equal(prefix(''), undefined)
})

test('the page offset, as strtoull reads it', () => {
  const offset = (value: string) => optionsFrom(['--kernel', '3.10.105', `--page-offset=${value}`]).pageOffset
  const zero = { high: 0, low: 0 }
  assert.deepEqual(offset(''), zero)
  assert.deepEqual(offset('garbage'), zero)
  assert.deepEqual(offset('2000'), { high: 0, low: 0x2000 })
  assert.deepEqual(offset(' 0x2000zz'), { high: 0, low: 0x2000 })
  assert.deepEqual(offset('+2001'), { high: 0, low: 0x2001 })
  assert.deepEqual(offset('11112222333344445555'), { high: 0xffffffff, low: 0xffffffff }, 'as 2^64-1')
})

test('an option that the kernel does not have: which kernels do', () => {
  const cases: readonly (readonly [args: string[], message: RegExp])[] = [
    [['--kernel', '6.12', '--base-relative'], /--kernel 6\.12.* no --base-relative.*4\.6 to before 6\.11/],
    [['--kernel', '6.6', '--pc-relative'], /7\.0 and later/],
    [['--kernel', '6.6', '--uncompressed'], /5\.18\.0-openwrt/],
    [['--kernel', '5.0', '--symbol-prefix=_'], /2\.6\.10 to before 4\.19/],
  ]
  for (const [args, message] of cases) {
    assert.throws(() => optionsFrom(args), { name: 'KallsymsError', code: 'usage', message })
  }
})
