/**
 * How much the tests try.
 *
 * `npm test` takes samples, which find a planted fault within a minute. `npm run test:all` sets `KALLSYMS_TESTS=all`, and
 * the same tests try everything. `KALLSYMS_TESTS=NUMBER` sets the number of cases of the random tests. With
 * `KALLSYMS_SEED=NUMBER`, which failures name, they try the same cases again.
 */

const SIZE = process.env.KALLSYMS_TESTS ?? ''
if (!/^(all|[1-9]\d*|)$/.test(SIZE))
  throw new Error(`KALLSYMS_TESTS: '${SIZE}' is neither 'all' nor a number`)

/** Whether everything is tried. */
export const ALL: boolean = SIZE === 'all'

/** The seed of random tests: always the same for samples, so that chance breaks no change; else a new one. */
export const SEED: number = Number(
  process.env.KALLSYMS_SEED ?? (SIZE === '' ? 1 : Math.floor(Math.random() * 2 ** 31)),
)

/** The number of cases of a random test: in a sample, and of everything. */
export function cases(sample: number, all: number): number {
  return SIZE === '' ? sample : ALL ? all : Number(SIZE)
}

/** Every `step`th of a list from `first` on; the whole list where everything is tried. */
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

/** Why a test is left out of the sample; false where everything is tried. */
export const NOT_IN_SAMPLE: string | false = ALL ? false : 'only in npm run test:all'
