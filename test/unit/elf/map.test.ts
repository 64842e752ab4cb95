/** Maps of images that are damaged, odd, or foreign. What the tool itself makes of images is in the manifest. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceOf } from '../../../src/elf/byte-source.js'
import { mapOfImage } from '../../../src/elf/map.js'
import { KallsymsError } from '../../../src/errors.js'
import { elfInputNames, readGolden } from '../../support/golden.js'
import { cases, SEED } from '../../support/sizes.js'

const IMAGES = elfInputNames().map(name => readGolden(`inputs-elf/${name}`))
const LINKED = readGolden('inputs-elf/linked-x86_64.elf')

/** Pseudo-random numbers below 2^32, from a seed. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    yield state
  }
}

test('a mutated image has a map, or an error of one line', () => {
  const random = numbersFrom(SEED)
  const next = (below: number): number => (random.next().value as number) % below
  for (let run = 0; run < cases(400, 10_000); run++) {
    const image = Buffer.from(IMAGES[next(IMAGES.length)] as Buffer)
    for (let change = 0; change <= next(4); change++) {
      const at = next(image.length)
      // Headers are a small part of the file, and decide the rest.
      const place = next(2) === 0 ? at : at % Math.min(64, image.length)
      image[place] = [0, 1, 0x7f, 0x80, 0xff, next(256)][next(6)] as number
    }
    const cut = next(5) === 0 ? image.subarray(0, next(image.length)) : image
    try {
      mapOfImage(cut)
    } catch (error) {
      assert.ok(error instanceof KallsymsError, `run ${run}: ${(error as Error).stack}`)
      assert.equal(error.code, 'bad-input')
      assert.match(error.message, /^[^\n]{5,300}$/)
    }
  }
})

test('an empty image has an empty map', () => {
  assert.equal(mapOfImage(new Uint8Array(0)).length, 0)
})

test('only headers, symbols and strings are read of an image', () => {
  // As if a gigabyte of debug information stood between.
  const parts: [at: number, count: number][] = []
  const source = sourceOf(LINKED, 'vmlinux')
  const map = mapOfImage({
    ...source,
    read(at, count) {
      parts.push([at, count])
      return source.read(at, count)
    },
  })
  assert.ok(Buffer.from(map).equals(Buffer.from(mapOfImage(LINKED))))
  const text = LINKED.indexOf('\x90\x90')
  assert.ok(parts.reduce((sum, [, count]) => sum + count, 0) < LINKED.length + 4096)
  assert.ok(text < 0 || !parts.some(([at, count]) => at <= text && text < at + count))
})

test('a line end in a name is refused: no map can have it', () => {
  const image = Buffer.from(LINKED)
  const at = image.indexOf('_stext')
  assert.ok(at > 0)
  image[at + 2] = 0x0a
  assert.throws(() => mapOfImage(image), {
    code: 'bad-input',
    message: /symbol, number \d+, with a line end/,
  })
})
