/** The generator's `--stabilise=literal`: letters are codes of their own. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'literal',
  describe: 'letters are codes of their own in front of the names (--stabilise=literal)',
  decoder: 'kernel',
  options: { stabilise: 'literal' },
}

export default proposal
