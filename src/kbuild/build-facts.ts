/**
 * What the kernel's own build does around `scripts/kallsyms`, by release: facts about `scripts/link-vmlinux.sh` (up to
 * 3.4 the top Makefile) and `scripts/mksysmap`. A dialect says what the C tool does with its input; this says what the
 * build gives to it and does with the result.
 *
 *   2.6.10  two passes; the tool reads what nm prints
 *   2.6.32  the filter removes type N too                6.4   the filter also removes the tables' labels
 *   3.2     make's variable asks for a third pass        6.10  it keeps them, and `$` names by mistake
 *   4.4     the filter removes `.L` names                6.11  begins with the tables of an empty map
 *   4.9     third pass if object sizes differ            6.12  third pass also if labels move; `$` is fixed
 *   6.1     the tool reads the filtered map              6.13  third pass only if object sizes differ
 */
import { isDeepStrictEqual } from 'node:util'
import { addressForm, type Dialect, hasOption } from '../dialect/dialect.js'
import { RELEASES, type Release, VARIANTS } from '../dialect/releases.js'
import { isKernelVersion, newestNotAbove } from '../dialect/resolve.js'
import { tableLabels } from '../layout/format.js'
import type { ExtraPass } from './passes.js'

export interface BuildFacts {
  /**
   * Whether the tool reads a map that mksysmap has filtered. Otherwise it reads what `nm -n` prints, and only the maps
   * that the final check compares are filtered.
   */
  readonly filtersMap: boolean
  /** Type letters of the symbols that mksysmap removes. */
  readonly removedTypes: string
  /**
   * Beginnings of names that it removes. From 6.4 on there are many more of them; they are left out here, since all
   * maps of those releases have been filtered.
   */
  readonly removedPrefixes: readonly string[]
  /** What it removes the symbols for that have it anywhere in their names. */
  readonly removedParts: readonly string[]
  /** Whether the build removes from a map the symbols of the object with the tables of the previous pass. */
  readonly hidesTableLabels: boolean
  /** Whether the first image already has tables: those of an empty map, made in a pass 0. */
  readonly beginsEmpty: boolean
  /** When it makes a third pass. */
  readonly extraPass: ExtraPass
  /** What a user sets for one pass more in any case: a line of the configuration, or a variable of make. */
  readonly extraPassSwitch: string
}

interface BuildRelease {
  readonly since: string
  /** Versions whose scripts were read. */
  readonly seenIn: readonly string[]
  readonly facts: BuildFacts
}

const v2_6_10: BuildFacts = {
  filtersMap: false,
  removedTypes: 'aUw',
  removedPrefixes: ['$a', '$d', '$t'],
  removedParts: ['__crc_'],
  hidesTableLabels: false,
  beginsEmpty: false,
  extraPass: 'never',
  extraPassSwitch: 'CONFIG_KALLSYMS_EXTRA_PASS=y',
}

const v2_6_32: BuildFacts = { ...v2_6_10, removedTypes: 'aNUw' }

const v3_2: BuildFacts = { ...v2_6_32, extraPassSwitch: 'KALLSYMS_EXTRA_PASS=1' }

const v4_4: BuildFacts = { ...v3_2, removedPrefixes: ['$a', '$d', '$t', '.L'] }

const v4_9: BuildFacts = { ...v4_4, extraPass: 'sizes' }

const v6_1: BuildFacts = {
  ...v4_9,
  filtersMap: true,
  removedPrefixes: ['$', '.L', '__crc_', '__kstrtab_', '__kstrtabns_'],
  removedParts: [],
}

const v6_4: BuildFacts = { ...v6_1, hidesTableLabels: true }

// The pattern for `$` is quoted for a shell, but sed reads it.
const v6_10: BuildFacts = {
  ...v6_4,
  removedPrefixes: v6_1.removedPrefixes.filter(prefix => prefix !== '$'),
  hidesTableLabels: false,
}

const v6_11: BuildFacts = { ...v6_10, beginsEmpty: true }

