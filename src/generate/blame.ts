/**
 * Which symbol is to blame where an offset does not fit in its field.
 *
 * The C tool names the first address that does not fit. Often that is an innocent one: a symbol at address 0 takes the
 * base of all offsets down, and then it is the kernel's own code that is too far away from it. So the symbols are counted
 * which fit with the base, and those which would fit if the table began with the address that does not: the smaller
 * group is to blame.
 */
import { type Dialect, hasOption } from '../dialect/dialect.js'
import type { UnfittingOffset } from '../emit/tables.js'
import { KallsymsError } from '../errors.js'
import { lineWith } from '../nm/lines.js'
import type { Selection, SymbolPlace } from '../select/select.js'
import { type Address, toBigInt } from '../symbols/address.js'
import { bytesOf } from '../symbols/bytes.js'
import { quoted } from '../symbols/quoted.js'
import type { SymbolTable } from '../symbols/table.js'
import type { ResolvedOptions } from './options.js'

/** A symbol that a message names. */
interface Named {
  readonly name: Uint8Array
  readonly address: bigint
}

/** What a message says. */
interface Blame {
  /** The first of the symbols to blame. */
  readonly symbol: Named
  readonly message: string
}

/**
 * The error for an offset that does not fit.
 *
 * @param map the map that was read
 */
export function unfittingError(
  map: Uint8Array,
  selection: Selection,
  options: ResolvedOptions,
  { symbol, isAbsolute, original }: UnfittingOffset,
): KallsymsError {
  const failing = namedSymbol(selection.symbols, symbol)
  const { symbol: guilty, message } = blame(map, selection, options, failing, isAbsolute)
  const line = lineWith(map, guilty.name, halves(guilty.address))
  return new KallsymsError('out-of-range', message, { original, ...(line !== null && { line }) })
}

function blame(
  map: Uint8Array,
  selection: Selection,
  options: ResolvedOptions,
  failing: Named,
  isAbsolute: boolean,
): Blame {
  const where = `${quoted(failing.name)} at ${hex(failing.address)}`
  if (isAbsolute) {
    const message =
      `${where} is a percpu symbol, and with --absolute-percpu its address has to fit in 31 bits: the percpu symbols of ` +
      'this kernel are not at 0, so leave out --absolute-percpu'
    return { symbol: failing, message }
  }
  return options.addressForm === 'pc-relative'
    ? blameAroundText(map, selection, failing, where)
    : blameAboveBase(selection, options, failing, where)
}

/** Offsets count from a base, which is the address of a symbol. */
function blameAboveBase(
  { symbols, absolute, base, baseBelow }: Selection,
  { dialect, absolutePercpu, symbolPrefix }: ResolvedOptions,
  failing: Named,
  where: string,
): Blame {
  const bits = absolutePercpu ? 31 : 32
  const reach = 1n << BigInt(bits)
  const from = toBigInt(base)
  const isRelative = (symbol: number): boolean => !absolute?.[symbol]
  const fitting = countWithin(symbols, isRelative, from, reach)
  const others = countWithin(symbols, isRelative, failing.address, reach)
  const below = baseBelow(halves(failing.address))
  const tooLow = below
    .map(place => namedAt(symbols.text, place))
    .filter(each => failing.address - each.address >= reach)
  const [lowest] = tooLow
  if (fitting >= others || !lowest) {
    const far = hex(failing.address - from)
    const further = countWithin(symbols, isRelative, from + reach, 1n << 64n) - 1
    const message =
      `${where}${more(further, 'above it')} is ${far} above the base of the offsets, which does not fit in ${bits} bits; ` +
      leaveOut(further)
    return { symbol: failing, message }
  }
  const message =
    `${quoted(lowest.name)} at ${hex(lowest.address)}${more(tooLow.length - 1, `below ${hex(failing.address)}`)} takes the ` +
    `base of the offsets down, so that ${where} and what is above it do not fit in ${bits} bits; ` +
    percpuRemedy(tooLow, dialect, absolutePercpu, symbolPrefix) +
    leaveOut(tooLow.length - 1)
  return { symbol: lowest, message }
}

/** Offsets are relative to their own place, and the tool checks their distance from `_text`. */
function blameAroundText(
  map: Uint8Array,
  { symbols, text }: Selection,
  failing: Named,
  where: string,
): Blame {
  const reach = 1n << 32n
  const start = { name: bytesOf('_text'), address: toBigInt(text) }
  const fitting = countWithin(symbols, () => true, start.address - reach / 2n, reach)
  const others = countWithin(symbols, () => true, failing.address - reach / 2n, reach)
  if (fitting >= others) {
    const message = `${where} is more than 2 GiB from _text at ${hex(start.address)}, so that its offset does not fit in 32 bits; ${leaveOut(0)}`
    return { symbol: failing, message }
  }
  if (start.address === 0n && lineWith(map, start.name, text) === null) {
    const message = `${where} is more than 2 GiB from 0, which is taken for _text where the map has none: give the map of a whole image`
    return { symbol: failing, message }
  }
  const message =
    `_text at ${hex(start.address)} is more than 2 GiB from ${quoted(failing.name)} at ${hex(failing.address)} and most other ` +
    'symbols, so that their offsets do not fit in 32 bits: it should be the start of the image'
  return { symbol: start, message }
}

/** What to do first where percpu symbols at 0 are the reason; empty if they are not. */
function percpuRemedy(
  tooLow: readonly Named[],
  dialect: Dialect,
  isGiven: boolean,
  symbolPrefix: number,
): string {
  const start = `${symbolPrefix < 0 ? '' : String.fromCharCode(symbolPrefix)}__per_cpu_start`
  if (isGiven || !tooLow.some(({ name }) => Buffer.from(name).toString('latin1') === start)) return ''
  return hasOption(dialect, 'absolute-percpu')
    ? 'give --absolute-percpu, as the build of a kernel with percpu symbols at 0 does, or '
    : 'a kernel of this format has no percpu symbols at 0: check --kernel, or '
}

function leaveOut(others: number): string {
  return others > 0 ? `leave these ${others + 1} symbols out of the map` : 'leave this symbol out of the map'
}

/** The other symbols that are to blame too, in words. */
function more(count: number, where: string): string {
  return count > 0 ? ` (and ${count} more ${where})` : ''
}

/** How many symbols lie at an address or less than a distance above it. */
function countWithin(
  { high, low, count }: SymbolTable,
  takesPart: (symbol: number) => boolean,
  from: bigint,
  distance: bigint,
): number {
  let found = 0
  for (let symbol = 0; symbol < count; symbol++) {
    const address = toBigInt({ high: high[symbol] as number, low: low[symbol] as number })
    if (address >= from && address - from < distance && takesPart(symbol)) found++
  }
  return found
}

function namedSymbol({ text, start, length, high, low }: SymbolTable, symbol: number): Named {
  return namedAt(text, {
    start: start[symbol] as number,
    length: length[symbol] as number,
    high: high[symbol] as number,
    low: low[symbol] as number,
  })
}

function namedAt(text: Uint8Array, place: SymbolPlace): Named {
  return { name: text.slice(place.start + 1, place.start + place.length), address: toBigInt(place) }
}

function halves(address: bigint): Address {
  return { high: Number(address >> 32n), low: Number(address & 0xffffffffn) }
}

/** As C prints it with `%#x`. */
function hex(value: bigint): string {
  return value === 0n ? '0' : `0x${value.toString(16)}`
}
