/**
 * Generates and decodes tables: the result must be the symbols that were parsed and selected.
 *
 * The expectation comes from arrays and linear searches, without code of the decoder. What a format cannot represent is
 * left out and counted:
 *
 * - a NUL as the type letter: it ends the text of its token, so that the rest of the token is lost too;
 * - names of more than 255 codes, where the length has one byte: no name up to the next marker can be found;
 * - upper halves of addresses, in the form of 7.0 without `--pc-relative`.
 */
import assert from 'node:assert/strict'
import type { StableTypes } from '../../../src/compress/types.js'
import { type Decoder, decodeAssembly } from '../../../src/decode/decoder.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { withoutCrash } from '../../../src/dialect/history.js'
import { KallsymsError } from '../../../src/errors.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { resolveOptions } from '../../../src/generate/options.js'
import { parse } from '../../../src/nm/parse.js'
import { byNameCut } from '../../../src/select/by-name.js'
import { type Selection, select } from '../../../src/select/select.js'
import { type Address, toBigInt, ZERO } from '../../../src/symbols/address.js'
import type { SymbolTable } from '../../../src/symbols/table.js'

/** What was compared, and what a format cannot represent. */
export interface Tally {
  /** Decoded tables. */
  tables: number
  /** Runs without a table, because the C tool ends with an error. */
  refused: number
  symbols: number
  names: number
  addresses: number
  /** Symbols whose type letter is NUL. */
  nulTypes: number
  /** Symbols from a name with too many codes to the next marker. */
  unreachable: number
  /** Symbols whose upper half of the address is not stored. */
  halved: number
}

export function newTally(): Tally {
  return { tables: 0, refused: 0, symbols: 0, names: 0, addresses: 0, nulTypes: 0, unreachable: 0, halved: 0 }
}

/** Number of names, and of addresses, to look up in a table. */
const LOOKED_UP = 120

/** Generates and decodes one table, and compares it with the symbols of the map. */
export function checkRoundTrip(
  map: Uint8Array,
  options: GenerateOptions & { dialect: Dialect },
  tally: Tally,
): void {
  let dialect = options.dialect
  let assembly: Uint8Array
  try {
    const report = ({ kind }: { kind: string }): void => {
      if (kind === 'original-crashes') dialect = withoutCrash(options.dialect)
    }
    assembly = generate(map, { ...options, report }).assembly
  } catch (error) {
    if (!(error instanceof KallsymsError) || error.where.original === undefined) throw error
    tally.refused++
    return
  }
  checkAssembly(map, assembly, { ...options, dialect }, tally)
}

/** Decodes assembly text, and compares it with the symbols of the map that it was made from. */
export function checkAssembly(
  map: Uint8Array,
  assembly: Uint8Array,
  options: GenerateOptions & { dialect: Dialect },
  tally: Tally,
): void {
  const { dialect } = options
  const { symbols, text } = selectionOf(map, options)
  tally.tables++
  tally.symbols += symbols.count
  const uses32Bits = symbols.high.every(half => half === 0) && text.high === 0
  const isHalved = resolveOptions(options).addressForm === 'low-half'
  for (const wordBytes of uses32Bits && symbols.count < 1000 ? ([8, 4] as const) : ([8] as const)) {
    const decoder = decodeAssembly(assembly, {
      dialect,
      text: dialect.knowsText ? text : ZERO,
      wordBytes,
      ...pick(options, 'absolutePercpu', 'ltoClang', 'symbolPrefix'),
    })
    assert.equal(decoder.count, symbols.count)
    checkAddresses(decoder, symbols, isHalved)
    const readable = readableNames(symbols, assembly, options, tally)
    checkNames(decoder, symbols, readable, options.stabilise)
    checkLookUpByName(decoder, symbols, readable, options, tally)
    checkLookUpByAddress(decoder, symbols, isHalved, tally)
  }
  if (isHalved) tally.halved += symbols.high.filter(half => half !== 0).length
}

