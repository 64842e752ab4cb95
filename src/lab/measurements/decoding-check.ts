/**
 * Which decoder reads the tables of a proposal. Every name and type letter is decoded and compared with the symbols that
 * the tables were made from, and some are looked up by name and by address.
 */
import type { ScanOptions } from '../../assembly/scan.js'
import { readAssembly, withText } from '../../decode/assembly.js'
import type { RawTables, TableFormat } from '../../decode/tables.js'
import type { Dialect } from '../../dialect/dialect.js'
import { resolveOptions } from '../../generate/options.js'
import { quoted } from '../../symbols/quoted.js'
import type { SymbolTable } from '../../symbols/table.js'
import { callStep } from '../proposals/call-step.js'
import { kernelDecoder, type NameDecoder } from '../proposals/decoders.js'
import type { Proposal } from '../proposals/proposal.js'
import type { PassOutput, ProposalBuildOptions } from '../proposals/proposal-build.js'
import { wordsOf } from '../proposals/thrown.js'
import { TOOLKIT } from '../proposals/toolkit.js'
import type { Decoding } from '../results/results.js'

/** Tables as in an image, and what a decoder must know besides. */
export interface LinkedTables {
  readonly tables: RawTables
  readonly format: TableFormat
}

/** How to read the assembly of a pass. */
export function scanOptions({ word }: PassOutput, { symbolPrefix }: ProposalBuildOptions): ScanOptions {
  return { wordBytes: word, ...(symbolPrefix !== undefined && { symbolPrefix }) }
}

/** The tables of a pass as if they were linked. */
export function linkedTables(
  output: PassOutput,
  options: ProposalBuildOptions,
  dialect: Dialect,
): LinkedTables {
  const assembled = readAssembly(output.assembly, scanOptions(output, options))
  const { text } = output.selection
  const tables = new Map(
    [...assembled.tables].map(([label, table]) => [label, withText(table, assembled, text)]),
  )
  return {
    tables,
    format: {
      dialect,
      wordBytes: output.word,
      ...(options.absolutePercpu && { absolutePercpu: true }),
      ...(options.ltoClang && { ltoClang: true }),
      ...(options.pcRelative && { pcRelative: { to: 'text', address: text } as const }),
    },
  }
}

/** Decodes tables with the kernel's decoder, and with the one that the proposal needs. */
export function checkDecoding(
  proposal: Proposal,
  file: string | undefined,
  output: PassOutput,
  options: ProposalBuildOptions,
  linked: LinkedTables,
): Decoding {
  const kernel = checkKernelDecoder(output, options, linked)
  if (proposal.decoder === 'kernel') {
    return { ...kernel, needed: kernel.kernel, neededText: kernel.text }
  }
  try {
    const decoder = decoderFor(proposal, file, linked)
    const { reads, text } = compare(output.selection.symbols, decoder, linked.format)
    return { ...kernel, needed: reads, neededText: text }
  } catch (error) {
    return { ...kernel, needed: 'fails', neededText: wordsOf(error) }
  }
}

/** The decoder that a proposal needs. */
export function decoderFor(
  proposal: Proposal,
  file: string | undefined,
  { tables, format }: LinkedTables,
): NameDecoder {
  const { decoder: make } = proposal
  if (make === 'kernel') return kernelDecoder(tables, format)
  return callStep(proposal, file, 'decoder', () => make(tables, format, TOOLKIT))
}

function checkKernelDecoder(
  output: PassOutput,
  options: ProposalBuildOptions,
  { tables, format }: LinkedTables,
): Pick<Decoding, 'kernel' | 'text' | 'letters'> {
  // The kernel's code refers to all of these: without one it does not link.
  const { labels } = resolveOptions({ ...options, dialect: format.dialect, uncompressed: false })
  const missing = labels.find(label => !tables.has(label))
  if (missing !== undefined) return { kernel: 'fails', text: `${missing} is missing`, letters: 0 }
  try {
    const decoder = kernelDecoder(tables, format)
    const { reads, text, letters } = compare(output.selection.symbols, decoder, format)
    return { kernel: reads, text, letters }
  } catch (error) {
    return { kernel: 'fails', text: wordsOf(error), letters: 0 }
  }
}

/** Number of symbols to look up, evenly spread over the table. */
const LOOKUPS = 50

interface Comparison {
  readonly reads: Decoding['kernel']
  readonly text: string
  readonly letters: number
}

function compare(symbols: SymbolTable, decoder: NameDecoder, format: TableFormat): Comparison {
  const fails = (text: string): Comparison => ({ reads: 'fails', text, letters: 0 })
  const { text, start, length, count } = symbols
  if (decoder.count !== count) return fails(`it has ${decoder.count} symbols instead of ${count}`)
  let letters = 0
  let symbol = 0
  for (const decoded of decoder.texts()) {
    if (symbol === count) return fails(`it decodes more than ${count} symbols`)
    const from = start[symbol] as number
    const expected = text.subarray(from, from + (length[symbol] as number))
    if (Buffer.compare(decoded.subarray(1), expected.subarray(1)) !== 0) {
      return fails(`it decodes ${quoted(expected)} as ${quoted(decoded)}`)
    }
    if (decoded[0] !== expected[0]) letters++
    symbol++
  }
  if (symbol !== count) return fails(`it decodes ${symbol} symbols of ${count}`)
  const failure = lookUpSome(symbols, decoder, format)
  if (failure !== null) return fails(failure)
  if (letters === 0) return { reads: 'reads', text: '', letters }
  return { reads: 'other-letters', text: `${letters} of ${count} type letters differ from nm's`, letters }
}

/** Looks up some symbols; returns what is not found, or null. */
function lookUpSome(symbols: SymbolTable, decoder: NameDecoder, format: TableFormat): string | null {
  const { text, start, length, high, low, count } = symbols
  // Offsets without a base have no upper halves.
  const hasUpperHalves = format.pcRelative !== undefined || !format.dialect.options.includes('pc-relative')
  for (let i = 0; i < Math.min(LOOKUPS, count); i++) {
    const symbol = Math.floor((i * count) / Math.min(LOOKUPS, count))
    const from = start[symbol] as number
    const expected = text.subarray(from, from + (length[symbol] as number))
    // Where names are cut for the order, the kernel finds a symbol by the rest of its name only.
    const found = format.ltoClang ? [symbol] : Array.from(decoder.findByName(expected.subarray(1)))
    if (!found.includes(symbol)) return `${quoted(expected)} is not found by name`
    if (Buffer.compare(decoder.text(symbol).subarray(1), expected.subarray(1)) !== 0) {
      return `symbol ${symbol}, decoded alone, is not ${quoted(expected)}`
    }
    if (!hasUpperHalves || !format.dialect.order) continue
    const at = { high: high[symbol] as number, low: low[symbol] as number }
    const first = decoder.findByAddress(at)
    if (first < 0 || high[first] !== at.high || low[first] !== at.low) {
      return `${quoted(expected)} is not found by address`
    }
  }
  return null
}
