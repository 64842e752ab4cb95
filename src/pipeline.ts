/**
 * The table of contents: from the bytes of `nm -n` to assembly text, pass by pass. Between two passes stands what
 * holds from there on.
 */
import { type CompressedNames, compress, leaveUncompressed } from './compress/compress.js'
import { tokenTable } from './compress/token-table.js'
import { EMPTY } from './compress/tokens.js'
import { STABLE_TYPES, type StableTypes, type Types } from './compress/types.js'
import { addressForm, type Dialect, type OptionName } from './dialect/dialect.js'
import { requireOption, withoutCrash } from './dialect/releases.js'
import { newestRelease } from './dialect/resolve.js'
import { emitAssembly } from './emit/assembly.js'
import { Output, type Sink } from './emit/output.js'
import { KallsymsError } from './errors.js'
import { findSpareRoom, type Headroom, MOST_HEADROOM } from './layout/headroom.js'
import { type Layout, layOut, type TableSize, tableAlignment, tableLabels } from './layout/layout.js'
import { padTables, type Slack } from './layout/padding.js'
import { type Extents, extentsInAssembly, extentsInMap } from './layout/previous-sizes.js'
import { parse } from './nm/parse.js'
import type { Problem, Report } from './problem.js'
import { cutOf, MOST_SEQS, orderByName } from './select/by-name.js'
import { type Selection, select } from './select/select.js'
import { type Address, ZERO } from './symbols/address.js'
import { LONGEST_MAP, type SymbolTable } from './symbols/table.js'
import { type Arena, withArena } from './wasm/arena.js'

export interface GenerateOptions extends OriginalOptions, StableOptions {
  /**
   * Write text that makes the same object as the exact one, and that assemblers read several times faster: bytes as
   * long strings, numbers in lists, no comments.
   */
  readonly compact?: boolean
  /** The format to speak; the newest one if not given. */
  readonly dialect?: Dialect
  /** Told of symbols that are passed over; the run goes on. */
  readonly report?: Report
  /** Told when a pass begins, for taking times. */
  readonly onStage?: (pass: StageName) => void
}

/** The options of the C tool, by their names without dashes; each needs a dialect that has it. */
export interface OriginalOptions {
  /** Keep symbols whatever their address, not those in text ranges alone. */
  readonly allSymbols?: boolean
  /** Write the addresses of the percpu area absolute. */
  readonly absolutePercpu?: boolean
  /** Write 32-bit offsets and a base instead of full addresses. */
  readonly baseRelative?: boolean
  /** Cut the suffixes that clang's link-time optimisation adds, for the order by name. */
  readonly ltoClang?: boolean
  /** Write offsets relative to their own place. */
  readonly pcRelative?: boolean
  /** Leave names as they are, without token tables. */
  readonly uncompressed?: boolean
  /** The byte, 1 to 255, that the architecture puts in front of every symbol. */
  readonly symbolPrefix?: number
  /** Leave out symbols below this address. */
  readonly pageOffset?: Address
}

/** What makes the sizes of the tables independent of the layout; every dialect has it. */
export interface StableOptions {
  /** Compress names without regard to their type letters; the exact output if not given. */
  readonly stabilise?: StableTypes
  /** Make no table smaller than it was in the pass before: that is in the image which the map is of. */
  readonly holdSizes?: boolean
  /**
   * Spare room in the first pass that has symbols: so many bytes behind each table that can grow, or what the symbols
   * that depend on the layout may ask for. Implies `holdSizes`.
   */
  readonly headroom?: number | 'auto'
  /** The assembly of the pass before, for maps that do not have the tables' labels. Implies `holdSizes`. */
  readonly previous?: Uint8Array
}

/** Steps of a run that another may take the place of, or watch; with none it is the generator's own. */
export interface Steps {
  /** Is shown the symbols of the table, before they are compressed, and the bytes of the target's word. Nothing of it is there after the run. */
  readonly selected?: (selection: Selection, word: 4 | 8) => void
  /** Makes codes of the symbols, and may leave what it makes outside of the arena. */
  readonly compress?: (symbols: SymbolTable, arena: Arena) => CompressedNames
}

/** The passes in their order, and the end. */
export type StageName = 'parse' | 'select' | 'compress' | 'by-name' | 'lay-out' | 'emit' | 'done'

/** What a run did. */
export interface Summary {
  /** Symbols of the input that the grammar and the name limit let through. */
  readonly symbolsRead: number
  /** Symbols of the table. */
  readonly symbolsKept: number
  /** The tables in the order of the output, with the sizes that the assembler gives them. */
  readonly tables: readonly TableSize[]
  /** What each of them is aligned to, in bytes. */
  readonly alignment: 4 | 8
  /** What was set aside for growth; null where none was wanted, and in later passes. */
  readonly headroom: Headroom | null
  /** Bytes of assembly text. */
  readonly bytesWritten: number
}

