/** The built-in proposals, in the order in which the lab shows them. */

import exact from './exact.js'
import fold from './fold.js'
import frozen from './frozen.js'
import held from './held.js'
import lettersApart from './letters-apart.js'
import literal from './literal.js'
import type { Proposal } from './proposal.js'
import stable from './stable.js'
import stem from './stem.js'
import uncompressed from './uncompressed.js'

export const BUILT_IN: readonly Proposal[] = [
  exact,
  literal,
  fold,
  held,
  stable,
  lettersApart,
  frozen as Proposal,
  uncompressed,
  stem,
]

/** The proposal that all others are compared with. */
export const REFERENCE: string = exact.name
