/**
 * Whether the passes of a link agree, and what more of them would come to.
 *
 * The sizes of a pass's tables decide the layout of the next image, and so its map, and so the next tables. Sizes that
 * return therefore return for ever; and where the tables of a pass are as large as those of the pass before, the next
 * map is the last one.
 */
import type { BuildFacts } from '../kbuild/build-facts.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Verdict } from './explanation.js'

/** A pass as the verdict sees it. */
export interface VerdictPass {
  readonly name: string
  readonly read: SymbolTable
  /** Rooms of its tables. */
  readonly rooms: readonly number[]
  /** Whether it is the map of the final image, of which the build makes no table. */
  readonly isFinal: boolean
}

/**
 * @param passes at least two
 * @param facts what the build's check leaves out of a map
 */
export function verdictOn(passes: readonly VerdictPass[], facts: BuildFacts): Verdict {
  const last = passes.at(-1) as VerdictPass
  const before = passes.at(-2) as VerdictPass
  const none = { settledAt: null, period: null }
  // Of equal rooms at the end, the first.
  const settled = passes.findLastIndex(pass => !isSame(pass.rooms, last.rooms)) + 1
  const settledAt = (passes[settled] as VerdictPass).name
  if (isSameMap(before.read, last.read, facts)) {
    const text = `consistent: ${last.name} lists what ${before.name} does`
    return { ...none, code: 'consistent', isConsistent: true, text, settledAt }
  }
  if (isSame(before.rooms, last.rooms)) {
    const text = last.isFinal
      ? `not consistent, but settled by one pass more: what is made of ${last.name} takes the room of the tables in it`
      : `consistent: settled at ${settledAt}, as the tables made of ${last.name} take the same room, and the next image is as this one`
    return { ...none, code: 'settles', isConsistent: !last.isFinal, text, settledAt }
  }
  const earlier = passes.findLastIndex((pass, i) => i < passes.length - 2 && isSame(pass.rooms, last.rooms))
  if (earlier >= 0) {
    const period = passes.length - 1 - earlier
    const text = `not consistent, and no number of passes helps: sizes return every ${period} passes`
    return { ...none, code: 'oscillates', isConsistent: false, text, period }
  }
  const sums = passes.map(({ rooms }) => rooms.reduce((sum, room) => sum + room, 0))
  if (passes.length > 2 && sums.every((sum, i) => i === 0 || sum > (sums[i - 1] as number))) {
    const text = `not consistent: the tables have grown from pass to pass, ${passes.length} passes long`
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

/**
 * Whether two maps are the same to the build's check. It compares filtered maps, and up to 6.0 the maps that the tool
 * reads are not filtered.
 */
function isSameMap(a: SymbolTable, b: SymbolTable, { removedTypes, removedPrefixes }: BuildFacts): boolean {
  const types = new Set(Buffer.from(removedTypes))
  const prefixes = removedPrefixes.map(bytesOf)
  const isRemoved = ({ text, start }: SymbolTable, symbol: number): boolean => {
    const from = start[symbol] as number
    return types.has(text[from] as number) || prefixes.some(prefix => hasAt(text, from + 1, prefix))
  }
  let i = 0
  let j = 0
  for (;;) {
    while (i < a.count && isRemoved(a, i)) i++
    while (j < b.count && isRemoved(b, j)) j++
    if (i === a.count || j === b.count) return i === a.count && j === b.count
    if (!isSameSymbol(a, i++, b, j++)) return false
  }
}

function isSameSymbol(a: SymbolTable, i: number, b: SymbolTable, j: number): boolean {
  const length = a.length[i] as number
  if (a.high[i] !== b.high[j] || a.low[i] !== b.low[j] || length !== b.length[j]) return false
  const from = a.start[i] as number
  const other = b.start[j] as number
  for (let k = 0; k < length; k++) if (a.text[from + k] !== b.text[other + k]) return false
  return true
}
