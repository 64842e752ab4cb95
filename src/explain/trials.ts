/**
 * Tries remedies on the maps of a build: makes the tables of each map with other options, each no smaller than in the pass
 * before where sizes are held, and looks whether the sizes come to rest in the passes that the kernel's build makes.
 *
 * The given maps come from links with other tables, and a link with the tables of the trial may have a layout that is in
 * none of them. So a remedy is said to let a build through only if it has space for every mixture of the changes that
 * the maps show. And where there are changes that no map foretells, as a stub that only another layout needs, only if it
 * has more space than that.
 */
import type { Types } from '../compress/types.js'
import { resolveOptions, type StableOptions } from '../generate/options.js'
import type { BuildFacts } from '../kbuild/build-facts.js'
import { EXTRA_PASSES, objectChange, passesMade } from '../kbuild/passes.js'
import { extentsOf, isSameExtents } from '../layout/extents.js'
import { MAX_HEADROOM } from '../layout/headroom.js'
import type { TableSize } from '../layout/layout.js'
import type { SymbolTable } from '../symbols/table.js'
import { total } from './causes.js'
import { type Change, changesBetween, type PassSymbols } from './changes.js'
import type { CauseCode, Trial, TrialOutcome } from './explanation.js'
import type { BuildSettings } from './settings.js'
import { paddedTables, sizesOf, tableWith } from './sizes.js'

/** What is known of a build. */
export interface Evidence {
  /** At least two, in order; the last may be that of the final image. */
  readonly passes: readonly {
    readonly symbols: PassSymbols
    /** Of its tables in the next image, as the build made them. */
    readonly extents: readonly number[]
  }[]
  readonly build: BuildSettings
  readonly facts: BuildFacts
  /** Alignment of the tables, in bytes. */
  readonly alignment: number
  /** The kind of a change from the first pass to another. */
  readonly codeOf: (change: Change, pass: number) => CauseCode
}

/**
 * Tries what may help, the cheapest first: another compression changes nothing else, padding takes space, and a pass
 * more is another link in each build. A trial is made when it is asked for.
 */
export function* tryRemedies(evidence: Evidence): Generator<Trial> {
  const { stabilise, holdSizes } = evidence.build.options
  const trials = new Trials(evidence)
  const asItIs = trials.asItIs()
  if (asItIs) yield asItIs
  if (stabilise === undefined && !holdSizes) yield trials.of('--stabilise', { stabilise: 'literal' })
  if (!holdSizes) yield trials.of('--headroom=auto', { headroom: 'auto' })
  const options: StableOptions = { stabilise: stabilise ?? 'literal', headroom: 'auto' }
  // What the build was made with has failed already, whatever the trial would say.
  const isStable = stabilise !== undefined && holdSizes === true
  const stable = isStable ? null : trials.of('--stable', options)
  if (stable) yield stable
  if (stable?.outcome !== 'passes') {
    const headroom = trials.bytesFor(options)
    yield trials.of(`--stable --headroom=${headroom}`, { ...options, headroom })
  }
  if (stable && !isInTime(stable) && stable.made < EXTRA_PASSES) yield trials.of('--stable', options, true)
  const extra = asItIs ? null : trials.withExtraPass()
  if (extra) yield extra
}

/** The options for stable sizes that a build was made with, as they are typed. */
function flagsOf({ stabilise, holdSizes, headroom }: StableOptions): string {
  const words: string[] = []
  if (stabilise && holdSizes) words.push('--stable')
  else if (holdSizes && headroom === undefined) words.push('--hold-sizes')
  if (stabilise === 'fold') words.push('--stabilise=fold')
  else if (stabilise && !holdSizes) words.push('--stabilise')
  // The estimate is what --stable means.
  if (headroom !== undefined && !(stabilise && headroom === 'auto')) words.push(`--headroom=${headroom}`)
  return words.join(' ')
}

/** Whether a remedy lets the build of these maps through. */
export function isInTime({ outcome }: Trial): boolean {
  return outcome === 'passes' || outcome === 'likely'
}

/** Where another layout may have changes that no map foretells, space is made for twice of what these maps show. */
const FORESIGHT = 2

/** And for so many bytes at least. */
const LEAST_UNFORESEEN = 1024

/** Headroom is advised in steps of so many bytes. */
const HEADROOM_STEP = 32

/** Kinds of changes that the first map does not foretell. */
const UNFORESEEN: readonly CauseCode[] = ['stubs', 'presence', 'length']

