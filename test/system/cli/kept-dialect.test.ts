/** A dialect that was printed, and is given as a file. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'

test('--kernel and KALLSYMS_KERNEL take a dialect that --print-dialect printed', t => {
  const folder = temporaryFolder(t)
  const file = path.join(folder, 'kept')
  const input = path.join(ROOT, 'golden', 'inputs', 'random-2.nm')
  for (const kernel of ['2.6.20', '5.4', '6.12']) {
    const printed = kallsyms(['--kernel', kernel, '--print-dialect']).stdout
    writeFileSync(file, printed)
    const expected = kallsyms(['--kernel', kernel, '--all-symbols', input]).stdout
    assert.ok(expected.length > 0)
    assert.deepEqual(kallsyms(['--kernel', file, '--all-symbols', input]).stdout, expected)
    assert.deepEqual(kallsyms(['--all-symbols', input], { env: { KALLSYMS_KERNEL: file } }).stdout, expected)
    const again = JSON.parse(kallsyms(['--kernel', file, '--print-dialect']).stdout.toString())
    assert.deepEqual(again.dialect, JSON.parse(printed.toString()).dialect)
    assert.match(again.chosenBy, new RegExp(`kept .*from --kernel ${kernel}`))
  }
  writeFileSync(file, '{"dialect": {}}')
  assert.match(
    kallsyms(['--kernel', file]).stderr,
    /^kallsyms: \S*kept: has an invalid value for "\w+": undefined: create it again/,
  )
})
