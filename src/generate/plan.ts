/**
 * The plan of a run, which is the table of contents of the generator: the stages from the bytes of `nm -n` to tables of
 * known size, in order. After each stage stands what holds from there on. What is left is to write the text.
 */
import { type Encode, encodeNames } from '../compress/compress.js'
import { EMPTY } from '../compress/tokens.js'
import type { TableContents } from '../emit/assembly.js'
import { KallsymsError } from '../errors.js'
import { findHeadroom, type Headroom } from '../layout/headroom.js'
import { layOut, type TableSize } from '../layout/layout.js'
import { type BytesByLabel, padTables } from '../layout/padding.js'
import { type Extents, previousExtents } from '../layout/previous-extents.js'
import { parse } from '../nm/parse.js'
import type { Report } from '../problem.js'
import { MAX_SEQS, orderByName } from '../select/by-name.js'
import { type Selection, select } from '../select/select.js'
import { LONGEST_MAP, type SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import type { ResolvedOptions, StageName } from './options.js'

/** All that is decided before text is written. Its columns lie in the arena of the run. */
export interface Plan extends TableContents {
  /** Symbols of the input that the grammar and the name limit let through. */
  readonly symbolsRead: number
  /** Bytes of the target's word. */
  readonly wordBytes: 4 | 8
  /** What was set aside for growth; null where none was wanted, and in later passes. */
  readonly headroom: Headroom | null
}

/** Where a run works, and who watches it or takes part. */
export interface Run {
  readonly arena: Arena
  readonly report: Report
  readonly onStage: (stage: StageName) => void
  readonly hooks: Hooks
}

/** Functions that a caller puts into a run: to see what a stage made, or to do it in another way. */
export interface Hooks {
  /**
   * Called with the symbols of the table before they are compressed, and the bytes of the target's word. The columns
   * are valid during the run only.
   */
  readonly selected?: (selection: Selection, wordBytes: 4 | 8) => void
  /** Encodes the names instead of the compression; the result may lie outside of the arena. */
  readonly compress?: Encode
}

/** Whether the dialect's C tool crashes where so few symbols are left that no pair is. */
export function mayCrash({ dialect, isCompressed, types }: ResolvedOptions): boolean {
  return dialect.whenPairsRunOut === 'crash' && isCompressed && types === 'exact'
}

/**
 * Makes the plan of a map.
 *
 * @returns null where the dialect's C tool crashes, so that it has no output for this map
 * @throws {KallsymsError} `bad-input`, `empty-table`, `too-large`
 */
export function planTables(map: Uint8Array, options: ResolvedOptions, run: Run): Plan | null {
  const { dialect, holdsSizes } = options
  const { arena, report, onStage, hooks } = run

  onStage('parse')
  if (map.length > LONGEST_MAP) throw new KallsymsError('too-large', 'a map of 2 GiB or more does not fit')
  const read = parse(map, dialect, report, arena)
  const wordBytes = wordBytesOf(map, read)
  const previous = holdsSizes ? previousExtents(read, options, wordBytes) : null
  // No symbol is added from here on.

  onStage('select')
  const growth = { options, wordBytes, previous, isFirst: isFirstPass(read, options, previous), arena }
  const selection = selectWith(read, growth)
  const { symbols } = selection
  checkCount(symbols.count, read.count, options)
  hooks.selected?.(selection, wordBytes)
  // The columns are in the order of the table, and type letters do not change any more.

  onStage('compress')
  const encode = hooks.compress ?? encodeNames
  const names = encode(symbols, options, arena)
  if (mayCrash(options) && names.tokens.kind[0] === EMPTY) return null
  // Every symbol has its codes; the text buffer still holds the names.

  onStage('by-name')
  const byName = dialect.seqs ? orderByName(symbols, options.byNameCut, arena) : null
  // The contents of all tables are known.

  onStage('lay-out')
  const { markers, tokenTable, tables: content } = layOut(names, options, wordBytes, arena)
  const { tables, headroom } = padded(
    content,
    { ...growth, layoutDependent: selection.layoutDependent },
    encode,
  )
  // All sizes are known.

  return {
    symbolsRead: read.count,
    wordBytes,
    selection,
    names,
    tokenTable,
    byName,
    markers,
    tables,
    headroom,
  }
}

/**
 * The sizes of the tables of some symbols, without padding, in the order of the output. The order of the symbols does
 * not matter.
 *
 * @param encode encodes the names; by default the compression
 */
export function contentSizes(
  symbols: SymbolTable,
  options: ResolvedOptions,
  wordBytes: 4 | 8,
  arena: Arena,
  encode: Encode = encodeNames,
): readonly TableSize[] {
  return layOut(encode(symbols, options, arena), options, wordBytes, arena).tables
}

/**
 * The sizes of the tables of a map in a pass, without the rest of the plan: as `planTables`, with padding.
 *
 * @param read a parsed map; the letters of percpu symbols in its text are changed where the options say so
 * @param previous the extents of the tables in the previous pass; null for the first one
 */
export function sizesInPass(
  read: SymbolTable,
  options: ResolvedOptions,
  wordBytes: 4 | 8,
  previous: Extents | null,
  arena: Arena,
): readonly TableSize[] {
  const growth = { options, wordBytes, previous, isFirst: isFirstPass(read, options, previous), arena }
  const { symbols, layoutDependent } = selectWith(read, growth)
  return padded(contentSizes(symbols, options, wordBytes, arena), { ...growth, layoutDependent }).tables
}

/** What the padding of a pass depends on. */
interface Growth {
  readonly options: ResolvedOptions
  readonly wordBytes: 4 | 8
  /** Extents of the tables in the previous pass; null without one, or where sizes are not held. */
  readonly previous: Extents | null
  /** Whether its tables are the first ones that can grow. */
  readonly isFirst: boolean
  readonly arena: Arena
}

/** Builds from 6.11 on begin with the table of an empty map: the first that can grow is the one after it. */
function isFirstPass(
  { count }: SymbolTable,
  { holdsSizes }: ResolvedOptions,
  previous: Extents | null,
): boolean {
  return count > 0 && holdsSizes && !previous?.get('kallsyms_names')
}

function selectWith(read: SymbolTable, { options, previous, isFirst, arena }: Growth): Selection {
  const newLabels = previous ? [] : options.labels
  return select(read, options, arena, isFirst && options.headroom === 'auto' ? newLabels : null)
}

/** Tables with their padding, and what was set aside for growth. */
function padded(
  content: readonly TableSize[],
  growth: Growth & Pick<Selection, 'layoutDependent'>,
  encode: Encode = encodeNames,
): { readonly tables: readonly TableSize[]; readonly headroom: Headroom | null } {
  const { options, wordBytes, previous, isFirst, arena, layoutDependent } = growth
  if (!options.holdsSizes) return { tables: content, headroom: null }
  const wanted = isFirst
    ? findHeadroom(options.headroom, content, layoutDependent, some =>
        contentSizes(some, options, wordBytes, arena, encode),
      )
    : null
  const padTo = (bytes?: BytesByLabel): TableSize[] =>
    padTables(content, previous, options.dialect, wordBytes, bytes)
  const tables = padTo(wanted?.bytes)
  const headroom = wanted && { bytes: paddingOf(tables) - paddingOf(padTo()), symbols: wanted.symbols }
  return { tables, headroom }
}

function checkCount(count: number, read: number, { dialect, allSymbols }: ResolvedOptions): void {
  if (count === 0 && dialect.emptyTable === 'error') {
    throw new KallsymsError(
      'empty-table',
      read === 0
        ? 'the map has no symbol: give the output of `nm -n vmlinux`'
        : `${read === 1 ? 'the only symbol of the map is not' : `none of the ${read} symbols of the map is`} left for the table: is this the output of \`nm -n vmlinux\`` +
            (allSymbols ? '?' : ', with _stext and _etext, or is --all-symbols missing?'),
      { original: 'No valid symbol.' },
    )
  }
  if (dialect.seqs && count > MAX_SEQS) {
    throw new KallsymsError(
      'too-large',
      `${count} symbols: kallsyms_seqs_of_names numbers them in three bytes, at most ${MAX_SEQS} fit`,
    )
  }
}

function paddingOf(tables: readonly TableSize[]): number {
  return tables.reduce((sum, { padding }) => sum + padding, 0)
}

/** Bytes of the target's word. nm prints addresses in full: up to eight digits mean four bytes. */
export function wordBytesOf(map: Uint8Array, { high, count }: SymbolTable): 4 | 8 {
  const firstLines = Buffer.from(map.buffer, map.byteOffset, Math.min(map.length, 1 << 16)).toString('latin1')
  if (/^[0-9a-f]{9,} /im.test(firstLines)) return 8
  for (let symbol = 0; symbol < count; symbol++) if (high[symbol] !== 0) return 8
  return 4
}
