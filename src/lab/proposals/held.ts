/** The generator's `--hold-sizes`: no table is smaller than in the previous pass. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'held',
  describe: 'no table is smaller than in the previous pass (--hold-sizes)',
  decoder: 'kernel',
  options: { holdSizes: true },
}

export default proposal
