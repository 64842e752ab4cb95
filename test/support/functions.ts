/** Names of functions for miniature kernels, from a distribution's kernel. */
import { functionNames } from '../../src/lab/links/layouts.js'
import { readGolden } from './golden.js'
import { SHIPPED_MAP } from './shipped.js'

export const FUNCTIONS: readonly string[] = functionNames(readGolden(SHIPPED_MAP))
