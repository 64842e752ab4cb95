/**
 * The token table of the first pass that has symbols is kept, and later passes put it to use in their own names. A
 * symbol that comes, goes or changes its letter then costs its own codes and no others.
 *
 * A byte that had no code in the first pass must have one later. So all that names are written with keep their codes,
 * and all letters of nm, used or not. Should a pass have any other byte that has no code, no encoding by the kept table
 * exists: the tokens are chosen anew there, and kept from then on.
 */
import type { Tokens } from '../../compress/tokens.js'
import type { Proposal } from './proposal.js'

const proposal: Proposal<Tokens> = {
  name: 'frozen',
  describe: 'the token table of the first pass is used in all later ones',
  decoder: 'kernel',
  compress: (strings, { kept, tools }) =>
    kept && tools.canEncode(strings, kept)
      ? tools.encode(strings, kept)
      : tools.bytePairs(strings, { reserved: tools.nameBytes }),
  // An empty table has chosen nothing.
  keep: ({ names }, { symbols, kept }) => (symbols.count === 0 && !kept ? undefined : names.tokens) as Tokens,
}

export default proposal
