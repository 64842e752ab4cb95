/**
 * The differences of two maps that no size of a table explains: the same symbols at other addresses, under other names, or
 * in another order. The check of a kernel's build compares lists, so that each of them fails it.
 */
import type { BuildFacts } from '../kbuild/build-facts.js'
import { findSubstrings } from '../select/ignore.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import { lowerBound } from '../symbols/lower-bound.js'
import type { SymbolTable } from '../symbols/table.js'
import { addressText, textOf } from './compare.js'
import type { ListChange, ListedSymbol } from './explanation.js'

/** The symbols of a map that the build's check compares: it filters maps, and up to 6.0 the tool reads unfiltered ones. */
export function checkedSymbols(
  table: SymbolTable,
  { removedTypes, removedPrefixes, removedParts }: BuildFacts,
): number[] {
  const { text, start, count } = table
  const types = new Set(Buffer.from(removedTypes))
  const prefixes = removedPrefixes.map(bytesOf)
  const hasPart = findSubstrings(table, removedParts, -1)
  const checked: number[] = []
  for (let symbol = 0; symbol < count; symbol++) {
    const from = start[symbol] as number
    const isRemoved =
      types.has(text[from] as number) ||
      prefixes.some(prefix => hasAt(text, from + 1, prefix)) ||
      hasPart?.[symbol] === 1
    if (!isRemoved) checked.push(symbol)
  }
  return checked
}

/**
 * Parts of a name that a compiler makes: numbers of clones, and hashes of files, modules or crates. They change from link
 * to link if the compiler runs in each, as with link-time optimisation.
 */
const GENERATED = new RegExp(
  [
    /\.(?:lto_priv|constprop|isra|part|cold|llvm)(?:\.\d+)*(?=\.|$)/,
    /\.\d+(?=\.|$)/,
    /\.[0-9a-f]{6,}(?=\.|$)/,
    /(?<=17h)[0-9a-f]{16}(?=E)/,
    /(?<=^._R\w*C)s[0-9A-Za-z]*_(?=\d)/,
    /(?<=^.__UNIQUE_ID_\w*?)\d+$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

/** All kinds of changes that there are; symbols in the order of the later map. */
export function listChanges(before: SymbolTable, after: SymbolTable, facts: BuildFacts): ListChange[] {
  const waiting = new Map<string, number[]>()
  for (const symbol of checkedSymbols(before, facts)) push(waiting, textOf(before, symbol), symbol)
  const same: { readonly old: number; readonly now: number }[] = []
  const added: number[] = []
  for (const now of checkedSymbols(after, facts)) {
    const old = waiting.get(textOf(after, now))?.shift()
    if (old === undefined) added.push(now)
    else same.push({ old, now })
  }
  const listed = (old: number, now: number): ListedSymbol => ({
    before: textOf(before, old, 1),
    after: textOf(after, now, 1),
    from: addressText(before, old),
    to: addressText(after, now),
  })

  const byForm = new Map<string, number[]>()
  for (const symbol of [...waiting.values()].flat().sort((a, b) => a - b)) {
    push(byForm, textOf(before, symbol).replaceAll(GENERATED, ''), symbol)
  }
  const renamed = added.flatMap(now => {
    // A part may also be there in one link only.
    const old = byForm.get(textOf(after, now).replaceAll(GENERATED, ''))?.shift()
    return old === undefined ? [] : [listed(old, now)]
  })
  const isMoved = ({ old, now }: { readonly old: number; readonly now: number }): boolean =>
    before.high[old] !== after.high[now] || before.low[old] !== after.low[now]
  const moved = same.filter(isMoved).map(({ old, now }) => listed(old, now))
  // Of symbols that did not move, only those of one address can be in another order.
  const staying = same.filter(pair => !isMoved(pair))
  const inOrder = longestAscent(staying.map(({ old }) => old))
  const reordered = staying.filter((_, i) => !inOrder.has(i)).map(({ old, now }) => listed(old, now))
  const changes: ListChange[] = [
    { code: 'renamed', symbols: renamed },
    { code: 'moved', symbols: moved },
    { code: 'reordered', symbols: reordered },
  ]
  return changes.filter(({ symbols }) => symbols.length > 0)
}

/** The places of a longest ascending part of some numbers: what is not in it has moved between the others. */
function longestAscent(numbers: readonly number[]): Set<number> {
  /** For each length, the place of the smallest number that an ascent of this length ends with. */
  const ends: number[] = []
  const before: number[] = []
  for (const [place, number] of numbers.entries()) {
    const at = lowerBound(ends.length, i => (numbers[ends[i] as number] as number) < number)
    before.push(ends[at - 1] ?? -1)
    ends[at] = place
  }
  const places = new Set<number>()
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] as number) places.add(place)
  return places
}

function push(lists: Map<string, number[]>, key: string, symbol: number): void {
  const list = lists.get(key)
  if (list) list.push(symbol)
  else lists.set(key, [symbol])
}
