/** The C tool's own compression, what the kernel has today. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'exact',
  describe: "the C tool's output of today",
  decoder: 'kernel',
}

export default proposal
