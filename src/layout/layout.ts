/** The sizes of the tables, as the assembler will make them, and the markers. */
import type { CompressedNames } from '../compress/compress.js'
import type { TokenTable } from '../compress/token-table.js'
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
 * @param word bytes of the target's `PTR`, 4 or 8: the assembler decides, and until then it is a guess, on which the
 *   sizes of addresses, base, and up to 4.19 counts and markers rest
 */
export function layOut(
  names: CompressedNames,
  tokenTable: TokenTable | null,
  dialect: Dialect,
  form: AddressForm,
  word: number,
): Layout {
  const { length } = names
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
  const addresses = form === 'addresses' ? [table('addresses', count * word)] : [table('offsets', count * 4)]
  if (form === 'base-relative') addresses.push(table('relative_base', word))
  const seqs = dialect.seqs ? [table('seqs_of_names', count * 3)] : []
  const tokens = tokenTable ? [table('token_table', tokenTable.bytes), table('token_index', CODES * 2)] : []
  const named = [
    table('num_syms', counter),
    table('names', offset),
    table('markers', markers.length * counter),
  ]
  const tables = dialect.addressesFirst
    ? [...addresses, ...named, ...seqs, ...tokens]
    : [...named, ...tokens, ...addresses, ...seqs]
  return { markers, tables }
}

function table(name: string, bytes: number): TableSize {
  return { label: `kallsyms_${name}`, bytes, padding: 0 }
}
