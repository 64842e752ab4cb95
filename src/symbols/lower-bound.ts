/** Binary search. */

/**
 * The first of `count` places at which something is not below what is looked for.
 *
 * @param isBelow true up to some place, and false from there on
 * @returns `count` where all are below
 */
export function lowerBound(count: number, isBelow: (place: number) => boolean): number {
  let from = 0
  let to = count
  while (from < to) {
    const middle = from + ((to - from) >>> 1)
    if (isBelow(middle)) from = middle + 1
    else to = middle
  }
  return from
}
