/** Decoders of proposals: what they must do, the kernel's, and one for names that are stored in another way. */

import { findByAddress, readAddresses } from '../../decode/addresses.js'
import { Decoder } from '../../decode/decoder.js'
import { compareName, NameSearch } from '../../decode/name-search.js'
import { literalTexts, openNames } from '../../decode/names.js'
import { type RawTables, readCount, type TableFormat } from '../../decode/tables.js'
import { SYMBOLS_PER_MARKER } from '../../layout/format.js'
import type { Address } from '../../symbols/address.js'

/** What a kernel needs from its symbol table. */
export interface NameDecoder {
  /** Number of symbols. */
  readonly count: number
  /** Type letter and name of a symbol. */
  text(symbol: number): Uint8Array
  /** The same of all symbols in the order of the table, as for `/proc/kallsyms`. */
  texts(): Iterable<Uint8Array>
  /** All symbols with a name, which is given without a letter. */
  findByName(name: Uint8Array): ArrayLike<number>
  /** The first symbol at the highest address that is not above; -1 where there is none. */
  findByAddress(address: Address): number
}

/** Type letters and names, however they are stored. */
export interface NameTexts {
  /** Type letter and name of one symbol, found as the kernel finds it: from a marker on. */
  readonly text: (symbol: number) => Uint8Array
  /** The same of all symbols, in one walk. */
  readonly texts: () => Iterable<Uint8Array>
}

/** The kernel's decoder. */
export function kernelDecoder(tables: RawTables, format: TableFormat): NameDecoder {
  const decoder = new Decoder(tables, format)
  return {
    count: decoder.count,
    text: symbol => Uint8Array.of(decoder.type(symbol), ...decoder.name(symbol)),
    *texts() {
      const { text, start, length, count } = decoder.symbols()
      for (let symbol = 0; symbol < count; symbol++) {
        const from = start[symbol] as number
        yield text.subarray(from, from + (length[symbol] as number))
      }
    },
    findByName: name => decoder.findByName(name),
    findByAddress: address => decoder.findByAddress(address)?.symbol ?? -1,
  }
}

/** A decoder that searches as the kernel does, in names that come from a function. */
export function decoderOfTexts(
  tables: RawTables,
  format: TableFormat,
  { text, texts }: NameTexts,
): NameDecoder {
  const count = readCount(tables, format)
  const addresses = readAddresses(tables, format, count)
  const names = new NameSearch(
    {
      compare(symbol, other, cut) {
        const own = text(symbol)
        return compareName(own, own.length, other, cut)
      },
      scan(name) {
        const found: number[] = []
        let symbol = 0
        for (const own of texts()) {
          if (compareName(own, own.length, name, null) === 0) found.push(symbol)
          symbol++
        }
        return found
      },
    },
    count,
    tables,
    format,
  )
  return {
    count,
    text,
    texts,
    findByName: name => names.find(name),
    findByAddress: address => findByAddress(addresses, address)?.symbol ?? -1,
  }
}

/** Walks over the codes of the names from a marker on; markers count from 0. */
export function codeWalker(tables: RawTables, format: TableFormat): (marker: number) => Iterable<Uint8Array> {
  const count = readCount(tables, format)
  return function* (marker) {
    const cursor = openNames(tables, format, count, literalTexts())
    for (let symbol = SYMBOLS_PER_MARKER * marker; symbol < count; symbol++) {
      if (symbol % SYMBOLS_PER_MARKER === 0) cursor.moveToSymbol(symbol)
      else cursor.moveTo(cursor.next)
      const codes = new Uint8Array(cursor.textLength())
      cursor.expand(codes, 0)
      yield codes
    }
  }
}
