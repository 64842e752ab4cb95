/**
 * Explains why the passes of a link do not agree: from the maps of successive passes to findings.
 *
 * The tables of each map are made again, without text, so that their sizes are known; what became of the symbols from
 * one map to the next is found; and each kind of change is taken back alone to see what it does to the sizes.
 */
import { KallsymsError } from '../errors.js'
import { resolveOptions } from '../generate/options.js'
import { buildFacts } from '../kbuild/build-facts.js'
import { tableAlignment } from '../layout/format.js'
import type { TableSize } from '../layout/layout.js'
import { type Extents, extentsInMap } from '../layout/previous-extents.js'
import type { Listing } from '../nm/listing.js'
import { linkerStub } from '../select/linker-stubs.js'
import type { Address } from '../symbols/address.js'
import { adviceFor } from './advice.js'
import { type Contribution, codeOf, contributions, total } from './causes.js'
import {
  type Change,
  changesBetween,
  type Occurrence,
  type PassSymbols,
  symbolsNamed,
  symbolsOfPass,
} from './changes.js'
import { compareTables, textOf } from './compare.js'
import {
  type Cause,
  type ChangedSymbol,
  type Explanation,
  type PassFacts,
  type Place,
  SCHEMA,
  type Step,
} from './explanation.js'
import { causeText } from './phrases.js'
import { Surroundings } from './places.js'
import { type Build, roomsOf, sizesOf } from './sizes.js'
import { verdictOn } from './verdict.js'

/** A pass to be explained. */
export interface ExplainedPass {
  /** For people. */
  readonly name: string
  readonly listing: Listing
  /** The tables that were made of it, where that is known; else they are computed, without padding. */
  readonly tables: readonly TableSize[] | null
  /** Whether it is the map of the final image, of which the build makes no table. */
  readonly isFinal: boolean
}

/** How they were made. */
export interface ExplainedBuild extends Omit<Build, 'resolved' | 'wordBytes'> {
  /** What chose the dialect, for people. */
  readonly chosenBy: string
}

/** A pass and what is computed of it. */
interface MeasuredPass extends ExplainedPass {
  readonly symbols: PassSymbols
  /** As the content asks for. */
  readonly sizes: readonly TableSize[]
}

interface Pass extends MeasuredPass {
  /** What its tables took in the next image. */
  readonly rooms: readonly number[]
}

/** Called when a part of the work begins, for progress. */
export type OnWork = (what: string) => void

/**
 * @param given the passes of one link in their order; a first one over an empty map is left out
 * @throws {KallsymsError} `bad-input` where they are not of one kernel, or empty; `usage` for fewer than two
 */
export function explain(
  given: readonly ExplainedPass[],
  { chosenBy, ...made }: ExplainedBuild,
  onWork: OnWork = () => {},
): Explanation {
  const filled = withSymbols(given)
  const resolved = resolveOptions({ ...made.options, dialect: made.dialect })
  const build = { ...made, resolved, wordBytes: commonWord(filled) }
  const measured: MeasuredPass[] = []
  for (const pass of filled) {
    onWork(`tables of ${pass.name}`)
    const symbols = symbolsOfPass(pass.listing.table, build.dialect, build.options)
    const before = measured.at(-1)
    // Where the symbols are the same, so are the sizes.
    const isSame = before !== undefined && isSameSet(before.symbols, symbols)
    measured.push({ ...pass, symbols, sizes: isSame ? before.sizes : sizesOf(symbols.kept, build) })
  }
  const { passes, isHeld } = withRooms(measured, build)
  const verdict = verdictOn(
    passes.map(pass => ({ ...pass, read: pass.symbols.read })),
    buildFacts(build.dialect),
  )
  const steps: Step[] = []
  for (const [i, after] of passes.entries()) {
    const before = passes[i - 1]
    if (!before) continue
    onWork(`${before.name} and ${after.name}`)
    const step = stepBetween(before, after, build)
    if (step.causes.length > 0 || step.moved.length > 0) steps.push(step)
  }
  return {
    schema: SCHEMA,
    dialect: chosenBy,
    options: made.options as Record<string, unknown>,
    passes: passes.map(pass => factsOf(pass, build)),
    verdict,
    steps,
    advice: adviceFor(verdict, steps, { ...build, isHeld }),
  }
}

