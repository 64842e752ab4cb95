/** From changes to causes: which change is of which kind, and how many bytes each kind accounts for. */
import type { TableSize } from '../layout/layout.js'
import { linkerStub } from '../select/linker-stubs.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Change } from './changes.js'
import type { CauseCode } from './explanation.js'
import { type Build, sizesOf, withoutChanges } from './sizes.js'

/** Changes of one kind, and what they do to the sizes of the tables. */
export interface Contribution {
  readonly code: CauseCode
  readonly changes: readonly Change[]
  /** Bytes by table, in the order of the output. */
  readonly bytes: readonly number[]
}

/** Names of one map that are too long for the table. */
export interface TooLong {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What kind of change it is. */
export function codeOf(
  change: Change,
  { dialect }: Build,
  labels: readonly string[],
  tooLong: TooLong,
): CauseCode {
  const { kind, name, before, after } = change
  if (kind === 'type') return 'types'
  if (labels.some(label => name === label || name.slice(1) === label)) return 'labels'
  const out = kind === 'joined' ? before : after
  if (out) return dialect.droppedTypes.includes(out.letter) ? 'letter' : 'membership'
  if (linkerStub(name)) return 'stubs'
  const others = kind === 'joined' ? tooLong.before : tooLong.after
  return others.some(other => isAlike(name, other)) ? 'length' : 'presence'
}

/** Names that share less are those of two symbols. */
const LEAST_SHARED = 16

/** Whether a name that is too long may be that of the same symbol: compilers make names longer at their ends. */
function isAlike(name: string, tooLong: string): boolean {
  let shared = 0
  while (shared < name.length && name[shared] === tooLong[shared]) shared++
  return shared >= LEAST_SHARED && shared >= name.length / 2
}

/** The causes of a step, and its tables on both sides. */
export interface Contributions {
  readonly causes: readonly Contribution[]
  /** Bytes by table that no cause alone accounts for. */
  readonly interaction: readonly number[]
}

/**
 * Finds by recomputation what each kind of change does: the tables of the later pass beside those with the changes
 * taken back. Kinds work together, since all names share the tokens; what is left over is the interaction.
 *
 * @param before sizes of the earlier pass
 * @param after sizes of the later pass
 */
export function contributions(
  changes: readonly Change[],
  code: (change: Change) => CauseCode,
  kept: SymbolTable,
  build: Build,
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
  // Without the only kind of change there is, the tables are those of the earlier pass.
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
