/**
 * Symbol tables read as the kernel reads them: the same steps, over the same bytes, for every dialect.
 *
 * - A symbol's name is found through the marker in front of it, and expanded code by code; the first character of the
 *   text is the type letter.
 * - An address is looked for by bisection; of several symbols at one address it is the first that counts. The next
 *   higher address ends it.
 * - A name is looked for by bisection where the table has an order by name, else from the first symbol to the last.
 *
 * Addresses are made into columns once. Names are expanded when they are asked for; `symbols` expands all of them in one
 * walk that needs no markers.
 */
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { counterBytes, markerCount } from '../layout/format.js'
import { byNameCut } from '../select/by-name.js'
import { type Address, isBelow, ZERO } from '../symbols/address.js'
import { bytesOf } from '../symbols/bytes.js'
import { lowerBound } from '../symbols/lower-bound.js'
import { LONGEST_MAP, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { type AddressColumns, type OffsetMeaning, readNumbers, resolveOffsets } from './addresses.js'
import { type AssemblyOptions, readAssembly, withText } from './assembly.js'
import { damaged, literalTexts, NameCursor, tokenTexts } from './names.js'

/** The bytes of each table by its label, without a prefix byte; more bytes than a table needs do no harm. */
export type RawTables = ReadonlyMap<string, Uint8Array>

/** What the tables do not say of themselves. */
export interface TableFormat {
  readonly dialect: Dialect
  /** Bytes of the target's word: 8 unless given. */
  readonly wordBytes?: 4 | 8
  /** Whether the target stores the highest byte of a number first. */
  readonly bigEndian?: boolean
  /** Whether the offsets are those of `--absolute-percpu`. */
  readonly absolutePercpu?: boolean
  /** Whether the order by name is that of `--lto-clang`. */
  readonly ltoClang?: boolean
  /**
   * What the offsets of `--pc-relative` are relative to: their own places, and then where the table stands, or, where
   * they are not linked yet, `_text` at this address. Without it offsets that have no base are lower halves of addresses.
   */
  readonly pcRelative?: { readonly to: 'place' | 'text'; readonly address: Address }
}

/** What is known of an address. */
export interface FoundAddress {
  /** The first symbol at the highest address that is not above. */
  readonly symbol: number
  /** From the symbol to the address. */
  readonly offset: Address
  /** From the symbol to the next higher one; null where there is none. The kernel takes the end of a section then. */
  readonly size: Address | null
}

/** A symbol table that is there as bytes. */
export class Decoder {
  /** Number of symbols. */
  readonly count: number
  private readonly addresses: AddressColumns
  private readonly cursor: NameCursor
  private readonly seqs: Uint8Array | null
  private readonly cut: Uint8Array | null

  /**
   * @param tables left as they are; not to be changed while the decoder is in use
   * @throws {KallsymsError} `bad-input` where a table is missing or too short
   */
  constructor(tables: RawTables, format: TableFormat) {
    const { dialect, wordBytes = 8, bigEndian = false } = format
    const numbers = (label: string, count: number, bytes: 2 | 4 | 8): AddressColumns =>
      readNumbers(required(tables, label), label, count, bytes, bigEndian)
    const counter = counterBytes(dialect, wordBytes)
    const counted = numbers('kallsyms_num_syms', 1, counter)
    this.count = counted.low[0] as number
    if (counted.high[0] !== 0) throw damaged('kallsyms_num_syms has more than 32 bits')

    const names = required(tables, 'kallsyms_names')
    if (names.length < this.count) throw damaged(`kallsyms_names has less than ${this.count} names`)
    const markers = numbers('kallsyms_markers', markerCount(this.count), counter)
    const isCompressed = tables.has('kallsyms_token_table') || tables.has('kallsyms_token_index')
    const tokens = isCompressed
      ? tokenTexts(required(tables, 'kallsyms_token_table'), numbers('kallsyms_token_index', 256, 2).low)
      : literalTexts()
    this.cursor = new NameCursor(names, markers.low, tokens, dialect.nameLength)

    if (tables.has('kallsyms_addresses')) {
      this.addresses = numbers('kallsyms_addresses', this.count, wordBytes)
    } else {
      this.addresses = numbers('kallsyms_offsets', this.count, 4)
      const base = tables.has('kallsyms_relative_base')
        ? addressAt(numbers('kallsyms_relative_base', 1, wordBytes), 0)
        : null
      resolveOffsets(this.addresses, offsetMeaning(format, base), wordBytes)
    }

    this.seqs = tables.get('kallsyms_seqs_of_names') ?? null
    if (this.seqs && this.seqs.length < 3 * this.count) {
      throw damaged(`kallsyms_seqs_of_names has less than ${this.count} entries`)
    }
    const cut = byNameCut(dialect, format.ltoClang === true)
    this.cut = cut === null ? null : bytesOf(cut)
  }

  /** The type letter of a symbol, from the first code of its name; 0 where the format has lost it, a NUL. */
  type(symbol: number): number {
    this.moveTo(symbol)
    return this.cursor.type()
  }

  /** The bytes of a symbol's name, without its type letter; a fresh array. */
  name(symbol: number): Uint8Array {
    this.moveTo(symbol)
    const text = new Uint8Array(this.cursor.textLength())
    this.cursor.expand(text, 0)
    return text.subarray(1)
  }

  /** The address of a symbol. */
  address(symbol: number): Address {
    this.check(symbol)
    return addressAt(this.addresses, symbol)
  }

  /**
   * All symbols of a name, in the order of the table.
   *
   * Where `--lto-clang` cut names for the order, a symbol is found by what is left of its name, as in the kernel.
   */
  findByName(name: Uint8Array): Uint32Array {
    return this.seqs ? this.bisectNames(this.seqs, name) : this.scanNames(name)
  }

  /**
   * The symbol that an address lies in, for a table in the order of addresses; null below the first symbol. What lies
   * behind the last symbol, and in gaps, is not known to the table: the symbol before is given.
   */
  findByAddress({ high, low }: Address): FoundAddress | null {
    const { addresses, count } = this
    const isAbove = (symbol: number, upper: number, lower: number): boolean =>
      isBelow(upper, lower, addresses.high[symbol] as number, addresses.low[symbol] as number)
    let symbol = lowerBound(count, place => !isAbove(place, high, low)) - 1
    if (symbol < 0) return null
    const start = addressAt(addresses, symbol)
    while (symbol > 0 && isAt(addresses, symbol - 1, start)) symbol--
    let next = symbol + 1
    while (next < count && !isAbove(next, start.high, start.low)) next++
    return {
      symbol,
      offset: difference({ high, low }, start),
      size: next < count ? difference(addressAt(addresses, next), start) : null,
    }
  }

  /**
   * All symbols in the order of the table, in columns: type letters, names and addresses. A type letter that the format
   * has lost, a NUL, is left out of the text as it is in the kernel, unless nothing else is there.
   */
  symbols(): SymbolTable {
    const { cursor, count, addresses } = this
    let size = count
    let at = 0
    for (let symbol = 0; symbol < count; symbol++, at = cursor.next) {
      cursor.moveTo(at)
      size += Math.max(1, cursor.textLength())
      if (size > LONGEST_MAP) throw damaged('the names are longer than those of any kernel')
    }
    const builder = new TableBuilder(size)
    const { text } = builder
    at = 0
    for (let symbol = 0; symbol < count; symbol++, at = cursor.next) {
      cursor.moveTo(at)
      const from = builder.next
      const end = Math.max(from + 1, cursor.expand(text, from))
      builder.add(end, addresses.high[symbol] as number, addresses.low[symbol] as number)
    }
    return builder.finish()
  }

  private check(symbol: number): void {
    if (Number.isInteger(symbol) && symbol >= 0 && symbol < this.count) return
    throw new KallsymsError('usage', `there is no symbol ${symbol}: the table has ${this.count}`)
  }

  private moveTo(symbol: number): void {
    this.check(symbol)
    this.cursor.moveToSymbol(symbol)
  }

  private scanNames(name: Uint8Array): Uint32Array {
    const { cursor, count } = this
    const found: number[] = []
    for (let symbol = 0, at = 0; symbol < count; symbol++, at = cursor.next) {
      cursor.moveTo(at)
      if (cursor.isNamed(name)) found.push(symbol)
    }
    return Uint32Array.from(found)
  }

  private bisectNames(seqs: Uint8Array, name: Uint8Array): Uint32Array {
    const first = lowerBound(this.count, place => this.compareAt(seqs, place, name) < 0)
    // The kernel hits any of several first and looks around it; this is the first of them already.
    const found: number[] = []
    for (let i = first; i < this.count && this.compareAt(seqs, i, name) === 0; i++) found.push(seqAt(seqs, i))
    return Uint32Array.from(found)
  }

  /** Negative where the name at a place in the order by name, cut as it was for the order, is below another. */
  private compareAt(seqs: Uint8Array, place: number, other: Uint8Array): number {
    const symbol = seqAt(seqs, place)
    if (symbol >= this.count) throw damaged(`kallsyms_seqs_of_names has ${symbol} of ${this.count} symbols`)
    this.cursor.moveToSymbol(symbol)
    return this.cursor.compare(other, this.cut)
  }
}

/** How to decode assembly text: what nothing in it says. */
export interface DecodeOptions extends AssemblyOptions, Omit<TableFormat, 'pcRelative'> {
  /** The address of `_text`: 0 unless given, and all addresses are then relative to it. */
  readonly text?: Address
}

/**
 * Decodes assembly text, as if it were part of an image.
 *
 * @param assembly what `generate` or a C tool wrote
 * @throws {KallsymsError} `bad-input` where it is not such text, or not of this dialect
 */
export function decodeAssembly(assembly: Uint8Array, options: DecodeOptions): Decoder {
  const assembled = readAssembly(assembly, options)
  const text = options.text ?? ZERO
  const tables = new Map<string, Uint8Array>()
  for (const [label, table] of assembled.tables) tables.set(label, withText(table, assembled, text))
  const hasDistances = (assembled.tables.get('kallsyms_offsets')?.textDistances.length ?? 0) > 0
  return new Decoder(
    tables,
    hasDistances ? { ...options, pcRelative: { to: 'text', address: text } } : options,
  )
}

function required(tables: RawTables, label: string): Uint8Array {
  const table = tables.get(label)
  if (!table) throw damaged(`there is no ${label}`)
  return table
}

function offsetMeaning({ absolutePercpu, pcRelative }: TableFormat, base: Address | null): OffsetMeaning {
  if (base) return { from: absolutePercpu ? 'base-less-one' : 'base', base }
  if (pcRelative?.to === 'place') return { from: 'place', at: pcRelative.address }
  if (pcRelative) return { from: 'text', text: pcRelative.address }
  return { from: 'nothing' }
}

function addressAt({ high, low }: AddressColumns, i: number): Address {
  return { high: high[i] as number, low: low[i] as number }
}

function isAt({ high, low }: AddressColumns, i: number, address: Address): boolean {
  return high[i] === address.high && low[i] === address.low
}

/** a - b, where a is not below b. */
function difference(a: Address, b: Address): Address {
  return { high: a.high - b.high - (a.low < b.low ? 1 : 0), low: (a.low - b.low) >>> 0 }
}

function seqAt(seqs: Uint8Array, place: number): number {
  const at = 3 * place
  return ((seqs[at] as number) << 16) | ((seqs[at + 1] as number) << 8) | (seqs[at + 2] as number)
}