/**
 * Reads a map and writes its symbol table as assembly text, in pieces.
 *
 * @param map what `nm -n` printed, for 6.1 and later as the kernel's mksysmap filters it; left as it is
 * @param sink takes the text piece by piece; a piece is valid during the call only
 * @throws {KallsymsError} `bad-input`, `empty-table`, `out-of-range` where the C tool stops with an error (what it had
 *   written before has then gone to the sink), `too-large`, and `usage` for an option that the dialect does not have
 */
export function generateTo(sink: Sink, map: Uint8Array, options: GenerateOptions = {}): Summary {
  return generateWith({}, sink, map, options)
}

/**
 * As `generateTo`, with some steps of the caller's. What these are shown is there during the run only.
 *
 * @throws {KallsymsError} as `generateTo`, and whatever the steps throw
 */
export function generateWith(steps: Steps, sink: Sink, map: Uint8Array, options: GenerateOptions): Summary {
  return withArena(arena => generateIn(arena, steps, sink, map, options))
}

/** Does it in an arena, of which nothing is in use afterwards. */
function generateIn(
  arena: Arena,
  steps: Steps,
  sink: Sink,
  map: Uint8Array,
  options: GenerateOptions,
): Summary {
  const dialect = options.dialect ?? newestRelease().dialect
  const on = (option: OptionName, value: boolean | undefined): boolean => {
    if (value) requireOption(dialect, option, 'this dialect')
    return value === true
  }
  const allSymbols = on('all-symbols', options.allSymbols)
  const absolutePercpu = on('absolute-percpu', options.absolutePercpu)
  const baseRelative = on('base-relative', options.baseRelative)
  const ltoClang = on('lto-clang', options.ltoClang)
  const pcRelative = on('pc-relative', options.pcRelative)
  const uncompressed = on('uncompressed', options.uncompressed)
  on('symbol-prefix', options.symbolPrefix !== undefined)
  on('page-offset', options.pageOffset !== undefined)
  const symbolPrefix = options.symbolPrefix ?? -1
  const pass = options.onStage ?? (() => {})
  const report = options.report ?? (() => {})
  const form = addressForm(dialect, { baseRelative, pcRelative })
  const types: Types = options.stabilise ?? 'exact'
  const holdsSizes =
    options.holdSizes === true || options.headroom !== undefined || options.previous !== undefined
  checkLimits(map, options)

  pass('parse')
  // Where the whole may have to be done again in another way, what the first attempt has to tell waits for its end.
  const early: Problem[] = []
  const mayCrash = dialect.whenPairsRunOut === 'crash' && !uncompressed && types === 'exact'
  const table = parse(map, dialect, mayCrash ? problem => early.push(kept(problem)) : report, arena)
  // No symbol is added after this.

  const word = wordBytes(map, table)
  const labels = tableLabels(dialect, form, !uncompressed)
  const previous = holdsSizes ? previousExtents(table, labels, word, options) : null
  // Newer builds begin with the table of an empty map: the first that can grow is the one behind it.
  const isFirst = table.count > 0 && holdsSizes && !previous?.get('kallsyms_names')

  pass('select')
  const selection = select(
    table,
    dialect,
    {
      allSymbols,
      absolutePercpu,
      relative: form === 'base-relative',
      symbolPrefix,
      pageOffset: options.pageOffset ?? ZERO,
      findsLayoutDependent: isFirst && options.headroom === 'auto',
      newLabels: previous ? [] : labels,
    },
    arena,
  )
  const { symbols } = selection
  checkCount(symbols.count, dialect)
  steps.selected?.(selection, word)
  // The columns are in the order of the table, and no type letter changes any more.

  pass('compress')
  const ownNames = (some: SymbolTable): CompressedNames =>
    uncompressed ? leaveUncompressed(some, types, arena) : compress(some, types, arena)
  const compressed = (some: SymbolTable): CompressedNames => steps.compress?.(some, arena) ?? ownNames(some)
  const names = compressed(symbols)
  const tokens = uncompressed ? null : tokenTable(names.tokens)
  if (mayCrash && names.tokens.kind[0] === EMPTY) {
    // Only a handful of symbols comes to this. The C tool dies, so there is no output to be true to.
    report({ kind: 'original-crashes' })
    return generateWith(steps, sink, map, { ...options, dialect: withoutCrash(dialect) })
  }
  early.forEach(report)
  // Every symbol has its codes; the text buffer still holds the names.

  pass('by-name')
  const byName = dialect.seqs ? orderByName(symbols, cutOf(dialect, ltoClang), arena) : null

  pass('lay-out')
  const layOutNames = (some: CompressedNames): Layout => layOut(some, labels, dialect, word, arena)
  const layout = layOutNames(names)
  const sizesOf = (some: SymbolTable): readonly TableSize[] => layOutNames(compressed(some)).tables
  const spare = isFirst
    ? findSpareRoom(options.headroom, layout.tables, selection.layoutDependent, sizesOf)
    : null
  const hold = (slack?: Slack): TableSize[] => padTables(layout.tables, previous, dialect, word, slack)
  const tables = holdsSizes ? hold(spare?.slack) : layout.tables
  const headroom = spare && { bytes: paddingOf(tables) - paddingOf(hold()), symbols: spare.symbols }
  // All sizes are known.

  pass('emit')
  const output = new Output(sink, arena)
  const assembly = {
    arena,
    dialect,
    selection,
    names,
    tokenTable: tokens,
    types,
    byName,
    markers: layout.markers,
    tables,
    addressForm: form,
    absolutePercpu,
    symbolPrefix,
    compact: options.compact === true,
  }
  try {
    emitAssembly(assembly, output)
  } finally {
    output.flush()
  }
  pass('done')
  return {
    symbolsRead: table.count,
    symbolsKept: symbols.count,
    tables,
    alignment: tableAlignment(dialect, word),
    headroom,
    bytesWritten: output.written,
  }
}

