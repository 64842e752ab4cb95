/**
 * The token table of the first pass with symbols is kept and used by all later passes. A symbol that enters or leaves the
 * table or changes its type letter then costs its own codes only.
 *
 * Later passes may contain bytes that the first did not. All characters of names and all type letters of nm therefore
 * keep their codes, used or not. If a pass contains any other byte without a code, the kept table cannot encode it: that
 * pass chooses new tokens, which are kept from then on.
 */
import type { Tokens } from '../../compress/tokens.js'
import type { Proposal } from './proposal.js'

const proposal: Proposal<Tokens> = {
  name: 'frozen',
  describe: 'all passes use the token table of the first',
  decoder: 'kernel',
  compress: (strings, { kept, tools }) =>
    kept && tools.canEncode(strings, kept)
      ? tools.encode(strings, kept)
      : tools.bytePairs(strings, { reserved: tools.nameBytes }),
  // A pass without symbols chooses no tokens.
  keep: ({ names }, { symbols, kept }) => (symbols.count === 0 && !kept ? undefined : names.tokens) as Tokens,
}

export default proposal
