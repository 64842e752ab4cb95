/** The generator's `--stable`. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'stable',
  describe: 'literal and held, with headroom in the first pass (--stable)',
  decoder: 'kernel',
  options: { stabilise: 'literal', holdSizes: true, headroom: 'auto' },
}

export default proposal
