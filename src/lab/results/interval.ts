/** How far a share of some trials may be from that of all that there could be. */

/** A share, from 0 to 1, that holds with 95 %. */
export type Interval = readonly [low: number, high: number]

/** Of the normal distribution: within so many deviations of the mean lie 95 %. */
const DEVIATIONS = 1.959964

/**
 * Wilson's interval, which has sense for shares of none and of all too.
 *
 * @param all more than 0
 */
export function intervalOf(some: number, all: number): Interval {
  const share = some / all
  const square = DEVIATIONS ** 2
  const middle = share + square / (2 * all)
  const half = DEVIATIONS * Math.sqrt((share * (1 - share)) / all + square / (4 * all * all))
  const bound = (value: number): number => Math.min(1, Math.max(0, rounded(value / (1 + square / all))))
  return [some === 0 ? 0 : bound(middle - half), some === all ? 1 : bound(middle + half)]
}

/** Half of the interval's width at a share of one half, where it is the widest; in percent. */
export function widestOf(all: number): number {
  return 100 * (0.5 - intervalOf(all / 2, all)[0])
}

/** Sums of floating point have digits that say nothing. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
