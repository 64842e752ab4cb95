/**
 * The lines of the tables that have one line a symbol. Each function hands the buffer on when it is full, and writes
 * with as few steps a byte as it can: these loops print all but a few kilobytes of the output.
 */
import type { CompressedNames } from '../compress/compress.js'
import type { Dialect } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { type Address, isBelow, toBigInt } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'
import { BYTE_TEXT, putByte, putDecimal, putHex } from './numbers.js'
import { Output } from './output.js'

const TAB = 0x09
const NEWLINE = 0x0a
const BLANK = 0x20
const SLASH = 0x2f
const STAR = 0x2a
/** `, ` as two bytes, the first in the low one. */
const COMMA_BLANK = 0x202c
const MINUS = '- '
const PLUS = '+ '

/** Writes ASCII text; returns the position behind it. */
function put(buffer: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) buffer[at++] = text.charCodeAt(i)
  return at
}

/** Writes a blank-separated comment with a symbol's bytes, raw, behind a TAB. */
function putComment(buffer: Uint8Array, at: number, text: Uint8Array, from: number, length: number): number {
  buffer[at++] = TAB
  buffer[at++] = SLASH
  buffer[at++] = STAR
  buffer[at++] = BLANK
  for (let i = from; i < from + length; i++) buffer[at++] = text[i] as number
  buffer[at++] = BLANK
  buffer[at++] = STAR
  buffer[at++] = SLASH
  return at
}

/** `kallsyms_names`: the length of each compressed name and its codes. */
export function putNames(
  output: Output,
  symbols: SymbolTable,
  names: CompressedNames,
  form: Dialect['nameLength'],
  hasComments: boolean,
): void {
  const { buffer, view } = output
  const { text, start, length } = symbols
  const { codes, length: codeLength } = names
  let at = output.position
  let code = 0
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    const codeCount = codeLength[symbol] as number
    at = putNameLength(buffer, put(buffer, at, '\t.byte '), form, codeCount)
    for (const end = code + codeCount; code < end; code++) {
      view.setUint16(at, COMMA_BLANK, true)
      view.setUint32(at + 2, BYTE_TEXT[codes[code] as number] as number, true)
      at += 6
    }
    if (hasComments) at = putComment(buffer, at, text, start[symbol] as number, length[symbol] as number)
    buffer[at++] = NEWLINE
  }
  output.position = at
}

function putNameLength(buffer: Uint8Array, at: number, form: Dialect['nameLength'], codes: number): number {
  if (form === 'uleb128' && codes > 0x7f) {
    at = putByte(buffer, at, (codes & 0x7f) | 0x80)
    return putByte(buffer, put(buffer, at, ', '), codes >> 7)
  }
  if (form === 'zero-prefix' && codes > 0xff) {
    at = putByte(buffer, put(buffer, at, '0x00, '), codes >> 8)
    return putByte(buffer, put(buffer, at, ', '), codes & 0xff)
  }
  // Where a length has one byte it is printed whole even if it does not fit; the assembler cuts it.
  return putByte(buffer, at, codes)
}

/** `kallsyms_seqs_of_names`: the places of the symbols, three bytes each, in the order of their names. */
export function putSeqs(
  output: Output,
  symbols: SymbolTable,
  order: Uint32Array,
  hasComments: boolean,
): void {
  const { buffer, view } = output
  const { text, start, length } = symbols
  let at = output.position
  for (let i = 0; i < order.length; i++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    const symbol = order[i] as number
    at = put(buffer, at, '\t.byte ')
    view.setUint32(at, BYTE_TEXT[symbol >> 16] as number, true)
    view.setUint16(at + 4, COMMA_BLANK, true)
    view.setUint32(at + 6, BYTE_TEXT[(symbol >> 8) & 0xff] as number, true)
    view.setUint16(at + 10, COMMA_BLANK, true)
    view.setUint32(at + 12, BYTE_TEXT[symbol & 0xff] as number, true)
    at += 16
    if (hasComments) at = putComment(buffer, at, text, start[symbol] as number, length[symbol] as number)
    buffer[at++] = NEWLINE
  }
  output.position = at
}

/**
 * `kallsyms_addresses`: in full.
 *
 * @param text the address of `_text`, null where all addresses are plain numbers
 * @param absolute one byte a symbol, 1 for an address that is a plain number; null without any
 */
export function putAddresses(
  output: Output,
  symbols: SymbolTable,
  text: Address | null,
  absolute: Uint8Array | null,
): void {
  const { buffer } = output
  const { high, low } = symbols
  let at = output.position
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    at = put(buffer, at, '\tPTR\t')
    const upper = high[symbol] as number
    const lower = low[symbol] as number
    if (!text || absolute?.[symbol] === 1) at = putHex(buffer, at, upper, lower)
    else at = putTextRelative(buffer, at, upper, lower, text)
    buffer[at++] = NEWLINE
  }
  output.position = at
}

/** `_text + x` or `_text - x`, whichever has a positive x. */
function putTextRelative(buffer: Uint8Array, at: number, high: number, low: number, text: Address): number {
  const isInFront = isBelow(high, low, text.high, text.low)
  at = put(buffer, put(buffer, at, '_text '), isInFront ? MINUS : PLUS)
  if (isInFront)
    return putHex(buffer, at, differenceHigh(text.high, text.low, high, low), (text.low - low) >>> 0)
  return putHex(buffer, at, differenceHigh(high, low, text.high, text.low), (low - text.low) >>> 0)
}