function pick<K extends keyof GenerateOptions>(
  options: GenerateOptions,
  ...keys: K[]
): Pick<GenerateOptions, K> {
  return Object.fromEntries(keys.filter(key => key in options).map(key => [key, options[key]])) as Pick<
    GenerateOptions,
    K
  >
}

function selectionOf(map: Uint8Array, options: GenerateOptions & { dialect: Dialect }): Selection {
  const { dialect } = options
  return select(
    parse(map, dialect, () => {}),
    resolveOptions(options),
  )
}

/** Type letter and name of a symbol, as in the map. */
function textAt({ text, start, length }: SymbolTable, symbol: number): Buffer {
  const from = start[symbol] as number
  return Buffer.from(text.buffer, text.byteOffset + from, length[symbol] as number)
}

/** The type letter of a symbol in the table. */
function letterOf(letter: number, types: StableTypes | undefined): number {
  const shown = String.fromCharCode(letter)
  if (types !== 'fold' || 'WVwv'.includes(shown)) return letter
  return (shown >= 'A' && shown <= 'Z' ? 'T' : 't').charCodeAt(0)
}

/** One byte per symbol: 1 if the name can be read, 0 if it is lost, 2 if it cannot be found. */
function readableNames(
  symbols: SymbolTable,
  assembly: Uint8Array,
  { dialect, uncompressed, stabilise }: GenerateOptions & { dialect: Dialect },
  tally: Tally,
): Uint8Array {
  const readable = new Uint8Array(symbols.count).fill(1)
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    // Folding replaces a NUL too.
    if (uncompressed || stabilise === 'fold' || textAt(symbols, symbol)[0] !== 0) continue
    readable[symbol] = 0
    tally.nulTypes++
  }
  if (dialect.nameLength !== 'byte') return readable
  for (const broken of namesOfTooManyCodes(assembly)) {
    for (let symbol = broken; symbol < symbols.count && (symbol === broken || symbol % 256 !== 0); symbol++) {
      if (readable[symbol] !== 2) tally.unreachable++
      readable[symbol] = 2
    }
  }
  return readable
}

/** Symbols whose length does not fit into its byte, from the text. */
function namesOfTooManyCodes(assembly: Uint8Array): number[] {
  const text = Buffer.from(assembly.buffer, assembly.byteOffset, assembly.length)
  const from = text.indexOf('kallsyms_names:\n')
  const names = text.subarray(from, text.indexOf('\n\n', from))
  if (!names.includes('\t.byte 0x1')) return []
  const lines = names.toString('latin1').split('\n').slice(1)
  return lines.flatMap((line, symbol) => (/^\t\.byte 0x[0-9a-f]{3}/.test(line) ? [symbol] : []))
}

function checkAddresses(decoder: Decoder, { high, low, count }: SymbolTable, isHalved: boolean): void {
  const step = Math.max(1, Math.floor(count / 5000))
  for (let symbol = 0; symbol < count; symbol += step) {
    assert.deepEqual(
      decoder.address(symbol),
      { high: isHalved ? 0 : high[symbol], low: low[symbol] },
      `address of symbol ${symbol}`,
    )
  }
}

/** Checks names and type letters through the markers, and in one walk together with the addresses. */
function checkNames(
  decoder: Decoder,
  symbols: SymbolTable,
  readable: Uint8Array,
  types: StableTypes | undefined,
): void {
  const { count } = symbols
  // One walk is fast; each name through its marker takes up to 255 steps.
  const step = Math.max(1, Math.floor(count / 2000))
  for (let symbol = 0; symbol < count; symbol += step) {
    if (readable[symbol] !== 1) continue
    const expected = textAt(symbols, symbol)
    assert.equal(decoder.type(symbol), letterOf(expected[0] as number, types), `type of symbol ${symbol}`)
    assert.ok(expected.subarray(1).equals(decoder.name(symbol)), `name of symbol ${symbol}`)
  }
  if (readable.includes(2)) return
  const walked = decoder.symbols()
  assert.equal(walked.count, count)
  for (let symbol = 0; symbol < count; symbol++) {
    const { high, low } = decoder.address(symbol)
    if (walked.high[symbol] !== high || walked.low[symbol] !== low)
      assert.fail(`address of symbol ${symbol} in the walk`)
    if (readable[symbol] !== 1) continue
    const expected = textAt(symbols, symbol)
    const found = textAt(walked, symbol)
    if (
      found[0] !== letterOf(expected[0] as number, types) ||
      found.compare(expected, 1, expected.length, 1) !== 0
    ) {
      assert.fail(`symbol ${symbol} is ${found.toString('latin1')}, not ${expected.toString('latin1')}`)
    }
  }
}

