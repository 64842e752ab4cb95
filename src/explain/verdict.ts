/**
 * Whether the passes of a link agree, and whether more of them would.
 *
 * The extents of a pass's tables decide the layout of the next image, and so its map, and so the next tables. If the
 * extents of a pass are those of the previous one, the passes have converged; if they are those of an earlier one, the
 * passes oscillate for ever.
 */
import type { BuildFacts } from '../kbuild/build-facts.js'
import { isSameExtents } from '../layout/extents.js'
import type { SymbolTable } from '../symbols/table.js'
import { compareTables } from './compare.js'
import type { ListChange, Verdict } from './explanation.js'
import { checkedSymbols, listChanges } from './lists.js'

/** What the verdict needs of a pass. */
export interface JudgedPass {
  readonly name: string
  readonly read: SymbolTable
  /** Extents of its tables in the next image. */
  readonly extents: readonly number[]
  /** Whether it is the map of the final image, from which the build makes no tables. */
  readonly isFinal: boolean
}

export interface Judgement {
  readonly verdict: Verdict
  /** The changes between the last two images that the sizes of their tables do not explain. */
  readonly lists: readonly ListChange[]
}

/**
 * @param passes at least two
 * @param facts what the build's check leaves out of a map
 * @param inFirst the extents of the tables in the first image, which it has if it is not that of the first pass
 * @param mayBeSame whether the labels in the maps allow that the last two images have tables of the same extents
 * @param goesOn whether the build is said to link again after the last pass
 */
export function judge(
  passes: readonly JudgedPass[],
  facts: BuildFacts,
  inFirst: readonly number[] | null,
  mayBeSame: boolean,
  goesOn: boolean,
): Judgement {
  const [before, last] = passes.slice(-2) as [JudgedPass, JudgedPass]
  const isConsistent = isSameMap(before.read, last.read, facts)
  // The tables of an image are those of the pass before it.
  const inBefore = passes.length > 2 ? (passes.at(-3) as JudgedPass).extents : inFirst
  const isSameLayout = mayBeSame && inBefore !== null && isSameExtents(inBefore, before.extents)
  const lists = isConsistent ? null : unexplainedChanges(before.read, last.read, isSameLayout, facts)
  return { verdict: verdictOn(passes, isConsistent, lists !== null, goesOn), lists: lists ?? [] }
}

function verdictOn(
  passes: readonly JudgedPass[],
  isSameList: boolean,
  isUnexplained: boolean,
  goesOn: boolean,
): Verdict {
  const last = passes.at(-1) as JudgedPass
  const before = passes.at(-2) as JudgedPass
  const none = { settledAt: null, period: null }
  // The first of the passes at the end with equal extents.
  const settled = passes.findLastIndex(pass => !isSameExtents(pass.extents, last.extents)) + 1
  const settledAt = (passes[settled] as JudgedPass).name
  const isEnd = last.isFinal || goesOn
  if (isSameList && isEnd) {
    const text = `consistent: ${last.name} has the same symbols and addresses as ${before.name}`
    return { ...none, code: 'consistent', isConsistent: true, text, settledAt }
  }
  if (isUnexplained) {
    const text = `not consistent, and the sizes of the tables are not the reason: ${last.name} differs from ${before.name} by the link itself, which is not reproducible`
    return { ...none, code: 'unreproducible', isConsistent: false, text }
  }
  if (isSameExtents(before.extents, last.extents)) {
    if (!isEnd) {
      const text = `not known: the passes converge at ${settledAt}, but there is no map of the final image`
      return { ...none, code: 'unconfirmed', isConsistent: false, text, settledAt }
    }
    const sizes = `tables made from ${last.name} have the sizes of those in its image`
    const text = last.isFinal
      ? `not consistent, but one more pass will converge: ${sizes}`
      : `consistent if the next link is as this one: converged at ${settledAt}; ${sizes}`
    return { ...none, code: 'settles', isConsistent: !last.isFinal, text, settledAt }
  }
  const earlier = passes.findLastIndex(
    (pass, i) => i < passes.length - 2 && isSameExtents(pass.extents, last.extents),
  )
  if (earlier >= 0) {
    const period = passes.length - 1 - earlier
    const text = `not consistent, and will not converge: sizes oscillate with period ${period}`
    return { ...none, code: 'oscillates', isConsistent: false, text, period }
  }
  const totals = passes.map(({ extents }) => extents.reduce((sum, extent) => sum + extent, 0))
  if (passes.length > 2 && totals.every((sum, i) => i === 0 || sum > (totals[i - 1] as number))) {
    const text = `not consistent: the tables grow with every pass, over ${passes.length} passes`
    return { ...none, code: 'grows', isConsistent: false, text }
  }
  const text =
    passes.length === 2
      ? 'not consistent: two passes differ; more are needed to tell whether they converge'
      : `not consistent: ${passes.length} passes neither converge nor oscillate`
  return { ...none, code: 'open', isConsistent: false, text }
}

/** Whether two maps are equal to the build's check. */
function isSameMap(a: SymbolTable, b: SymbolTable, facts: BuildFacts): boolean {
  const [old, now] = [checkedSymbols(a, facts), checkedSymbols(b, facts)]
  return old.length === now.length && old.every((symbol, i) => isSameSymbol(a, symbol, b, now[i] as number))
}

/**
 * The changes between two successive images that the sizes of their tables do not explain; null if they explain all.
 *
 * @param isSameLayout whether the tables in both images have the same extents
 */
export function unexplainedChanges(
  before: SymbolTable,
  after: SymbolTable,
  isSameLayout: boolean,
  facts: BuildFacts,
): readonly ListChange[] | null {
  if (isSameLayout) return isSameMap(before, after, facts) ? null : listChanges(before, after, facts)
  // Addresses move with the sizes; names do not. A renamed symbol is in one map only, under each of its names.
  const { first, second } = compareTables(before, after, true)
  if (first.length === 0 || second.length === 0) return null
  const renamed = listChanges(before, after, facts).filter(({ code }) => code === 'renamed')
  return renamed.length > 0 ? renamed : null
}

function isSameSymbol(a: SymbolTable, i: number, b: SymbolTable, j: number): boolean {
  const length = a.length[i] as number
  if (a.high[i] !== b.high[j] || a.low[i] !== b.low[j] || length !== b.length[j]) return false
  const from = a.start[i] as number
  const other = b.start[j] as number
  for (let k = 0; k < length; k++) if (a.text[from + k] !== b.text[other + k]) return false
  return true
}
