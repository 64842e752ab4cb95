/**
 * The token table: what each of the 256 codes stands for.
 *
 * | column   | element | holds                                                                                 |
 * |----------|---------|---------------------------------------------------------------------------------------|
 * | `kind`   | Uint8   | EMPTY: the code is not used; LITERAL: it stands for its own byte; PAIR: for two codes;  |
 * |          |         | SUBSTRING: for two codes or more, which are in `substrings`                            |
 * | `first`  | Uint8   | the first code of a pair                                                              |
 * | `second` | Uint8   | the second code of a pair                                                             |
 * | `span`   | Uint16  | bytes of text that the code stands for; never more than the longest symbol has          |
 */
export const CODES = 256

export const EMPTY = 0
export const LITERAL = 1
export const PAIR = 2
const SUBSTRING = 3

export class Tokens {
  readonly kind: Uint8Array = new Uint8Array(CODES)
  readonly first: Uint8Array = new Uint8Array(CODES)
  readonly second: Uint8Array = new Uint8Array(CODES)
  readonly span: Uint16Array = new Uint16Array(CODES)
  /** The codes of each substring, by its own code. */
  readonly substrings: Map<number, Uint8Array> = new Map()

  setLiteral(code: number): void {
    this.kind[code] = LITERAL
    this.span[code] = 1
  }

  /** @param pair the number of the pair, first code in the low byte */
  setPair(code: number, pair: number): void {
    const first = pair & 0xff
    const second = pair >> 8
    this.kind[code] = PAIR
    this.first[code] = first
    this.second[code] = second
    this.span[code] = (this.span[first] as number) + (this.span[second] as number)
  }

  /** @param codes two or more */
  setSubstring(code: number, codes: Uint8Array): void {
    this.kind[code] = SUBSTRING
    this.substrings.set(code, codes)
    this.span[code] = codes.reduce((sum, each) => sum + (this.span[each] as number), 0)
  }

  /** The bytes that a code stands for; a fresh array. */
  expand(code: number): Uint8Array {
    const bytes: number[] = []
    // Depth first, with the first code on top: an explicit stack, since pairs may be nested 255 deep.
    const stack = [code]
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (this.kind[top] === LITERAL) bytes.push(top)
      else if (this.kind[top] === PAIR) stack.push(this.second[top] as number, this.first[top] as number)
      else if (this.kind[top] === SUBSTRING)
        stack.push(...(this.substrings.get(top) as Uint8Array).toReversed())
    }
    return Uint8Array.from(bytes)
  }
}
