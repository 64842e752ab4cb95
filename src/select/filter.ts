/** The rules by which a symbol is kept or not. */
import type { Dialect } from '../dialect/dialect.js'
import { type Address, isBelow } from '../symbols/address.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import type { Boundaries } from './boundaries.js'
import { compileIgnoreRules, findSubstrings, type NameMatcher, nameStart } from './ignore.js'
import { findLayoutDependent, type LayoutDependent, type RangeBoundary } from './layout-dependent.js'
import { Prefilter } from './prefilter.js'
import { spanOf } from './span.js'

export interface FilterOptions {
  readonly dialect: Dialect
  /** Keep all symbols, not only those in text ranges. */
  readonly allSymbols: boolean
  /** The byte that the architecture puts before every name, or -1. */
  readonly symbolPrefix: number
  /** Symbols below this address are left out. */
  readonly pageOffset: Address
}

/** Absolute symbols that are kept because architectures need them. */
const NEEDED_ABSOLUTE = [
  '__kernel_syscall_via_break',
  '__kernel_syscall_via_epc',
  '__kernel_sigtramp',
  '__gp',
]

const DOLLAR = 0x24
const DOT = 0x2e

/** Indices of `Boundaries`: `_text`, the percpu area, then start and end of each text range. */
export const TEXT_START = 0
export const PERCPU_START = 1
export const PERCPU_END = 2
const FIRST_RANGE = 3

/** Symbols that may be layout-dependent: no rule about names leaves them out. */
export interface Candidates {
  readonly symbols: Uint32Array
  /** One byte per symbol of the parsed table, 1 if its type letter leaves it out. */
  readonly isDropped: Uint8Array
}

/** The rules of one run, over one table. */
export class SymbolFilter {
  private readonly isIgnored: NameMatcher
  private readonly isDropped: NameMatcher
  private readonly isNeeded: NameMatcher
  private readonly holdsSubstring: Uint8Array | null
  private readonly droppedTypes = new Uint8Array(256)
  /** The symbols that a rule about names or type letters may apply to: none leaves out the others. */
  private readonly suspects: Uint32Array

  private readonly dialect: Dialect

  constructor(
    private readonly table: SymbolTable,
    private readonly options: FilterOptions,
    private readonly boundaries: Boundaries,
    private readonly arena: Arena,
  ) {
    const { dialect } = options
    this.dialect = dialect
    const nothing = { names: [], prefixes: [], suffixes: [], substrings: [] }
    this.isIgnored = compileIgnoreRules(dialect.ignored)
    this.isDropped = compileIgnoreRules({ ...nothing, prefixes: dialect.droppedPrefixes })
    this.isNeeded = compileIgnoreRules({ ...nothing, names: NEEDED_ABSOLUTE })
    this.holdsSubstring = findSubstrings(table, dialect.ignored.substrings, options.symbolPrefix)
    for (const letter of dialect.droppedTypes) this.droppedTypes[letter.charCodeAt(0)] = 1
    this.suspects = this.findSuspects()
  }

  private findSuspects(): Uint32Array {
    const { arena, table, dialect, boundaries, options } = this
    // With a prefix names begin at two places.
    if (options.symbolPrefix >= 0) return allSymbols(arena, table.count)
    const prefilter = new Prefilter(arena)
    prefilter.addLetters(dialect.droppedTypes)
    prefilter.addPrefixes([...boundaries.names, ...dialect.ignored.names, ...dialect.ignored.prefixes])
    prefilter.addPrefixes([...dialect.droppedPrefixes, '$'])
    prefilter.addSuffixes(dialect.ignored.suffixes)
    return prefilter.find(table, this.holdsSubstring)
  }

  /** The symbols that are not dropped when they are read, in the order of the input. Sets the boundaries. */
  keepWhenRead(): Uint32Array {
    const { arena, table, dialect, boundaries } = this
    const { text, start, length, high, low, count } = table
    const isDropped = arena.u8(count)
    for (const symbol of this.suspects) {
      const from = nameStart(table, symbol, this.options.symbolPrefix)
      const to = (start[symbol] as number) + (length[symbol] as number)
      const boundary = boundaries.find(text, from, to)
      const isText = boundary === TEXT_START && dialect.knowsText
      if (isText) boundaries.set(boundary, high[symbol] as number, low[symbol] as number)
      const isExempt = dialect.keepsBorders && (isText || boundary >= FIRST_RANGE)
      if (!isExempt && this.isDroppedWhenRead(symbol, from, to)) isDropped[symbol] = 1
      else if (boundary >= 0) boundaries.set(boundary, high[symbol] as number, low[symbol] as number)
    }
    return this.without(allSymbols(arena, count), isDropped)
  }

