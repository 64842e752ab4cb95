/**
 * Whether the passes of a link agree, and what more of them would come to.
 *
 * The sizes of a pass's tables decide the layout of the next image, and so its map, and so the next tables. Sizes that
 * return therefore return for ever; and where the tables of a pass are as large as those of the pass before, the next
 * map is the last one.
 */
import type { SymbolTable } from '../symbols/table.js'
import type { Verdict } from './explanation.js'

/** A pass as the verdict sees it. */
export interface JudgedPass {
  readonly name: string
  readonly read: SymbolTable
  /** Rooms of its tables. */
  readonly rooms: readonly number[]
  /** Whether it is the map of the final image, of which the build makes no table. */
  readonly isFinal: boolean
}

/** @param passes at least two */
export function judge(passes: readonly JudgedPass[]): Verdict {
  const last = passes.at(-1) as JudgedPass
  const before = passes.at(-2) as JudgedPass
  const none = { settledAt: null, period: null }
  if (isSameMap(before.read, last.read)) {
    const text = `consistent: ${last.name} lists what ${before.name} does`
    return { ...none, code: 'consistent', isConsistent: true, text, settledAt: before.name }
  }
  if (isSame(before.rooms, last.rooms)) {
    const text = last.isFinal
      ? `not consistent, but settled by one pass more: what is made of ${last.name} is as large as its own tables`
      : `consistent: the tables made of ${last.name} are as large as those of ${before.name}, so the next image is as this one`
    return { ...none, code: 'settles', isConsistent: !last.isFinal, text, settledAt: last.name }
  }
  const earlier = passes.findLastIndex((pass, i) => i < passes.length - 2 && isSame(pass.rooms, last.rooms))
  if (earlier >= 0) {
    const period = passes.length - 1 - earlier
    const text = `not consistent, and no number of passes helps: sizes return every ${period} passes`
    return { ...none, code: 'oscillates', isConsistent: false, text, period }
  }
  const sums = passes.map(({ rooms }) => rooms.reduce((sum, room) => sum + room, 0))
  if (passes.length > 2 && sums.every((sum, i) => i === 0 || sum > (sums[i - 1] as number))) {
    const text = `not consistent: the tables have grown in each of ${passes.length} passes`
    return { ...none, code: 'grows', isConsistent: false, text }
  }
  const text =
    passes.length === 2
      ? 'not consistent: two passes differ, and do not tell whether more would settle'
      : `not consistent: ${passes.length} passes show no end and no return`
  return { ...none, code: 'open', isConsistent: false, text }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((room, i) => room === b[i])
}

/** Whether two maps are the same to the kernel's check. */
function isSameMap(a: SymbolTable, b: SymbolTable): boolean {
  if (a.count !== b.count) return false
  for (let symbol = 0; symbol < a.count; symbol++) {
    if (a.high[symbol] !== b.high[symbol] || a.low[symbol] !== b.low[symbol]) return false
    if (a.length[symbol] !== b.length[symbol]) return false
    const from = a.start[symbol] as number
    const other = b.start[symbol] as number
    for (let k = 0; k < (a.length[symbol] as number); k++) {
      if (a.text[from + k] !== b.text[other + k]) return false
    }
  }
  return true
}
