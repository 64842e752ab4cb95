/** What the tokens stand for, as the table in the kernel holds it. */
import { CODES, type Tokens } from './tokens.js'

export interface TokenTable {
  /** The text of each code, cut at a NUL; empty for a code that is not used. */
  readonly texts: readonly Uint8Array[]
  /** Where each text begins: every text ends in a NUL. */
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
