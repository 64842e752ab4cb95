/**
 * The tables that have one entry per symbol. The loops that write exact lines are in `lines.as.ts`, those that write
 * compact ones in `strings.as.ts`.
 */
import type { CompressedNames } from '../compress/compress.js'
import type { Dialect } from '../dialect/dialect.js'
import { type Address, toBigInt, ZERO } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Arena } from '../wasm/arena.js'
import type { LineLoop, Output } from './output.js'

/** One entry per line, with a comment or without; or many entries per line. */
export type LineStyle = 'commented' | 'plain' | 'compact'

/** The symbols' bytes for the comments, by positions in the arena. */
interface Comments {
  /** 0 without comments. */
  readonly text: number
  readonly start: number
  readonly length: number
}

function commentsOf(arena: Arena, { text, start, length }: SymbolTable, style: LineStyle): Comments {
  return style === 'commented'
    ? { text: arena.at(text), start: arena.at(start), length: arena.at(length) }
    : { text: 0, start: 0, length: 0 }
}

/** By the numbers that the loops take: `ZERO_PREFIX` and `ULEB128` in `lines.as.ts`. */
const NAME_LENGTHS: readonly Dialect['nameLength'][] = ['byte', 'zero-prefix', 'uleb128']

/** `kallsyms_names`: the length of each compressed name and its codes. */
export function putNames(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  names: CompressedNames,
  form: Dialect['nameLength'],
  style: LineStyle,
): void {
  const { text, start, length } = commentsOf(arena, symbols, style)
  const codes = arena.at(names.codes)
  const codeLength = arena.at(names.length)
  const lengthForm = NAME_LENGTHS.indexOf(form)
  const loop: LineLoop = (...where) =>
    style === 'compact'
      ? arena.loops.putNameStrings(...where, codes, codeLength, lengthForm)
      : arena.loops.putNames(...where, text, start, length, codes, codeLength, lengthForm)
  output.lines(symbols.count, loop)
}

/** `kallsyms_seqs_of_names`: the numbers of the symbols, three bytes each, in the order of their names. */
export function putSeqs(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  order: Uint32Array,
  style: LineStyle,
): void {
  const { text, start, length } = commentsOf(arena, symbols, style)
  const places = arena.at(order)
  output.lines(order.length, (...where) =>
    style === 'compact'
      ? arena.loops.putSeqStrings(...where, places)
      : arena.loops.putSeqs(...where, text, start, length, places),
  )
}

/**
 * `kallsyms_addresses`: full addresses.
 *
 * @param text the address of `_text`; null if all addresses are written as plain numbers
 * @param absolute one byte per symbol, 1 for an address that is written as a plain number; null if there is none
 */
export function putAddresses(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  text: Address | null,
  absolute: Uint8Array | null,
  style: LineStyle,
): void {
  const high = arena.at(symbols.high)
  const low = arena.at(symbols.low)
  const isPlain = text ? arena.at(absolute ?? arena.u8(symbols.count)) : 0
  const base = text ?? ZERO
  output.lines(symbols.count, (...where) =>
    style === 'compact'
      ? arena.loops.putAddressLists(...where, high, low, isPlain, base.high, base.low)
      : arena.loops.putAddresses(...where, high, low, isPlain, base.high, base.low),
  )
}

/** `kallsyms_relative_base`: one address. */
export function putBase(output: Output, base: Address, text: Address, alwaysMinus: boolean): void {
  const difference = toBigInt(base) - toBigInt(text)
  const isBefore = alwaysMinus || difference < 0n
  // As C computes it, modulo 2^64.
  const distance = BigInt.asUintN(64, isBefore ? -difference : difference)
  output.text(`\tPTR\t_text ${isBefore ? '-' : '+'} ${hex(distance)}\n`)
}

/** As C prints it with `%#x`. */
function hex(value: bigint): string {
  return value === 0n ? '0' : `0x${value.toString(16)}`
}

/** What all lines of `kallsyms_offsets` have in common. */
export interface OffsetsForm {
  /** Whether the C tool's message on an offset that does not fit names the mode. */
  readonly namesMode: boolean
  readonly style: LineStyle
}

/**
 * `kallsyms_offsets` relative to a base.
 *
 * @param absolute one byte per symbol, 1 for an address that is written as it is; null if there is none
 * @param isNegative whether all others count down from the base, as with `--absolute-percpu`
 * @throws {UnfittingOffset} after all lines before it have been written
 */
export function putBaseOffsets(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  base: Address,
  absolute: Uint8Array | null,
  isNegative: boolean,
  form: OffsetsForm,
): void {
  const { count } = symbols
  const offsets = arena.u32(count)
  const fitting = arena.loops.baseOffsets(
    arena.at(symbols.high),
    arena.at(symbols.low),
    count,
    absolute ? arena.at(absolute) : 0,
    isNegative,
    base.high,
    base.low,
    arena.writable(offsets),
  )
  putOffsets(output, arena, symbols, offsets, fitting, form)
  if (fitting < count) throw unfitting(symbols, fitting, absolute?.[fitting] === 1, form.namesMode)
}

/**
 * `kallsyms_offsets` relative to their own place.
 *
 * @throws {UnfittingOffset} after all lines before it have been written
 */
export function putPcOffsets(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  { high, low }: Address,
  form: OffsetsForm,
): void {
  const { count } = symbols
  const { text, start, length } = commentsOf(arena, symbols, form.style)
  const offsets = arena.writable(arena.u32(count))
  const fitting = arena.loops.textOffsets(
    arena.at(symbols.high),
    arena.at(symbols.low),
    count,
    high,
    low,
    offsets,
  )
  // One per line in every style: the dot is the place of the line.
  output.lines(fitting, (...where) => arena.loops.putPcOffsets(...where, text, start, length, offsets))
  if (fitting < count) throw unfitting(symbols, fitting, false, form.namesMode)
}

/** `kallsyms_offsets` as the lower halves of the addresses. */
export function putLowHalves(output: Output, arena: Arena, symbols: SymbolTable, form: OffsetsForm): void {
  putOffsets(output, arena, symbols, symbols.low, symbols.count, form)
}

function putOffsets(
  output: Output,
  arena: Arena,
  symbols: SymbolTable,
  values: Uint32Array,
  count: number,
  { style }: OffsetsForm,
): void {
  const { text, start, length } = commentsOf(arena, symbols, style)
  const offsets = arena.at(values)
  output.lines(count, (...where) =>
    style === 'compact'
      ? arena.loops.putOffsetLists(...where, offsets)
      : arena.loops.putOffsets(...where, text, start, length, offsets),
  )
}

/** An offset that does not fit in its field: thrown after all lines before it have been written. */
export class UnfittingOffset extends Error {
  /**
   * @param symbol its number in the table
   * @param isAbsolute whether it is an address as it is
   * @param original the message of the C tool
   */
  constructor(
    readonly symbol: number,
    readonly isAbsolute: boolean,
    readonly original: string,
  ) {
    super(original)
  }
}

function unfitting(
  { high, low }: SymbolTable,
  symbol: number,
  isAbsolute: boolean,
  namesMode: boolean,
): UnfittingOffset {
  const address = hex(toBigInt({ high: high[symbol] as number, low: low[symbol] as number }))
  const kind = isAbsolute ? 'absolute' : 'relative'
  const mode = namesMode ? ' in relative mode' : ''
  const original = `kallsyms failure: ${kind} symbol value ${address} out of range${mode}`
  return new UnfittingOffset(symbol, isAbsolute, original)
}
