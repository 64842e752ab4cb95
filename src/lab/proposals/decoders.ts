/** Decoders that proposals build on: the kernel's, and one that gets the texts from elsewhere. */

import { readNumbers } from '../../decode/addresses.js'
import { Decoder, type RawTables, type TableFormat } from '../../decode/decoder.js'
import { literalTexts, NameCursor } from '../../decode/names.js'
import { counterBytes, markerCount, SYMBOLS_PER_MARKER } from '../../layout/format.js'
import type { Address } from '../../symbols/address.js'
import { lowerBound } from '../../symbols/lower-bound.js'
import type { NameDecoder } from './proposal.js'

/** Type letters and names, however they are stored. */
export interface TextsOf {
  /** Of one symbol: found as the kernel finds it, from a marker on. */
  readonly text: (symbol: number) => Uint8Array
  /** Of all, in one walk. */
  readonly texts: () => Iterable<Uint8Array>
}

/** The kernel's own way, step by step. */
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
    findByAddress: address => symbolAt(decoder, address),
  }
}

/** Walks over the codes of the names from a marker on: its number is counted from 0. */
export function codeWalker(tables: RawTables, format: TableFormat): (marker: number) => Iterable<Uint8Array> {
  const { dialect, wordBytes = 8, bigEndian = false } = format
  const { count } = new Decoder(tables, format)
  const names = tables.get('kallsyms_names') as Uint8Array
  const size = counterBytes(dialect, wordBytes)
  const table = tables.get('kallsyms_markers') as Uint8Array
  const markers = readNumbers(table, 'kallsyms_markers', markerCount(count), size, bigEndian).low
  return function* (marker) {
    const cursor = new NameCursor(names, markers, literalTexts(), dialect.nameLength)
    for (let symbol = SYMBOLS_PER_MARKER * marker; symbol < count; symbol++) {
      if (symbol % SYMBOLS_PER_MARKER === 0) cursor.moveToSymbol(symbol)
      else cursor.moveTo(cursor.next)
      const codes = new Uint8Array(cursor.textLength())
      cursor.expand(codes, 0)
      yield codes
    }
  }
}

/**
 * Addresses are the kernel's, and names are found as it finds them: by bisection where the tables have an order by name,
 * else by a walk.
 */
export function decoderOfTexts(
  tables: RawTables,
  format: TableFormat,
  { text, texts }: TextsOf,
): NameDecoder {
  const decoder = new Decoder(tables, format)
  const { count } = decoder
  const seqs = tables.get('kallsyms_seqs_of_names')
  const cut = format.ltoClang ? format.dialect.ltoCut : null
  const compareAt = (name: Uint8Array, place: number): number => {
    const at = 3 * place
    const bytes = seqs as Uint8Array
    const symbol =
      ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number)
    return Buffer.compare(cutAt(text(symbol).subarray(1), cut), name)
  }
  const bisect = (name: Uint8Array): number[] => {
    const first = lowerBound(count, place => compareAt(name, place) < 0)
    const found: number[] = []
    for (let place = first; place < count && compareAt(name, place) === 0; place++) {
      const [high = 0, middle = 0, least = 0] = (seqs as Uint8Array).subarray(3 * place)
      found.push((high << 16) | (middle << 8) | least)
    }
    return found
  }
  const walk = (name: Uint8Array): number[] => {
    const found: number[] = []
    let symbol = 0
    for (const each of texts()) {
      if (Buffer.compare(each.subarray(1), name) === 0) found.push(symbol)
      symbol++
    }
    return found
  }
  return {
    count,
    text,
    texts,
    findByName: name => (seqs ? bisect(name) : walk(name)),
    findByAddress: address => symbolAt(decoder, address),
  }
}

function symbolAt(decoder: Decoder, address: Address): number {
  return decoder.findByAddress(address)?.symbol ?? -1
}

function cutAt(name: Uint8Array, cut: string | null): Uint8Array {
  const at = cut === null ? -1 : Buffer.from(name).indexOf(cut, 0, 'latin1')
  return at < 0 ? name : name.subarray(0, at)
}
