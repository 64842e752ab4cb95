/**
 * Reads plain records, which nearly all lines of a map are: up to 16 hexadecimal digits, a blank, a letter, a blank, a
 * name without blanks or control characters, a newline. Both grammars read these in the same way.
 */
import { setHalf, setWord, word } from '../wasm/memory.as'

const BLANK: u8 = 0x20
const NEWLINE: u8 = 0x0a

/** The value of each byte as a hexadecimal digit; 16 for all others. */
const DIGIT_VALUES: usize = digitValues()

function digitValues(): usize {
  const values = memory.data(256)
  memory.fill(values, 16, 256)
  for (let digit = 0; digit < 10; digit++) store<u8>(values + 0x30 + digit, <u8>digit)
  for (let digit = 10; digit < 16; digit++) {
    store<u8>(values + 0x41 - 10 + digit, <u8>digit)
    store<u8>(values + 0x61 - 10 + digit, <u8>digit)
  }
  return values
}

/** Elements of the reader's state, of 32 bits. */
const AT = 0
const COUNT = 1
const NEXT = 2

/** 1 in each of eight bytes. */
const EACH: u64 = ~(<u64>0) / 0xff

/** Sets the top bit of the first of eight bytes that is at most a blank; higher bits mean nothing. */
function markBlank(bytes: u64): u64 {
  return (bytes - (<u64>BLANK + 1) * EACH) & ~bytes & (0x80 * EACH)
}

/**
 * Reads records into the columns of a table until one is not plain or not complete, or the columns are full.
 *
 * @param state position in the input, number of symbols, and position of the next symbol in the text buffer; updated
 * @param size bytes of the input
 * @param longest the most bytes of a name: records with longer ones are not plain
 * @param capacity elements of the columns
 */
export function readPlainRecords(
  state: usize,
  input: usize,
  size: u32,
  longest: u32,
  capacity: i32,
  text: usize,
  start: usize,
  length: usize,
  high: usize,
  low: usize,
): void {
  let at = input + word(state, AT)
  let count = <i32>word(state, COUNT)
  let end = text + word(state, NEXT)
  const inputEnd = input + size
  while (at < inputEnd && count < capacity) {
    let upper: u32 = 0
    let lower: u32 = 0
    let digits = at
    for (; digits < inputEnd; digits++) {
      const digit: u32 = load<u8>(DIGIT_VALUES + load<u8>(digits))
      if (digit === 16) break
      upper = (upper << 4) | (lower >>> 28)
      lower = (lower << 4) | digit
    }
    if (digits === at || digits > at + 16 || digits + 4 > inputEnd) break
    const type = load<u8>(digits + 1)
    if (load<u8>(digits) !== BLANK || load<u8>(digits + 2) !== BLANK || type <= BLANK || type >= 0x80) break

    // The name is copied eight bytes at a time; bytes after it are overwritten by the next one.
    store<u8>(end, type)
    let from = digits + 3
    let to = end + 1
    let found: u64 = 0
    for (; from + 8 <= inputEnd; from += 8, to += 8) {
      const bytes = load<u64>(from)
      store<u64>(to, bytes)
      found = markBlank(bytes)
      if (found !== 0) break
    }
    if (found === 0) break
    const rest = <usize>(ctz(found) >>> 3)
    from += rest
    to += rest
    if (load<u8>(from) !== NEWLINE || to - end - 1 > longest || to === end + 1) break

    store<u8>(to, NEWLINE)
    setWord(start, count, end - text)
    setHalf(length, count, to - end)
    setWord(high, count, upper)
    setWord(low, count, lower)
    count++
    end = to + 1
    at = from + 1
  }
  setWord(state, AT, at - input)
  setWord(state, COUNT, count)
  setWord(state, NEXT, end - text)
}
