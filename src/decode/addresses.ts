/**
 * The addresses of a table: read from each of the forms in which dialects store them, and looked up by bisection as the
 * kernel does.
 */
import { type Address, isBelow } from '../symbols/address.js'
import { lowerBound } from '../symbols/lower-bound.js'
import { type NumberColumns, type RawTables, readNumbers, type TableFormat } from './tables.js'

/** What a 32-bit offset means. */
type OffsetMeaning =
  /** Unsigned, from a base. */
  | { readonly from: 'base'; readonly base: Address }
  /** From 0 to 2^31 - 1, the address itself. A negative offset is base - 1 - address. */
  | { readonly from: 'base-less-one'; readonly base: Address }
  /** Signed, from the place of the offset itself; `at` is the address of the table. */
  | { readonly from: 'place'; readonly at: Address }
  /** Signed, from one address: distances that are not linked yet. */
  | { readonly from: 'text'; readonly text: Address }
  /** The lower half of an address whose upper half is not stored. */
  | { readonly from: 'nothing' }

/** Result of a look-up by address. */
export interface FoundAddress {
  /** The first symbol at the highest address that is not above. */
  readonly symbol: number
  /** From the symbol to the address. */
  readonly offset: Address
  /** From the symbol to the next higher address; null where there is none: the kernel then uses the end of a section. */
  readonly size: Address | null
}

/**
 * The addresses of all symbols.
 *
 * @throws {KallsymsError} `bad-input` where a table is missing or too short
 */
export function readAddresses(tables: RawTables, format: TableFormat, count: number): NumberColumns {
  const { wordBytes = 8 } = format
  if (tables.has('kallsyms_addresses')) {
    return readNumbers(tables, 'kallsyms_addresses', count, wordBytes, format)
  }
  const addresses = readNumbers(tables, 'kallsyms_offsets', count, 4, format)
  const base = tables.has('kallsyms_relative_base')
    ? addressAt(readNumbers(tables, 'kallsyms_relative_base', 1, wordBytes, format), 0)
    : null
  resolveOffsets(addresses, offsetMeaning(format, base), wordBytes)
  return addresses
}

function offsetMeaning({ absolutePercpu, pcRelative }: TableFormat, base: Address | null): OffsetMeaning {
  if (base) return { from: absolutePercpu ? 'base-less-one' : 'base', base }
  if (pcRelative?.to === 'place') return { from: 'place', at: pcRelative.address }
  if (pcRelative) return { from: 'text', text: pcRelative.address }
  return { from: 'nothing' }
}

/**
 * Turns offsets into addresses, in place; they wrap around as the target's words do.
 *
 * @param columns the offsets, in `low`
 */
function resolveOffsets({ high, low }: NumberColumns, meaning: OffsetMeaning, wordBytes: 4 | 8): void {
  if (meaning.from === 'nothing') return
  const origin = originOf(meaning)
  for (let i = 0; i < low.length; i++) {
    const offset = low[i] as number
    let upper = 0
    let lower = offset
    if (meaning.from === 'base-less-one') {
      if (offset < 0x80000000) continue
      // base - 1 - offset is the base plus the complement of the offset.
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

/**
 * The symbol that contains an address, in a table sorted by address; null below the first symbol. Several symbols at one
 * address: the first. After the last symbol and in gaps, where the table has no end of a symbol, it is the symbol before.
 */
export function findByAddress(addresses: NumberColumns, { high, low }: Address): FoundAddress | null {
  const count = addresses.low.length
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

export function addressAt({ high, low }: NumberColumns, i: number): Address {
  return { high: high[i] as number, low: low[i] as number }
}

function isAt({ high, low }: NumberColumns, i: number, address: Address): boolean {
  return high[i] === address.high && low[i] === address.low
}

/** a - b, where a is not below b. */
function difference(a: Address, b: Address): Address {
  return { high: a.high - b.high - (a.low < b.low ? 1 : 0), low: (a.low - b.low) >>> 0 }
}
