/**
 * When a kernel's build makes a third pass by itself. It is the build's rule and not the tool's, so that a dialect,
 * which says what a tool does, knows nothing of it: what decides is the release whose `scripts/link-vmlinux.sh` it is.
 * The list of the last pass is compared with the image's whether there was a third or not.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Dialect } from '../dialect/dialect.js'
import { RELEASES, VARIANTS } from '../dialect/releases.js'
import { isKernelVersion } from '../dialect/resolve.js'

/**
 * `never`: only where `KALLSYMS_EXTRA_PASS` asks for it. `sizes`: where the files of the first two objects with tables
 * differ in size. `sizes-or-labels`: also where what nm lists of these objects differs.
 */
export type ExtraPass = 'never' | 'sizes' | 'sizes-or-labels'

/** How the object with the tables of the second pass differs from that of the first. */
export interface ObjectChange {
  /** Of the files. */
  readonly size: boolean
  /** In what nm lists of them. */
  readonly labels: boolean
}

/** By the first version that has it. The comparison of listings was seen in 6.12.117, and in nothing before or after. */
const RULES: readonly { readonly since: readonly [number, number]; readonly rule: ExtraPass }[] = [
  { since: [2, 6], rule: 'never' },
  { since: [4, 9], rule: 'sizes' },
  { since: [6, 12], rule: 'sizes-or-labels' },
  { since: [6, 13], rule: 'sizes' },
]

/** Those whose name is no version. */
const OF_VARIANTS: Readonly<Record<string, ExtraPass>> = { 'lwk-1.3.0': 'never', 'barebox-2026.06': 'never' }

/**
 * The rule of a kernel's build.
 *
 * @param kernel a version or a variant's name; for anything else, as a tree, the release is told by the dialect
 */
export function extraPassOf(kernel: string, dialect: Dialect): ExtraPass {
  const version = isKernelVersion(kernel) ? kernel : sinceOf(dialect)
  // A mixture of releases: all that count in 32 bits came later than the rule.
  if (version === undefined) return dialect.counter === '.long' ? 'sizes' : 'never'
  const numbers = /^v?(\d+)\.(\d+)/.exec(version)
  if (!numbers) return OF_VARIANTS[version] ?? 'never'
  const [major, minor] = [Number(numbers[1]), Number(numbers[2])]
  const row = RULES.findLast(({ since: [a, b] }) => a < major || (a === major && b <= minor))
  return row?.rule ?? 'never'
}

function sinceOf(dialect: Dialect): string | undefined {
  return [...RELEASES, ...VARIANTS].findLast(row => isDeepStrictEqual(row.dialect, dialect))?.since
}

export function needsExtraPass(rule: ExtraPass, { size, labels }: ObjectChange): boolean {
  return rule !== 'never' && (size || (rule === 'sizes-or-labels' && labels))
}
