/**
 * Looking up symbols by name as the kernel does: by bisection where the table has an order by name, else by comparing
 * every name from the first to the last.
 *
 * Where the names are stored is the caller's matter: the search only compares them.
 */
import { requireOption } from '../dialect/history.js'
import { SEQ_BYTES } from '../layout/format.js'
import { byNameCut } from '../select/by-name.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import { lowerBound } from '../symbols/lower-bound.js'
import { damaged, type RawTables, type TableFormat } from './tables.js'

/** The names of a table, without type letters, by symbol number. */
export interface NameSource {
  /**
   * Compares a symbol's name with another as bytes.
   *
   * @param cut the symbol's name ends before the first occurrence of this; null: it is compared in full
   * @returns below 0 where the symbol's name sorts first, 0 where they are equal
   */
  compare(symbol: number, other: Uint8Array, cut: Uint8Array | null): number
  /** All symbols with a name, found in one walk over all names, ascending. */
  scan(name: Uint8Array): number[]
}

export class NameSearch {
  private readonly seqs: Uint8Array | null
  private readonly cut: Uint8Array | null

  /**
   * @throws {KallsymsError} `bad-input` where the order by name is too short, `usage` where names are said to be cut and
   *   the dialect's tool cuts none
   */
  constructor(
    private readonly names: NameSource,
    private readonly count: number,
    tables: RawTables,
    { dialect, ltoClang }: TableFormat,
  ) {
    this.seqs = tables.get('kallsyms_seqs_of_names') ?? null
    if (this.seqs && this.seqs.length < SEQ_BYTES * count) {
      throw damaged(`kallsyms_seqs_of_names has fewer than ${count} entries`)
    }
    if (ltoClang) requireOption(dialect, 'lto-clang', 'this dialect')
    const cut = byNameCut(dialect, ltoClang === true)
    this.cut = cut === null ? null : bytesOf(cut)
  }

  /**
   * All symbols with a name: in the order by name where there is one, else ascending.
   *
   * Where `--lto-clang` cut names for the order, a symbol is found by the rest of its name, as in the kernel.
   */
  find(name: Uint8Array): Uint32Array {
    return Uint32Array.from(this.seqs ? this.bisect(this.seqs, name) : this.names.scan(name))
  }

  private bisect(seqs: Uint8Array, name: Uint8Array): number[] {
    const first = lowerBound(this.count, position => this.compareAt(seqs, position, name) < 0)
    // The kernel hits any of several first and looks around it; this is already the first of them.
    const found: number[] = []
    for (let i = first; i < this.count && this.compareAt(seqs, i, name) === 0; i++) found.push(seqAt(seqs, i))
    return found
  }

  /** Below 0 where the name at a position of the order by name, cut as for the order, sorts before another. */
  private compareAt(seqs: Uint8Array, position: number, other: Uint8Array): number {
    const symbol = seqAt(seqs, position)
    if (symbol >= this.count) throw damaged(`kallsyms_seqs_of_names has ${symbol} of ${this.count} symbols`)
    return this.names.compare(symbol, other, this.cut)
  }
}

function seqAt(seqs: Uint8Array, position: number): number {
  const at = SEQ_BYTES * position
  return ((seqs[at] as number) << 16) | ((seqs[at + 1] as number) << 8) | (seqs[at + 2] as number)
}

/**
 * Compares the name in a text, after its type letter, with another name as bytes.
 *
 * @param text type letter and name in its first `length` bytes
 * @param cut see `NameSource.compare`
 */
export function compareName(
  text: Uint8Array,
  length: number,
  other: Uint8Array,
  cut: Uint8Array | null,
): number {
  const end = cut === null ? length : cutAt(text, length, cut)
  for (let at = 1; at < end && at <= other.length; at++) {
    const difference = (text[at] as number) - (other[at - 1] as number)
    if (difference !== 0) return difference
  }
  return Math.max(end - 1, 0) - other.length
}

/** Where the first cut begins after the type letter, or the end of the text. */
function cutAt(text: Uint8Array, end: number, cut: Uint8Array): number {
  for (let at = 1; at + cut.length <= end; at++) if (hasAt(text, at, cut)) return at
  return end
}
