/** The generator's `--hold-sizes`: no table is smaller than in the pass before. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'held',
  describe: 'no table is smaller than in the pass before (--hold-sizes)',
  decoder: 'kernel',
  options: { holdSizes: true },
}

export default proposal