  /** Removes the marked symbols from a list in the arena. */
  private without(symbols: Uint32Array, marks: Uint8Array): Uint32Array {
    const { arena } = this
    return symbols.subarray(
      0,
      arena.loops.dropMarked(arena.writable(symbols), symbols.length, arena.at(marks)),
    )
  }

  private isDroppedWhenRead(symbol: number, from: number, to: number): boolean {
    const { dialect } = this
    const { text, start } = this.table
    if (this.droppedTypes[text[start[symbol] as number] as number]) {
      if (this.isDroppedLetter(symbol, from, to)) return true
      return dialect.ignoredWhen === 'reading' && this.isIgnoredName(symbol, from, to)
    }
    if (this.isMappingSymbol(symbol, from, to)) return true
    if (dialect.droppedPrefixes.length > 0 && this.isDropped(text, from, to)) return true
    return dialect.ignoredWhen === 'reading' && this.isIgnoredName(symbol, from, to)
  }

  /** Whether the symbol is left out by its type letter alone. */
  private isDroppedLetter(symbol: number, from: number, to: number): boolean {
    const { text, start } = this.table
    const type = text[start[symbol] as number] as number
    if (this.droppedTypes[type] === 0) return false
    const isAbsolute = (type | 0x20) === 0x61
    return !isAbsolute || !this.isNeeded(text, from, to)
  }

  /** Whether a rule leaves out all symbols of this name, whatever their type letters are. */
  private isLeftOutByName(symbol: number, from: number, to: number): boolean {
    const { dialect } = this
    if (this.isMappingSymbol(symbol, from, to)) return true
    if (dialect.droppedPrefixes.length > 0 && this.isDropped(this.table.text, from, to)) return true
    return this.isIgnoredName(symbol, from, to)
  }

  /** `$a`, `$d.x` and the like after the prefix byte; where the dialect says so, all symbols that start with `$`. */
  private isMappingSymbol(symbol: number, from: number, to: number): boolean {
    const { dropsDollar, mappingSymbols } = this.dialect
    const { text, start } = this.table
    const fullFrom = (start[symbol] as number) + 1
    if (dropsDollar && fullFrom < to && text[fullFrom] === DOLLAR) return true
    if (mappingSymbols === '' || text[from] !== DOLLAR) return false
    // The C tool looks the letter up with strchr(), which finds the end of a name that has none.
    if (to - from === 1) return true
    const letter = String.fromCharCode(text[from + 1] as number)
    return mappingSymbols.includes(letter) && (to - from === 2 || text[from + 2] === DOT)
  }

  private isIgnoredName(symbol: number, from: number, to: number): boolean {
    return this.isIgnored(this.table.text, from, to) || this.holdsSubstring?.[symbol] === 1
  }

  /** Those symbols of a list that the address filter, and the exclusions that go with it, keep; in their order. */
  filter(symbols: Uint32Array): Uint32Array {
    const { arena, table, dialect, options } = this
    const { high, low, start, length } = table
    const { pageOffset } = options
    const hasPageOffset = pageOffset.high !== 0 || pageOffset.low !== 0
    const ignoresHere = dialect.ignoredWhen === 'filtering'
    if (options.allSymbols && !hasPageOffset) {
      if (!ignoresHere) return symbols
      const isIgnored = arena.u8(table.count)
      for (const symbol of this.suspects) {
        const from = nameStart(table, symbol, options.symbolPrefix)
        const to = (start[symbol] as number) + (length[symbol] as number)
        if (this.isIgnoredName(symbol, from, to)) isIgnored[symbol] = 1
      }
      return this.without(symbols, isIgnored)
    }
    let keptCount = 0
    for (let i = 0; i < symbols.length; i++) {
      const symbol = symbols[i] as number
      const upper = high[symbol] as number
      const lower = low[symbol] as number
      if (hasPageOffset && isBelow(upper, lower, pageOffset.high, pageOffset.low)) continue
      const from = nameStart(table, symbol, options.symbolPrefix)
      const to = (start[symbol] as number) + (length[symbol] as number)
      if (!options.allSymbols && !this.isInRange(from, to, upper, lower)) continue
      if (ignoresHere && this.isIgnoredName(symbol, from, to)) continue
      symbols[keptCount++] = symbol
    }
    return symbols.subarray(0, keptCount)
  }

