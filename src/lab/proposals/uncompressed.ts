/** No tokens: each name as it is behind its length, as OpenWrt ships it for kernels that are compressed as a whole. */
import type { Proposal } from './proposal.js'

const proposal: Proposal = {
  name: 'uncompressed',
  describe: 'names as they are, without token tables, as OpenWrt has it',
  options: { uncompressed: true },
  // The patched kernel's: codes are characters.
  decoder: (tables, format, tools) => tools.kernelDecoder(tables, format),
}

export default proposal
