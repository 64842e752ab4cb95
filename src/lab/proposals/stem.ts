/**
 * Stem compression, as kernels had it in 2002: of each name what it shares with the beginning of the name before is a
 * number, and the rest stands as it is. Tokens there are none.
 *
 * A name here is its length, as in the tables of today, the type letter, how many bytes are shared, and the other bytes.
 * A name with a marker shares nothing, so that reading can begin there.
 */
import { SYMBOLS_PER_MARKER } from '../../layout/format.js'
import type { Proposal } from './proposal.js'

/** What one byte can say. */
const MOST_SHARED = 255

const proposal: Proposal = {
  name: 'stem',
  describe: 'each name by what it shares with the one before, as in 2002',
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
