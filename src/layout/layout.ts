/** The markers, the token table, and the sizes of all tables as the assembler will make them. */
import type { CompressedNames } from '../compress/compress.js'
import { type TokenTable, tokenTable } from '../compress/token-table.js'
import { CODES } from '../compress/tokens.js'
import type { Dialect } from '../dialect/dialect.js'
import { Arena } from '../wasm/arena.js'
import { counterBytes, markerCount, SEQ_BYTES, SYMBOLS_PER_MARKER, sizeLinesOf } from './format.js'

/** One table or variable of the output. */
export interface TableSize {
  /** Its label. */
  readonly label: string
  /** Bytes of the content. */
  readonly bytes: number
  /** Bytes after the content that nothing reads; 0 in exact output. */
  readonly padding: number
}

export interface Layout {
  /** Where in the names every 256th symbol begins: below 4 GiB, as the text is. */
  readonly markers: Uint32Array
  /** Null where names are not compressed. */
  readonly tokenTable: TokenTable | null
  /** In the order of the output; alignment between them is not counted. */
  readonly tables: readonly TableSize[]
}

export interface LayoutOptions {
  readonly dialect: Dialect
  /** The tables in the order of the output. */
  readonly labels: readonly string[]
  /** Whether names are compressed: if not, there are no token tables. */
  readonly isCompressed: boolean
}

/**
 * The length of a name takes one byte for up to `short` codes, and `longBytes` bytes above that. A length that always
 * takes one byte is truncated where it does not fit.
 */
export const LENGTH_FORMS: Readonly<
  Record<Dialect['nameLength'], readonly [short: number, longBytes: number]>
> = {
  byte: [0xffff, 1],
  'zero-prefix': [0xff, 3],
  uleb128: [0x7f, 2],
}

/**
 * @param wordBytes bytes of the target's `PTR`. The assembler decides it; here it is taken from the map, and the sizes
 *   of addresses, base, and up to 4.19 counts and markers depend on it.
 */
export function layOut(
  { length, tokens }: CompressedNames,
  { dialect, labels, isCompressed }: LayoutOptions,
  wordBytes: 4 | 8,
  arena: Arena = new Arena(),
): Layout {
  const count = length.length
  const markers = arena.u32(markerCount(count))
  const [short, longBytes] = LENGTH_FORMS[dialect.nameLength]
  const nameBytes = arena.loops.placeNames(
    arena.at(length),
    count,
    short,
    longBytes,
    SYMBOLS_PER_MARKER,
    arena.writable(markers),
  )
  const table = isCompressed ? tokenTable(tokens) : null

  const counter = counterBytes(dialect, wordBytes)
  const bytes: Readonly<Record<string, number>> = {
    kallsyms_addresses: count * wordBytes,
    kallsyms_offsets: count * 4,
    kallsyms_relative_base: wordBytes,
    kallsyms_num_syms: counter,
    kallsyms_names: nameBytes >>> 0,
    kallsyms_markers: markers.length * counter,
    kallsyms_seqs_of_names: count * SEQ_BYTES,
    kallsyms_token_table: table?.bytes ?? 0,
    kallsyms_token_index: CODES * 2,
  }
  const tables = labels.map(label => {
    const terminator = sizeLinesOf(dialect, label)?.zeroByte ? 1 : 0
    return { label, bytes: (bytes[label] as number) + terminator, padding: 0 }
  })
  return { markers, tokenTable: table, tables }
}
