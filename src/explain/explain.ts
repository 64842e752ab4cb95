/**
 * Explains why the passes of a link do not agree: from the maps of successive passes to findings.
 *
 * The tables of each map are made again, without text, so that their sizes are known; what became of the symbols from
 * one map to the next is found; and each kind of change is taken back alone to see what it does to the sizes.
 */
import { addressForm } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type TableSize, tableAlignment, tableLabels } from '../layout/layout.js'
import type { Listing } from '../nm/listing.js'
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
import { type Neighbours, neighbourOf, neighboursAt } from './places.js'
import { type Build, roomsOf, sizesOf } from './sizes.js'
import { stubKind } from './stubs.js'
import { judge } from './verdict.js'
import { causeText } from './words.js'

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
export interface ExplainedBuild extends Omit<Build, 'wordBytes'> {
  /** What chose the dialect, for people. */
  readonly chosenBy: string
}

/** A pass and what is computed of it. */
interface Pass extends ExplainedPass {
  readonly symbols: PassSymbols
  /** As the content asks for. */
  readonly sizes: readonly TableSize[]
  readonly rooms: readonly number[]
}

/** Called when a part of the work begins, for progress. */
export type OnWork = (what: string) => void

/**
 * @param given the passes of one link in their order; those over an empty map are left out
 * @throws {KallsymsError} `bad-input` where they are not of one kernel; `usage` for fewer than two
 */
export function explain(
  given: readonly ExplainedPass[],
  { chosenBy, ...made }: ExplainedBuild,
  onWork: OnWork = () => {},
): Explanation {
  const passesWithSymbols = given.filter(({ listing }) => listing.table.count > 0)
  if (passesWithSymbols.length < 2) {
    throw new KallsymsError('usage', 'it takes the maps of two passes at least, with symbols in them')
  }
  const build = { ...made, wordBytes: commonWord(passesWithSymbols) }
  const alignment = tableAlignment(build.dialect, build.wordBytes)
  const passes: Pass[] = []
  for (const pass of passesWithSymbols) {
    onWork(`tables of ${pass.name}`)
    const symbols = symbolsOfPass(pass.listing.table, build.dialect, build.options)
    const before = passes.at(-1)
    // Where the symbols are the same, so are the sizes.
    const isSame = before !== undefined && isSameSet(before.symbols, symbols)
    const sizes = isSame ? before.sizes : sizesOf(symbols.kept, build)
    passes.push({ ...pass, symbols, sizes, rooms: roomsOf(pass.tables ?? sizes, alignment) })
  }
  const verdict = judge(passes.map(pass => ({ ...pass, read: pass.symbols.read })))
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
    passes: passes.map(pass => factsOf(pass, build.wordBytes)),
    verdict,
    steps,
    advice: adviceFor(verdict, steps, build),
  }
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
    const a = first.listing.table
    const b = other.listing.table
    const { first: missing } = compareTables(a, b, true)
    if (missing.length > Math.max(a.count, b.count) / 2) {
      throw new KallsymsError(
        'bad-input',
        `${other.name} has less than half of the symbols of ${first.name}: give the maps of one link`,
      )
    }
  }
  return first.listing.wordBytes ?? 8
}

function factsOf(pass: Pass, wordBytes: 4 | 8): PassFacts {
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
    landmarks: landmarksOf(pass, wordBytes),
  }
}

function stepBetween(before: Pass, after: Pass, build: Build): Step {
  const changes = changesBetween(before.symbols, after.symbols)
  const labels = labelsOf(build)
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
        text: causeText(cause.code, directions(cause)),
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

function labelsOf({ dialect, options }: Build): string[] {
  const { baseRelative = false, pcRelative = false, uncompressed = false } = options
  return tableLabels(dialect, addressForm(dialect, { baseRelative, pcRelative }), !uncompressed)
}

/** Says where changed symbols are, and beside what. */
class PlaceFinder {
  private readonly before: Neighbours
  private readonly after: Neighbours
  private readonly borders: ReadonlySet<string>

  constructor(
    before: Pass,
    after: Pass,
    changes: readonly Change[],
    private readonly build: Build,
  ) {
    const changed = new Set(changes.map(({ name }) => name))
    const addresses = (side: 'before' | 'after'): Address[] =>
      changes.flatMap(change => (change[side] ? [(change[side] as Occurrence).address] : []))
    this.before = neighboursAt(before.symbols.read, addresses('before'), changed)
    this.after = neighboursAt(after.symbols.read, addresses('after'), changed)
    this.borders = new Set(build.dialect.ranges.flatMap(({ start, end }) => [start, end]))
  }

  symbol({ name, before, after }: Change): ChangedSymbol {
    return {
      name,
      before: before && this.place(before, this.before),
      after: after && this.place(after, this.after),
      linker: before && after ? null : (stubKind(name)?.linker ?? null),
    }
  }

  private place(occurrence: Occurrence, neighbours: Neighbours): Place {
    return {
      letter: occurrence.letter,
      address: hexOf(occurrence.address, this.build.wordBytes),
      inTable: occurrence.kept >= 0,
      beside: neighbourOf(occurrence, neighbours, this.borders),
    }
  }
}

function hexOf({ high, low }: Address, wordBytes: 4 | 8): string {
  const digits = (half: number): string => half.toString(16).padStart(8, '0')
  return (digits(high) + digits(low)).slice(-2 * wordBytes)
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

function landmarksOf({ symbols }: Pass, wordBytes: 4 | 8): PassFacts['landmarks'] {
  const { read } = symbols
  const found = new Map<string, string>()
  for (const symbol of symbolsNamed(read, new Set(LANDMARKS))) {
    const address = { high: read.high[symbol] as number, low: read.low[symbol] as number }
    found.set(textOf(read, symbol, 1), hexOf(address, wordBytes))
  }
  return [...found].map(([name, address]) => ({ name, address }))
}
