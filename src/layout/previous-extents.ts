/**
 * The extents of the tables in the previous pass.
 *
 * The map of a pass shows them: the image contains the tables of the previous pass, and the distance from each of their
 * labels to the next one is what a table takes, padding and alignment included. Only the last table has no label after
 * it; its extent follows from the others (see `padding.ts`). Where the kernel's build filters the labels out, from 6.4
 * to 6.8, they are computed from the assembly of the previous pass.
 */
import { tableExtents } from '../assembly/extents.js'
import type { ScanOptions } from '../assembly/scan.js'
import { KallsymsError } from '../errors.js'
import { Boundaries } from '../select/boundaries.js'
import { HIGHEST } from '../symbols/address.js'
import type { SymbolTable } from '../symbols/table.js'

/** Bytes from the beginning of each table to the beginning of the next, by label; an unknown extent is missing. */
export type Extents = ReadonlyMap<string, number>

/** No table of a kernel is that large: a label further away is not that of the next table. */
const MAX_EXTENT = 2 ** 31

/** Where the extents are found, and of which tables. */
export interface PreviousOptions {
  /** The tables in the order of the output. */
  readonly labels: readonly string[]
  /** The byte before every label, or -1. */
  readonly symbolPrefix: number
  /** The assembly of the previous pass; null: the map has the labels. */
  readonly previous: Uint8Array | null
  /** What was added after each table in the first pass; in bytes where it was given as such. */
  readonly headroom: number | 'auto' | null
}

/**
 * The extents of the tables in the previous pass.
 *
 * @param map the parsed map, before any symbol is left out
 * @returns null where there was no previous pass
 * @throws {KallsymsError} `bad-input` where the map or the assembly has other tables, or one that is larger than its
 *   symbols need
 */
export function previousExtents(
  map: SymbolTable,
  { labels, symbolPrefix, previous, headroom }: PreviousOptions,
  wordBytes: 4 | 8,
): Extents | null {
  const extents = previous
    ? extentsInAssembly(previous, labels, { wordBytes, symbolPrefix })
    : extentsInMap(map, labels, symbolPrefix)
  const largest = largestExtent(map) + (typeof headroom === 'number' ? headroom : 0)
  for (const [label, extent] of extents ?? []) {
    if (extent <= largest) continue
    throw new KallsymsError(
      'bad-input',
      `${label} had ${extent} bytes in the previous pass, more than its symbols can need: does another symbol have ` +
        'the name of a table, or does the linker place the tables apart? Leave out --stable and --hold-sizes, or the symbol',
      { ...(previous && { input: 'previous' as const }) },
    )
  }
  return extents
}

/**
 * More bytes than any table can have: no symbol takes more in one than its name and an address. Twice that, since the
 * previous map may have had more symbols, and what tokens and alignment need.
 */
function largestExtent({ start, length, count }: SymbolTable): number {
  const last = count - 1
  const text = count === 0 ? 0 : (start[last] as number) + (length[last] as number)
  return 2 * (text + ADDRESS_BYTES * count) + FIXED_BYTES
}

const ADDRESS_BYTES = 8
const FIXED_BYTES = 1 << 20

/**
 * The extents of the tables in the image that a map was made from.
 *
 * @param map the parsed map, before any symbol is left out
 * @param labels the tables in the order of the output
 * @param symbolPrefix the byte before every label, or -1
 * @returns null where the image has no tables
 * @throws {KallsymsError} `bad-input` where it has others
 */
export function extentsInMap(
  map: SymbolTable,
  labels: readonly string[],
  symbolPrefix: number,
): Extents | null {
  const addresses = labelAddresses(map, labels, symbolPrefix)
  const missing = labels.filter((_, i) => addresses[i] === null)
  if (missing.length === labels.length) return null
  if (missing.length > 0) {
    throw wrongTables(`${listed(missing)} not in the map, which has other tables`)
  }
  const extents = new Map<string, number>()
  for (let i = 0; i + 1 < labels.length; i++) {
    const extent = Number((addresses[i + 1] as bigint) - (addresses[i] as bigint))
    if (extent < 0 || extent > MAX_EXTENT) {
      throw wrongTables(`${labels[i + 1]} does not follow ${labels[i]} in the map`)
    }
    extents.set(labels[i] as string, extent)
  }
  return extents
}

function wrongTables(what: string, input?: 'previous'): KallsymsError {
  return new KallsymsError(
    'bad-input',
    `${what}, so the sizes of the previous pass are unknown: was it made with another --kernel or other options?`,
    { ...(input && { input }) },
  )
}

function listed(labels: readonly string[]): string {
  return `${labels.join(', ')} ${labels.length === 1 ? 'is' : 'are'}`
}

/** The address of each label by its last definition; null if it is not defined. */
function labelAddresses(
  { text, start, length, high, low, count }: SymbolTable,
  labels: readonly string[],
  symbolPrefix: number,
): (bigint | null)[] {
  const boundaries = new Boundaries(labels.map(name => ({ name, unset: HIGHEST })))
  const skipped = symbolPrefix < 0 ? 1 : 2
  for (let symbol = 0; symbol < count; symbol++) {
    const at = start[symbol] as number
    const label = boundaries.find(text, at + skipped, at + (length[symbol] as number))
    if (label < 0 || (symbolPrefix >= 0 && text[at + 1] !== symbolPrefix)) continue
    if (isDefined(text[at] as number)) boundaries.set(label, high[symbol] as number, low[symbol] as number)
  }
  return labels.map((_, i) => {
    const address = boundaries.address(i)
    return boundaries.isAt(i, HIGHEST.high, HIGHEST.low)
      ? null
      : (BigInt(address.high) << 32n) | BigInt(address.low)
  })
}

/** In an image without tables, their labels are weak and undefined. */
function isDefined(letter: number): boolean {
  return !'UVWuvw'.includes(String.fromCharCode(letter))
}

/**
 * The extents of the tables in an assembly text of ours or of the C tool, without the alignment after them.
 *
 * @param labels the tables in the order of the output
 * @throws {KallsymsError} `bad-input` where the text is not a symbol table, or has other tables
 */
export function extentsInAssembly(
  assembly: Uint8Array,
  labels: readonly string[],
  options: ScanOptions,
): Extents {
  const extents = scanned(assembly, options)
  const missing = labels.filter(label => !extents.has(label))
  if (missing.length === labels.length) {
    const what = 'there is no symbol table in it: give the .S file of the previous pass'
    throw new KallsymsError('bad-input', what, { input: 'previous' })
  }
  if (missing.length > 0) throw wrongTables(`${listed(missing)} not in it`, 'previous')
  return extents
}

function scanned(assembly: Uint8Array, options: ScanOptions): Extents {
  try {
    return tableExtents(assembly, options)
  } catch (error) {
    if (!(error instanceof KallsymsError)) throw error
    throw new KallsymsError(error.code, error.message, { ...error.where, input: 'previous' })
  }
}
