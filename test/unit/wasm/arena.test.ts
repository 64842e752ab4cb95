import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KallsymsError } from '../../../src/errors.js'
import { Arena } from '../../../src/wasm/arena.js'

test('allocated memory is zero, also where it was used before', () => {
  const arena = new Arena()
  arena.scoped(() => arena.u32(1000).fill(0xffffffff))
  assert.ok(arena.u32(1000).every(word => word === 0))
})

test('columns do not overlap, and keep their content when the memory grows', () => {
  const arena = new Arena()
  const first = arena.u8(100).fill(1)
  const second = arena.u16(100).fill(2)
  const large = arena.u32(50 << 20)
  large[large.length - 1] = 3
  assert.ok(first.every(byte => byte === 1) && second.every(half => half === 2))
  // They are still in the memory that the loops use.
  assert.equal(arena.writable(first), first.byteOffset)
  assert.equal(arena.writable(second), second.byteOffset)
})

test('a column outside of the arena is copied in, and loops may not write to it', () => {
  const arena = new Arena()
  const column = Uint32Array.of(7, 8, 9)
  const held = arena.ensure(column)
  assert.deepEqual([...held], [7, 8, 9])
  assert.equal(arena.at(held), held.byteOffset)
  assert.equal(arena.ensure(held), held)
  assert.throws(() => arena.writable(column), /a loop would write to a copy/)
})

test('more than 4 GiB is an error of one line', () => {
  const arena = new Arena()
  assert.throws(
    () => arena.u8(2 ** 32),
    (error: unknown) =>
      error instanceof KallsymsError && error.code === 'too-large' && !error.message.includes('\n'),
  )
})

test('arenas that grow in turns know their own columns', () => {
  const arenas = [new Arena(), new Arena()]
  const columns = arenas.map(arena => arena.u32(1))
  let sum = 0
  for (let round = 0; round < 10; round++) {
    for (const arena of arenas) arena.scratch(20 << 20)
    // Long enough for the runtime to replace the buffers, which it does some time after the memory has grown.
    for (let i = 0; i < 200_000; i++) sum += i % 7
    for (const [i, arena] of arenas.entries()) {
      assert.doesNotThrow(() => arena.writable(arena.u32(1)))
      assert.equal(arena.at(columns[i] as Uint32Array), columns[i]?.byteOffset)
    }
  }
  assert.ok(sum > 0)
})