/** The passes without that over an empty map with which newer builds begin. */
function withSymbols(given: readonly ExplainedPass[]): readonly ExplainedPass[] {
  const isEmpty = ({ listing }: ExplainedPass): boolean => listing.table.count === 0
  const filled = given.length > 0 && isEmpty(given[0] as ExplainedPass) ? given.slice(1) : given
  const empty = filled.find(isEmpty)
  if (empty) {
    throw new KallsymsError(
      'bad-input',
      `${empty.name} has no symbols: only the map of a first pass is empty`,
    )
  }
  if (filled.length < 2) {
    throw new KallsymsError('usage', 'it takes the maps of two passes at least, with symbols in them')
  }
  return filled
}

/**
 * Finds what the tables of each pass took: what was recorded; or what the labels in the next map show; or else what
 * their content asks for, and no less than before where sizes were held so far.
 */
function withRooms(measured: readonly MeasuredPass[], build: Build): { passes: Pass[]; isHeld: boolean } {
  const { labels } = build.resolved
  const shown = measured.map((pass, i) => {
    const next = measured[i + 1]
    return next ? extentsShown(pass, next, labels, build) : null
  })
  const alignment = alignmentShown(measured, shown, labels, build)
  let isHeld = build.options.holdSizes === true
  const passes: Pass[] = []
  for (const [i, pass] of measured.entries()) {
    const content = roomsOf(pass.sizes, alignment)
    const isOfBuild = pass.tables?.map(({ label }) => label).join() === labels.join()
    const known = pass.tables && isOfBuild ? roomsOf(pass.tables, alignment) : null
    const rooms = content.map(
      (room, table) => known?.[table] ?? shown[i]?.get(labels[table] as string) ?? room,
    )
    isHeld ||= rooms.some((room, table) => room > (content[table] as number))
    const before = passes.at(-1)?.rooms
    const isOpen = before !== undefined && known === null && shown[i] === null
    passes.push({
      ...pass,
      rooms: isOpen && isHeld ? rooms.map((room, table) => Math.max(room, before[table] as number)) : rooms,
    })
  }
  return { passes, isHeld }
}

/** How much larger than its content a table in an image may be, if it is the same: held, or with headroom. */
const MOST_HELD = 1 << 16

/**
 * The extents of the tables of a pass as the next map has their labels. Null where it has none, or those of other
 * tables: a list may be an excerpt.
 */
function extentsShown(
  { tables, sizes }: MeasuredPass,
  next: MeasuredPass,
  labels: readonly string[],
  { options }: Build,
): Extents | null {
  try {
    const extents = extentsInMap(next.symbols.read, labels, options.symbolPrefix ?? -1)
    if (extents === null) return null
    const areTheirs = (tables ?? sizes).every(({ label, bytes }) => {
      const extent = extents.get(label) ?? bytes
      return extent >= bytes && extent <= 4 * bytes + MOST_HELD
    })
    return areTheirs ? extents : null
  } catch (error) {
    // Those of another format: nothing can be said of them.
    if (error instanceof KallsymsError) return null
    throw error
  }
}

/** More than any target aligns a table to. */
const MOST_ALIGNMENT = 256

/** What tables are aligned to: to assemblers of some targets `.align 8` means 2^8 bytes, which their labels show. */
function alignmentShown(
  measured: readonly MeasuredPass[],
  shown: readonly (Extents | null)[],
  labels: readonly string[],
  build: Build,
): number {
  const least = tableAlignment(build.dialect, build.wordBytes)
  let bits = MOST_ALIGNMENT
  for (const [i, extents] of shown.entries()) {
    if (extents === null) continue
    const { read } = (measured[i + 1] as MeasuredPass).symbols
    for (const symbol of symbolsNamed(read, new Set(prefixed(labels, build))))
      bits |= read.low[symbol] as number
  }
  return bits === MOST_ALIGNMENT ? least : Math.max(least, bits & -bits)
}

function isSameSet(a: PassSymbols, b: PassSymbols): boolean {
  const { first, second } = compareTables(a.kept, b.kept, false)
  return first.length === 0 && second.length === 0
}

