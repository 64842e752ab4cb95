/** Names of linker stubs, to both readers of the table: one name, and all names of a map. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newestRelease } from '../../../src/dialect/resolve.js'
import { parse } from '../../../src/nm/parse.js'
import { linkerStub, markLinkerStubs } from '../../../src/select/linker-stubs.js'
import { latin1 } from '../../support/table.js'
import { OTHERS, STUBS } from './stub-names.js'

/** Which of some names are marked in a map that holds them all. */
function marked(names: readonly string[]): string[] {
  const map = names.map((name, i) => `${(0x1000 + i).toString(16)} t ${name}\n`).join('')
  const marks = markLinkerStubs(parse(latin1(map), newestRelease().dialect, () => {}))
  return names.filter((_, i) => marks[i] === 1)
}

test('names of stubs, by linker and target', () => {
  for (const [name, linker, targets, mark] of STUBS) {
    const stub = linkerStub(name)
    assert.equal(stub?.linker, linker, name)
    assert.equal(stub?.targets, targets, name)
    const [place, text] = stub?.mark ?? []
    assert.equal(`${place} "${text}"`, mark)
  }
})

test('the pattern for mksysmap removes the stub, and no line of others', () => {
  for (const [name] of STUBS) {
    const { pattern } = linkerStub(name) as { pattern: string }
    const [, expression = ''] = /^\/(.+)\/d$/.exec(pattern) ?? []
    const regular = new RegExp(expression.replace('[[:alnum:]]', '[A-Za-z0-9]'))
    assert.match(`c0008000 t ${name}`, regular)
    assert.doesNotMatch('c0008000 t schedule', regular)
  }
})

test('names that look like those of stubs', () => {
  for (const name of OTHERS) assert.equal(linkerStub(name), null, name)
})

test('a map is marked as its names are', () => {
  const stubs = STUBS.map(([name]) => name)
  // Each beside others, so that no mark lands on a neighbour.
  const mixed = stubs.flatMap((name, i) => [OTHERS[i % OTHERS.length] as string, name])
  assert.deepEqual(marked(mixed), stubs)
  assert.deepEqual(marked([...OTHERS, ...stubs.toReversed()]), stubs.toReversed())
  assert.deepEqual(marked(OTHERS), [])
  assert.deepEqual(marked([]), [])
})
