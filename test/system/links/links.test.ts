/**
 * "Inconsistent kallsyms data" with real linkers, and builds with stable tables that converge: a few paddings of
 * `npm run sweep`.
 *
 * Each case has the result with exact tables at the same paddings.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { explain } from '../../../src/explain/explain.js'
import type { StableOptions } from '../../../src/generate/options.js'
import { addsLabelsLate, buildFacts } from '../../../src/kbuild/build-facts.js'
import { EXTRA_PASSES, passesMade, STANDARD_PASSES } from '../../../src/kbuild/passes.js'
import {
  BuildDirectory,
  isConsistent,
  type LinkedPass,
  type MiniatureBuild,
} from '../../../src/lab/links/build-directory.js'
import {
  type Layout,
  MEMBERSHIP_FLIP,
  MEMBERSHIP_FLIP_ENDS,
  STUBS,
  TYPE_FLIP,
} from '../../../src/lab/links/layouts.js'
import { buildOptions, MOST_PASSES, type Outcome, settledWithin } from '../../../src/lab/links/outcomes.js'
import {
  ARM,
  ARM_LLD,
  missingFrom,
  POWERPC,
  type Toolchain,
  X86_64_LD,
  X86_64_LLD,
} from '../../../src/lab/links/toolchains.js'
import { pass, remedyOptions } from '../../support/explained.js'
import { FUNCTIONS } from '../../support/functions.js'
import { ALL, NOT_IN_SAMPLE } from '../../support/sizes.js'
import { EXACT, generatorOf, HOLD, LITERAL, STABLE, type Strategy } from '../../support/strategies.js'
import { outcomes } from './measure.js'

/** The build does not converge. */
const NEVER = null

interface Case {
  readonly toolchain: Toolchain
  readonly kernel: string
  readonly layout: Layout
  /** By padding, the passes in which a build with exact tables converges. */
  readonly exact: Readonly<Record<number, number | null>>
  /** By padding, the bytes of the tables in each pass with the C tool of the kernel. */
  readonly bytes?: Readonly<Record<number, readonly number[]>>
  readonly isInSample?: true
}

const CASES: readonly Case[] = [
  {
    toolchain: X86_64_LD,
    kernel: '3.3.8',
    layout: TYPE_FLIP,
    exact: { 1088: 3, 4352: NEVER },
    bytes: { 4352: [61176, 61136, 61176, 61136, 61176, 61136] },
  },
  { toolchain: X86_64_LD, kernel: '5.4.18', layout: TYPE_FLIP, exact: { 192: NEVER } },
  { toolchain: X86_64_LD, kernel: '6.1.20', layout: TYPE_FLIP, exact: { 192: NEVER } },
  // The labels of the tables are symbols from the second pass on.
  { toolchain: X86_64_LD, kernel: '6.10.0', layout: TYPE_FLIP, exact: { 64: 3 } },
  { toolchain: X86_64_LD, kernel: '6.12.117', layout: TYPE_FLIP, exact: { 3264: 3 } },
  { toolchain: X86_64_LD, kernel: '7.1.5', layout: TYPE_FLIP, exact: { 3264: 3 } },
  { toolchain: X86_64_LLD, kernel: '3.3.8', layout: TYPE_FLIP, exact: { 1088: 3 }, isInSample: true },
  { toolchain: POWERPC, kernel: '3.3.8', layout: TYPE_FLIP, exact: { 192: NEVER } },

  {
    toolchain: X86_64_LD,
    kernel: '3.3.8',
    layout: MEMBERSHIP_FLIP,
    exact: { 960: NEVER, 4096: 3 },
    bytes: { 960: [60432, 60560, 60432, 60560, 60432, 60560] },
  },
  { toolchain: X86_64_LD, kernel: '5.4.18', layout: MEMBERSHIP_FLIP, exact: { 768: NEVER } },
  { toolchain: X86_64_LD, kernel: '6.1.20', layout: MEMBERSHIP_FLIP, exact: { 4096: 3 } },
  // The build removes the labels of the tables from its maps.
  {
    toolchain: X86_64_LD,
    kernel: '6.6.17',
    layout: MEMBERSHIP_FLIP,
    exact: { 4032: NEVER },
  },
  { toolchain: X86_64_LD, kernel: '6.12.117', layout: MEMBERSHIP_FLIP_ENDS, exact: { 3264: 3, 3968: NEVER } },
  {
    toolchain: X86_64_LD,
    kernel: '7.1.5',
    layout: MEMBERSHIP_FLIP_ENDS,
    exact: { 3968: NEVER },
  },
  { toolchain: X86_64_LLD, kernel: '6.1.20', layout: MEMBERSHIP_FLIP, exact: { 768: NEVER } },
  { toolchain: POWERPC, kernel: '5.4.18', layout: MEMBERSHIP_FLIP, exact: { 768: NEVER } },

  { toolchain: ARM, kernel: '3.3.8', layout: STUBS, exact: { 2432: NEVER } },
  { toolchain: ARM_LLD, kernel: '6.1.20', layout: STUBS, exact: { 2400: NEVER } },
]