  /**
   * The symbols that another layout can have an effect on: no rule about names leaves them out. If addresses do not
   * matter, these are only the symbols that are left out by their type letters.
   */
  candidates(): Candidates {
    const { table, dialect, options } = this
    const { text, start, length, high, low, count } = table
    const { pageOffset } = options
    const symbols = new Uint32Array(count)
    const isDropped = new Uint8Array(count)
    let found = 0
    for (let symbol = 0; symbol < count; symbol++) {
      const type = text[start[symbol] as number] as number
      if (options.allSymbols && this.droppedTypes[type] === 0) continue
      const from = nameStart(table, symbol, options.symbolPrefix)
      const to = (start[symbol] as number) + (length[symbol] as number)
      if (this.isLeftOutByName(symbol, from, to)) continue
      if (isBelow(high[symbol] as number, low[symbol] as number, pageOffset.high, pageOffset.low)) continue
      const boundary = this.boundaries.find(text, from, to)
      const isExempt = dialect.keepsBorders && (boundary === TEXT_START || boundary >= FIRST_RANGE)
      if (!isExempt && this.isDroppedLetter(symbol, from, to)) isDropped[symbol] = 1
      symbols[found++] = symbol
    }
    return { symbols: symbols.subarray(0, found), isDropped }
  }

  /** @param kept the symbols of the table, after all rules */
  findLayoutDependent(kept: Uint32Array, { symbols, isDropped }: Candidates): LayoutDependent {
    const { table, options, boundaries } = this
    const { high, low, start, length } = table
    const text = boundaries.address(TEXT_START)
    const span = spanOf(table, kept, null)
    const lowest = text.high !== 0 || text.low !== 0 ? text : span.lowest
    const { highest } = span
    const letterDecides = (symbol: number): boolean => {
      if (isDropped[symbol] === 0) return false
      const upper = high[symbol] as number
      const lower = low[symbol] as number
      // Other numbers, such as checksums, are absolute symbols too: those are not addresses in the image.
      if (isBelow(upper, lower, lowest.high, lowest.low) || isBelow(highest.high, highest.low, upper, lower))
        return false
      if (options.allSymbols) return true
      const from = nameStart(table, symbol, options.symbolPrefix)
      return this.isInRange(from, (start[symbol] as number) + (length[symbol] as number), upper, lower)
    }
    const rangeBoundaries = options.allSymbols ? [] : this.rangeBoundaries()
    const { mayEnter, mayLeave } = findLayoutDependent(
      table,
      kept,
      symbols,
      letterDecides,
      rangeBoundaries,
      this.arena,
    )
    return { mayEnter, mayLeave: mayLeave.filter(symbol => !this.isRangeBoundary(symbol)) }
  }

  /** The boundary symbols of a range are inside of it in every layout. */
  private isRangeBoundary(symbol: number): boolean {
    const { table, options, boundaries } = this
    const from = nameStart(table, symbol, options.symbolPrefix)
    const to = (table.start[symbol] as number) + (table.length[symbol] as number)
    return boundaries.find(table.text, from, to) >= FIRST_RANGE
  }

  /** The boundaries of those text ranges that the map has. */
  private rangeBoundaries(): RangeBoundary[] {
    const { dialect, boundaries } = this
    return dialect.ranges.flatMap(({ guarded }, range): RangeBoundary[] => {
      const start = boundaries.address(FIRST_RANGE + 2 * range)
      const end = boundaries.address(FIRST_RANGE + 2 * range + 1)
      if (end.high === 0 && end.low === 0) return []
      return [
        { address: start, side: 'start', guarded },
        { address: end, side: 'end', guarded },
      ]
    })
  }

  private isInRange(from: number, to: number, high: number, low: number): boolean {
    const { boundaries, dialect } = this
    const { text } = this.table
    if (dialect.keepsStartStop && (startsWith(text, from, to, START) || startsWith(text, from, to, STOP))) {
      return true
    }
    let isInside = false
    for (let range = 0; range < dialect.ranges.length; range++) {
      const start = FIRST_RANGE + 2 * range
      const end = start + 1
      if (boundaries.contains(start, end, high, low)) isInside = true
      // A symbol at the end of a text range belongs to what follows, except for the end symbol.
      const isGuarded = dialect.ranges[range]?.guarded
      if (isGuarded && boundaries.isAt(end, high, low) && boundaries.find(text, from, to) !== end)
        return false
    }
    return isInside
  }
}

/** All symbols of a table, in its order. */
function allSymbols(arena: Arena, count: number): Uint32Array {
  const symbols = arena.u32(count)
  arena.loops.countUp(arena.writable(symbols), count)
  return symbols
}

const START = bytesOf('__start_')
const STOP = bytesOf('__stop_')

function startsWith(text: Uint8Array, from: number, to: number, prefix: Uint8Array): boolean {
  return to - from >= prefix.length && hasAt(text, from, prefix)
}
