/** The names of functions that miniature kernels have: some of a distribution's. */
import { functionNames } from '../../src/lab/links/layouts.js'
import { readGolden } from './golden.js'
import { SHIPPED_MAP } from './shipped.js'

export const FUNCTIONS: readonly string[] = functionNames(readGolden(SHIPPED_MAP))
