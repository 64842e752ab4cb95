/**
 * The version in what people have at hand: a version, the name of a release as `uname -r` prints it, or a whole banner,
 * as `cat /proc/version` prints it and every image contains it.
 *
 * The first number of a banner is not always the version. Debian and Ubuntu build all kernels of a series under one
 * name, that of the ABI, so that modules stay valid: `6.1.0-50-amd64` is a 6.1.176. The version follows elsewhere:
 *
 * ```text
 * Linux version 6.1.0-50-amd64 (...) (gcc-12 (Debian 12.2.0-14) ...) #1 SMP PREEMPT_DYNAMIC Debian 6.1.176-1 (2026-...)
 * Linux version 2.6.32-5-amd64 (Debian 2.6.32-48squeeze1) (...) (gcc version 4.3.5 (Debian 4.3.5-4) ) #1 SMP ...
 * Linux version 5.15.0-91-generic (...) #101-Ubuntu SMP ... (Ubuntu 5.15.0-91.101-generic 5.15.131)
 * Ubuntu 5.15.0-91.101-generic 5.15.131
 * ```
 *
 * The same words are in the names of compilers. So a number counts only if it is of the same series as the release.
 */

/** The version in a text. */
export interface KernelVersion {
  /** A version, with what the text has after its numbers, such as `6.6.17` or `6.12.9-arch1-1`. */
  readonly version: string
  /** Whether it stood in a longer text. */
  readonly isFromBanner: boolean
  /** Whether it looks like the name of a distribution's ABI, whose numbers are those of the series alone. */
  readonly isAbiName: boolean
}

/** Bytes of a text that are read: no kernel allows a longer banner. */
const LONGEST_BANNER = 4096

/** The numbers of a version; bounded, so that no input takes long. */
const NUMBERS = String.raw`\d{1,9}(?:\.\d{1,9}){1,3}`

const VERSION = new RegExp(String.raw`^v?(${NUMBERS})(?![\d.])(?:[-+~_a-z].*)?$`, 's')
const RELEASE = /Linux version (\S{1,200})/
/** A package's version: it may have an epoch before it. */
const DEBIAN = new RegExp(String.raw`\bDebian (?:\d{1,4}:)?(${NUMBERS})`, 'g')
/** As in /proc/version_signature. */
const UBUNTU = new RegExp(String.raw`\bUbuntu (${NUMBERS})-\S{1,200} (${NUMBERS})(?![\w.])`, 'g')
/** As 6.1.0-50-amd64 and 6.1.0-rpi7-rpi-v8, but not 6.1.0-rc1 and Fedora's 6.8.0-0.rc5. */
const ABI_NAME = /^v?\d{1,9}\.\d{1,9}\.0-(?:(?!0\.rc)\d|rpi\d)/

/** The leading numbers of a version; null if the text does not start with at least two of them. */
export function parseVersion(text: string): number[] | null {
  const match = VERSION.exec(text)
  return match ? (match[1] as string).split('.').map(Number) : null
}

/** Below 0 where the first of two versions is the older one, 0 where they are equal. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Finds the version in a text: a version, the name of a release, or a banner.
 *
 * @returns null where there is none
 */
export function readVersion(text: string): KernelVersion | null {
  const shown = text.slice(0, LONGEST_BANNER).trim()
  if (parseVersion(shown) && !/\s/.test(shown)) return plain(shown, false)
  const release = RELEASE.exec(shown)?.[1]
  const signed = [...shown.matchAll(UBUNTU)].filter(([, abi = '', version = '']) =>
    isSameSeries(abi, version),
  )
  const packaged = release === undefined ? [] : [...shown.matchAll(DEBIAN)]
  const versions = [
    ...packaged.map(([, version = '']) => version),
    ...signed.map(([, , version = '']) => version),
  ]
  const version = versions.findLast(each => isSameSeries(release ?? each, each))
  if (version !== undefined) return exact(version)
  if (release === undefined) return null
  return parseVersion(release) ? plain(release, true) : null
}

function exact(version: string): KernelVersion {
  return { version, isFromBanner: true, isAbiName: false }
}

function plain(version: string, isFromBanner: boolean): KernelVersion {
  return { version, isFromBanner, isAbiName: ABI_NAME.test(version) }
}

/** Whether two versions begin with the same numbers: two, or three up to 2.6. */
function isSameSeries(a: string, b: string): boolean {
  const first = parseVersion(a)
  const second = parseVersion(b)
  if (!first || !second) return false
  const count = first[0] === 2 ? 3 : 2
  return compareVersions(first.slice(0, count), second.slice(0, count)) === 0
}
