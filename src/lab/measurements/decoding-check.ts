/**
 * Who reads a table. It is found by reading: each name and letter is decoded and compared with the symbols that the
 * table was made of, and some are looked up.
 */
import type { ScanOptions } from '../../assembly/scan.js'
import { readAssembly, withText } from '../../decode/assembly.js'
import type { RawTables, TableFormat } from '../../decode/tables.js'
import type { Dialect } from '../../dialect/dialect.js'
import { resolveOptions } from '../../generate/options.js'
import { quoted } from '../../symbols/quoted.js'
import type { SymbolTable } from '../../symbols/table.js'
import { kernelDecoder, type NameDecoder } from '../proposals/decoders.js'
import type { Proposal } from '../proposals/proposal.js'
import { callStep, type Made, type ProposalBuildOptions } from '../proposals/proposal-build.js'
import { TOOLKIT } from '../proposals/toolkit.js'
import type { Decoding } from '../results/results.js'

/** Tables as they are in an image, and what a decoder has to know beside them. */
export interface Placed {
  readonly raw: RawTables
  readonly format: TableFormat
}

/** How the assembly of a pass is to be read. */
export function scanOptions({ word }: Made, { symbolPrefix }: ProposalBuildOptions): ScanOptions {
  return { wordBytes: word, ...(symbolPrefix !== undefined && { symbolPrefix }) }
}

/** The tables of a pass, as if it were linked. */
export function placed(made: Made, options: ProposalBuildOptions, dialect: Dialect): Placed {
  const assembled = readAssembly(made.assembly, scanOptions(made, options))
  const { text } = made.selection
  const raw = new Map(
    [...assembled.tables].map(([label, table]) => [label, withText(table, assembled, text)]),
  )
  return {
    raw,
    format: {
      dialect,
      wordBytes: made.word,
      ...(options.absolutePercpu && { absolutePercpu: true }),
      ...(options.ltoClang && { ltoClang: true }),
      ...(options.pcRelative && { pcRelative: { to: 'text', address: text } as const }),
    },
  }
}

/** Reads a table with the kernel's decoder, and with the one that the proposal needs. */
export function checkDecoding(
  proposal: Proposal,
  file: string | undefined,
  made: Made,
  options: ProposalBuildOptions,
  tables: Placed,
): Decoding {
  const kernel = readByKernel(made, options, tables)
  if (proposal.decoder === 'kernel') {
    return { ...kernel, needed: kernel.kernel, neededText: kernel.text }
  }
  try {
    const decoder = decoderFor(proposal, file, tables)
    const { reads, text } = compare(made.selection.symbols, decoder, tables.format)
    return { ...kernel, needed: reads, neededText: text }
  } catch (error) {
    return { ...kernel, needed: 'fails', neededText: (error as Error).message }
  }
}

/** The decoder that a proposal needs. */
export function decoderFor(
  proposal: Proposal,
  file: string | undefined,
  { raw, format }: Placed,
): NameDecoder {
  const { decoder: make } = proposal
  if (make === 'kernel') return kernelDecoder(raw, format)
  return callStep(proposal, file, 'decoder', () => make(raw, format, TOOLKIT))
}

function readByKernel(
  made: Made,
  options: ProposalBuildOptions,
  { raw, format }: Placed,
): Pick<Decoding, 'kernel' | 'text' | 'letters'> {
  // What the kernel's own code refers to, so that it would not even link without.
  const { labels } = resolveOptions({ ...options, dialect: format.dialect, uncompressed: false })
  const missing = labels.find(label => !raw.has(label))
  if (missing !== undefined) {
    return { kernel: 'fails', text: `there is no ${missing}, which it refers to`, letters: 0 }
  }
  try {
    const { reads, text, letters } = compare(made.selection.symbols, kernelDecoder(raw, format), format)
    return { kernel: reads, text, letters }
  } catch (error) {
    return { kernel: 'fails', text: (error as Error).message, letters: 0 }
  }
}

/** So many names and addresses are looked up, evenly over the table. */
const LOOKED_UP = 50

interface Comparison {
  readonly reads: Decoding['kernel']
  readonly text: string
  readonly letters: number
}

function compare(symbols: SymbolTable, decoder: NameDecoder, format: TableFormat): Comparison {
  const fails = (text: string): Comparison => ({ reads: 'fails', text, letters: 0 })
  const { text, start, length, count } = symbols
  if (decoder.count !== count) return fails(`it reads ${decoder.count} symbols of ${count}`)
  let letters = 0
  let symbol = 0
  for (const decoded of decoder.texts()) {
    if (symbol === count) return fails(`it reads more than ${count} symbols`)
    const from = start[symbol] as number
    const wanted = text.subarray(from, from + (length[symbol] as number))
    if (Buffer.compare(decoded.subarray(1), wanted.subarray(1)) !== 0) {
      return fails(`it reads ${quoted(decoded)} for ${quoted(wanted)}`)
    }
    if (decoded[0] !== wanted[0]) letters++
    symbol++
  }
  if (symbol !== count) return fails(`it reads ${symbol} symbols of ${count}`)
  const lost = lookUp(symbols, decoder, format)
  if (lost !== null) return fails(lost)
  if (letters === 0) return { reads: 'reads', text: '', letters }
  return { reads: 'other-letters', text: `${letters} of ${count} letters are others than nm's`, letters }
}

/** What is not found; null where all is. */
function lookUp(symbols: SymbolTable, decoder: NameDecoder, format: TableFormat): string | null {
  const { text, start, length, high, low, count } = symbols
  // Upper halves are not stored in the form without a base.
  const isWhole = format.pcRelative !== undefined || !format.dialect.options.includes('pc-relative')
  for (let i = 0; i < Math.min(LOOKED_UP, count); i++) {
    const symbol = Math.floor((i * count) / Math.min(LOOKED_UP, count))
    const from = start[symbol] as number
    const wanted = text.subarray(from, from + (length[symbol] as number))
    // Where names are cut for the order, the kernel finds a name by what is left of it.
    const found = format.ltoClang ? [symbol] : Array.from(decoder.findByName(wanted.subarray(1)))
    if (!found.includes(symbol)) return `${quoted(wanted)} is not found by its name`
    if (Buffer.compare(decoder.text(symbol).subarray(1), wanted.subarray(1)) !== 0) {
      return `symbol ${symbol} is not ${quoted(wanted)} when it is read alone`
    }
    if (!isWhole || !format.dialect.sorted) continue
    const at = { high: high[symbol] as number, low: low[symbol] as number }
    const first = decoder.findByAddress(at)
    if (first < 0 || high[first] !== at.high || low[first] !== at.low) {
      return `${quoted(wanted)} is not found by its address`
    }
  }
  return null
}
