/** From a kernel version to its row in the table of releases. */
import { KallsymsError } from '../errors.js'
import { RELEASES, type Release, VARIANTS } from './releases.js'

/** The newest release in the table: the default. */
export function newestRelease(): Release {
  return RELEASES[RELEASES.length - 1] as Release
}

/**
 * The newest row that is not above a version, or the variant of that name.
 *
 * @param version a kernel version such as `6.6`, `v6.6.17`, `6.12.117+deb12-amd64`, `7.1-rc3`, or a variant's name.
 *   Anything after the numbers is ignored; missing numbers are 0.
 * @throws {KallsymsError} `unknown-kernel` if it is not a version, or older than the first row
 */
export function findRelease(version: string): Release {
  const variant = VARIANTS.find(row => row.since === version)
  if (variant) return variant
  if (!parseVersion(version)) {
    throw new KallsymsError(
      'unknown-kernel',
      `'${version}' is not a kernel version: give one such as 6.12 or 6.6.17, from ${supported()}, or a kernel source tree`,
    )
  }
  const row = newestNotAbove(RELEASES, version)
  if (!row) {
    throw new KallsymsError(
      'unknown-kernel',
      `kernel ${version} is too old: supported are ${supported()} (2.6.11 and older use another compression algorithm)`,
    )
  }
  return row
}

/**
 * The last of some rows whose `since` is not above a version; undefined if all are, or if it is no version.
 *
 * @param rows in ascending order of versions
 */
export function newestNotAbove<Row extends { readonly since: string }>(
  rows: readonly Row[],
  version: string,
): Row | undefined {
  const numbers = parseVersion(version)
  return numbers === null
    ? undefined
    : rows.findLast(({ since }) => compare(parseVersion(since) as number[], numbers) <= 0)
}

/** Whether a text is a kernel version or the name of a variant. */
export function isKernelVersion(text: string): boolean {
  return parseVersion(text) !== null || VARIANTS.some(row => row.since === text)
}

function supported(): string {
  const first = RELEASES[0] as Release
  const last = newestRelease().measured.at(-1)
  const variants = VARIANTS.map(row => row.since).join(', ')
  return `${first.since} to ${last} and later, and the variants ${variants}`
}

/** The leading numbers; null if the text does not start with at least two of them. */
function parseVersion(text: string): number[] | null {
  const match = /^v?(\d{1,9}(?:\.\d{1,9}){1,3})(?![\d.])(?:[-+~_a-z].*)?$/s.exec(text)
  return match ? (match[1] as string).split('.').map(Number) : null
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
