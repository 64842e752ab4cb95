/** Loops over many symbols are called for one block after the other. */

/** Symbols of a block. */
const BLOCK = 1 << 12

/**
 * Runs a loop over some symbols block by block: the runtime switches to optimised code between two calls, never within
 * one.
 */
export function inBlocks(count: number, loop: (from: number, to: number) => void): void {
  for (let from = 0; from < count; from += BLOCK) loop(from, Math.min(from + BLOCK, count))
}
