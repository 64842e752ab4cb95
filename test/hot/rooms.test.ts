import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Room } from '../../src/hot/room.js'

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
