/**
 * Letters in an array of their own, one byte a symbol, and names compressed without them. It costs the kernel a table
 * and a line of its decoder, and saves a code in front of each name. Sizes follow from the names alone; the array has a
 * byte a symbol whatever the letters are.
 */
import type { Proposal } from './proposal.js'

const LABEL = 'kallsyms_types'

const proposal: Proposal = {
  name: 'letters-apart',
  describe: 'letters in an array of their own, names compressed without them',
  labels: [LABEL],
  strings: ({ symbols, tools }) => tools.withoutLetters(symbols),
  layOut: (_, { symbols, tools }) => new Map([[LABEL, tools.letters(symbols)]]),
  decoder(tables, format, tools) {
    // To the kernel's decoder the first character of a name is its letter, which here it is not.
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
