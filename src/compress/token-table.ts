/** The texts that the codes stand for, as in the kernel's token table. */
import { CODES, type Tokens } from './tokens.js'

export interface TokenTable {
  /** The text of each code, up to the first NUL; empty for an unused code. */
  readonly texts: readonly Uint8Array[]
  /** The offset of each text: every text ends with a NUL. */
  readonly index: readonly number[]
  /** Bytes of all texts with their NULs. */
  readonly bytes: number
}

export function tokenTable(tokens: Tokens): TokenTable {
  const texts: Uint8Array[] = []
  const index: number[] = []
  let bytes = 0
  for (let code = 0; code < CODES; code++) {
    const text = tokens.expand(code)
    const nul = text.indexOf(0)
    const shown = nul < 0 ? text : text.subarray(0, nul)
    texts.push(shown)
    index.push(bytes)
    bytes += shown.length + 1
  }
  return { texts, index, bytes }
}
