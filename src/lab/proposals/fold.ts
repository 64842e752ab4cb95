/** The generator's `--stabilise=fold`: letters are made alike before the compression. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'fold',
  describe: 'T or t for all letters but those of weak symbols (--stabilise=fold)',
  decoder: 'kernel',
  options: { stabilise: 'fold' },
}

export default proposal
