/** Lines of a map, for messages: which line a position is in, and which line has a symbol. */
import { type Address, toBigInt } from '../symbols/address.js'
import { type HexNumber, isSpace, readHex } from './number.js'

const NEWLINE = 0x0a

/** Counts the lines before positions that ascend: each byte is looked at once, however many positions there are. */
export class LineCounter {
  private at = 0
  private line = 1

  constructor(private readonly input: Uint8Array) {}

  /** The line of a position, from 1. */
  lineOf(position: number): number {
    const { input } = this
    if (position < this.at) {
      this.at = 0
      this.line = 1
    }
    for (;;) {
      const newline = input.indexOf(NEWLINE, this.at)
      if (newline < 0 || newline >= position) return this.line
      this.at = newline + 1
      this.line++
    }
  }
}

/**
 * The first line that ends in a name and begins with an address.
 *
 * @returns its number, from 1; null where no line has both, as where a record is spread over several lines
 */
export function lineWith(input: Uint8Array, name: Uint8Array, address: Address): number | null {
  const number: HexNumber = { high: 0, low: 0 }
  const wanted = toBigInt(address)
  let line = 1
  for (let from = 0; from < input.length; line++) {
    const newline = input.indexOf(NEWLINE, from)
    const end = newline < 0 ? input.length : newline
    if (hasName(input, from, end, name)) {
      let at = from
      while (at < end && isSpace(input[at] as number)) at++
      if (readHex(input, at, end, true, number) >= 0 && toBigInt(number) === wanted) return line
    }
    from = end + 1
  }
  return null
}

/** Whether a line ends in a name, with white space before it, and perhaps after it. */
function hasName(input: Uint8Array, from: number, end: number, name: Uint8Array): boolean {
  let to = end
  if (to - from <= name.length) return false
  if (input[to - 1] !== name[name.length - 1]) {
    while (to > from && isSpace(input[to - 1] as number)) to--
  }
  const start = to - name.length
  if (start <= from || !isSpace(input[start - 1] as number)) return false
  for (let i = 0; i < name.length; i++) if (input[start + i] !== name[i]) return false
  return true
}
