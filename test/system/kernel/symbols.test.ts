/** The comparison of /proc/kallsyms of a guest with System.map detects differences. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { selftestFailures } from './guest.js'
import { wrongIn } from './symbols.js'

const TEXT = Array.from(
  { length: 4000 },
  (_, i) => `ffffffff8100${i.toString(16).padStart(4, '0')} t do_${i}`,
)
const MAP = [
  'ffffffff81000000 T _stext',
  ...TEXT,
  'ffffffff81002000 T _etext',
  'ffffffff81003000 T _sinittext',
  'ffffffff81004000 T _einittext',
  'ffffffff81005000 D data',
  '0000000000000010 A absolute',
]
const all = (lines: readonly string[]): string => `${lines.join('\n')}\n`
const SHOWN = MAP.slice(0, -1)

test('equal lists, in any order', () => {
  assert.deepEqual(wrongIn(all(SHOWN), all(MAP), true), [])
  assert.deepEqual(wrongIn(all(SHOWN.toReversed()), all(MAP), true), [])
  assert.deepEqual(wrongIn(all(SHOWN.filter(line => !line.endsWith(' data'))), all(MAP), false), [])
})

test('a different letter, address or name, a missing and an additional symbol', () => {
  const changes: readonly ((line: string) => string)[] = [
    line => line.replace(' t ', ' T '),
    line => line.replace('8100', '8200'),
    line => line.replace('do_', 'did_'),
  ]
  for (const change of changes) {
    const shown = SHOWN.with(77, change(SHOWN[77] as string))
    assert.deepEqual(wrongIn(all(shown), all(MAP), true).length, 2)
    assert.deepEqual(wrongIn(all(shown), all(MAP), false).length, 2)
  }
  assert.match(
    wrongIn(all(SHOWN.toSpliced(77, 1)), all(MAP), true).join(),
    /1 of System\.map are not shown: \S*4c t do_76/,
  )
  assert.match(
    wrongIn(all([...SHOWN, SHOWN[77] as string]), all(MAP), true).join(),
    /1 shown are not in System\.map/,
  )
  assert.match(wrongIn('', '', true).join(), /only 0 symbols/)
})

test("the kernel's selftest", () => {
  const run = (...lines: string[]): string[] =>
    selftestFailures({ symbols: '', console: lines.map(line => `kallsyms_selftest: ${line}\r\n`).join('') })
  assert.deepEqual(run('start', 'kallsyms_lookup_name() looked up 16236 symbols', 'finish'), [])
  assert.equal(run('start', 'abort').length, 2)
  assert.equal(run('start', 'Test for 5th symbol failed: (do_5) addr=0', 'finish').length, 1)
  assert.equal(run('start').length, 1)
})
