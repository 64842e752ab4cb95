/** No tokens: after its length, each name as it is. OpenWrt has this for kernels that are compressed as a whole. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'uncompressed',
  describe: 'no compression and no token tables, as in OpenWrt',
  options: { uncompressed: true },
  // The patched kernel's decoder: codes are characters.
  decoder: (tables, format, tools) => tools.kernelDecoder(tables, format),
}

export default proposal