class Trials {
  private readonly evidence: Evidence
  private readonly codes: ReadonlySet<CauseCode>
  /** The symbols of the first table, with all that another one has, and without all that another one lacks. */
  private readonly extremes: readonly SymbolTable[]
  /** Bytes of the letters and names that come and go. */
  private readonly textBytes: number
  /** Whether every map has symbols that none before it has, so that the next one may have more. */
  private readonly isGrowing: boolean
  /** By the way of compression: the sizes of the tables of all maps, and then of the extremes. */
  private readonly contents = new Map<Types, readonly (readonly TableSize[])[]>()

  constructor(evidence: Evidence) {
    this.evidence = evidence
    const [first, ...others] = evidence.passes.map(({ symbols }) => symbols) as [
      PassSymbols,
      ...PassSymbols[],
    ]
    const changes = others.map(other => changesBetween(first, other))
    this.codes = new Set(changes.flatMap((some, i) => some.map(change => evidence.codeOf(change, i + 1))))
    const joinedIn = changes.map(some => some.flatMap(change => joinedText(change)))
    const joined = mostOf(joinedIn)
    this.isGrowing = joinedIn.length > 1 && joinedIn.every((some, i) => hasNew(some, joinedIn.slice(0, i)))
    const left = new Set(
      changes.flatMap(some =>
        some.flatMap(({ kind, before }) => (kind === 'left' && before ? [before.kept] : [])),
      ),
    )
    this.extremes = [tableWith(first.kept, new Set(), joined), tableWith(first.kept, left, [])]
    const lengths = first.kept.length
    this.textBytes =
      total(joined.map(({ length }) => length)) + total([...left].map(symbol => lengths[symbol] as number))
  }

  /** @param extraPass whether the build is told to make a pass more */
  of(flags: string, options: StableOptions, extraPass = false): Trial {
    const { build, facts, alignment } = this.evidence
    const tables = this.tablesWith(options)
    const extents = tables.map(some => extentsOf(some, alignment))
    const [first, second] = extents as [number[], number[]]
    const made = extraPass ? EXTRA_PASSES : passesOfBuild(extents, facts, build.wordBytes)
    const passes = passesNeeded(extents)
    const padding = total((tables[0] as TableSize[]).map(table => table.padding))
    const isSure = isSameExtents(first, second) && this.hasSpace({ ...build.options, ...options }, first)
    return {
      flags,
      extraPass,
      outcome: outcomeOf(passes, made, extents.length, isSure),
      passes,
      made,
      padding,
      growth: total(first) - total((this.evidence.passes[0] as Evidence['passes'][number]).extents),
    }
  }

  /** The build as it is: where the maps end before the passes that it makes, it may come to rest with these. */
  asItIs(): Trial | null {
    const trial = this.ownTrial(false)
    return trial.passes !== null && trial.passes <= trial.made ? trial : null
  }

  /** The build as it is, with a pass more; null where it makes as many as it can. */
  withExtraPass(): Trial | null {
    return this.ownTrial(false).made < EXTRA_PASSES ? this.ownTrial(true) : null
  }

  /** With the extents that the tables of the build had: what they show is sure. */
  private ownTrial(extraPass: boolean): Trial {
    const { passes, build, facts } = this.evidence
    const extents = passes.map(pass => pass.extents)
    const made = extraPass ? EXTRA_PASSES : passesOfBuild(extents, facts, build.wordBytes)
    const needed = passesNeeded(extents)
    const outcome = outcomeOf(needed, made, extents.length, true)
    return { flags: flagsOf(build.options), extraPass, outcome, passes: needed, made, padding: 0, growth: 0 }
  }

  /** The headroom that has space for every mixture of the changes, for `--headroom=BYTES`. */
  bytesFor(options: StableOptions): number {
    const foreseen = (this.tablesWith(options)[0] as TableSize[]).map(({ padding }) => padding)
    const contents = this.contentsOf(options)
    const [first] = contents as [TableSize[]]
    const growth = this.largest(contents).map((bytes, i) => bytes - (first[i] as TableSize).bytes)
    const needed = Math.max(...foreseen, ...growth)
    const bytes = this.isForeseen ? needed : Math.max(FORESIGHT * needed, LEAST_UNFORESEEN)
    return Math.min(Math.ceil(bytes / HEADROOM_STEP) * HEADROOM_STEP, MAX_HEADROOM)
  }

  private get isForeseen(): boolean {
    return !UNFORESEEN.some(code => this.codes.has(code))
  }

