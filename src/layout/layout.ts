/** The sizes of the tables, as the assembler will make them, and the markers. */
import type { CompressedNames } from '../compress/compress.js'
import { tokenTable } from '../compress/token-table.js'
import { CODES } from '../compress/tokens.js'
import type { AddressForm, Dialect } from '../dialect/dialect.js'
import { Arena } from '../wasm/arena.js'

/** One table or variable of the output. */
export interface TableSize {
  /** Its label. */
  readonly label: string
  /** Of its content. */
  readonly bytes: number
  /** Bytes behind the content that hold its place; 0 in the exact output. */
  readonly padding: number
}

export interface Layout {
  /** Where in the names every 256th symbol begins: below 4 GiB as the text is. */
  readonly markers: Uint32Array
  /** In the order of the output; alignment between them is not counted. */
  readonly tables: readonly TableSize[]
}

/** The labels of a dialect's tables in the order of the output. */
export function tableLabels(dialect: Dialect, form: AddressForm, isCompressed: boolean): string[] {
  const addresses = form === 'addresses' ? ['addresses'] : ['offsets']
  if (form === 'base-relative') addresses.push('relative_base')
  const names = ['num_syms', 'names', 'markers']
  const seqs = dialect.seqs ? ['seqs_of_names'] : []
  const tokens = isCompressed ? ['token_table', 'token_index'] : []
  const order = dialect.addressesFirst
    ? [...addresses, ...names, ...seqs, ...tokens]
    : [...names, ...tokens, ...addresses, ...seqs]
  return order.map(name => `kallsyms_${name}`)
}

/** What tables are aligned to, in bytes, on a target whose `PTR` makes so many. */
export function tableAlignment(dialect: Dialect, word: 4 | 8): 4 | 8 {
  return dialect.preamble ? word : 4
}

/** Every so many symbols have a marker. */
export const SYMBOLS_PER_MARKER = 256

/**
 * Up to how many codes of a name its length takes one byte, and how many bytes it takes above. A length of one byte is
 * cut where it does not fit.
 */
const LENGTH_BYTES: Readonly<Record<Dialect['nameLength'], readonly [one: number, more: number]>> = {
  byte: [0xffff, 1],
  'zero-prefix': [0xff, 3],
  uleb128: [0x7f, 2],
}

/**
 * @param labels the tables in the order of the output
 * @param word bytes of the target's `PTR`, 4 or 8: the assembler decides, and until then it is a guess, on which the
 *   sizes of addresses, base, and up to 4.19 counts and markers rest
 */
export function layOut(
  { length, tokens }: CompressedNames,
  labels: readonly string[],
  dialect: Dialect,
  word: 4 | 8,
  arena: Arena = new Arena(),
): Layout {
  const count = length.length
  const markers = arena.u32(Math.ceil(count / SYMBOLS_PER_MARKER))
  const [one, more] = LENGTH_BYTES[dialect.nameLength]
  const size = arena.loops.placeNames(
    arena.at(length),
    count,
    one,
    more,
    SYMBOLS_PER_MARKER,
    arena.writable(markers),
  )

  const counter = dialect.counter === 'PTR' ? word : 4
  const bytes: Readonly<Record<string, number>> = {
    kallsyms_addresses: count * word,
    kallsyms_offsets: count * 4,
    kallsyms_relative_base: word,
    kallsyms_num_syms: counter,
    kallsyms_names: size >>> 0,
    kallsyms_markers: markers.length * counter,
    kallsyms_seqs_of_names: count * 3,
    kallsyms_token_table: tokenTable(tokens).bytes,
    kallsyms_token_index: CODES * 2,
  }
  return { markers, tables: labels.map(label => ({ label, bytes: bytes[label] as number, padding: 0 })) }
}
