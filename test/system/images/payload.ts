/** The contents of a kernel's image: as they are in the file, or what is compressed in it. */
import { spawnSync } from 'node:child_process'

/** How a kernel is compressed: the bytes that it begins with, and what expands it from standard input. */
interface Compression {
  readonly magic: Buffer
  readonly command: readonly [string, ...string[]]
}

const COMPRESSIONS: readonly Compression[] = [
  { magic: Buffer.from('1f8b08', 'hex'), command: ['gzip', '-dc'] },
  { magic: Buffer.from('fd377a585a00', 'hex'), command: ['xz', '-dc', '--single-stream'] },
  { magic: Buffer.from('28b52ffd', 'hex'), command: ['zstd', '-dc'] },
  { magic: Buffer.from('5d000000', 'hex'), command: ['xz', '-dc', '--format=lzma'] },
  { magic: Buffer.from('02214c18', 'hex'), command: ['lz4', '-dc'] },
  { magic: Buffer.from('894c5a4f000d0a1a0a', 'hex'), command: ['lzop', '-dc'] },
]

/** Less is no kernel. */
const SMALLEST = 1 << 20

/** More is none either, but data that only looks compressed. */
const LARGEST = 1 << 30

/**
 * What may hold the tables: the file, and then everything in it that can be expanded.
 *
 * @throws {Error} at the end, if a program was missing that might have expanded something
 */
export function* contentsOf(file: Buffer): Generator<Buffer> {
  yield file
  let missing: string | null = null
  for (const [at, { command }] of beginnings(file)) {
    const [name, ...args] = command
    // What follows the compressed data makes some of these programs fail, after they have written all of it.
    const { stdout, error } = spawnSync(name, args, {
      input: file.subarray(at),
      maxBuffer: LARGEST,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') missing = name
    if (stdout && stdout.length >= SMALLEST) yield stdout
  }
  if (missing !== null) throw new Error(`the kernel may need ${missing}, which is not installed`)
}

/** Where compressed data may begin, in the order of the file. */
function beginnings(file: Buffer): [number, Compression][] {
  const places: [number, Compression][] = []
  for (const compression of COMPRESSIONS) {
    for (let at = file.indexOf(compression.magic); at >= 0; at = file.indexOf(compression.magic, at + 1)) {
      places.push([at, compression])
    }
  }
  return places.sort(([a], [b]) => a - b)
}

/** The kernel's banner, `Linux version ... #1 SMP ...`; null if there is none. */
export function bannerOf(contents: Buffer): string | null {
  for (let at = 0; ; at++) {
    at = contents.indexOf('Linux version ', at)
    if (at < 0) return null
    const text = contents.toString('latin1', at, at + 512)
    const banner = /^Linux version \d+\.\d[ -~]*#[ -~]*\n?/.exec(text)
    if (banner) return banner[0].trimEnd()
  }
}

/**
 * The version of the kernel in a banner. Debian's stable kernels begin with the version of their ABI, as `6.1.0-50`; the
 * real one follows the time of the build.
 */
export function versionOf(banner: string): string | null {
  const [, build = ''] = banner.split(/ #/)
  const [, version, candidate] = / Debian (\d+\.\d+(?:\.\d+)?)(?:~(rc\d+))?/.exec(build) ?? []
  if (version !== undefined) return candidate === undefined ? version : `${version}-${candidate}`
  return /^Linux version (\d+\.\d+(?:\.\d+)?)/.exec(banner)?.[1] ?? null
}