/** What each strategy guarantees for which layouts: convergence in the standard passes, or in any number. */
const PROMISES: readonly (readonly [Strategy, readonly Layout[], passes: number])[] = [
  [LITERAL, [TYPE_FLIP], STANDARD_PASSES],
  [HOLD, [MEMBERSHIP_FLIP, MEMBERSHIP_FLIP_ENDS, STUBS], MOST_PASSES],
  [STABLE, [TYPE_FLIP, MEMBERSHIP_FLIP, MEMBERSHIP_FLIP_ENDS, STUBS], STANDARD_PASSES],
]

let directory: BuildDirectory
before(async () => {
  directory = await BuildDirectory.open(FUNCTIONS)
})
after(() => directory.close())

/** The builds that do not converge in a number of passes. */
function tooSlow(all: readonly Outcome[], passes: number): readonly Outcome[] {
  return all.filter(({ settled }) => settled === null || settled > passes)
}

/**
 * Links with as many passes as the build of the kernel makes.
 *
 * @returns the filtered maps of the passes and of the final image, and whether the build's check passes
 */
async function buildOf(
  kernel: Omit<MiniatureBuild, 'padding' | 'generator'>,
  padding: number,
  options: StableOptions,
  extraPass: boolean,
): Promise<{ readonly maps: readonly string[]; readonly isConsistent: boolean }> {
  const { dialect, layout, toolchain } = kernel
  const strategy = {
    name: 'a remedy',
    options: { ...options, holdSizes: options.headroom !== undefined },
    args: [],
  }
  const generator = generatorOf(dialect, layout, toolchain, strategy)
  const links: LinkedPass[] = []
  let made = STANDARD_PASSES
  for await (const linked of directory.passes({ ...kernel, padding, generator }, MOST_PASSES)) {
    links.push(linked)
    const [first, second] = links.map(({ object }) => object)
    if (first && second) {
      const change = { size: first.size !== second.size, labels: first.labels !== second.labels }
      made = extraPass ? EXTRA_PASSES : passesMade(buildFacts(dialect).extraPass, change)
    }
    if (links.length >= made) break
  }
  const last = links.at(-1) as LinkedPass
  return { maps: [...links.map(({ before }) => before), last.after], isConsistent: isConsistent(last) }
}

for (const { toolchain, kernel, layout, exact, bytes = {} } of CASES.filter(
  ({ isInSample }) => ALL || isInSample,
)) {
  const skip = missingFrom(toolchain) ?? false
  const paddings = Object.keys(exact).map(Number)
  const title = `${toolchain.name}, ${kernel}, ${layout.name}`

  test(`${title}: exact tables fail`, { skip }, async () => {
    const all = await outcomes(directory, { toolchain, layout, kernel, strategy: EXACT }, paddings)
    assert.deepEqual(Object.fromEntries(all.map(({ padding, settled }) => [padding, settled])), exact)
    assert.equal(settledWithin(all, STANDARD_PASSES), 0)
    for (const { padding, bytes: ours } of all) assert.deepEqual(ours, bytes[padding] ?? ours)
  })

  test(`${title}: explain says what the build's check says, and what is sure to help does`, {
    skip: skip || NOT_IN_SAMPLE,
  }, async () => {
    const { dialect } = findRelease(kernel)
    const options = buildOptions(dialect, layout, toolchain)
    const build = { toolchain, layout, dialect }
    for (const padding of paddings) {
      const { maps, isConsistent } = await buildOf(build, padding, {}, false)
      const passes = maps.map((map, i) => ({
        ...pass(`pass ${i + 1}`, map.trimEnd().split('\n'), dialect),
        isFinal: i === maps.length - 1,
      }))
      const { verdict, advice } = explain(passes, { dialect, options, chosenBy: 'a test' })
      const where = `padding ${padding}: ${verdict.text}`
      assert.equal(verdict.isConsistent, isConsistent, where)
      const sure = advice.flatMap(({ tried }) => (tried?.outcome === 'passes' ? [tried] : []))
      assert.ok(isConsistent || sure.length > 0, where)
      for (const tried of sure) {
        const tryOut = await buildOf(build, padding, remedyOptions(tried), tried.extraPass)
        assert.ok(tryOut.isConsistent, `${where}; ${JSON.stringify(tried)}`)
      }
    }
  })

  for (const [strategy, layouts, passes] of PROMISES) {
    if (!layouts.includes(layout) || (strategy === LITERAL && addsLabelsLate(findRelease(kernel).dialect)))
      continue
    test(`${title}: ${strategy.args.join(' ')} converges in ${passes} passes`, {
      skip: skip || (strategy === STABLE ? false : NOT_IN_SAMPLE),
    }, async () => {
      const all = await outcomes(directory, { toolchain, layout, kernel, strategy }, paddings)
      assert.deepEqual(tooSlow(all, passes), [])
    })
  }
}
