/**
 * Explains why the passes of a link do not agree: from the maps of successive passes to findings.
 *
 * The tables of each map are computed again, without text, for their sizes. Then the symbols of each two successive
 * tables are compared, and for each kind of change the later table is computed once more with these changes undone: the
 * difference is what they contribute to the sizes.
 */

import { TABLE_LABELS } from '../dialect/table-labels.js'
import { KallsymsError } from '../errors.js'
import { resolveOptions } from '../generate/options.js'
import { buildFacts } from '../kbuild/build-facts.js'
import type { TableSize } from '../layout/layout.js'
import type { Extents } from '../layout/previous-extents.js'
import type { Listing } from '../nm/listing.js'
import { adviceFor } from './advice.js'
import { type Contribution, codeOf, contributions, total } from './causes.js'
import { type Change, changesBetween, type PassSymbols, symbolsNamed, symbolsOfPass } from './changes.js'
import { compareTables, textOf } from './compare.js'
import {
  type Cause,
  type CauseCode,
  type Explanation,
  type PassFacts,
  SCHEMA,
  type Step,
  type Trial,
} from './explanation.js'
import { extentsOfPasses, type MeasuredPass } from './extents.js'
import { causeText, doubtText } from './phrases.js'
import { landmarksIn, PlaceFinder } from './places.js'
import type { BuildSettings } from './settings.js'
import { sizesOf, tableWith } from './sizes.js'
import { tryRemedies } from './trials.js'
import { judge } from './verdict.js'

/** A pass to be explained. */
export interface ExplainedPass {
  /** For display. */
  readonly name: string
  /** Its map. */
  readonly listing: Listing
  /** The tables that were made from it, if that is recorded; otherwise they are computed, without padding. */
  readonly tables: readonly TableSize[] | null
  /** Whether it is the map of the final image, from which the build makes no tables. */
  readonly isFinal: boolean
}

/** How the tables of all passes were made. */
export interface ExplainedBuild extends Omit<BuildSettings, 'resolved' | 'wordBytes'> {
  /** What chose the dialect, for display. */
  readonly chosenBy: string
  /** The kernel's version, where it is known: builds of one format differ. */
  readonly kernel?: string
  /** Whether the build is said to link again after the last pass. */
  readonly goesOn?: boolean
  /** Whether only the last step is explained, and trying ends with the first remedy that is sure to help. */
  readonly isBrief?: boolean
}

type MeasuredExplainedPass = ExplainedPass & MeasuredPass

interface PlacedPass extends MeasuredExplainedPass {
  /** The extents of its tables in the next image, in bytes. */
  readonly extents: readonly number[]
}

/** Called when a part of the work begins, for progress. */
export type OnWork = (what: string) => void

/**
 * @param given the passes of one link in their order; a pass 0 over an empty map is skipped
 * @throws {KallsymsError} `bad-input` if a map is empty or the maps are not of one kernel; `usage` for fewer than two
 */
export function explain(
  given: readonly ExplainedPass[],
  { chosenBy, kernel, isBrief = false, goesOn = false, ...made }: ExplainedBuild,
  onWork: OnWork = () => {},
): Explanation {
  if (!Array.isArray(given) || given.some(pass => typeof pass?.listing?.table?.count !== 'number')) {
    throw new TypeError(
      'the passes are an array of objects with the listing of a map, as ListingReader makes it',
    )
  }
  const facts = buildFacts(made.dialect, kernel)
  const filled = withoutPassZero(facts.hidesTableLabels ? given.map(withoutTableLabels) : given)
  const resolved = resolveOptions({ ...made.options, dialect: made.dialect })
  const build: BuildSettings = { ...made, resolved, wordBytes: commonWord(filled) }
  const measured = measure(filled, build, onWork)
  const { extents, images, alignment, doubt } = extentsOfPasses(measured, build)
  const passes = measured.map((pass, i) => ({ ...pass, extents: extents[i] as number[] }))
  const { verdict, lists: unexplained } = judge(
    passes.map(pass => ({ ...pass, read: pass.symbols.read })),
    facts,
    images[0] ? firstExtents(images[0], extents[0] as number[], build) : null,
    !differ(images.slice(-2)),
    goesOn,
  )
  const steps: Step[] = []
  for (const [i, after] of passes.entries()) {
    const before = passes[i - 1]
    if (!before || (isBrief && i < passes.length - 1)) continue
    onWork(`${before.name} and ${after.name}`)
    const lists = i === passes.length - 1 ? unexplained : []
    const step = { ...stepBetween(before, after, build), lists }
    if (step.causes.length > 0 || step.moved.length > 0 || lists.length > 0) steps.push(step)
  }
  const trials = (): readonly Trial[] => {
    onWork('trying what may help')
    const first = passes[0] as PlacedPass
    const changeCode = (change: Change, i: number): CauseCode =>
      codeBetween(change, first, passes[i] as PlacedPass, build)
    const all: Trial[] = []
    for (const trial of tryRemedies({ passes, build, facts, alignment, codeOf: changeCode })) {
      all.push(trial)
      if (isBrief && trial.outcome === 'passes') break
    }
    return all
  }
  return {
    schema: SCHEMA,
    dialect: chosenBy,
    options: made.options as Record<string, unknown>,
    passes: passes.map(pass => factsOf(pass, build)),
    verdict,
    doubts: doubt ? [doubtText(doubt, passes)] : [],
    steps,
    advice: adviceFor(verdict, steps, build, facts, trials),
  }
}

/** Whether two images show tables of other extents. */
function differ([before = null, last = null]: readonly (Extents | null)[]): boolean {
  return before !== null && last !== null && [...last].some(([label, extent]) => before.get(label) !== extent)
}

