/** How loops over many symbols are called. */

/** Symbols that a loop is given at once. */
const BLOCK = 1 << 12

/**
 * Runs a loop over some symbols block by block: the runtime changes to optimised code between two calls, and never
 * within one.
 */
export function inBlocks(count: number, loop: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += BLOCK) loop(from, Math.min(from + BLOCK, count))
}
