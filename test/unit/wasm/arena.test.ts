import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KallsymsError } from '../../../src/errors.js'
import { Arena } from '../../../src/wasm/arena.js'

test('what is handed out is zero, also where something was before', () => {
  const arena = new Arena()
  arena.scoped(() => arena.u32(1000).fill(0xffffffff))
  assert.ok(arena.u32(1000).every(word => word === 0))
})

test('pieces do not overlap, and stay as they are when the memory grows', () => {
  const arena = new Arena()
  const first = arena.u8(100).fill(1)
  const second = arena.u16(100).fill(2)
  const large = arena.u32(50 << 20)
  large[large.length - 1] = 3
  assert.ok(first.every(byte => byte === 1) && second.every(half => half === 2))
  // The loops see the same.
  assert.equal(arena.writable(first), first.byteOffset)
  assert.equal(arena.writable(second), second.byteOffset)
})

test('a column of elsewhere is copied in, and may not be written to', () => {
  const arena = new Arena()
  const column = Uint32Array.of(7, 8, 9)
  const held = arena.ensure(column)
  assert.deepEqual([...held], [7, 8, 9])
  assert.equal(arena.at(held), held.byteOffset)
  assert.equal(arena.ensure(held), held)
  assert.throws(() => arena.writable(column), /a loop would write to a copy/)
})

test('more than the memory can hold is an error in one line', () => {
  const arena = new Arena()
  assert.throws(
    () => arena.u8(2 ** 32),
    (error: unknown) =>
      error instanceof KallsymsError && error.code === 'too-large' && !error.message.includes('\n'),
  )
})

test('arenas that grow beside each other know their own columns', () => {
  const arenas = [new Arena(), new Arena()]
  const columns = arenas.map(arena => arena.u32(1))
  let sum = 0
  for (let round = 0; round < 10; round++) {
    for (const arena of arenas) arena.scratch(20 << 20)
    // Long enough for the runtime to come to what it does at its occasions.
    for (let i = 0; i < 200_000; i++) sum += i % 7
    for (const [i, arena] of arenas.entries()) {
      assert.doesNotThrow(() => arena.writable(arena.u32(1)))
      assert.equal(arena.at(columns[i] as Uint32Array), columns[i]?.byteOffset)
    }
  }
  assert.ok(sum > 0)
})
