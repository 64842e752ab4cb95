/**
 * The tables that have one entry per symbol, as an assembler reads them fast: bytes in strings, numbers in lists. The
 * functions have the parameters and the result of those in `lines.as.ts`.
 */
import { half, setWord, word } from '../wasm/memory.as'
import { packed } from '../wasm/packed.as'
import { putAddress, ULEB128, ZERO_PREFIX } from './lines.as'
import { putHex } from './numbers.as'

const QUOTE: u8 = 0x22
const BACKSLASH: u8 = 0x5c
const QUESTION: u8 = 0x3f
const COMMA: u8 = 0x2c
const NEWLINE: u8 = 0x0a

const ASCII = packed('\t.ascii\t')
const LONG = packed('\t.long\t')
const POINTER = packed('\tPTR\t')

/** A string ends after this many bytes. Longer ones are not read faster, and lines of this length fit editors. */
const LONG_STRING: usize = 4000

/** Numbers on a line of a list. */
const LIST = 16

/** How each byte is written in a string: the number of characters, and the characters, four bytes apart. */
const SIZES: usize = memory.data(256)
const TEXTS: usize = texts()

/**
 * Printing characters stand for themselves. All others are written as three octal digits, so that the text is ASCII, and
 * a digit after them is not taken as part of the escape. A question mark could begin a trigraph.
 */
function texts(): usize {
  const all = memory.data(4 * 256)
  for (let byte: u32 = 0; byte < 256; byte++) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH && byte !== QUESTION
    const octal =
      <u32>BACKSLASH |
      ((0x30 + (byte >> 6)) << 8) |
      ((0x30 + ((byte >> 3) & 7)) << 16) |
      ((0x30 + (byte & 7)) << 24)
    store<u8>(SIZES + byte, isPlain ? 1 : 4)
    store<u32>(all + (byte << 2), isPlain ? byte : octal)
  }
  return all
}

function putStringByte(at: usize, byte: u32): usize {
  store<u32>(at, load<u32>(TEXTS + (byte << 2)))
  return at + load<u8>(SIZES + byte)
}

function beginString(at: usize): usize {
  store<u64>(at, ASCII)
  store<u8>(at + 8, QUOTE)
  return at + 9
}

function endString(at: usize): usize {
  store<u8>(at, QUOTE)
  store<u8>(at + 1, NEWLINE)
  return at + 2
}

function putNameLength(at: usize, form: i32, codes: u32): usize {
  if (form === ULEB128 && codes > 0x7f) {
    return putStringByte(putStringByte(at, (codes & 0x7f) | 0x80), (codes >> 7) & 0xff)
  }
  if (form === ZERO_PREFIX && codes > 0xff) {
    return putStringByte(putStringByte(putStringByte(at, 0), (codes >> 8) & 0xff), codes & 0xff)
  }
  // A length of one byte is truncated if it does not fit, as the assembler does with exact text.
  return putStringByte(at, codes & 0xff)
}

/** `kallsyms_names`; the second element of `cursor` is the position in the codes. */
export function putNameStrings(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  codes: usize,
  codeLength: usize,
  form: i32,
): i32 {
  let at = buffer + word(cursor, 0)
  let code = codes + word(cursor, 1)
  let symbol = from
  while (symbol < to && at < buffer + full) {
    at = beginString(at)
    for (const long = at + LONG_STRING; symbol < to && at < long; symbol++) {
      const count = half(codeLength, symbol)
      at = putNameLength(at, form, count)
      for (const end = code + count; code < end; code++) at = putStringByte(at, load<u8>(code))
    }
    at = endString(at)
  }
  setWord(cursor, 0, at - buffer)
  setWord(cursor, 1, code - codes)
  return symbol
}

/** `kallsyms_seqs_of_names`. */
export function putSeqStrings(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  order: usize,
): i32 {
  let at = buffer + word(cursor, 0)
  let i = from
  while (i < to && at < buffer + full) {
    at = beginString(at)
    for (const long = at + LONG_STRING; i < to && at < long; i++) {
      const symbol = word(order, i)
      at = putStringByte(at, symbol >> 16)
      at = putStringByte(at, (symbol >> 8) & 0xff)
      at = putStringByte(at, symbol & 0xff)
    }
    at = endString(at)
  }
  setWord(cursor, 0, at - buffer)
  return i
}

/** `kallsyms_offsets` as unsigned numbers, not as bytes: the byte order is the target's. */
export function putOffsetLists(
  buffer: usize,
  full: u32,
  cursor: usize,
  from: i32,
  to: i32,
  offsets: usize,
): i32 {
  let at = buffer + word(cursor, 0)
  let symbol = from
  while (symbol < to && at < buffer + full) {
    store<u64>(at, LONG)
    at += 7
    for (const end = min(symbol + LIST, to); symbol < end; symbol++) {
      at = putHex(at, word(offsets, symbol))
      store<u8>(at++, COMMA)
    }
    store<u8>(at - 1, NEWLINE)
  }
  setWord(cursor, 0, at - buffer)
  return symbol
}

/** `kallsyms_addresses`. */
export function putAddressLists(
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
  while (symbol < to && at < buffer + full) {
    store<u64>(at, POINTER)
    at += 5
    for (const end = min(symbol + LIST, to); symbol < end; symbol++) {
      at = putAddress(at, high, low, symbol, isPlain, textHigh, textLow)
      store<u8>(at++, COMMA)
    }
    store<u8>(at - 1, NEWLINE)
  }
  setWord(cursor, 0, at - buffer)
  return symbol
}
