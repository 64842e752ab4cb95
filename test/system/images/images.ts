/**
 * `npm run test:images`: kernels that Debian shipped. The tables are found in each image without labels, decoded, and
 * made again from the symbols that were read; every table must have the image's bytes. This needs no C tool, and tests
 * what the recorded runs cannot: other architectures, and the builds of others.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command, Option } from 'commander'
import { findRelease } from '../../../src/dialect/resolve.js'
import { type RecordedImage, readImages, recordOf, writeImages } from '../../support/images.js'
import { Archive, type KernelPackage, type Wanted } from './archive.js'
import { type FoundTables, findTables, type Target } from './find-tables.js'
import { bannerOf, contentsOf, versionOf } from './payload.js'
import { compareTables } from './regenerate.js'

/** Words of four bytes; all other architectures have eight. */
const NARROW = ['armel', 'armhf', 'i386', 'mipsel']
const BIG_ENDIAN = ['s390x']

/** Fewer are no proof. */
const LEAST_IMAGES = 6

/** The newest kernel of each of these. */
const QUICK: Wanted = new Map([
  ['bookworm', ['amd64', 'armhf', 'mips64el', 'ppc64el', 's390x']],
  ['bookworm-backports', ['arm64']],
  ['trixie', ['riscv64']],
  ['trixie-backports', ['amd64']],
])

/** The oldest and the newest kernel of each series in these. */
const ALL: Wanted = new Map([
  ['bullseye', ['amd64', 'arm64', 'armhf', 'i386']],
  ['bullseye-security', ['amd64']],
  ['bookworm', ['amd64', 'arm64', 'armel', 'armhf', 'i386', 'mips64el', 'mipsel', 'ppc64el', 's390x']],
  ['bookworm-backports', ['amd64', 'arm64', 'armel', 'armhf', 'i386', 'mips64el', 'ppc64el', 's390x']],
  ['trixie', ['amd64', 'arm64', 'armel', 'armhf', 'ppc64el', 'riscv64', 's390x']],
  ['trixie-security', ['amd64']],
  ['trixie-backports', ['amd64']],
  ['sid', ['amd64', 'arm64', 'armhf', 'loong64', 'ppc64el', 'riscv64', 's390x']],
  ['experimental', ['amd64', 'arm64', 'armhf', 'loong64', 'ppc64el', 's390x']],
])

const program = new Command('npm run test:images --')
  .description(
    "Gets kernels from Debian's archive, makes their symbol tables again, and compares every byte. Changes nothing of the " +
      "machine's apt configuration.",
  )
  .option('--all', 'the oldest and the newest kernel of each series, suite and architecture: ten minutes')
  .addOption(new Option('--suite <name>', 'the same for one suite').choices([...ALL.keys()]))
  .option(
    '--record',
    'only kernels that are not in golden/images.jsonl, which are added to it if all is equal',
  )
  .option('--folder <folder>', 'keep packages and indexes there')
  .option('--mirror <address>', "address of Debian's archive", 'http://deb.debian.org/debian')
  .addHelpText(
    'after',
    `
Examples:
  npm run test:images
  npm run test:images -- --all
  npm run test:images -- --suite sid --record`,
  )
  .parse()
const options = program.opts<{
  all?: true
  suite?: string
  record?: true
  folder?: string
  mirror: string
}>()

const wanted = options.suite
  ? new Map([[options.suite, ALL.get(options.suite) as readonly string[]]])
  : options.all
    ? ALL
    : QUICK
