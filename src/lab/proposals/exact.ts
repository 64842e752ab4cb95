/** The C tool's compression: what the kernel has today. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'exact',
  describe: 'the output of the C tool, as today',
  decoder: 'kernel',
}

export default proposal
