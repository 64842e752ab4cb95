/** The loops that sort the table; `order.ts` has the rules. */
import { half, setWord, wide, word } from '../wasm/memory.as'
import { packed } from '../wasm/packed.as'

/** Whether the addresses of a list of symbols never decrease. */
export function isAscending(high: usize, low: usize, symbols: usize, count: i32): bool {
  let before: u64 = 0
  for (let i = 0; i < count; i++) {
    const symbol = word(symbols, i)
    const address = wide(high, low, symbol)
    if (address < before) return false
    before = address
  }
  return true
}

const UNDERSCORE: u8 = 0x5f

/** Bits of the rules, as in `order.ts`. */
const WEAK_LAST: u32 = 1
const SCRIPT_LAST: u32 = 2
const UNDERSCORES: u32 = 4
const FIRST_UNDERSCORE: u32 = 8

/** Bits of a rank: a number of bytes of the name (a symbol has at most 65535), and above it two flags. */
const WEAK: u32 = 1 << 17
const LINKER_MADE: u32 = 1 << 16

const STAR = <u32>packed('star')
const T_ = <u16>packed('t_')
const STOP = <u32>packed('stop')
const END_ = <u32>packed('end_')
const _STA = <u32>packed('_sta')
const RT = <u16>packed('rt')
const _END = <u32>packed('_end')

/** `__start_…`, `__stop_…`, `__end_…`, `__…_start` and `__…_end`, of at least 8 bytes. */
function looksLinkerMade(name: usize, end: usize): bool {
  if (end < name + 8 || load<u8>(name) !== UNDERSCORE || load<u8>(name + 1) !== UNDERSCORE) return false
  const front = load<u32>(name + 2)
  if (front === END_ || (front === STAR && load<u16>(name + 6) === T_)) return true
  if (front === STOP && load<u8>(name + 6) === UNDERSCORE) return true
  return load<u32>(end - 4) === _END || (load<u32>(end - 6) === _STA && load<u16>(end - 2) === RT)
}

/**
 * The rank among symbols of one address; lower comes first.
 *
 * @param rules the bits of those that apply
 */
export function rankOf(text: usize, start: usize, length: usize, symbol: i32, rules: u32): u32 {
  const letter = text + word(start, symbol)
  const name = letter + 1
  const end = letter + half(length, symbol)
  let rank: u32 = 0
  if ((rules & WEAK_LAST) !== 0 && (load<u8>(letter) | 0x20) === 0x77) rank |= WEAK
  if ((rules & SCRIPT_LAST) !== 0 && looksLinkerMade(name, end)) rank |= LINKER_MADE
  let at = name
  if ((rules & UNDERSCORES) !== 0) while (at < end && load<u8>(at) === UNDERSCORE) at++
  else if ((rules & FIRST_UNDERSCORE) !== 0) while (at < end && load<u8>(at) !== UNDERSCORE) at++
  return rank | <u32>(at - name)
}

/**
 * Sorts each run of symbols of one address by rank, from place `from` of the list on; stable.
 *
 * @param longest the loop ends before a run of more symbols
 * @param rules as `rankOf` takes them
 * @returns where that run begins; `count` if there is none
 */
export function sortRuns(
  text: usize,
  start: usize,
  length: usize,
  high: usize,
  low: usize,
  symbols: usize,
  from: i32,
  count: i32,
  longest: i32,
  rules: u32,
): i32 {
  for (let to = from + 1; from < count; from = to++) {
    const first = word(symbols, from)
    for (; to < count; to++) {
      const other = word(symbols, to)
      if (word(low, other) !== word(low, first) || word(high, other) !== word(high, first)) break
    }
    if (to - from > longest) return from
    for (let i = from + 1; i < to; i++) {
      const symbol = word(symbols, i)
      const rank = rankOf(text, start, length, symbol, rules)
      let at = i
      for (; at > from; at--) {
        const other = word(symbols, at - 1)
        if (rankOf(text, start, length, other, rules) <= rank) break
        setWord(symbols, at, other)
      }
      setWord(symbols, at, symbol)
    }
  }
  return count
}
