/**
 * Stem compression, as in kernels of 2002: the number of leading bytes that a name shares with the previous name, and the
 * remaining bytes as they are. There are no tokens.
 *
 * An entry is its length, as in today's tables, the type letter, the number of shared bytes, and the other bytes. A name
 * at a marker shares nothing, so that a reader can start there.
 */
import { SYMBOLS_PER_MARKER } from '../../layout/format.js'
import type { Proposal } from './proposal.js'

/** The shared bytes are counted in one byte. */
const MOST_SHARED = 255

const proposal: Proposal = {
  name: 'stem',
  describe: 'each name without the prefix that it shares with the previous one, as in 2002',
  options: { uncompressed: true },
  compress(strings, { tools }) {
    let before: Uint8Array = new Uint8Array(0)
    const stems = tools.mapStrings(strings, (text, symbol) => {
      const name = text.subarray(1)
      const most = symbol % SYMBOLS_PER_MARKER === 0 ? 0 : Math.min(MOST_SHARED, name.length, before.length)
      let shared = 0
      while (shared < most && name[shared] === before[shared]) shared++
      before = name
      return Uint8Array.of(text[0] as number, shared, ...name.subarray(shared))
    })
    return tools.uncompressed(stems)
  },
  decoder(tables, format, tools) {
    const codesFrom = tools.codeWalker(tables, format)
    function* textsFrom(marker: number): Generator<Uint8Array> {
      let before = new Uint8Array(1)
      for (const codes of codesFrom(marker)) {
        const [letter = 0, shared = 0] = codes
        const text = new Uint8Array(shared + codes.length - 1)
        text.set(before.subarray(0, 1 + shared))
        text[0] = letter
        text.set(codes.subarray(2), 1 + shared)
        yield text
        before = text
      }
    }
    return tools.decoderOfTexts(tables, format, {
      text(symbol) {
        let left = symbol % SYMBOLS_PER_MARKER
        for (const text of textsFrom(Math.floor(symbol / SYMBOLS_PER_MARKER))) if (left-- === 0) return text
        throw new Error(`there is no symbol ${symbol}`)
      },
      texts: () => textsFrom(0),
    })
  },
}

export default proposal