/** Items evenly spread over an array, including its ends. */
function sampled<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list]
  const step = Math.ceil(list.length / most)
  return list.filter((_, i) => i % step === 0 || i === list.length - 1)
}

function checkLookUpByName(
  decoder: Decoder,
  symbols: SymbolTable,
  readable: Uint8Array,
  { dialect, ltoClang }: GenerateOptions & { dialect: Dialect },
  tally: Tally,
): void {
  // Neither the bisection nor the linear search can pass names that cannot be read.
  if (readable.some(each => each !== 1)) return
  const cut = byNameCut(dialect, ltoClang === true)
  const byName = new Map<string, number[]>()
  for (let symbol = 0; symbol < symbols.count; symbol++) {
    const whole = textAt(symbols, symbol).toString('latin1', 1)
    const name = cut === null ? whole : (whole.split(cut)[0] as string)
    const same = byName.get(name)
    if (same) same.push(symbol)
    else byName.set(name, [symbol])
  }
  // The linear search is slow.
  const most = dialect.seqs ? LOOKED_UP : symbols.count > 5000 ? 5 : LOOKED_UP / 2
  for (const [name, expected] of sampled([...byName], most)) {
    assert.deepEqual([...decoder.findByName(Buffer.from(name, 'latin1'))], expected, `symbols named ${name}`)
    for (const other of [`${name}\x01`, name.slice(0, -1)]) {
      if (byName.has(other)) continue
      assert.deepEqual([...decoder.findByName(Buffer.from(other, 'latin1'))], [], `nothing is named ${other}`)
    }
    tally.names++
  }
}

function checkLookUpByAddress(decoder: Decoder, symbols: SymbolTable, isHalved: boolean, tally: Tally): void {
  const { count } = symbols
  const addresses = Array.from({ length: count }, (_, i) =>
    toBigInt({ high: isHalved ? 0 : (symbols.high[i] as number), low: symbols.low[i] as number }),
  )
  // The look-up needs a sorted table.
  for (let i = 1; i < count; i++) if ((addresses[i] as bigint) < (addresses[i - 1] as bigint)) return
  const firsts = addresses.flatMap((address, i) => (i === 0 || addresses[i - 1] !== address ? [i] : []))
  const places = firsts.map((_, place) => place)
  for (const place of sampled(places, LOOKED_UP)) {
    const symbol = firsts[place] as number
    const start = addresses[symbol] as bigint
    const next = place + 1 < firsts.length ? (addresses[firsts[place + 1] as number] as bigint) : null
    const size = next === null ? null : next - start
    const offsets = new Set([0n, 1n, (size ?? 2n) / 2n, (size ?? 0x1000n) - 1n])
    for (const offset of offsets) {
      if (size !== null ? offset >= size : start + offset >= 1n << 64n) continue
      const found = decoder.findByAddress(halves(start + offset))
      assert.deepEqual(
        found && {
          symbol: found.symbol,
          offset: toBigInt(found.offset),
          size: found.size && toBigInt(found.size),
        },
        { symbol, offset, size },
        `what is at 0x${(start + offset).toString(16)}`,
      )
      tally.addresses++
    }
  }
  const first = addresses[0]
  if (first === undefined) assert.equal(decoder.findByAddress(ZERO), null)
  else if (first > 0n) assert.equal(decoder.findByAddress(halves(first - 1n)), null)
}

function halves(address: bigint): Address {
  return { high: Number(address >> 32n), low: Number(address & 0xffffffffn) }
}
