/** A small run of the lab with proposals of every kind. */
import { findRelease } from '../../src/dialect/resolve.js'
import type { LabRequest } from '../../src/lab/run/run.js'
import { readGolden } from './golden.js'

export const PROPOSALS: readonly string[] = ['exact', 'literal', 'stable', 'letters-apart', 'frozen', 'stem']

/** @param some overrides */
export function labRequest(some: Partial<LabRequest> = {}): LabRequest {
  return {
    worker: new URL('../../src/lab/run/worker.js', import.meta.url),
    sources: PROPOSALS.map(builtIn => ({ builtIn })),
    inputs: [
      {
        name: 'random <1>',
        kernel: '6.12',
        map: readGolden('inputs/random-1.nm'),
        options: { dialect: findRelease('6.12').dialect, allSymbols: true },
      },
    ],
    parameters: { seed: 4, trials: 15, flipping: 8, symbols: 40, mostPasses: 8, runs: 0 },
    ...some,
  }
}