/** The extents of the tables in the first image: its map does not show that of the last one, which is then the same. */
function firstExtents(inFirst: Extents, next: readonly number[], { resolved }: BuildSettings): number[] {
  return resolved.labels.map((label, table) => inFirst.get(label) ?? (next[table] as number))
}

/** An image has the labels, which the build leaves out of the maps that it compares. */
function withoutTableLabels(pass: ExplainedPass): ExplainedPass {
  const { table } = pass.listing
  const labels = new Set(symbolsNamed(table, TABLE_LABELS))
  return labels.size === 0
    ? pass
    : { ...pass, listing: { ...pass.listing, table: tableWith(table, labels, []) } }
}

function withoutPassZero(given: readonly ExplainedPass[]): readonly ExplainedPass[] {
  const isEmpty = ({ listing }: ExplainedPass): boolean => listing.table.count === 0
  const filled = given.length > 0 && isEmpty(given[0] as ExplainedPass) ? given.slice(1) : given
  const empty = filled.find(isEmpty)
  if (empty) {
    throw new KallsymsError(
      'bad-input',
      `${empty.name} has no symbols: only the map of the first pass may be empty`,
    )
  }
  if (filled.length < 2) {
    throw new KallsymsError('usage', 'at least two maps with symbols are needed: give those of two passes')
  }
  return filled
}

/** @throws {KallsymsError} `bad-input` if the maps are of different targets, or have little in common */
function commonWord(passes: readonly ExplainedPass[]): 4 | 8 {
  const [first, ...others] = passes as [ExplainedPass, ...ExplainedPass[]]
  for (const other of others) {
    if (other.listing.wordBytes !== first.listing.wordBytes) {
      const bits = ({ listing }: ExplainedPass): number => 8 * (listing.wordBytes ?? 0)
      throw new KallsymsError(
        'bad-input',
        `${other.name} has ${bits(other)}-bit addresses, but ${first.name} has ${bits(first)}-bit ones: give the maps of one link`,
      )
    }
    const differing = compareTables(first.listing.table, other.listing.table, true)
    const count = Math.max(first.listing.table.count, other.listing.table.count)
    if (Math.max(differing.first.length, differing.second.length) > count / 2) {
      throw new KallsymsError(
        'bad-input',
        `${other.name} and ${first.name} share less than half of their symbols: give the maps of one link`,
      )
    }
  }
  return first.listing.wordBytes ?? 8
}

function measure(
  passes: readonly ExplainedPass[],
  build: BuildSettings,
  onWork: OnWork,
): MeasuredExplainedPass[] {
  const measured: MeasuredExplainedPass[] = []
  for (const pass of passes) {
    onWork(`tables of ${pass.name}`)
    const symbols = symbolsOfPass(pass.listing.table, build.dialect, build.options)
    const before = measured.at(-1)
    // Equal symbols give equal sizes.
    const isSame = before !== undefined && isSameSet(before.symbols, symbols)
    measured.push({ ...pass, symbols, sizes: isSame ? before.sizes : sizesOf(symbols.kept, build) })
  }
  return measured
}

function isSameSet(a: PassSymbols, b: PassSymbols): boolean {
  const { first, second } = compareTables(a.kept, b.kept, false)
  return first.length === 0 && second.length === 0
}

function factsOf(pass: PlacedPass, build: BuildSettings): PassFacts {
  const { name, listing, symbols, tables, sizes, extents } = pass
  return {
    name,
    symbols: {
      read: symbols.read.count + listing.tooLong.length,
      kept: symbols.kept.count,
      tooLong: listing.tooLong.length,
    },
    tables: (tables ?? sizes).map(({ label, bytes }, i) => ({ label, bytes, room: extents[i] as number })),
    room: total(extents),
    landmarks: landmarksIn(symbols.read, build),
  }
}

function codeBetween(change: Change, before: PlacedPass, after: PlacedPass, build: BuildSettings): CauseCode {
  const tooLong = { before: before.listing.tooLong, after: after.listing.tooLong }
  return codeOf(change, build, build.resolved.labels, tooLong)
}

function stepBetween(before: PlacedPass, after: PlacedPass, build: BuildSettings): Omit<Step, 'lists'> {
  const changes = changesBetween(before.symbols, after.symbols)
  const { causes, interaction } = contributions(
    changes,
    change => codeBetween(change, before, after, build),
    after.symbols.kept,
    build,
    before.sizes,
    after.sizes,
  )
  const places = new PlaceFinder(before.symbols, after.symbols, changes, build)
  const byTable = (bytes: readonly number[]): Step['tables'] =>
    after.sizes.flatMap(({ label }, i) => (bytes[i] === 0 ? [] : [{ label, bytes: bytes[i] as number }]))
  const difference = after.sizes.map(({ bytes }, i) => bytes - (before.sizes[i] as TableSize).bytes)
  const { moved } = compareTables(before.symbols.read, after.symbols.read, true)
  return {
    before: before.name,
    after: after.name,
    bytes: total(difference),
    tables: byTable(difference),
    causes: causes.map(
      (cause): Cause => ({
        code: cause.code,
        text: causeText(cause.code, countsOf(cause), build.options.stabilise !== undefined),
        bytes: total(cause.bytes),
        tables: byTable(cause.bytes),
        symbols: cause.changes.map(change => places.symbol(change)),
      }),
    ),
    interaction: total(interaction),
    moved: moved.map(symbol => textOf(after.symbols.read, symbol, 1)),
  }
}

function countsOf({ changes }: Contribution): { all: number; joined: number; left: number } {
  const count = (kind: Change['kind']): number => changes.filter(change => change.kind === kind).length
  return { all: changes.length, joined: count('joined'), left: count('left') }
}
