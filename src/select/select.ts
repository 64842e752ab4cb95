/**
 * Which symbols are kept, in which order, and what else follows from the symbols of a map: the address of `_text`, the
 * base of the offsets.
 *
 * Two families of C tools do the same steps in different orders, and the order has an effect on the output. Up to 5.4 a
 * symbol is filtered by its type when it is read, and by its address and name at the very end, after percpu symbols were
 * retyped and the base was taken as the lowest address of all. From 5.6 on all filtering is done first. Both are written
 * here as one sequence, with the filter at one of two places.
 */
import type { AddressForm, Dialect } from '../dialect/dialect.js'
import { type Address, HIGHEST, isBelow, ZERO } from '../symbols/address.js'
import { bytesOf } from '../symbols/bytes.js'
import { gather, placeTable, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { Boundaries } from './boundaries.js'
import { type FilterOptions, PERCPU_END, PERCPU_START, SymbolFilter, TEXT_START } from './filter.js'
import { type LayoutDependentTables, layoutDependentTables } from './layout-dependent.js'
import { sortSymbols } from './order.js'
import { spanOf } from './span.js'

export interface SelectOptions extends FilterOptions {
  /** Whether symbols of the percpu area are retyped, and their addresses written as absolute ones. */
  readonly absolutePercpu: boolean
  readonly addressForm: AddressForm
}

/** The symbols of the table, in its order. */
export interface Selection {
  /** Columns in the order of the table, over the text buffer of the parsed table. */
  readonly symbols: SymbolTable
  /** One byte per symbol, 1 if `--absolute-percpu` made its address absolute; null where nothing did. */
  readonly absolute: Uint8Array | null
  /** The address of `_text`, 0 if there is none. */
  readonly text: Address
  /** The base of the offsets; 0 where there is none, and without symbols. */
  readonly base: Address
  /**
   * The symbols below an address which the base was taken from, the lowest first: for messages. They are not all in the
   * table where the base is that of the lowest symbol read. Valid during the run only.
   */
  readonly baseBelow: (address: Address) => readonly SymbolPlace[]
  /** The symbols of the table in other layouts; null unless asked for. */
  readonly layoutDependent: LayoutDependentTables | null
}

/** Where a symbol's letter and name are in the text buffer, and its address. */
export interface SymbolPlace extends Address {
  readonly start: number
  /** Bytes of letter and name. */
  readonly length: number
}

const TYPE_ABSOLUTE = 0x41
const TYPE_READ_ONLY = 0x52

/**
 * Selects and orders the symbols of a parsed table. With `absolutePercpu` the type letters of percpu symbols are changed
 * in its text buffer, or in a copy of it if it does not lie in the arena.
 *
 * @param arena where the symbols will lie
 * @param newLabels null: layout-dependent symbols are not looked for; else symbols that the next map will have and this
 *   one does not, which are the labels of the tables in the first pass
 */
export function select(
  parsed: SymbolTable,
  options: SelectOptions,
  arena: Arena = new Arena(),
  newLabels: readonly string[] | null = null,
): Selection {
  const { dialect } = options
  const isRelative = options.addressForm === 'base-relative'
  const table = placeTable(parsed, arena)
  const boundaries = new Boundaries([
    { name: '_text', unset: ZERO },
    { name: '__per_cpu_start', unset: HIGHEST },
    { name: '__per_cpu_end', unset: ZERO },
    ...dialect.ranges.flatMap(({ start, end }) => [
      { name: start, unset: ZERO },
      { name: end, unset: ZERO },
    ]),
  ])
  const filter = new SymbolFilter(table, options, boundaries, arena)
  const candidates = newLabels && filter.candidates()

  let kept = filter.keepWhenRead()
  if (dialect.filterWhen === 'before-sorting') kept = filter.filter(kept)
  const absolute = options.absolutePercpu ? retypePercpu(table, kept, boundaries, arena) : null
  const flags = dialect.absolute === 'flag' ? absolute : null
  const from = isRelative ? dialect.relativeBase?.from : undefined
  const takesLowest = from === 'lowest-read' || from === 'first-read'
  const lowest = takesLowest ? spanOf(table, kept, flags).lowest : ZERO
  if (dialect.order) sortSymbols(table, kept, dialect.order, arena)
  if (dialect.filterWhen === 'after-sorting') kept = filter.filter(kept)
  const layoutDependent =
    candidates &&
    newLabels &&
    layoutDependentTables(
      table,
      filter.findLayoutDependent(kept, candidates),
      kept,
      newSymbols(newLabels, options, arena),
      arena,
    )

  return {
    symbols: gather(table, kept, arena),
    absolute: flags && flagsOf(flags, kept, arena),
    text: boundaries.address(TEXT_START),
    baseBelow: address =>
      // The symbols read are found again: filtering has reused their list.
      placesBelow(table, takesLowest ? filter.keepWhenRead() : kept, flags, address),
    base: isRelative ? baseAddress(table, kept, flags, dialect, lowest) : ZERO,
    layoutDependent,
  }
}

/** Makes the symbols of the percpu area absolute ones. Returns one byte for each symbol of the table, 1 for those. */
function retypePercpu(
  table: SymbolTable,
  symbols: Uint32Array,
  boundaries: Boundaries,
  arena: Arena,
): Uint8Array {
  const flags = arena.u8(table.count)
  const from = boundaries.address(PERCPU_START)
  const to = boundaries.address(PERCPU_END)
  arena.loops.retype(
    arena.at(symbols),
    symbols.length,
    arena.writable(table.text),
    arena.at(table.start),
    arena.at(table.high),
    arena.at(table.low),
    from.high,
    from.low,
    to.high,
    to.low,
    TYPE_ABSOLUTE,
    arena.writable(flags),
  )
  return flags
}

/** @param flags one byte for each symbol of the table */
function flagsOf(flags: Uint8Array, symbols: Uint32Array, arena: Arena): Uint8Array {
  const gathered = arena.u8(symbols.length)
  arena.loops.gatherBytes(arena.at(symbols), symbols.length, arena.at(flags), arena.writable(gathered))
  return gathered
}

/**
 * Those of the labels that the next map will have which the dialect keeps. Their addresses are not known: they are
 * taken to be outside of all text ranges.
 */
function newSymbols(labels: readonly string[], options: SelectOptions, arena: Arena): SymbolTable {
  const prefix = options.symbolPrefix < 0 ? [] : [options.symbolPrefix]
  const symbols = labels.map(label => Uint8Array.of(TYPE_READ_ONLY, ...prefix, ...bytesOf(label)))
  const builder = new TableBuilder(
    symbols.reduce((sum, symbol) => sum + symbol.length + 1, 0),
    arena,
  )
  for (const symbol of symbols) {
    builder.text.set(symbol, builder.next)
    builder.add(builder.next + symbol.length, HIGHEST.high, HIGHEST.low)
  }
  return select(builder.finish(), options, arena).symbols
}

/** The symbols below an address that are not flagged, by address. */
function placesBelow(
  table: SymbolTable,
  symbols: Uint32Array,
  flags: Uint8Array | null,
  { high, low }: Address,
): SymbolPlace[] {
  const places: SymbolPlace[] = []
  for (const symbol of symbols) {
    const address = addressOf(table, symbol)
    if (flags?.[symbol] || !isBelow(address.high, address.low, high, low)) continue
    places.push({
      start: table.start[symbol] as number,
      length: table.length[symbol] as number,
      ...address,
    })
  }
  return places.sort((a, b) => a.high - b.high || a.low - b.low || a.start - b.start)
}

function baseAddress(
  table: SymbolTable,
  kept: Uint32Array,
  flags: Uint8Array | null,
  dialect: Dialect,
  lowest: Address,
): Address {
  switch (dialect.relativeBase?.from) {
    case 'lowest-read':
      return lowest
    case 'first-read':
      return isHighest(lowest) ? ZERO : lowest
    case 'first-relative': {
      const first = kept.find(symbol => !flags?.[symbol])
      return first === undefined ? ZERO : addressOf(table, first)
    }
    case 'first':
      return kept.length === 0 ? ZERO : addressOf(table, kept[0] as number)
    default:
      return ZERO
  }
}

/** What the lowest address is where there is none. */
function isHighest({ high, low }: Address): boolean {
  return high === HIGHEST.high && low === HIGHEST.low
}

function addressOf(table: SymbolTable, symbol: number): Address {
  return { high: table.high[symbol] as number, low: table.low[symbol] as number }
}