/** @throws {KallsymsError} `bad-input` where maps are of different targets, or have little in common */
function commonWord(passes: readonly ExplainedPass[]): 4 | 8 {
  const [first, ...others] = passes as [ExplainedPass, ...ExplainedPass[]]
  for (const other of others) {
    if (other.listing.wordBytes !== first.listing.wordBytes) {
      const bits = ({ listing }: ExplainedPass): number => 8 * (listing.wordBytes ?? 0)
      throw new KallsymsError(
        'bad-input',
        `${other.name} has addresses of ${bits(other)} bits, and ${first.name} of ${bits(first)}: give the maps of one link`,
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

function factsOf(pass: Pass, build: Build): PassFacts {
  const { name, listing, symbols, tables, sizes, rooms } = pass
  return {
    name,
    symbols: {
      read: symbols.read.count + listing.tooLong.length,
      kept: symbols.kept.count,
      tooLong: listing.tooLong.length,
    },
    tables: (tables ?? sizes).map(({ label, bytes }, i) => ({ label, bytes, room: rooms[i] as number })),
    room: total(rooms),
    landmarks: landmarksOf(pass, build),
  }
}

function stepBetween(before: Pass, after: Pass, build: Build): Step {
  const changes = changesBetween(before.symbols, after.symbols)
  const { labels } = build.resolved
  const tooLong = { before: before.listing.tooLong, after: after.listing.tooLong }
  const { causes, interaction } = contributions(
    changes,
    change => codeOf(change, build, labels, tooLong),
    after.symbols.kept,
    build,
    before.sizes,
    after.sizes,
  )
  const places = new PlaceFinder(before, after, changes, build)
  const byTable = (bytes: readonly number[]): Step['tables'] =>
    after.sizes.flatMap(({ label }, i) => (bytes[i] === 0 ? [] : [{ label, bytes: bytes[i] as number }]))
  const difference = after.sizes.map(({ bytes }, i) => bytes - (before.sizes[i] as TableSize).bytes)
  const { moved } = compareTables(before.symbols.read, after.symbols.read, true)
  return {
    before: before.name,
    after: after.name,
    bytes: total(difference),
    tables: byTable(difference),
    causes: causes.map((cause): Cause => {
      const symbols = cause.changes.map(change => places.symbol(change))
      return {
        code: cause.code,
        text: causeText(cause.code, directions(cause), build.options.stabilise !== undefined),
        bytes: total(cause.bytes),
        tables: byTable(cause.bytes),
        symbols,
      }
    }),
    interaction: total(interaction),
    moved: moved.map(symbol => textOf(after.symbols.read, symbol, 1)),
  }
}

function directions({ changes }: Contribution): { all: number; joined: number; left: number } {
  const count = (kind: Change['kind']): number => changes.filter(change => change.kind === kind).length
  return { all: changes.length, joined: count('joined'), left: count('left') }
}

/** Says where changed symbols are, and beside what. */
class PlaceFinder {
  private readonly before: Surroundings
  private readonly after: Surroundings

  constructor(
    before: Pass,
    after: Pass,
    changes: readonly Change[],
    private readonly build: Build,
  ) {
    const changed = new Set(changes.map(({ name }) => name))
    const addresses = (side: 'before' | 'after'): Address[] =>
      changes.flatMap(change => (change[side] ? [(change[side] as Occurrence).address] : []))
    const borders = new Set(build.dialect.ranges.flatMap(({ start, end }) => prefixed([start, end], build)))
    this.before = new Surroundings(before.symbols.read, addresses('before'), changed, borders)
    this.after = new Surroundings(after.symbols.read, addresses('after'), changed, borders)
  }

  symbol({ name, before, after }: Change): ChangedSymbol {
    return {
      name,
      before: before && this.place(before, this.before),
      after: after && this.place(after, this.after),
      linker: before && after ? null : (linkerStub(name)?.linker ?? null),
    }
  }

  private place(occurrence: Occurrence, surroundings: Surroundings): Place {
    return {
      letter: occurrence.letter,
      address: hexOf(occurrence.address, this.build.wordBytes),
      inTable: occurrence.kept >= 0,
      beside: surroundings.beside(occurrence),
    }
  }
}

function hexOf({ high, low }: Address, wordBytes: 4 | 8): string {
  const digits = (half: number): string => half.toString(16).padStart(8, '0')
  return (digits(high) + digits(low)).slice(-2 * wordBytes)
}

/** Names as the architecture has them. */
function prefixed(names: readonly string[], { options }: Build): string[] {
  const prefix = options.symbolPrefix === undefined ? '' : String.fromCharCode(options.symbolPrefix)
  return names.map(name => prefix + name)
}

/** Symbols that show where in an image something is. */
const LANDMARKS = [
  '_text',
  '_stext',
  '_etext',
  '_sinittext',
  '_einittext',
  '_sdata',
  '_edata',
  '__bss_start',
  '_end',
  'kallsyms_names',
]

function landmarksOf({ symbols }: Pass, build: Build): PassFacts['landmarks'] {
  const { read } = symbols
  const found = new Map<string, string>()
  for (const symbol of symbolsNamed(read, new Set(prefixed(LANDMARKS, build)))) {
    const address = { high: read.high[symbol] as number, low: read.low[symbol] as number }
    found.set(textOf(read, symbol, 1), hexOf(address, build.wordBytes))
  }
  return [...found].map(([name, address]) => ({ name, address }))
}
