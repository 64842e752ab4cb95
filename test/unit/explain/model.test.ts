/**
 * Builds with the model of a linker: the verdict is that of the build's own check, whatever flips, and a remedy that is
 * said to let a build through does so when the build is made with it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { explain } from '../../../src/explain/explain.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { type BuildFacts, buildFacts } from '../../../src/kbuild/build-facts.js'
import { EXTRA_PASSES, passesMade, STANDARD_PASSES } from '../../../src/kbuild/passes.js'
import { type Image, link } from '../../../src/lab/model/linker-model.js'
import {
  buildModel,
  isSameLayout,
  type ModelPass,
  withoutTableLabels,
} from '../../../src/lab/model/model-build.js'
import type { ObjectLayout } from '../../../src/lab/model/object-layout.js'
import { type Flips, randomImage, seedOf } from '../../../src/lab/model/random-image.js'
import { pass, remedyOptions } from '../../support/explained.js'
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
const COUNT = cases(24, 2000)

/** The maps of a build: of the passes, and of the final image. */
function mapsOf(image: Image, generate: GenerateOptions, facts: BuildFacts, mostPasses: number): Buffer[] {
  const passes = buildModel(image, {
    generate,
    beginsEmpty: facts.beginsEmpty,
    keepsLabels: !facts.hidesTableLabels,
    mostPasses,
  })
  const final = link(image, (passes.at(-1) as ModelPass).object)
  return [...passes.map(({ map }) => map), final].map(map =>
    facts.hidesTableLabels ? withoutTableLabels(map) : map,
  )
}

/** Whether a build passes its check: it makes the passes that its rule asks for. */
function passesCheck(
  image: Image,
  generate: GenerateOptions,
  facts: BuildFacts,
  extraPass: boolean,
): boolean {
  const made = buildModel(image, {
    generate,
    beginsEmpty: facts.beginsEmpty,
    keepsLabels: !facts.hidesTableLabels,
    mostPasses: STANDARD_PASSES,
  })
  const [first, second] = made.map(({ object }) => object) as [ObjectLayout, ObjectLayout]
  const change = { size: first.size !== second.size, labels: !isSameLayout(first, second) }
  const passes = extraPass ? EXTRA_PASSES : passesMade(facts.extraPass, change)
  const [last, final] = mapsOf(image, generate, facts, passes).slice(-2) as [Buffer, Buffer]
  return last.equals(final)
}

for (const [kind, { flips, allSymbols }] of Object.entries(KINDS)) {
  test(`${kind}: the verdict is that of the build's check, and advice that is sure helps`, () => {
    const seen = new Map<string, number>()
    const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (let number = 0; number < COUNT; number++) {
      const kernel = KERNELS[number % KERNELS.length] as string
      const { dialect } = findRelease(kernel)
      const facts = buildFacts(dialect, kernel)
      const image = randomImage(seedOf(SEED, number), flips, { flipping: 16, symbols: 120, names: NAMES })
      const options = { allSymbols, ...(dialect.options.includes('base-relative') && { baseRelative: true }) }
      const maps = mapsOf(image, { dialect, ...options }, facts, 1 + (number % 4))
      const [last, after] = maps.slice(-2) as [Buffer, Buffer]
      const given = maps.map((map, i) => ({
        ...pass(`pass ${i + 1}`, map.toString('latin1').trimEnd().split('\n'), dialect),
        isFinal: i === maps.length - 1,
      }))
      const { verdict, advice } = explain(given, { dialect, options, chosenBy: 'a test' })
      const where = `${kernel}, number ${number} of KALLSYMS_SEED=${SEED}: ${verdict.text}`
      assert.equal(verdict.isConsistent, last.equals(after), where)
      // The model links the same image from the same sizes.
      assert.notEqual(verdict.code, 'unreproducible', where)
      count(verdict.code)
      for (const { tried, text } of advice) {
        if (tried?.outcome !== 'passes' && tried?.outcome !== 'likely') continue
        const helps = passesCheck(
          image,
          { dialect, ...options, ...remedyOptions(tried) },
          facts,
          tried.extraPass,
        )
        count(`${tried.outcome}: ${helps}`)
        if (tried.outcome === 'passes') assert.ok(helps, `${where}; ${text}`)
      }
    }
    // Both verdicts are there, so that a constant one fails; and there is advice.
    const occurred = JSON.stringify([...seen])
    assert.ok((seen.get('consistent') ?? 0) > 0, occurred)
    assert.ok((seen.get('settles') ?? 0) + (seen.get('open') ?? 0) > 0, occurred)
    assert.ok((seen.get('passes: true') ?? 0) > 0, occurred)
  })
}
