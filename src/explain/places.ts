/** What stands beside the symbols that have changed: the border or the neighbour that one has met. */
import type { Address } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'
import type { Occurrence } from './changes.js'
import { textOf } from './compare.js'

/** The unchanged symbols of one address, as far as one of them may be named. */
interface Neighbours {
  border: string | null
  first: string | null
  readonly byLetter: Map<string, string>
}

/** Knows what stands at some addresses of a map. */
export class Surroundings {
  private readonly places: Map<string, Neighbours>

  /**
   * @param addresses of which it is to know
   * @param changed names that are not to be named
   * @param borders names that come before others
   */
  constructor(
    table: SymbolTable,
    addresses: readonly Address[],
    changed: ReadonlySet<string>,
    borders: ReadonlySet<string>,
  ) {
    this.places = new Map(
      addresses.map(address => [keyOf(address), { border: null, first: null, byLetter: new Map() }]),
    )
    const lows = new Set(addresses.map(({ low }) => low))
    for (let symbol = 0; symbol < table.count; symbol++) {
      const low = table.low[symbol] as number
      if (!lows.has(low)) continue
      const place = this.places.get(keyOf({ high: table.high[symbol] as number, low }))
      if (place === undefined) continue
      const name = textOf(table, symbol, 1)
      if (changed.has(name)) continue
      const letter = String.fromCharCode(table.text[table.start[symbol] as number] as number)
      place.first ??= name
      if (borders.has(name)) place.border ??= name
      if (!place.byLetter.has(letter)) place.byLetter.set(letter, name)
    }
  }

  /** A border of the text, or a symbol of the same letter and so of the same section, or any; null without one. */
  beside({ address, letter }: Occurrence): string | null {
    const place = this.places.get(keyOf(address))
    return place ? (place.border ?? place.byLetter.get(letter) ?? place.first) : null
  }
}

function keyOf({ high, low }: Address): string {
  return `${high}:${low}`
}
