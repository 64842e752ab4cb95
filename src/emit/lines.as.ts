/**
 * The lines of the tables that have one line a symbol: all but a few kilobytes of the exact output.
 *
 * Every function writes into a buffer until its symbols are done or the buffer is full, and returns the symbol that is
 * next. `cursor` holds the position in the buffer. Text is copied eight bytes at a time, and what is too much is
 * overwritten by what comes next: so the buffer goes on for a line, and some bytes, beyond `full`.
 */
import { half, joined, setWord, wide, word } from '../wasm/memory.as'
import { packed } from '../wasm/packed.as'
import { putByte, putCommaByte, putDecimal, putHex, putLongHex } from './numbers.as'

const NEWLINE: u8 = 0x0a

const BYTE = packed('\t.byte ')
const LONG = packed('\t.long\t')
const POINTER = packed('\tPTR\t')
const TEXT = packed('_text ')
const PLUS = <u16>packed('+ ')
const MINUS = <u16>packed('- ')
const COMMENT = <u32>packed('\t/* ')
const COMMENT_END = <u32>packed(' */\n')
const TEXT_MINUS = packed('_text - ')
const HERE_PLUS = packed('. + (')

/** Ends a line; with a comment that shows the symbol's bytes, raw, where `text` is not 0. */
function putLineEnd(at: usize, text: usize, start: usize, length: usize, symbol: i32): usize {
  if (text === 0) {
    store<u8>(at, NEWLINE)
    return at + 1
  }
  store<u32>(at, COMMENT)
  at += 4
  const end = at + half(length, symbol)
  for (let from = text + word(start, symbol); at < end; at += 8, from += 8) store<u64>(at, load<u64>(from))
  store<u32>(end, COMMENT_END)
  return end + 4
}

/** How lengths of names are written, in the order of `NAME_LENGTHS`. */
export const ZERO_PREFIX = 1
export const ULEB128 = 2

function putNameLength(at: usize, form: i32, codes: u32): usize {
  if (form === ULEB128 && codes > 0x7f) {
    return putCommaByte(putByte(at, (codes & 0x7f) | 0x80), <u8>(codes >> 7))
  }
  if (form === ZERO_PREFIX && codes > 0xff) {
    return putCommaByte(putCommaByte(putByte(at, 0), <u8>(codes >> 8)), <u8>codes)
  }
  // Where a length has one byte it is printed whole even if it does not fit; the assembler cuts it.
  return putByte(at, codes)
}

/**
 * `kallsyms_names`: the length of each compressed name and its codes.
 *
 * @param cursor holds the position in the codes too, behind that in the buffer
 * @param text 0 for no comments
 */
export function putNames(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  text: usize,
  start: usize,
  length: usize,
  codes: usize,
  codeLength: usize,
  form: i32,
): i32 {
  let at = buffer + word(cursor, 0)
  let code = codes + word(cursor, 1)
  let symbol = from
  for (; symbol < to && at < buffer + full; symbol++) {
    const count = half(codeLength, symbol)
    store<u64>(at, BYTE)
    at = putNameLength(at + 7, form, count)
    for (const end = code + count; code < end; code++) at = putCommaByte(at, load<u8>(code))
    at = putLineEnd(at, text, start, length, symbol)
  }
  setWord(cursor, 0, at - buffer)
  setWord(cursor, 1, code - codes)
  return symbol
}

/** `kallsyms_seqs_of_names`: the places of the symbols, three bytes each, in the order of their names. */
export function putSeqs(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  text: usize,
  start: usize,
  length: usize,
  order: usize,
): i32 {
  let at = buffer + word(cursor, 0)
  let i = from
  for (; i < to && at < buffer + full; i++) {
    const symbol = word(order, i)
    store<u64>(at, BYTE)
    at = putByte(at + 7, symbol >> 16)
    at = putCommaByte(at, <u8>(symbol >> 8))
    at = putCommaByte(at, <u8>symbol)
    at = putLineEnd(at, text, start, length, symbol)
  }
  setWord(cursor, 0, at - buffer)
  return i
}

/** `kallsyms_offsets` as numbers without a sign. */
export function putOffsets(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  text: usize,
  start: usize,
  length: usize,
  offsets: usize,
): i32 {
  let at = buffer + word(cursor, 0)
  let symbol = from
  for (; symbol < to && at < buffer + full; symbol++) {
    store<u64>(at, LONG)
    at = putHex(at + 7, word(offsets, symbol))
    at = putLineEnd(at, text, start, length, symbol)
  }
  setWord(cursor, 0, at - buffer)
  return symbol
}

/** `kallsyms_offsets` against their own place: signed distances from `_text`. */
export function putPcOffsets(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  text: usize,
  start: usize,
  length: usize,
  offsets: usize,
): i32 {
  let at = buffer + word(cursor, 0)
  let symbol = from
  for (; symbol < to && at < buffer + full; symbol++) {
    store<u64>(at, LONG)
    store<u64>(at + 7, TEXT_MINUS)
    store<u64>(at + 15, HERE_PLUS)
    at = putDecimal(at + 20, word(offsets, symbol))
    store<u8>(at, 0x29)
    at = putLineEnd(at + 1, text, start, length, symbol)
  }
  setWord(cursor, 0, at - buffer)
  return symbol
}

/** One address, as a distance from `_text` or as a number; the parameters are those of `putAddresses`. */
export function putAddress(
  at: usize,
  high: usize,
  low: usize,
  symbol: i32,
  isPlain: usize,
  textHigh: u32,
  textLow: u32,
): usize {
  const address = wide(high, low, symbol)
  if (isPlain === 0 || load<u8>(isPlain + symbol) !== 0) {
    return putLongHex(at, <u32>(address >>> 32), <u32>address)
  }
  const base = joined(textHigh, textLow)
  const isInFront = address < base
  store<u64>(at, TEXT)
  store<u16>(at + 6, isInFront ? MINUS : PLUS)
  const distance = isInFront ? base - address : address - base
  return putLongHex(at + 8, <u32>(distance >>> 32), <u32>distance)
}

/**
 * `kallsyms_addresses`: in full, as distances from `_text` where that is known.
 *
 * @param isPlain one byte a symbol, 1 for an address that is written as a number; 0 where all are
 * @param textHigh, textLow the address of `_text`
 */
export function putAddresses(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  high: usize,
  low: usize,
  isPlain: usize,
  textHigh: u32,
  textLow: u32,
): i32 {
  let at = buffer + word(cursor, 0)
  let symbol = from
  for (; symbol < to && at < buffer + full; symbol++) {
    store<u64>(at, POINTER)
    at = putAddress(at + 5, high, low, symbol, isPlain, textHigh, textLow)
    store<u8>(at++, NEWLINE)
  }
  setWord(cursor, 0, at - buffer)
  return symbol
}
