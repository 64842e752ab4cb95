/**
 * Generated maps through the compiled C tools and through ours: the same bytes, status and messages.
 *
 * One map in five is run with every combination of the tool's options, the others with one combination and those that
 * differ from it in one option.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Dialect, hasOption } from '../../../src/dialect/dialect.js'
import { RELEASES, type Release } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { escaped } from '../../../src/symbols/quoted.js'
import { type CTool, cTools, NO_C_TOOL, optionSets, runCEach, type Shown } from '../../support/c-tools.js'
import { type Difference, describeDifference, firstDifference } from '../../support/first-difference.js'
import { type Ours, runOurs } from '../../support/ours.js'
import { cases, NOT_IN_SAMPLE, SEED } from '../../support/sizes.js'
import { undefinedBehaviour } from '../../support/undefined.js'
import { type GeneratedMap, maps } from './arbitraries.js'
import { Coverage, type RunOfC } from './coverage.js'
import { fewerLines } from './fewer-lines.js'
import { mutantsOf } from './mutants.js'

/** The maps for the newest tool: enough to catch all mutants. */
const RUNS = cases(60, 500)
/** The maps for each other tool. */
const RUNS_OF_OTHERS = cases(8, 500)

const tools = cTools()
if (tools.length === 0) test('generated maps', { skip: NO_C_TOOL }, () => {})

for (const tool of tools) {
  const runs = tool === tools.at(-1) ? RUNS : RUNS_OF_OTHERS

  test(`generated maps, C tool of ${tool.version}`, async t => {
    t.diagnostic(`KALLSYMS_SEED=${SEED}, ${runs} maps`)
    const coverage = new Coverage(tool.dialect)
    const mutants = mutantsOf(tool.dialect)
    const began = performance.now()
    const found = await fc.check(
      fc.asyncProperty(maps(tool.dialect), fc.nat(), async (map, choice) => {
        const shown = await requireSame(map, choice, tool, tool.dialect)
        coverage.count(map, shown)
        mutants.tryOn(map, shown)
      }),
      { seed: SEED, numRuns: runs },
    )
    if (found.failed) assert.fail(describe(await smallest(found, tool, tool.dialect), found, tool))
    t.diagnostic(`${Math.round(performance.now() - began)} ms; ${coverage}`)
    t.diagnostic(`${mutants}`)
    if (runs >= 500) coverage.requireFloors(runs)
    if (runs >= 60) mutants.requireCaught()
  })

  // Shrinking the counterexample takes most of the time.
  const skip = tool === tools.at(-1) ? false : NOT_IN_SAMPLE
  test(`generated maps tell the C tool of ${tool.version} from its neighbour`, { skip }, async t => {
    const neighbour = neighbourOf(tool)
    const found = await fc.check(
      fc.asyncProperty(maps(tool.dialect), fc.nat(), async (map, choice) => {
        await requireSame(map, choice, tool, neighbour.dialect)
      }),
      // A few dozen maps are enough to find a difference; the rest of the time is for shrinking.
      { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 10_000 },
    )
    assert.ok(found.failed, `${RUNS} maps did not tell ${tool.version} from ${neighbour.since}`)
    const { bytes, error } = await smallest(found, tool, neighbour.dialect)
    t.diagnostic(`not ${neighbour.since}: map ${found.numRuns}, made small: ${escaped(bytes)}: ${error}`)
    // A long name may be needed, and the ends of a range.
    assert.ok(bytes.length < 1000, `a counterexample of ${bytes.length} bytes`)
  })
}

/** A map, and a number that selects the sets of options. */
type Case = [map: GeneratedMap, choice: number]

/** The first later release whose output differs; else the last earlier one. */
function neighbourOf({ version, dialect }: CTool): Release {
  const output = ({ options: _, commandLine: __, ...rest }: Dialect): string => JSON.stringify(rest)
  // A variant has no place among the releases: any of them differs.
  const at = RELEASES.indexOf(findRelease(version))
  const others = [...RELEASES.slice(at + 1), ...RELEASES.slice(0, Math.max(at, 0)).reverse()]
  return others.find(release => output(release.dialect) !== output(dialect)) as Release
}

/**
 * Runs a map through a C tool and through ours in a dialect, with the options that both have.
 *
 * @returns what the C tool showed
 * @throws {Error} naming options and the first difference
 */
async function requireSame(
  map: GeneratedMap,
  choice: number,
  tool: CTool,
  dialect: Dialect,
): Promise<RunOfC[]> {
  const options = tool.dialect.options.filter(option => hasOption(dialect, option))
  const sets = choose(optionSets({ ...dialect, options }), choice)
  // Both run at the same time.
  const pending = runCEach(tool, map.bytes, sets)
  let ours: Ours[]
  try {
    ours = sets.map(args => runOurs(map.bytes, args, dialect))
  } finally {
    await pending
  }
  const shown = await pending
  for (const [i, args] of sets.entries()) {
    const difference = compare(map, shown[i] as Shown, ours[i] as Ours, dialect)
    if (difference) throw new Error(`options: ${args.join(' ') || 'none'}\n${describeDifference(difference)}`)
  }
  return sets.map((args, i) => ({ args, shown: shown[i] as Shown }))
}

/** All sets of options, or one and those that differ from it in one option. */
function choose(sets: string[][], choice: number): string[][] {
  if (choice % 5 === 0) return sets
  const one = sets[choice % sets.length] as string[]
  const has = (set: string[], option: string): number => (set.includes(option) ? 1 : 0)
  const every = [...new Set(sets.flat())]
  return sets.filter(set => every.filter(option => has(set, option) !== has(one, option)).length <= 1)
}

function compare(map: GeneratedMap, c: Shown, ours: Ours, dialect: Dialect): Difference | null {
  // If the C tool crashes because of its bug, there is nothing to compare; other crashes are differences.
  if (c.signal !== null && ours.crashesC) return null
  if (c.exit === ours.exit && c.stderr === ours.stderr && c.stdout.equals(ours.stdout)) return null
  const undefinedHere = undefinedBehaviour(map.bytes, dialect, ours.stdout)
  if (undefinedHere === null) return firstDifference(c, ours)
  const { definedPart } = undefinedHere
  if (definedPart === null) return null
  return firstDifference(
    { ...c, stdout: definedPart(c.stdout) },
    { ...ours, stdout: definedPart(ours.stdout) },
  )
}

/** The smallest counterexample found, and its error. */
interface Smallest {
  readonly bytes: Buffer
  readonly error: string
}

async function smallest(found: fc.RunDetails<Case>, tool: CTool, dialect: Dialect): Promise<Smallest> {
  const [map, choice] = found.counterexample as Case
  let error = String(found.errorInstance)
  const fails = async (bytes: Buffer): Promise<boolean> => {
    try {
      await requireSame({ ...map, bytes }, choice, tool, dialect)
      return false
    } catch (caught) {
      error = String(caught)
      return true
    }
  }
  return { bytes: await fewerLines(map.bytes, fails), error }
}

function describe({ bytes, error }: Smallest, found: fc.RunDetails<Case>, tool: CTool): string {
  return [
    `differs from ${tool.path} (${tool.version}), KALLSYMS_SEED=${found.seed}, path ${found.counterexamplePath}`,
    `map (${bytes.length} bytes after ${found.numShrinks} steps and the removal of lines):`,
    escaped(bytes),
    error,
  ].join('\n')
}
