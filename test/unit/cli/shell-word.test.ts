/** Words for a shell. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { shellWord } from '../../../src/cli/shell-word.js'

test('a shell reads each word as it was', () => {
  const words = ['', 'plain-1.2_/:=', "it's", "''", 'a b\tc\nd', '$HOME `x` \\ "q"', '*', '~', '#', 'é']
  const command = `printf '%s\\0' ${words.map(shellWord).join(' ')}`
  assert.deepEqual(execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\0'), [...words, ''])
})

test('what needs no quotes has none', () => {
  assert.equal(shellWord('/usr/lib/kallsyms-1.0/a_b'), '/usr/lib/kallsyms-1.0/a_b')
})
