/** The verdict on builds with the model of a linker: it is that of the build's own check, whatever flips. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { explain } from '../../../src/explain/explain.js'
import { buildFacts } from '../../../src/kbuild/build-facts.js'
import { link } from '../../../src/lab/model/linker-model.js'
import { buildModel, type ModelPass, withoutTableLabels } from '../../../src/lab/model/model-build.js'
import { type Flips, randomImage, seedOf } from '../../../src/lab/model/random-image.js'
import { pass } from '../../support/explained.js'
import { cases, SEED } from '../../support/sizes.js'

const NAMES = Array.from({ length: 4000 }, (_, i) => `do_${i * 7919}_${'abcdefgh'[i % 8]}`)

const NONE: Flips = { types: false, borders: false, absolute: false, stubs: false }

const KINDS = {
  types: { flips: { ...NONE, types: true }, allSymbols: true },
  membership: { flips: { ...NONE, borders: true, absolute: true }, allSymbols: false },
  stubs: { flips: { ...NONE, stubs: true }, allSymbols: true },
} as const

const KERNELS = ['3.3', '5.4', '6.6', '6.12', '7.1']

/** In full 2,000 of each kind. */
const COUNT = cases(60, 2000)

for (const [kind, { flips, allSymbols }] of Object.entries(KINDS)) {
  test(`${kind}: consistent where the build's check passes, and nowhere else`, () => {
    const seen = new Map<string, number>()
    for (let number = 0; number < COUNT; number++) {
      const kernel = KERNELS[number % KERNELS.length] as string
      const { dialect } = findRelease(kernel)
      const facts = buildFacts(dialect, kernel)
      const image = randomImage(seedOf(SEED, number), flips, { flipping: 16, symbols: 120, names: NAMES })
      const made = 1 + (number % 4)
      const options = { allSymbols, ...(dialect.options.includes('base-relative') && { baseRelative: true }) }
      const passes = buildModel(image, {
        generate: { dialect, ...options },
        beginsEmpty: facts.beginsEmpty,
        keepsLabels: !facts.hidesTableLabels,
        mostPasses: made,
      })
      const listed = ({ map }: { readonly map: Buffer }): Buffer =>
        facts.hidesTableLabels ? withoutTableLabels(map) : map
      const final = { map: link(image, (passes.at(-1) as ModelPass).object) }
      const maps = [...passes, final].map(listed)
      const [last, after] = maps.slice(-2) as [Buffer, Buffer]
      const given = maps.map((map, i) => ({
        ...pass(`pass ${i + 1}`, map.toString('latin1').trimEnd().split('\n'), dialect),
        isFinal: i === maps.length - 1,
      }))
      const { verdict } = explain(given, { dialect, options, chosenBy: 'a test' })
      const where = `${kernel}, number ${number} of KALLSYMS_SEED=${SEED}: ${verdict.text}`
      assert.equal(verdict.isConsistent, last.equals(after), where)
      // The model links the same image from the same sizes.
      assert.notEqual(verdict.code, 'unreproducible', where)
      seen.set(verdict.code, (seen.get(verdict.code) ?? 0) + 1)
    }
    // Both verdicts are there, so that a constant one fails.
    assert.ok((seen.get('consistent') ?? 0) > 0 && seen.size > 1, JSON.stringify([...seen]))
  })
}
