/** Where symbols are in the images of two passes, and what else is at their addresses. */
import { linkerStub } from '../select/linker-stubs.js'
import type { Address } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'
import { type Change, type Occurrence, type PassSymbols, symbolsNamed } from './changes.js'
import { textOf } from './compare.js'
import type { ChangedSymbol, PassFacts, Place } from './explanation.js'
import { type BuildSettings, prefixed } from './settings.js'

/** Finds the places of the symbols that changed between two passes. */
export class PlaceFinder {
  private readonly before: Neighbourhood
  private readonly after: Neighbourhood

  constructor(
    before: PassSymbols,
    after: PassSymbols,
    changes: readonly Change[],
    private readonly build: BuildSettings,
  ) {
    const changed = new Set(changes.map(({ name }) => name))
    const addresses = (side: 'before' | 'after'): Address[] =>
      changes.flatMap(change => (change[side] ? [(change[side] as Occurrence).address] : []))
    const borders = new Set(build.dialect.ranges.flatMap(({ start, end }) => prefixed([start, end], build)))
    this.before = new Neighbourhood(before.read, addresses('before'), changed, borders)
    this.after = new Neighbourhood(after.read, addresses('after'), changed, borders)
  }

  symbol({ name, before, after }: Change): ChangedSymbol {
    return {
      name,
      before: before && this.place(before, this.before),
      after: after && this.place(after, this.after),
      linker: before && after ? null : (linkerStub(name)?.linker ?? null),
    }
  }

  private place(occurrence: Occurrence, neighbourhood: Neighbourhood): Place {
    return {
      letter: occurrence.letter,
      address: hexOf(occurrence.address, this.build.wordBytes),
      inTable: occurrence.kept >= 0,
      beside: neighbourhood.at(occurrence),
    }
  }
}

/** The unchanged symbols of one address, as far as one of them may be named. */
interface Neighbours {
  border: string | null
  first: string | null
  readonly byLetter: Map<string, string>
}

/** The unchanged symbols at some addresses of a map. */
class Neighbourhood {
  /** By address; most addresses have none. */
  private readonly neighbours = new Map<string, Neighbours>()

  /**
   * @param addresses that will be asked for
   * @param changed names that are not neighbours
   * @param borders names that are preferred
   */
  constructor(
    table: SymbolTable,
    addresses: readonly Address[],
    changed: ReadonlySet<string>,
    borders: ReadonlySet<string>,
  ) {
    const wanted = new Set(addresses.map(keyOf))
    const lows = new Set(addresses.map(({ low }) => low))
    for (let symbol = 0; symbol < table.count; symbol++) {
      const low = table.low[symbol] as number
      if (!lows.has(low)) continue
      const key = keyOf({ high: table.high[symbol] as number, low })
      if (!wanted.has(key)) continue
      const name = textOf(table, symbol, 1)
      if (changed.has(name)) continue
      let found = this.neighbours.get(key)
      if (!found) {
        found = { border: null, first: null, byLetter: new Map() }
        this.neighbours.set(key, found)
      }
      const letter = String.fromCharCode(table.text[table.start[symbol] as number] as number)
      found.first ??= name
      if (borders.has(name)) found.border ??= name
      if (!found.byLetter.has(letter)) found.byLetter.set(letter, name)
    }
  }

  /**
   * The symbol to name beside one: a border of a text range, or a symbol of the same letter and so of the same section,
   * or any other; null if there is none.
   */
  at({ address, letter }: Occurrence): string | null {
    const found = this.neighbours.get(keyOf(address))
    return found ? (found.border ?? found.byLetter.get(letter) ?? found.first) : null
  }
}

function keyOf({ high, low }: Address): string {
  return `${high}:${low}`
}

function hexOf({ high, low }: Address, wordBytes: 4 | 8): string {
  const digits = (half: number): string => half.toString(16).padStart(8, '0')
  return (digits(high) + digits(low)).slice(-2 * wordBytes)
}

/** Symbols that mark the sections of an image. */
export const LANDMARKS: readonly string[] = [
  '_text',
  '_stext',
  '_etext',
  '_sinittext',
  '_einittext',
  '_sdata',
  '_edata',
  '__bss_start',
  '_end',
  'kallsyms_names',
]

/** The landmarks that a map has. */
export function landmarksIn(read: SymbolTable, build: BuildSettings): PassFacts['landmarks'] {
  const found = new Map<string, string>()
  for (const symbol of symbolsNamed(read, new Set(prefixed(LANDMARKS, build)))) {
    const address = { high: read.high[symbol] as number, low: read.low[symbol] as number }
    found.set(textOf(read, symbol, 1), hexOf(address, build.wordBytes))
  }
  return [...found].map(([name, address]) => ({ name, address }))
}
