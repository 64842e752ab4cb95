/**
 * The lines of the tables that have one line per symbol: all but a few kilobytes of the exact output.
 *
 * Every function writes into a buffer until its symbols are done or the buffer is full, and returns the next symbol.
 * `cursor` holds the position in the buffer. Text is copied eight bytes at a time, and excess bytes are overwritten by
 * what follows: so the buffer is longer than `full` by a line and some bytes.
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

/** Ends a line; unless `text` is 0, with a comment that has the symbol's bytes as they are. */
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

/** How lengths of names are written: places in `NAME_LENGTHS`. */
export const ZERO_PREFIX = 1
export const ULEB128 = 2

function putNameLength(at: usize, form: i32, codes: u32): usize {
  if (form === ULEB128 && codes > 0x7f) {
    return putCommaByte(putByte(at, (codes & 0x7f) | 0x80), <u8>(codes >> 7))
  }
  if (form === ZERO_PREFIX && codes > 0xff) {
    return putCommaByte(putCommaByte(putByte(at, 0), <u8>(codes >> 8)), <u8>codes)
  }
  // A length of one byte is printed in full even if it does not fit; the assembler truncates it.
  return putByte(at, codes)
}

/**
 * `kallsyms_names`: the length of each compressed name and its codes.
 *
 * @param cursor its second element is the position in the codes
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

/** `kallsyms_seqs_of_names`: the numbers of the symbols, three bytes each, in the order of their names. */
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

/** `kallsyms_offsets` as unsigned numbers. */
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

/** `kallsyms_offsets` relative to their own place: signed distances from `_text`. */
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
  const isBefore = address < base
  store<u64>(at, TEXT)
  store<u16>(at + 6, isBefore ? MINUS : PLUS)
  const distance = isBefore ? base - address : address - base
  return putLongHex(at + 8, <u32>(distance >>> 32), <u32>distance)
}

/**
 * `kallsyms_addresses`: full addresses, as distances from `_text` where that is known.
 *
 * @param isPlain one byte per symbol, 1 for an address that is written as a number; 0 if all are
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
