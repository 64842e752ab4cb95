/**
 * Symbol tables read as the kernel reads them: the same steps, over the same bytes, for every dialect.
 *
 * - A symbol's name is found through the marker before it, and expanded code by code; the first character of the text is
 *   the type letter.
 * - An address is looked up by bisection. Of several symbols at one address the first counts; the next higher address
 *   ends it.
 * - A name is looked up by bisection where the table has an order by name, else from the first symbol to the last.
 *
 * Addresses are converted to columns once. Names are expanded on demand; `symbols` expands all of them in one walk that
 * needs no markers.
 */
import { KallsymsError } from '../errors.js'
import { type Address, isAddress, ZERO } from '../symbols/address.js'
import { LONGEST_MAP, type SymbolTable, TableBuilder } from '../symbols/table.js'
import { addressAt, type FoundAddress, findByAddress, readAddresses } from './addresses.js'
import { type AssemblyOptions, readAssembly, withText } from './assembly.js'
import { NameSearch } from './name-search.js'
import { literalTexts, type NameCursor, openNames, StoredNames, tokenTexts } from './names.js'
import {
  damaged,
  type NumberColumns,
  type RawTables,
  readCount,
  readNumbers,
  required,
  type TableFormat,
} from './tables.js'

/** A symbol table, read from its bytes. */
export class Decoder {
  /** Number of symbols. */
  readonly count: number
  private readonly addresses: NumberColumns
  private readonly cursor: NameCursor
  private readonly names: NameSearch

  /**
   * @param tables not copied: they must not change while the decoder is in use
   * @throws {KallsymsError} `bad-input` where a table is missing or too short, `usage` for `ltoClang` with a dialect
   *   whose tool has no `--lto-clang`
   */
  constructor(tables: RawTables, format: TableFormat) {
    this.count = readCount(tables, format)
    const isCompressed = tables.has('kallsyms_token_table') || tables.has('kallsyms_token_index')
    const tokens = isCompressed
      ? tokenTexts(
          required(tables, 'kallsyms_token_table'),
          readNumbers(tables, 'kallsyms_token_index', 256, 2, format).low,
        )
      : literalTexts()
    this.cursor = openNames(tables, format, this.count, tokens)
    this.addresses = readAddresses(tables, format, this.count)
    this.names = new NameSearch(new StoredNames(this.cursor, this.count), this.count, tables, format)
  }

  /** The type letter of a symbol, from the first code of its name; 0 where the format has lost it, a NUL. */
  type(symbol: number): number {
    this.moveTo(symbol)
    return this.cursor.type()
  }

  /** The bytes of a symbol's name, without its type letter; a new array. */
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
   * All symbols with a name, in the order of the table.
   *
   * Where `--lto-clang` cut names for the order by name, a symbol is found by the rest of its name, as in the kernel.
   */
  findByName(name: Uint8Array): Uint32Array {
    if (!(name instanceof Uint8Array)) throw new TypeError('the name is a Uint8Array, such as a Buffer')
    return this.names.find(name)
  }

  /**
   * The symbol that contains an address, for a table sorted by address; null below the first symbol. The table does not
   * tell where the last symbol ends, nor gaps: there, it is the symbol before.
   */
  findByAddress(address: Address): FoundAddress | null {
    if (!isAddress(address))
      throw new TypeError('the address has two unsigned halves of 32 bits: high and low')
    return findByAddress(this.addresses, address)
  }

  /**
   * All symbols in the order of the table, in columns: type letters, names and addresses. A type letter that the format
   * has lost, a NUL, is missing from the text as it is in the kernel, unless the text would be empty.
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
}

/** How to decode assembly text, as far as the text does not tell. */
export interface DecodeOptions extends AssemblyOptions, Omit<TableFormat, 'pcRelative'> {
  /** The address of `_text`: 0 unless given; all addresses are then relative to it. */
  readonly text?: Address
}

/**
 * Decodes assembly text as if it were linked into an image.
 *
 * @param assembly output of `generate` or of a C tool
 * @throws {KallsymsError} `bad-input` where it is no such text, or not of this dialect
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