  /** The tables of each map, padded. */
  private tablesWith(options: StableOptions): readonly (readonly TableSize[])[] {
    const { passes, build, alignment } = this.evidence
    const resolved = resolveOptions({ ...build.options, ...options, dialect: build.dialect })
    const contents = this.contentsOf(options).slice(0, passes.length)
    const [{ symbols }] = passes as [Evidence['passes'][number]]
    return paddedTables(symbols.read, contents, resolved, build, alignment)
  }

  /** The sizes of the tables of all maps and of the extremes, without padding. */
  private contentsOf({ stabilise }: StableOptions): readonly (readonly TableSize[])[] {
    const { passes, build } = this.evidence
    const types: Types = stabilise ?? build.options.stabilise ?? 'exact'
    const known = this.contents.get(types)
    if (known) return known
    const resolved = { ...build.resolved, types }
    const sizes = [...passes.map(({ symbols }) => symbols.kept), ...this.extremes].map(symbols =>
      sizesOf(symbols, { resolved, wordBytes: build.wordBytes }),
    )
    this.contents.set(types, sizes)
    return sizes
  }

  /** The most bytes of each table. A mixture may cost a few bytes more than the extremes: as many as its text has. */
  private largest(contents: readonly (readonly TableSize[])[]): number[] {
    const [first] = contents as [readonly TableSize[]]
    return first.map(({ label }, i) => {
      const isOfTokens = label === 'kallsyms_names' || label === 'kallsyms_token_table'
      const most = Math.max(...contents.map(sizes => (sizes[i] as TableSize).bytes))
      return most + (isOfTokens ? this.textBytes : 0)
    })
  }

  /** Whether every mixture of the changes fits into the tables of the first pass. */
  private hasSpace({ stabilise, holdSizes, headroom }: StableOptions, first: readonly number[]): boolean {
    const { codes } = this
    const ignoresLetters = stabilise !== undefined
    // Letters that the names are compressed with: those of another layout may be others.
    if (codes.has('types') && !ignoresLetters) return false
    // Maps without changes show nothing of other layouts, and those that grow nothing of the end.
    if (codes.size === 0 || this.isGrowing) return false
    if (codes.size === 1 && codes.has('types')) return true
    if (!holdSizes && headroom === undefined) return false
    if (!this.isForeseen && typeof headroom !== 'number') return false
    return this.largest(this.contentsOf({ ...(stabilise && { stabilise }) })).every(
      (bytes, i) => bytes <= (first[i] as number),
    )
  }
}

/** The passes that a build makes which had tables of these extents. */
export function passesOfBuild(
  extents: readonly (readonly number[])[],
  { extraPass }: BuildFacts,
  wordBytes: number,
): number {
  const [first, second] = extents as [readonly number[], readonly number[]]
  return passesMade(extraPass, objectChange(first, second, wordBytes))
}

/**
 * The passes that a build needs: the last two then have the same extents, so that the last two images are the same.
 *
 * @returns null if the extents change up to the last map
 */
function passesNeeded(extents: readonly (readonly number[])[]): number | null {
  const last = extents.at(-1) as readonly number[]
  const settled = extents.findLastIndex(some => !isSameExtents(some, last)) + 1
  return settled + 1 < extents.length ? settled + 2 : null
}

function outcomeOf(passes: number | null, made: number, maps: number, isSure: boolean): TrialOutcome {
  // One map more might show that the sizes have come to rest.
  if (passes === null) return maps < made ? 'unknown' : 'fails'
  if (passes > made) return 'fails'
  return isSure ? 'passes' : 'likely'
}

function joinedText({ kind, name, after }: Change): string[] {
  return kind === 'joined' && after ? [after.letter + name] : []
}

/** Whether a list has a text that none of the others has. */
function hasNew(list: readonly string[], others: readonly (readonly string[])[]): boolean {
  const known = new Set(others.flat())
  return list.some(text => !known.has(text))
}

/** Each text as often as the list that has it most often. */
function mostOf(lists: readonly (readonly string[])[]): string[] {
  const most = new Map<string, number>()
  for (const list of lists) {
    const counts = new Map<string, number>()
    for (const text of list) counts.set(text, (counts.get(text) ?? 0) + 1)
    for (const [text, count] of counts) most.set(text, Math.max(count, most.get(text) ?? 0))
  }
  return [...most].flatMap(([text, count]) => Array.from({ length: count }, () => text))
}
