/** A dialect that was printed, and is given as a file. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { chooseDialect } from '../../../src/cli/choose-dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

test('--kernel and KALLSYMS_KERNEL take a dialect that --print-dialect printed', {
  skip: NOT_IN_SAMPLE,
}, t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'kept')
  for (const kernel of ['2.6.20', '6.12']) {
    const printed = kallsyms(['--kernel', kernel, '--print-dialect']).stdout
    writeFileSync(file, printed)
    const { dialect, by } = chooseDialect(file, {})
    assert.deepEqual(dialect, findRelease(kernel).dialect)
    assert.deepEqual(chooseDialect(undefined, { KALLSYMS_KERNEL: file }).dialect, dialect)
    assert.match(by, new RegExp(`kept .*from --kernel ${kernel}`))
  }
  const again = kallsyms(['--kernel', file, '--print-dialect']).stdout
  assert.deepEqual(JSON.parse(again.toString()).dialect, findRelease('6.12').dialect)
  const input = path.join(ROOT, 'golden', 'inputs', 'random-2.nm')
  const expected = kallsyms(['--kernel', '6.12', '--all-symbols', input]).stdout
  assert.ok(expected.length > 0)
  assert.deepEqual(kallsyms(['--all-symbols', input], { env: { KALLSYMS_KERNEL: file } }).stdout, expected)
})

test('a file that is no dialect: one line', t => {
  const file = path.join(temporaryFolder(t), 'kept')
  writeFileSync(file, '{"dialect": {}}')
  assert.match(
    kallsyms(['--kernel', file]).stderr,
    /^kallsyms: \S*kept: has an invalid value for "\w+": undefined: create it again[^\n]*\n$/,
  )
})
