/** From a kernel version to its row in the table of releases. */
import { KallsymsError } from '../errors.js'
import { GAPS, RELEASES, type Release, VARIANTS } from './releases.js'
import { compareVersions, parseVersion, readVersion } from './version.js'

/** The newest release in the table: the default. */
export function newestRelease(): Release {
  return RELEASES[RELEASES.length - 1] as Release
}

/**
 * The newest row that is not above a version, or the variant of that name.
 *
 * @param version a kernel version such as `6.6`, `v6.6.17`, `6.12.117+deb12-amd64`, `7.1-rc3`, or a variant's name.
 *   Anything after the numbers is ignored; missing numbers are 0.
 * @throws {KallsymsError} `unknown-kernel` if it is not a version, older than the first row, or in a gap of the table
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
  const gap = GAPS.find(({ from, before }) => isWithin(version, from, before))
  if (gap) {
    throw new KallsymsError(
      'unknown-kernel',
      `kernels from ${gap.from} to before ${gap.before} are not supported: ${gap.what}; use the tree's own tool`,
    )
  }
  const row = newestNotAbove(RELEASES, version)
  if (!row) {
    throw new KallsymsError(
      'unknown-kernel',
      `kernel ${version} is too old: supported are ${supported()} (2.6.9 and older compress names in other ways)`,
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
    : rows.findLast(({ since }) => compareVersions(parseVersion(since) as number[], numbers) <= 0)
}

/** Whether a text is a kernel version or the name of a variant. */
export function isKernelVersion(text: string): boolean {
  return parseVersion(text) !== null || VARIANTS.some(row => row.since === text)
}

function supported(): string {
  const first = RELEASES[0] as Release
  const variants = VARIANTS.map(row => row.since).join(', ')
  return `${first.since} to ${newestRelease().since}, and the variants ${variants}`
}

/** Whether a version is one of those from a first one to before another. */
function isWithin(version: string, from: string, before: string): boolean {
  const numbers = parseVersion(version)
  const [first, next] = [from, before].map(parseVersion) as [number[], number[]]
  return numbers !== null && compareVersions(numbers, first) >= 0 && compareVersions(numbers, next) < 0
}

/** A reason why the row of a version may be wrong. */
export type Doubt =
  /** The text is the name of a distribution's ABI, not a version. */
  | { readonly kind: 'abi-name'; readonly name: string }
  /** The version is newer than all that is known; `newest` is the row that is used. */
  | { readonly kind: 'newer'; readonly version: string; readonly newest: string }
  /** A change was backported somewhere between two versions, and this version is one of those. */
  | {
      readonly kind: 'uncertain'
      readonly version: string
      /** The row that is used. */
      readonly row: string
      /** The versions that may have a change or not: the first of them, and the first that is known to have it. */
      readonly from: string
      readonly before: string
      /** The change, as `drops type n`. */
      readonly what: string
    }

/** Why the row of a version may be wrong, as far as the table knows; empty for a variant. */
export function doubtsAbout(text: string): Doubt[] {
  if (VARIANTS.some(row => row.since === text)) return []
  const read = readVersion(text)
  if (!read) return []
  const { version, isAbiName } = read
  const doubts: Doubt[] = isAbiName ? [{ kind: 'abi-name', name: version }] : []
  const numbers = parseVersion(version) as number[]
  const known = RELEASES.flatMap(({ since, measured }) => [since, ...measured])
  const series = known.map(each => (parseVersion(each) as number[]).slice(0, 2))
  if (series.every(each => compareVersions(each, numbers.slice(0, 2)) < 0)) {
    doubts.push({ kind: 'newer', version, newest: newestRelease().since })
  }
  for (const { uncertain } of RELEASES) {
    // The numbers of an ABI's name are not those of the version.
    if (!uncertain || isAbiName || !isWithin(version, uncertain.from, uncertain.before)) continue
    doubts.push({ kind: 'uncertain', version, row: findRelease(version).since, ...uncertain })
  }
  return doubts
}
