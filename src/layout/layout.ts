/** The sizes of the tables, as the assembler will make them, and the markers. */
import type { CompressedNames } from '../compress/compress.js'
import { tokenTable } from '../compress/token-table.js'
import { CODES } from '../compress/tokens.js'
import type { AddressForm, Dialect } from '../dialect/dialect.js'

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

/** Bytes that the length in front of a name takes. */
function lengthBytes(form: Dialect['nameLength'], length: number): number {
  switch (form) {
    case 'byte':
      return 1
    case 'zero-prefix':
      return length <= 0xff ? 1 : 3
    case 'uleb128':
      return length <= 0x7f ? 1 : 2
  }
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
): Layout {
  const count = length.length
  const markers = new Uint32Array(Math.ceil(count / SYMBOLS_PER_MARKER))
  const nameLength = dialect.nameLength
  let offset = 0
  for (let symbol = 0; symbol < count; symbol++) {
    if (symbol % SYMBOLS_PER_MARKER === 0) markers[symbol / SYMBOLS_PER_MARKER] = offset
    const codes = length[symbol] as number
    offset += codes + lengthBytes(nameLength, codes)
  }

  const counter = dialect.counter === 'PTR' ? word : 4
  const bytes: Readonly<Record<string, number>> = {
    kallsyms_addresses: count * word,
    kallsyms_offsets: count * 4,
    kallsyms_relative_base: word,
    kallsyms_num_syms: counter,
    kallsyms_names: offset,
    kallsyms_markers: markers.length * counter,
    kallsyms_seqs_of_names: count * 3,
    kallsyms_token_table: tokenTable(tokens).bytes,
    kallsyms_token_index: CODES * 2,
  }
  return { markers, tables: labels.map(label => ({ label, bytes: bytes[label] as number, padding: 0 })) }
}