const records = readImages()
const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'kallsyms-images-'))
let passed = 0
let missing = 0
let failed = 0
try {
  const archive = new Archive(folder, options.mirror, wanted)
  console.log(`reading what the archive has: ${[...wanted.keys()].join(', ')}`)
  archive.update()
  const kernels = archive.kernels()
  const chosen = wanted === QUICK ? newestOfEach(kernels) : endsOfEachSeries(kernels)
  for (const kernel of chosen) {
    if (options.record && records.some(record => isRecordOf(record, kernel))) continue
    const began = performance.now()
    const name = `${kernel.architecture.padEnd(8)} ${kernel.name} ${kernel.version}`
    try {
      const file = archive.kernelOf(kernel)
      const result = file && check(file, kernel)
      if (result === null) missing++
      else passed++
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      console.log(result === null ? `missing ${name}` : `ok      ${name}: ${result} (${seconds} s)`)
    } catch (error) {
      failed++
      console.log(`FAILED  ${name}: ${(error as Error).message}`)
    }
    if (options.folder === undefined) removePackages()
    if (options.record) writeImages(records)
  }
} catch (error) {
  failed++
  const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT'
  console.error(
    `test:images: ${isAbsent ? "there is no apt-get: this needs Debian's" : (error as Error).message}`,
  )
} finally {
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
if (missing > 0) console.log(`${missing} could not be had`)
console.log(`${passed} passed, ${failed} failed`)
if (!options.suite && !options.record && passed + failed < LEAST_IMAGES) {
  console.error(
    `test:images: fewer than ${LEAST_IMAGES} kernels could be had: is ${options.mirror} within reach?`,
  )
  process.exitCode = 1
}
if (failed > 0) process.exitCode = 1

type Package = Pick<KernelPackage, 'name' | 'version' | 'architecture'>

/** The newest kernel for each architecture of each suite. */
function newestOfEach(kernels: readonly KernelPackage[]): KernelPackage[] {
  return [...new Map(kernels.map(kernel => [`${kernel.suite} ${kernel.architecture}`, kernel])).values()]
}

/** The oldest and the newest kernel of each series, such as 6.12, for each architecture of each suite. */
function endsOfEachSeries(kernels: readonly KernelPackage[]): KernelPackage[] {
  const series = new Map<string, [oldest: KernelPackage, newest: KernelPackage]>()
  for (const kernel of kernels) {
    const key = [kernel.suite, kernel.architecture, /^\d+\.\d+/.exec(kernel.version)].join(' ')
    series.set(key, [series.get(key)?.[0] ?? kernel, kernel])
  }
  return [...new Set([...series.values()].flat())]
}

function removePackages(): void {
  const packages = path.join(folder, 'packages')
  if (!existsSync(packages)) return
  for (const name of readdirSync(packages)) rmSync(path.join(packages, name))
}

/**
 * Checks one kernel.
 *
 * @returns what was found, in words
 * @throws {Error} with what differs
 */
function check(file: Buffer, kernel: KernelPackage): string {
  const { version, target, found } = tablesOf(file, kernel.architecture)
  const { equal, differences, isBaseMissing } = compareTables(found, target)
  if (differences.length > 0) {
    throw new Error(
      `${version}, ${found.count} symbols, ${equal.length} tables equal; ${differences.join('; ')}`,
    )
  }
  const image: RecordedImage = {
    package: kernel.name,
    version: kernel.version,
    architecture: kernel.architecture,
    kernel: version,
    symbols: found.count,
    tables: Object.fromEntries(
      equal
        .filter(label => label !== 'kallsyms_num_syms')
        .map(label => [label, recordOf(found.tables.get(label) as Uint8Array)]),
    ),
  }
  const noted = compareWithRecord(image)
  const base = isBaseMissing ? ', without the base, which is not in the file' : ''
  return `${version}, ${found.count} symbols, ${equal.length} tables equal${base}${noted}`
}

function compareWithRecord(image: RecordedImage): string {
  const record = records.find(each => isRecordOf(each, { ...image, name: image.package }))
  if (record === undefined) {
    records.push(image)
    return options.record ? ', recorded' : ', not in golden/images.jsonl'
  }
  if (JSON.stringify(record) === JSON.stringify(image)) return ''
  throw new Error(`${image.kernel}: the tables are not those in golden/images.jsonl`)
}

/**
 * Finds the tables of a kernel, in the form of the version that its banner names.
 *
 * @throws {Error} if it has none
 */
function tablesOf(
  file: Buffer,
  architecture: string,
): { readonly version: string; readonly target: Target; readonly found: FoundTables } {
  let reason = 'no kernel with a banner is in the file'
  for (const contents of contentsOf(file)) {
    const banner = bannerOf(contents)
    const version = banner && versionOf(banner)
    if (!version) continue
    const { since, dialect } = findRelease(version)
    const target: Target = {
      dialect,
      wordBytes: NARROW.includes(architecture) ? 4 : 8,
      bigEndian: BIG_ENDIAN.includes(architecture),
    }
    const found = findTables(contents, target)
    if (found) return { version, target, found }
    reason = `${version} has no tables of the form of ${since}`
  }
  throw new Error(reason)
}

function isRecordOf(record: RecordedImage, { name, version, architecture }: Package): boolean {
  return record.package === name && record.version === version && record.architecture === architecture
}
