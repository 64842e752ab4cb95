/**
 * Type letters in a separate table, one byte per symbol, and names compressed without them. It costs the kernel a table
 * and a line of its decoder. Sizes depend on the names only, since the letters take one byte per symbol whatever they are.
 */
import type { Proposal } from './proposal.js'

const LABEL = 'kallsyms_types'

const proposal: Proposal = {
  name: 'letters-apart',
  describe: 'type letters in a separate table, names compressed without them',
  labels: [LABEL],
  strings: ({ symbols, tools }) => tools.withoutLetters(symbols),
  layOut: (_, { symbols, tools }) => new Map([[LABEL, tools.letters(symbols)]]),
  decoder(tables, format, tools) {
    // The kernel's decoder takes the first character of a text for the type letter. Here the text is the name alone.
    const names = tools.kernelDecoder(tables, format)
    const letters = tables.get(LABEL)
    if (letters === undefined || letters.length < names.count) throw new Error(`${LABEL} is too short`)
    const withLetter = (symbol: number, name: Uint8Array): Uint8Array => {
      const text = new Uint8Array(1 + name.length)
      text[0] = letters[symbol] as number
      text.set(name, 1)
      return text
    }
    return tools.decoderOfTexts(tables, format, {
      text: symbol => withLetter(symbol, names.text(symbol)),
      *texts() {
        let symbol = 0
        for (const name of names.texts()) yield withLetter(symbol++, name)
      },
    })
  },
}

export default proposal
