/** The generator's `--stabilise=literal`: each type letter is a code of its own. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'literal',
  describe: 'each type letter is a code of its own before the name (--stabilise=literal)',
  decoder: 'kernel',
  options: { stabilise: 'literal' },
}

export default proposal
