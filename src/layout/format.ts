/** What a dialect, the form of the addresses and the target's word say of the tables, whatever is in them. */
import type { AddressForm, Dialect, SizeLines } from '../dialect/dialect.js'

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

const SIZED = ['kallsyms_names', 'kallsyms_markers', 'kallsyms_token_table', 'kallsyms_offsets']

/** The size lines of a table; null if it has none. */
export function sizeLinesOf(dialect: Dialect, label: string): SizeLines | null {
  const { sizeLines } = dialect
  return sizeLines?.tables === 'all' || SIZED.includes(label) ? sizeLines : null
}

/** Alignment of the tables in bytes. */
export function tableAlignment(dialect: Dialect, wordBytes: 4 | 8): 4 | 8 {
  return dialect.preamble ? wordBytes : 4
}

/** Bytes of `kallsyms_num_syms`, and of an entry of `kallsyms_markers`. */
export function counterBytes(dialect: Dialect, wordBytes: 4 | 8): 4 | 8 {
  return dialect.counter === 'PTR' ? wordBytes : 4
}

/** A marker gives the place in the names of the first symbol of each such group. */
export const SYMBOLS_PER_MARKER = 256

/** Entries of `kallsyms_markers`. */
export function markerCount(symbols: number): number {
  return Math.ceil(symbols / SYMBOLS_PER_MARKER)
}

/** Bytes of an entry of `kallsyms_seqs_of_names`. */
export const SEQ_BYTES = 3
