/** Stability of a proposal: statistics over many trial builds. */

import { STANDARD_PASSES } from '../../kbuild/passes.js'
import { type Interval, intervalOf } from '../results/interval.js'
import type { ConvergedSize, Stability, TrialCounts, TrialKind } from '../results/results.js'
import type { Trial } from './trial.js'

/**
 * Summarises trials.
 *
 * @param trials by number; undefined where a run was stopped before
 * @param reference the same trials of the proposal that others are compared with
 */
export function summarise(
  trials: readonly (Trial | undefined)[],
  reference: readonly (Trial | undefined)[],
): Stability {
  const done = trials.filter(trial => trial !== undefined)
  const ofKind = (kind: TrialKind): TrialCounts => count(done.filter(each => each.kind === kind))
  const changes = done.map(({ steps }) => largestOf(steps)).filter(bytes => bytes !== 0)
  return {
    ...count(done),
    kinds: { types: ofKind('types'), membership: ofKind('membership'), stubs: ofKind('stubs') },
    changes: tally(changes).map(([bytes, trials]) => ({ bytes, trials })),
    atRest: convergedSize(trials, reference),
  }
}

function count(trials: readonly Trial[]): TrialCounts {
  const all = trials.length
  const passes = trials.flatMap(each => each.passes ?? [])
  const changing = trials.filter(({ isChanging }) => isChanging).length
  const builds = trials.filter(each => each.builds).length
  const standard = passes.filter(number => number <= STANDARD_PASSES).length
  const never = all - passes.length
  const interval = (some: number): Interval => (all === 0 ? [0, 1] : intervalOf(some, all))
  return {
    trials: all,
    changing,
    changingInterval: interval(changing),
    builds,
    buildsInterval: interval(builds),
    standard,
    standardInterval: interval(standard),
    never,
    neverInterval: interval(never),
    passes: tally(passes).map(([passes, trials]) => ({ passes, trials })),
    largest: trials.reduce((most, { steps }) => Math.max(most, Math.abs(largestOf(steps))), 0),
  }
}

/** The step with the largest difference, up or down; of equal ones the first. */
function largestOf(steps: readonly number[]): number {
  return steps.reduce((largest, step) => (Math.abs(step) > Math.abs(largest) ? step : largest), 0)
}

/** Only trials that converge with both count: otherwise the two means would be over different kernels. */
function convergedSize(
  trials: readonly (Trial | undefined)[],
  reference: readonly (Trial | undefined)[],
): ConvergedSize | null {
  let [both, bytes, ofReference] = [0, 0, 0]
  for (const [number, own] of trials.entries()) {
    const other = reference[number]
    if (own?.passes == null || other?.passes == null) continue
    both++
    bytes += own.bytes
    ofReference += other.bytes
  }
  if (both === 0) return null
  return { trials: both, bytes: Math.round(bytes / both), reference: Math.round(ofReference / both) }
}

/** How often each number occurs, ascending. */
function tally(numbers: readonly number[]): [number: number, times: number][] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
