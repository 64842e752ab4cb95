/** The addresses of a table: from each of the forms in which dialects store them to columns of 64 bits. */
import type { Address } from '../symbols/address.js'
import { damaged } from './names.js'

/** What a 32-bit offset means. */
export type OffsetMeaning =
  /** Unsigned, from a base. */
  | { readonly from: 'base'; readonly base: Address }
  /** From 0 to 2^31 - 1 an address as it is; a negative one is the distance by which the base, less one, is below. */
  | { readonly from: 'base-less-one'; readonly base: Address }
  /** Signed, from the place of the offset itself; `at` is the address of the table. */
  | { readonly from: 'place'; readonly at: Address }
  /** Signed, from one address: what distances are before they are linked. */
  | { readonly from: 'text'; readonly text: Address }
  /** The lower half of an address of which the upper half is not stored. */
  | { readonly from: 'nothing' }

/** The addresses of all symbols, unsigned halves. */
export interface AddressColumns {
  readonly high: Uint32Array
  readonly low: Uint32Array
}

/**
 * Numbers of `bytes` each: the first `count` of a table.
 *
 * @throws {KallsymsError} `bad-input` where the table is shorter
 */
export function readNumbers(
  table: Uint8Array,
  label: string,
  count: number,
  bytes: 2 | 4 | 8,
  bigEndian: boolean,
): AddressColumns {
  if (count * bytes > table.length) {
    throw damaged(`${label} has ${table.length} bytes, where ${count * bytes} are wanted`)
  }
  const view = new DataView(table.buffer, table.byteOffset, table.length)
  const high = new Uint32Array(count)
  const low = new Uint32Array(count)
  const highAt = bigEndian ? 0 : 4
  for (let i = 0, at = 0; i < count; i++, at += bytes) {
    if (bytes === 8) {
      high[i] = view.getUint32(at + highAt, !bigEndian)
      low[i] = view.getUint32(at + 4 - highAt, !bigEndian)
    } else {
      low[i] = bytes === 4 ? view.getUint32(at, !bigEndian) : view.getUint16(at, !bigEndian)
    }
  }
  return { high, low }
}

/**
 * Makes addresses of offsets, in place; they wrap around as the target's words do.
 *
 * @param columns the offsets, in `low`
 */
export function resolveOffsets(
  { high, low }: AddressColumns,
  meaning: OffsetMeaning,
  wordBytes: 4 | 8,
): void {
  if (meaning.from === 'nothing') return
  const origin = originOf(meaning)
  for (let i = 0; i < low.length; i++) {
    const offset = low[i] as number
    let upper = 0
    let lower = offset
    if (meaning.from === 'base-less-one') {
      if (offset < 0x80000000) continue
      // base - 1 - offset, which is the base and the complement of the offset.
      lower = ~offset
    } else if (meaning.from !== 'base' && offset >= 0x80000000) {
      upper = 0xffffffff
    }
    const own = meaning.from === 'place' ? 4 * i : 0
    // Up to three times 2^32: a number holds it, and its high part is the carry.
    const sum = origin.low + (lower >>> 0) + own
    low[i] = sum
    if (wordBytes === 8) high[i] = origin.high + upper + Math.floor(sum / 2 ** 32)
  }
}

function originOf(meaning: Exclude<OffsetMeaning, { from: 'nothing' }>): Address {
  switch (meaning.from) {
    case 'place':
      return meaning.at
    case 'text':
      return meaning.text
    default:
      return meaning.base
  }
}
