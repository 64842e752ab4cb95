import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KallsymsError } from '../../src/errors.js'
import { Room } from '../../src/hot/room.js'

test('what is handed out is zero, also where something was before', () => {
  const room = new Room()
  room.lend(() => room.words(1000).fill(0xffffffff))
  assert.ok(room.words(1000).every(word => word === 0))
})

test('pieces do not overlap, and stay as they are when the memory grows', () => {
  const room = new Room()
  const first = room.bytes(100).fill(1)
  const second = room.halves(100).fill(2)
  const large = room.words(50 << 20)
  large[large.length - 1] = 3
  assert.ok(first.every(byte => byte === 1) && second.every(half => half === 2))
  // The loops see the same.
  assert.equal(room.own(first), first.byteOffset)
  assert.equal(room.own(second), second.byteOffset)
})

test('a column of elsewhere is copied in, and may not be written to', () => {
  const room = new Room()
  const column = Uint32Array.of(7, 8, 9)
  const held = room.hold(column)
  assert.deepEqual([...held], [7, 8, 9])
  assert.equal(room.at(held), held.byteOffset)
  assert.equal(room.hold(held), held)
  assert.throws(() => room.own(column), /a loop would write to a copy/)
})

test('more than the memory can hold is an error in one line', () => {
  const room = new Room()
  assert.throws(
    () => room.bytes(2 ** 32),
    (error: unknown) =>
      error instanceof KallsymsError && error.code === 'too-large' && !error.message.includes('\n'),
  )
})

test('rooms that grow beside each other know their own columns', () => {
  const rooms = [new Room(), new Room()]
  const columns = rooms.map(room => room.words(1))
  let sum = 0
  for (let round = 0; round < 10; round++) {
    for (const room of rooms) room.scratch(20 << 20)
    // Long enough for the runtime to come to what it does at its occasions.
    for (let i = 0; i < 200_000; i++) sum += i % 7
    for (const [i, room] of rooms.entries()) {
      assert.doesNotThrow(() => room.own(room.words(1)))
      assert.equal(room.at(columns[i] as Uint32Array), columns[i]?.byteOffset)
    }
  }
  assert.ok(sum > 0)
})