const v6_12: BuildFacts = {
  ...v6_11,
  removedPrefixes: v6_1.removedPrefixes,
  extraPass: 'sizes-or-labels',
}

const v6_13: BuildFacts = { ...v6_12, extraPass: 'sizes' }

/** In ascending order of versions. */
const ROWS: readonly BuildRelease[] = [
  { since: '2.6.10', seenIn: ['2.6.12', '2.6.20', '2.6.24'], facts: v2_6_10 },
  { since: '2.6.32', seenIn: ['2.6.32', '2.6.34'], facts: v2_6_32 },
  { since: '3.2', seenIn: ['3.2.40', '3.14.40', '4.1.0'], facts: v3_2 },
  // Until 5.6 the dot was not escaped, so that any character before an L matched.
  { since: '4.4', seenIn: ['4.4.70', '4.4.155', '4.6.2'], facts: v4_4 },
  { since: '4.9', seenIn: ['4.9.76', '4.20.0', '5.4.18', '5.15.100', '6.0.0'], facts: v4_9 },
  { since: '6.1', seenIn: ['6.1.20', '6.1.192', '6.2.0', '6.2.12'], facts: v6_1 },
  { since: '6.4', seenIn: ['6.4.6', '6.5.0', '6.6.17', '6.7.3', '6.8.0'], facts: v6_4 },
  { since: '6.10', seenIn: ['6.10.0'], facts: v6_10 },
  // No scripts of 6.11 were at hand: its tool is the first to accept an empty map, and 6.12 begins with one.
  { since: '6.11', seenIn: [], facts: v6_11 },
  { since: '6.12', seenIn: ['6.12.117'], facts: v6_12 },
  {
    since: '6.13',
    seenIn: ['6.13.2', '6.14.0', '6.17.0', '6.18.2', '6.19.9', '7.0.0', '7.1.5'],
    facts: v6_13,
  },
]

/** Builds whose name is not a version. */
const OF_VARIANTS: Readonly<Record<string, BuildFacts>> = {
  'lwk-1.3.0': v2_6_10,
  'barebox-2026.06': v2_6_10,
  // The tool does what mksysmap did.
  '7.3.0-elf': v6_12,
}

/**
 * The facts of a kernel's build.
 *
 * For a version or a variant they are those of the newest row that is not above it. A source tree or a kept dialect has
 * no version: it gets the facts of the release that has the same dialect. If it mixes features of several releases, it
 * gets those of the release with which it shares the most values; of several, of the oldest, since trees pick up
 * changes of later releases.
 *
 * @param dialect of the build's tool
 * @param kernel a version or a variant's name; anything else, as the path of a tree, counts as none
 */
export function buildFacts(dialect: Dialect, kernel?: string): BuildFacts {
  const version = kernel !== undefined && isKernelVersion(kernel) ? kernel : nearestRelease(dialect).since
  return OF_VARIANTS[version] ?? newestNotAbove(ROWS, version)?.facts ?? v2_6_10
}

function nearestRelease(dialect: Dialect): Release {
  const fields = Object.keys(dialect) as (keyof Dialect)[]
  const shared = (row: Release): number =>
    fields.filter(field => isDeepStrictEqual(row.dialect[field], dialect[field])).length
  const rows = [...RELEASES, ...VARIANTS]
  const counts = rows.map(shared)
  return rows[counts.indexOf(Math.max(...counts))] as Release
}

/**
 * Whether some labels of the tables are in the table of a build, but not in that of its first pass: the tool does not
 * ignore them, the filter does not remove them, and the first image has no tables. With all symbols the exact tables
 * then need more than two passes.
 */
export function addsLabelsLate(dialect: Dialect): boolean {
  const { hidesTableLabels, beginsEmpty } = buildFacts(dialect)
  const form = addressForm(dialect, {
    baseRelative: hasOption(dialect, 'base-relative'),
    pcRelative: hasOption(dialect, 'pc-relative'),
  })
  const isInTable = (label: string): boolean => !dialect.ignored.names.includes(label)
  return !hidesTableLabels && !beginsEmpty && tableLabels(dialect, form, true).some(isInTable)
}
