/**
 * Which symbols are kept, and what else the symbols of a map tell: the address of `_text`, the base of the offsets.
 *
 * Two families of tools do the same things in different orders, and the order shows in the output. Up to 5.4 a symbol
 * is judged by its type when it is read, and by its address and its name at the very end, after percpu symbols were
 * retyped and the base was taken as the lowest address of all. From 5.6 on all judging is done first. Both are written
 * here as one sequence with the filter at one of two places.
 */
import type { Dialect } from '../dialect/dialect.js'
import { type Address, HIGHEST, ZERO } from '../symbols/address.js'
import { bytesOf } from '../symbols/bytes.js'
import { gather, placeTable, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { Arena } from '../wasm/arena.js'
import { Borders } from './borders.js'
import {
  BORDER_PERCPU_END,
  BORDER_PERCPU_START,
  BORDER_TEXT,
  type SelectOptions,
  SymbolFilter,
} from './filter.js'
import { type LayoutDependentTables, layoutDependentTables } from './layout-dependent.js'
import { sortSymbols } from './order.js'
import { spanOf } from './span.js'

/** The symbols of the table to be, in its order. */
export interface Selection {
  /** Columns in the order of the table; the text buffer is that of the parsed table. */
  readonly symbols: SymbolTable
  /** One byte a symbol, 1 where `--absolute-percpu` made its address absolute; null where nothing did. */
  readonly absolute: Uint8Array | null
  /** The address of `_text`, 0 without one. */
  readonly text: Address
  /** What offsets are relative to; 0 where none is wanted or there is no symbol to take it from. */
  readonly base: Address
  /** What the table may come to in another layout; null unless asked for. */
  readonly layoutDependent: LayoutDependentTables | null
}

const TYPE_ABSOLUTE = 0x41
const TYPE_READ_ONLY = 0x52

/**
 * Selects and orders the symbols of a parsed table. The type letters of percpu symbols are changed in its text buffer when
 * `absolutePercpu` asks for it, or in a copy where it does not lie in the arena.
 *
 * @param arena where the symbols will lie
 */
export function select(
  parsed: SymbolTable,
  dialect: Dialect,
  options: SelectOptions,
  arena: Arena = new Arena(),
): Selection {
  const table = placeTable(parsed, arena)
  const borders = new Borders([
    { name: '_text', unset: ZERO },
    { name: '__per_cpu_start', unset: HIGHEST },
    { name: '__per_cpu_end', unset: ZERO },
    ...dialect.ranges.flatMap(({ start, end }) => [
      { name: start, unset: ZERO },
      { name: end, unset: ZERO },
    ]),
  ])
  const filter = new SymbolFilter(table, dialect, options, borders, arena)
  const candidates = options.findsLayoutDependent ? filter.candidates() : null

  let kept = filter.keepWhenRead()
  if (dialect.filterWhen === 'before-sorting') kept = filter.filter(kept)
  const absolute = options.absolutePercpu ? retypePercpu(table, kept, borders, arena) : null
  const flags = dialect.absolute === 'flag' ? absolute : null
  const takesLowest = options.relative && dialect.relativeBase?.from === 'lowest-read'
  const lowest = takesLowest ? spanOf(table, kept, flags).lowest : ZERO
  if (dialect.sorted) sortSymbols(table, kept, arena)
  if (dialect.filterWhen === 'after-sorting') kept = filter.filter(kept)
  const layoutDependent =
    candidates &&
    layoutDependentTables(
      table,
      filter.findLayoutDependent(kept, candidates),
      kept,
      newSymbols(dialect, options, arena),
      arena,
    )

  return {
    symbols: gather(table, kept, arena),
    absolute: flags && flagsOf(flags, kept, arena),
    text: borders.address(BORDER_TEXT),
    base: options.relative ? baseAddress(table, kept, flags, dialect, lowest) : ZERO,
    layoutDependent,
  }
}

/** Gives the symbols of the percpu area the type of absolute symbols; one byte for each symbol of the table, 1 if so. */
function retypePercpu(table: SymbolTable, symbols: Uint32Array, borders: Borders, arena: Arena): Uint8Array {
  const flags = arena.u8(table.count)
  const from = borders.address(BORDER_PERCPU_START)
  const to = borders.address(BORDER_PERCPU_END)
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
 * Of the labels that the next map will have those that are symbols like others to the dialect, as far as that can be
 * told: whether their place is within a range of text cannot, and is not to be expected.
 */
function newSymbols(dialect: Dialect, options: SelectOptions, arena: Arena): SymbolTable {
  const prefix = options.symbolPrefix < 0 ? [] : [options.symbolPrefix]
  const symbols = options.newLabels.map(label => Uint8Array.of(TYPE_READ_ONLY, ...prefix, ...bytesOf(label)))
  const builder = new TableBuilder(
    symbols.reduce((sum, symbol) => sum + symbol.length + 1, 0),
    arena,
  )
  for (const symbol of symbols) {
    builder.text.set(symbol, builder.next)
    builder.add(builder.next + symbol.length, HIGHEST.high, HIGHEST.low)
  }
  const rules = { ...options, findsLayoutDependent: false }
  return select(builder.finish(), dialect, rules, arena).symbols
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

function addressOf(table: SymbolTable, symbol: number): Address {
  return { high: table.high[symbol] as number, low: table.low[symbol] as number }
}
