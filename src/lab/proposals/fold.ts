/** The generator's `--stabilise=fold`: type letters are replaced by `T` or `t` before the compression. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'fold',
  describe:
    'T or t for all type letters except those of weak symbols, so that data looks like functions (--stabilise=fold)',
  decoder: 'kernel',
  options: { stabilise: 'fold' },
}

export default proposal