/** The upper half of a - b modulo 2^64, unsigned. */
function differenceHigh(aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  return (aHigh - bHigh - (aLow < bLow ? 1 : 0)) >>> 0
}

/** `kallsyms_relative_base`: one address. */
export function putBase(output: Output, base: Address, text: Address, alwaysMinus: boolean): void {
  const { buffer } = output
  let at = put(buffer, output.position, '\tPTR\t')
  if (alwaysMinus) {
    const high = differenceHigh(text.high, text.low, base.high, base.low)
    at = putHex(buffer, put(buffer, at, '_text - '), high, (text.low - base.low) >>> 0)
  } else {
    at = putTextRelative(buffer, at, base.high, base.low, text)
  }
  buffer[at++] = NEWLINE
  output.position = at
}

/** What the lines of `kallsyms_offsets` share. */
export interface OffsetsForm {
  /** Whether the message on an offset that does not fit names the mode. */
  readonly namesMode: boolean
  readonly hasComments: boolean
}

/**
 * `kallsyms_offsets` against a base.
 *
 * @param absolute one byte a symbol, 1 for an address that is written as it is; null without any
 * @param isNegative whether all others are written as distances below the base, as `--absolute-percpu` wants
 * @throws {KallsymsError} `out-of-range`, when all lines before have been written
 */
export function putBaseOffsets(
  output: Output,
  symbols: SymbolTable,
  base: Address,
  absolute: Uint8Array | null,
  isNegative: boolean,
  form: OffsetsForm,
): void {
  const { buffer } = output
  const { high, low } = symbols
  let at = output.position
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    const upper = high[symbol] as number
    const lower = low[symbol] as number
    const isAbsolute = absolute !== null && absolute[symbol] === 1
    let offset: number
    let fits: boolean
    if (isAbsolute) {
      offset = lower
      fits = upper === 0 && lower < 0x80000000
    } else if (isNegative) {
      // base - address - 1, which is the complement of address - base.
      offset = ~(lower - base.low) >>> 0
      fits = differenceHigh(upper, lower, base.high, base.low) === 0 && offset >= 0x80000000
    } else {
      offset = (lower - base.low) >>> 0
      fits = differenceHigh(upper, lower, base.high, base.low) === 0
    }
    if (!fits) {
      output.position = at
      throw outOfRange(upper, lower, isAbsolute, form.namesMode)
    }
    at = putHex(buffer, put(buffer, at, '\t.long\t'), 0, offset)
    at = putEndOfOffset(buffer, at, symbols, symbol, form.hasComments)
  }
  output.position = at
}

/**
 * `kallsyms_offsets` against their own place.
 *
 * @throws {KallsymsError} `out-of-range`, when all lines before have been written
 */
export function putPcOffsets(output: Output, symbols: SymbolTable, text: Address, form: OffsetsForm): void {
  const { buffer } = output
  const { high, low } = symbols
  let at = output.position
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    const upper = high[symbol] as number
    const lower = low[symbol] as number
    const offset = (lower - text.low) | 0
    if ((differenceHigh(upper, lower, text.high, text.low) | 0) !== offset >> 31) {
      output.position = at
      throw outOfRange(upper, lower, false, form.namesMode)
    }
    at = putDecimal(buffer, put(buffer, at, '\t.long\t_text - . + ('), offset)
    buffer[at++] = 0x29
    at = putEndOfOffset(buffer, at, symbols, symbol, form.hasComments)
  }
  output.position = at
}

/** `kallsyms_offsets` as the lower halves of the addresses. */
export function putLowHalves(output: Output, symbols: SymbolTable, form: OffsetsForm): void {
  const { buffer } = output
  const { low } = symbols
  let at = output.position
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    if (at >= Output.LIMIT) at = handOn(output, at)
    at = putHex(buffer, put(buffer, at, '\t.long\t'), 0, low[symbol] as number)
    at = putEndOfOffset(buffer, at, symbols, symbol, form.hasComments)
  }
  output.position = at
}

function putEndOfOffset(
  buffer: Uint8Array,
  at: number,
  symbols: SymbolTable,
  symbol: number,
  hasComments: boolean,
): number {
  if (hasComments) {
    const { text, start, length } = symbols
    at = putComment(buffer, at, text, start[symbol] as number, length[symbol] as number)
  }
  buffer[at++] = NEWLINE
  return at
}

function outOfRange(high: number, low: number, isAbsolute: boolean, namesMode: boolean): KallsymsError {
  const address = `0x${toBigInt({ high, low }).toString(16)}`
  const kind = isAbsolute ? 'absolute' : 'relative'
  const mode = namesMode ? ' in relative mode' : ''
  return new KallsymsError(
    'out-of-range',
    `address ${address} is too far away for a 32-bit ${kind} offset: is the map of one image, and --kernel right?`,
    { original: `kallsyms failure: ${kind} symbol value ${address} out of range${mode}` },
  )
}

function handOn(output: Output, at: number): number {
  output.position = at
  output.flush()
  return output.position
}
