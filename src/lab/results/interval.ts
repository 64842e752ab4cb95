/** Confidence intervals of shares: how far a share of some trials may be from the share of all possible ones. */

/** Bounds of a share, from 0 to 1, with 95 % confidence. */
export type Interval = readonly [low: number, high: number]

/** 95 % of a normal distribution lie within this number of standard deviations of the mean. */
const DEVIATIONS = 1.959964

/**
 * Wilson's score interval, which is also valid for shares of 0 and 1.
 *
 * @param all number of trials, more than 0
 */
export function intervalOf(some: number, all: number): Interval {
  const share = some / all
  const square = DEVIATIONS ** 2
  const middle = share + square / (2 * all)
  const half = DEVIATIONS * Math.sqrt((share * (1 - share)) / all + square / (4 * all * all))
  const bound = (value: number): number => Math.min(1, Math.max(0, rounded(value / (1 + square / all))))
  return [some === 0 ? 0 : bound(middle - half), some === all ? 1 : bound(middle + half)]
}

/** Half the width of the interval at a share of one half, where it is the widest, in percent. */
export function widestOf(all: number): number {
  return 100 * (0.5 - intervalOf(all / 2, all)[0])
}

/** Drops the digits that are rounding errors. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
