/**
 * Finds the tables of an image without labels: by what the bytes of each must look like, and by the order in which the
 * tables of a dialect follow each other.
 *
 * The token index is found first: 256 rising numbers of two bytes. The token table ends before it, and has a NUL before
 * each text that the index points to. The rest of the chain is counted from the number of symbols, which is tried at
 * every place: the walk over all names must pass every marker, and end where the markers begin. What is found is
 * therefore certain, and an image whose tables have another form has none for us.
 */
import { type AddressForm, type Dialect, hasOption } from '../../../src/dialect/dialect.js'
import {
  counterBytes,
  markerCount,
  SEQ_BYTES,
  SYMBOLS_PER_MARKER,
  tableAlignment,
  tableLabels,
} from '../../../src/layout/format.js'

export interface FoundTables {
  /** Number of symbols. */
  readonly count: number
  readonly form: AddressForm
  /** Whether offsets that are not negative are addresses of their own, as with `--absolute-percpu`. */
  readonly absolutePercpu: boolean
  /** The bytes of each table, without padding, in the order of the image; parts of the image. */
  readonly tables: ReadonlyMap<string, Uint8Array>
  /** Offset of `kallsyms_offsets` or `kallsyms_addresses` in the image. */
  readonly addressesAt: number
}

/** What is known of an image beside its bytes. */
export interface Target {
  readonly dialect: Dialect
  readonly wordBytes: 4 | 8
  readonly bigEndian: boolean
}

/** How far before the token table the number of symbols is looked for: more than any kernel's names take. */
const FARTHEST = 64 << 20

/** The most symbols that sequence numbers of three bytes can count. */
const MOST_SYMBOLS = 1 << 24

/** The most bytes of a name of a kernel: two for its length, and 511. */
const LONGEST_NAME = 513

/** The longest text of a token; the kernel's largest are about thirty bytes long. */
const LONGEST_TOKEN = 512

const CODES = 256
const INDEX_BYTES = 2 * CODES

/** The tables of an image; null if there are none of this dialect. */
export function findTables(image: Uint8Array, target: Target): FoundTables | null {
  const finder = new Finder(image, target)
  for (let at = 0; ; at += 4) {
    at = finder.nextTokenIndex(at)
    if (at < 0) return null
    const found = finder.tablesAround(at)
    if (found) return found
  }
}

/** A table's place: offset and bytes. */
type Place = readonly [at: number, bytes: number]

class Finder {
  private readonly view: DataView
  private readonly isLittle: boolean
  private readonly alignment: 4 | 8
  private readonly counter: 4 | 8

  constructor(
    private readonly image: Uint8Array,
    private readonly target: Target,
  ) {
    this.view = new DataView(image.buffer, image.byteOffset, image.length)
    this.isLittle = !target.bigEndian
    this.alignment = tableAlignment(target.dialect, target.wordBytes)
    this.counter = counterBytes(target.dialect, target.wordBytes)
  }

  /** The first place from an offset on with 256 rising numbers of two bytes, the first of them 0; -1 if there is none. */
  nextTokenIndex(from: number): number {
    const { view, isLittle, image } = this
    for (let at = from; at + INDEX_BYTES <= image.length; at += 4) {
      if (image[at] !== 0 || image[at + 1] !== 0) continue
      let code = 1
      let last = 0
      for (; code < CODES; code++) {
        const next = view.getUint16(at + 2 * code, isLittle)
        if (next <= last || next > last + LONGEST_TOKEN) break
        last = next
      }
      if (code === CODES) return at
    }
    return -1
  }

  tablesAround(indexAt: number): FoundTables | null {
    const tokens = this.tokenTable(indexAt)
    if (tokens === null) return null
    const names = this.names(tokens[0])
    if (names === null) return null
    const places = new Map<string, Place>([
      ...names.places,
      ['kallsyms_token_table', tokens],
      ['kallsyms_token_index', [indexAt, INDEX_BYTES]],
    ])
    return this.withAddresses(names.count, places, indexAt)
  }

  /** The table that ends before the index, where every text begins after a NUL and the last one ends with one. */
  private tokenTable(indexAt: number): Place | null {
    const { image, view, isLittle, alignment } = this
    const lastText = view.getUint16(indexAt + 2 * (CODES - 1), isLittle)
    for (let bytes = lastText + 1; bytes <= lastText + LONGEST_TOKEN; bytes++) {
      const at = indexAt - this.alignUp(bytes)
      if (at < 0) return null
      if (at % alignment !== 0) continue
      const content = image.subarray(at, indexAt)
      if (content.indexOf(0, lastText) !== bytes - 1 || content.subarray(bytes).some(byte => byte !== 0))
        continue
      let code = 1
      for (; code < CODES; code++) {
        const start = view.getUint16(indexAt + 2 * code, isLittle)
        const before = view.getUint16(indexAt + 2 * code - 2, isLittle)
        if (content.indexOf(0, before) !== start - 1) break
      }
      if (code === CODES) return [at, bytes]
    }
    return null
  }

  /** Number of symbols, names, markers, and the order by name if it is among them. */
  private names(end: number): { readonly count: number; readonly places: [string, Place][] } | null {
    const { alignment, counter } = this
    const { dialect } = this.target
    const hasSeqs = dialect.seqs && dialect.addressesFirst
    const first = Math.max(0, end - FARTHEST)
    for (let at = end - (end % alignment) - alignment; at >= first; at -= alignment) {
      const count = this.number(at, counter)
      if (count < 1 || count > MOST_SYMBOLS) continue
      const namesAt = this.alignUp(at + counter)
      if (namesAt + 2 * count > end) continue
      const seqs = hasSeqs ? SEQ_BYTES * count : 0
      const seqsAt = end - this.alignUp(seqs)
      const markers = counter * markerCount(count)
      const markersAt = seqsAt - this.alignUp(markers)
      const bytes = this.walkNames(namesAt, markersAt, count)
      if (bytes < 0) continue
      const places: [string, Place][] = [
        ['kallsyms_num_syms', [at, counter]],
        ['kallsyms_names', [namesAt, bytes]],
        ['kallsyms_markers', [markersAt, markers]],
      ]
      if (hasSeqs) places.push(['kallsyms_seqs_of_names', [seqsAt, seqs]])
      return { count, places }
    }
    return null
  }

