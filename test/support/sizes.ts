/**
 * The size of the tests.
 *
 * `npm test` runs samples, which detect a planted fault within a minute. `npm run test:full` sets `KALLSYMS_TESTS=all`
 * and runs the same tests in full. `KALLSYMS_TESTS=NUMBER` sets the number of cases of the random tests.
 * `KALLSYMS_SEED=NUMBER` repeats the cases of a failure, whose message has the number.
 */

const SIZE = process.env.KALLSYMS_TESTS ?? ''
if (!/^(all|[1-9]\d*|)$/.test(SIZE))
  throw new Error(`KALLSYMS_TESTS: '${SIZE}' is neither 'all' nor a number`)

/** Whether the tests run in full. */
export const ALL: boolean = SIZE === 'all'

/**
 * The seed of random tests: fixed for samples, so that a failure is due to a change; otherwise a new one. This seed
 * detects all mutants of live.test.ts with few maps.
 */
export const SEED: number = Number(
  process.env.KALLSYMS_SEED ?? (SIZE === '' ? 2 : Math.floor(Math.random() * 2 ** 31)),
)

/** The number of cases of a random test, in the sample and in full. */
export function cases(sample: number, all: number): number {
  return SIZE === '' ? sample : ALL ? all : Number(SIZE)
}

/** Every `step`th element of a list, beginning with number `first`; in full, the whole list. */
export function sampled<T>(list: readonly T[], step: number, first = 0): readonly T[] {
  return ALL ? list : list.filter((_, i) => i % step === first % step)
}

/** The same for a property of fast-check. */
export function randomCases(
  sample: number,
  all: number,
): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: cases(sample, all) }
}

/** Why a test is skipped in the sample; false in full. */
export const NOT_IN_SAMPLE: string | false = ALL ? false : 'only in npm run test:all'
