/** Makes the tables of an image again, from the symbols that are read out of them, and compares the bytes. */
import { readAssembly, withText } from '../../../src/decode/assembly.js'
import { Decoder } from '../../../src/decode/decoder.js'
import type { RawTables, TableFormat } from '../../../src/decode/tables.js'
import { hasOption } from '../../../src/dialect/dialect.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import type { Address } from '../../../src/symbols/address.js'
import type { SymbolTable } from '../../../src/symbols/table.js'
import type { FoundTables, Target } from './find-tables.js'

export interface Comparison {
  /** Tables whose bytes are the same. */
  readonly equal: readonly string[]
  /** What differs, in words. */
  readonly differences: readonly string[]
  /** The file has no base: the kernel relocates itself when it starts. */
  readonly isBaseMissing: boolean
}

/** An address of the right kind where the file does not tell: only distances count then. */
const SOMEWHERE = { 4: { high: 0, low: 0xc0000000 }, 8: { high: 0xffffffff, low: 0x80000000 } } as const

/** The address of `kallsyms_offsets` if the image began at `SOMEWHERE`. */
function placeOf(found: FoundTables, wordBytes: 4 | 8): Address {
  const { high, low } = SOMEWHERE[wordBytes]
  return { high, low: low + found.addressesAt }
}

/**
 * Generates the tables that were found again, and compares them.
 *
 * The map has the symbols in the order of the table: where the C tool's sort left symbols as they were, ours does too.
 * Kernels linked with clang's link-time optimisation may have an order by name that this does not make.
 */
export function compareTables(found: FoundTables, target: Target): Comparison {
  const { dialect, wordBytes, bigEndian } = target
  const place = placeOf(found, wordBytes)
  const base = found.tables.get('kallsyms_relative_base')
  const isBaseMissing = base?.every(byte => byte === 0) ?? false
  const tables: RawTables = isBaseMissing
    ? new Map(found.tables).set('kallsyms_relative_base', wordAt(SOMEWHERE[wordBytes], target))
    : found.tables
  const format: TableFormat = {
    dialect,
    wordBytes,
    bigEndian,
    absolutePercpu: found.absolutePercpu,
    ...(found.form === 'pc-relative' && { pcRelative: { to: 'place', address: place } }),
  }
  const symbols = new Decoder(tables, format).symbols()
  const options: GenerateOptions = {
    dialect,
    allSymbols: true,
    absolutePercpu: found.absolutePercpu,
    baseRelative: found.form === 'base-relative' && hasOption(dialect, 'base-relative'),
    pcRelative: found.form === 'pc-relative',
    compact: true,
  }
  const problems: string[] = []
  const { assembly } = generate(mapOf(symbols, wordBytes), {
    ...options,
    report: problem => problems.push(`the generator reports ${problem.kind}`),
  })
  const made = readAssembly(assembly, { wordBytes, bigEndian })
  const text = addressOf(symbols, '_text') ?? { high: 0, low: 0 }

  const equal: string[] = []
  const differences = [...new Set(problems)]
  for (const [label, expected] of found.tables) {
    const table = made.tables.get(label)
    if (!table) {
      differences.push(`${label} is not generated`)
      continue
    }
    let bytes = withText(table, made, text)
    if (table.textDistances.length > 0) bytes = linked(bytes, text, place, bigEndian)
    if (label === 'kallsyms_relative_base' && isBaseMissing) continue
    if (Buffer.compare(bytes, expected) === 0) equal.push(label)
    else differences.push(`${label}: ${difference(expected, bytes)}`)
  }
  return { equal, differences, isBaseMissing }
}

function difference(expected: Uint8Array, bytes: Uint8Array): string {
  if (bytes.length !== expected.length) return `${bytes.length} bytes instead of ${expected.length}`
  return `byte ${bytes.findIndex((byte, i) => byte !== expected[i])} of ${expected.length} differs`
}

/** What the linker makes of distances from their own place. */
function linked(bytes: Uint8Array, text: Address, place: Address, bigEndian: boolean): Uint8Array {
  const result = bytes.slice()
  const view = new DataView(result.buffer)
  for (let at = 0; at < result.length; at += 4) {
    view.setInt32(at, view.getInt32(at, !bigEndian) + text.low - (place.low + at), !bigEndian)
  }
  return result
}

function wordAt({ high, low }: Address, { wordBytes, bigEndian }: Target): Uint8Array {
  const word = new Uint8Array(wordBytes)
  const view = new DataView(word.buffer)
  view.setUint32(bigEndian ? wordBytes - 4 : 0, low, !bigEndian)
  if (wordBytes === 8) view.setUint32(bigEndian ? 0 : 4, high, !bigEndian)
  return word
}

/** Lines of `nm -n`, in the order of the table. */
function mapOf(symbols: SymbolTable, wordBytes: 4 | 8): Uint8Array {
  const lines: string[] = []
  const percpu = percpuOf(symbols)
  for (let i = 0; i < symbols.count; i++) {
    const text = textOf(symbols, i)
    const [high, low] = [symbols.high[i] as number, symbols.low[i] as number]
    const address = (wordBytes === 8 ? hex(high) : '') + hex(low)
    // The table says A of the percpu area, whatever nm said; of an A the tool would not know that it is needed.
    const letter = text[0] === 'A' && percpu && i >= percpu.first && i <= percpu.last ? 'D' : text[0]
    lines.push(`${address} ${letter} ${text.slice(1)}\n`)
  }
  return Buffer.from(lines.join(''), 'latin1')
}

/** The symbols of the percpu area, by number; null without one. */
function percpuOf(symbols: SymbolTable): { readonly first: number; readonly last: number } | null {
  const [start, end] = ['__per_cpu_start', '__per_cpu_end'].map(name => addressOf(symbols, name))
  if (!start || !end) return null
  let first = symbols.count
  let last = -1
  for (let i = 0; i < symbols.count; i++) {
    const [high, low] = [symbols.high[i] as number, symbols.low[i] as number]
    const isBefore = high < start.high || (high === start.high && low < start.low)
    const isAfter = high > end.high || (high === end.high && low > end.low)
    if (isBefore || isAfter) continue
    first = Math.min(first, i)
    last = i
  }
  return { first, last }
}

function addressOf(symbols: SymbolTable, name: string): Address | null {
  for (let i = 0; i < symbols.count; i++) {
    if (symbols.length[i] !== name.length + 1 || textOf(symbols, i).slice(1) !== name) continue
    return { high: symbols.high[i] as number, low: symbols.low[i] as number }
  }
  return null
}

function textOf({ text, start, length }: SymbolTable, i: number): string {
  const from = start[i] as number
  return Buffer.from(text.buffer, text.byteOffset + from, length[i] as number).toString('latin1')
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
