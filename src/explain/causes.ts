/** From changes to causes: the kind of each change, and the bytes that each kind contributes. */
import type { TableSize } from '../layout/layout.js'
import { linkerStub } from '../select/linker-stubs.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Change } from './changes.js'
import type { CauseCode } from './explanation.js'
import type { BuildSettings } from './settings.js'
import { sizesOf, withoutChanges } from './sizes.js'

/** Changes of one kind, and their effect on the sizes of the tables. */
export interface Contribution {
  readonly code: CauseCode
  readonly changes: readonly Change[]
  /** Bytes by table, in the order of the output. */
  readonly bytes: readonly number[]
}

/** Names that are too long for the table, by map. */
export interface TooLong {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The kind of a change. */
export function codeOf(
  change: Change,
  { dialect }: BuildSettings,
  labels: readonly string[],
  tooLong: TooLong,
): CauseCode {
  const { kind, name, before, after } = change
  if (kind === 'type') return 'types'
  if (labels.some(label => name === label || name.slice(1) === label)) return 'labels'
  const outside = kind === 'joined' ? before : after
  if (outside) return dialect.droppedTypes.includes(outside.letter) ? 'letter' : 'membership'
  if (linkerStub(name)) return 'stubs'
  const others = kind === 'joined' ? tooLong.before : tooLong.after
  return others.some(other => isAlike(name, other)) ? 'length' : 'presence'
}

/** Names with a shorter common beginning belong to different symbols. */
const MIN_SHARED = 16

/** Whether a name that is too long may belong to the same symbol: compilers append suffixes to names. */
function isAlike(name: string, tooLong: string): boolean {
  let shared = 0
  while (shared < name.length && name[shared] === tooLong[shared]) shared++
  return shared >= MIN_SHARED && shared >= name.length / 2
}

/** The causes of a step. */
export interface Contributions {
  readonly causes: readonly Contribution[]
  /** Bytes by table that no single cause contributes. */
  readonly interaction: readonly number[]
}

/**
 * Finds by recomputation what each kind of change contributes: the sizes of the later tables, minus their sizes with
 * these changes undone. Since all names share the tokens, the contributions do not add up; the rest is the interaction.
 *
 * @param before sizes of the earlier pass
 * @param after sizes of the later pass
 */
export function contributions(
  changes: readonly Change[],
  code: (change: Change) => CauseCode,
  kept: SymbolTable,
  build: BuildSettings,
  before: readonly TableSize[],
  after: readonly TableSize[],
): Contributions {
  const groups = new Map<CauseCode, Change[]>()
  for (const change of changes) {
    const key = code(change)
    const group = groups.get(key)
    if (group) group.push(change)
    else groups.set(key, [change])
  }
  const minus = (a: readonly TableSize[], b: readonly TableSize[]): number[] =>
    a.map(({ bytes }, i) => bytes - (b[i] as TableSize).bytes)
  // Without the only kind of change, the tables are those of the earlier pass.
  const without = (some: readonly Change[]): readonly TableSize[] =>
    groups.size === 1 ? before : sizesOf(withoutChanges(kept, some), build)
  const causes = [...groups].map(([key, some]) => ({
    code: key,
    changes: some,
    bytes: minus(after, without(some)),
  }))
  const whole = minus(after, before)
  const interaction = whole.map((bytes, i) =>
    causes.reduce((rest, cause) => rest - (cause.bytes[i] as number), bytes),
  )
  return { causes: causes.sort(byWeight), interaction }
}

function byWeight(a: Contribution, b: Contribution): number {
  return Math.abs(total(b.bytes)) - Math.abs(total(a.bytes)) || b.changes.length - a.changes.length
}

/** The sum of some bytes. */
export function total(bytes: readonly number[]): number {
  return bytes.reduce((sum, each) => sum + each, 0)
}