  /** Bytes of the names if they pass every marker and end where the markers begin, else -1. */
  private walkNames(from: number, markersAt: number, count: number): number {
    const { counter } = this
    const last = markersAt + counter * (markerCount(count) - 1)
    if (markersAt <= from || this.number(markersAt, counter) !== 0) return -1
    const rest = markersAt - from - this.number(last, counter)
    if (rest < 0 || rest > (SYMBOLS_PER_MARKER + 1) * LONGEST_NAME) return -1
    let at = from
    for (let symbol = 0; symbol < count; symbol++) {
      if (symbol % SYMBOLS_PER_MARKER === 0) {
        const marker = markersAt + (counter * symbol) / SYMBOLS_PER_MARKER
        if (this.number(marker, counter) !== at - from) return -1
      }
      at = this.nextName(at)
      if (at > markersAt) return -1
    }
    return this.alignUp(at) === markersAt ? at - from : -1
  }

  private nextName(at: number): number {
    const { image } = this
    const length = image[at] as number
    const form = this.target.dialect.nameLength
    if (length === 0 && form === 'zero-prefix')
      return at + 3 + ((image[at + 1] as number) << 8) + (image[at + 2] as number)
    // No name is empty: this is no table.
    if (length === 0) return Number.POSITIVE_INFINITY
    if (form === 'uleb128' && length > 0x7f)
      return at + 2 + (length & 0x7f) + ((image[at + 1] as number) << 7)
    return at + 1 + length
  }

  /** Adds the tables of addresses, in the form in which they ascend. */
  private withAddresses(
    count: number,
    places: ReadonlyMap<string, Place>,
    indexAt: number,
  ): FoundTables | null {
    const { dialect, wordBytes } = this.target
    for (const form of formsOf(dialect)) {
      const sizes: [string, number][] =
        form === 'addresses' ? [['kallsyms_addresses', wordBytes * count]] : [['kallsyms_offsets', 4 * count]]
      if (form === 'base-relative') sizes.push(['kallsyms_relative_base', wordBytes])
      if (dialect.seqs && !dialect.addressesFirst) sizes.push(['kallsyms_seqs_of_names', SEQ_BYTES * count])
      const all = new Map(places)
      const total = sizes.reduce((sum, [, bytes]) => sum + this.alignUp(bytes), 0)
      const [first] = places.values()
      let at = dialect.addressesFirst ? (first as Place)[0] - total : this.alignUp(indexAt + INDEX_BYTES)
      const addressesAt = at
      if (at < 0 || at + total > this.image.length) continue
      for (const [label, bytes] of sizes) {
        all.set(label, [at, bytes])
        at += this.alignUp(bytes)
      }
      const absolutePercpu = this.ascends(form, addressesAt, count)
      if (absolutePercpu === null) continue
      const tables = new Map<string, Uint8Array>()
      for (const label of tableLabels(dialect, form, true)) {
        const [from, bytes] = all.get(label) as Place
        tables.set(label, this.image.subarray(from, from + bytes))
      }
      return { count, form, absolutePercpu, tables, addressesAt }
    }
    return null
  }

  /**
   * Whether addresses ascend in a form; null if they do not.
   *
   * @returns whether they do only if those that are not negative stand for themselves
   */
  private ascends(form: AddressForm, from: number, count: number): boolean | null {
    const { view, isLittle } = this
    if (form === 'addresses') {
      const { wordBytes } = this.target
      return this.isAscending(count, i => this.number(from + wordBytes * i, wordBytes)) ? false : null
    }
    const offset = (i: number): number => view.getInt32(from + 4 * i, isLittle)
    if (form === 'pc-relative') return this.isAscending(count, i => offset(i) + 4 * i) ? false : null
    if (this.isAscending(count, i => offset(i) >>> 0)) return false
    if (form !== 'base-relative') return null
    return this.isAscending(count, i => (offset(i) < 0 ? 2 ** 31 - offset(i) : offset(i))) ? true : null
  }

  private isAscending(count: number, value: (i: number) => number): boolean {
    for (let i = 1; i < count; i++) if (value(i) < value(i - 1)) return false
    return count === 1 || value(count - 1) > value(0)
  }

  /** The unsigned number at an offset; exact below 2^53. */
  private number(at: number, bytes: 4 | 8): number {
    const { view, isLittle } = this
    if (bytes === 4) return view.getUint32(at, isLittle)
    const high = view.getUint32(isLittle ? at + 4 : at, isLittle)
    return 2 ** 32 * high + view.getUint32(isLittle ? at : at + 4, isLittle)
  }

  private alignUp(bytes: number): number {
    return Math.ceil(bytes / this.alignment) * this.alignment
  }
}

/**
 * The forms of addresses that a dialect has. The lower halves of addresses may look like distances, which also ascend;
 * but distances are negative before the table and not after it, so that they do not look like lower halves.
 */
function formsOf(dialect: Dialect): AddressForm[] {
  if (hasOption(dialect, 'pc-relative')) return ['low-half', 'pc-relative']
  if (dialect.relativeBase === null) return ['addresses']
  return dialect.relativeBase.when === 'always' ? ['base-relative'] : ['base-relative', 'addresses']
}