/**
 * Reads a map and returns its symbol table as assembly text.
 *
 * @throws {KallsymsError} as `generateTo`
 */
export function generate(
  map: Uint8Array,
  options: GenerateOptions = {},
): Summary & { readonly assembly: Uint8Array } {
  const chunks: Uint8Array[] = []
  const summary = generateTo(chunk => chunks.push(chunk.slice()), map, options)
  return { ...summary, assembly: Buffer.concat(chunks) }
}

/** What a caller without types may get wrong, and what our columns cannot hold. */
function checkLimits(map: Uint8Array, options: GenerateOptions): void {
  const { symbolPrefix, pageOffset, stabilise, headroom } = options
  if (map.length > LONGEST_MAP) throw new KallsymsError('too-large', 'a map of 2 GiB or more does not fit')
  if (symbolPrefix !== undefined && !isWithin(symbolPrefix, 1, 0xff)) {
    throw new KallsymsError('usage', `symbolPrefix is one byte, 1 to 255, not ${symbolPrefix}`)
  }
  if (pageOffset && !(isWithin(pageOffset.high, 0, 0xffffffff) && isWithin(pageOffset.low, 0, 0xffffffff))) {
    throw new KallsymsError('usage', 'pageOffset is two halves of 32 bits without a sign')
  }
  if (stabilise !== undefined && !STABLE_TYPES.includes(stabilise)) {
    throw new KallsymsError('usage', `stabilise is one of ${STABLE_TYPES.join(', ')}, not ${stabilise}`)
  }
  if (typeof headroom === 'number' && !isWithin(headroom, 0, MOST_HEADROOM)) {
    throw new KallsymsError('usage', `headroom is a number of bytes up to ${MOST_HEADROOM}, not ${headroom}`)
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** A problem that may be looked at later. */
function kept(problem: Problem): Problem {
  return problem.kind === 'name-too-long' ? { ...problem, name: problem.name.slice() } : problem
}

function checkCount(count: number, dialect: Dialect): void {
  if (count === 0 && dialect.emptyTable === 'error') {
    throw new KallsymsError(
      'empty-table',
      'no symbol is left for the table: is this the output of `nm -n vmlinux`, with _stext and _etext, or is --all-symbols missing?',
      { original: 'No valid symbol.' },
    )
  }
  if (dialect.seqs && count > MOST_SEQS) {
    throw new KallsymsError(
      'too-large',
      `${count} symbols: kallsyms_seqs_of_names numbers them in three bytes, at most ${MOST_SEQS} fit`,
    )
  }
}

/** The room that the tables had in the pass before; null where there was none. */
function previousExtents(
  map: SymbolTable,
  labels: readonly string[],
  wordBytes: 4 | 8,
  { previous, symbolPrefix = -1 }: GenerateOptions,
): Extents | null {
  if (previous) return extentsInAssembly(previous, labels, { wordBytes, symbolPrefix })
  return extentsInMap(map, labels, symbolPrefix)
}

function paddingOf(tables: readonly TableSize[]): number {
  return tables.reduce((sum, { padding }) => sum + padding, 0)
}

/** The target's word in bytes: nm shows addresses in full, so that eight digits do for one of four bytes. */
function wordBytes(map: Uint8Array, { high, count }: SymbolTable): 4 | 8 {
  const firstLines = Buffer.from(map.buffer, map.byteOffset, Math.min(map.length, 1 << 16)).toString('latin1')
  if (/^[0-9a-f]{9,} /im.test(firstLines)) return 8
  for (let symbol = 0; symbol < count; symbol++) if (high[symbol] !== 0) return 8
  return 4
}
