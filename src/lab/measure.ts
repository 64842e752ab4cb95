/** Bytes and times of one proposal over one map. */
import { performance } from 'node:perf_hooks'
import { readAssembly } from '../decode/assembly.js'
import { checkDecoding, decoderFor, placed } from './check.js'
import { dialectFor, Maker, type MakerOptions, sizesOf } from './maker.js'
import { withoutTableLabels } from './model-build.js'
import type { Proposal } from './proposal.js'
import { randomSource } from './random-image.js'
import type { Decoding, Parameters, Size, Times } from './results.js'

/** A map, and what it is of. */
export interface LabInput {
  readonly name: string
  readonly map: Uint8Array
  readonly options: MakerOptions
  /** What told the kernel's format. */
  readonly kernel: string
}

export interface LoadedProposal {
  readonly proposal: Proposal
  /** Null for one of the lab's. */
  readonly file: string | null
}

export interface Measured {
  readonly symbols: number
  readonly size: Size
  readonly decoding: Decoding
  readonly times: Omit<Times, 'proposal' | 'input'> | null
}

/** So many lookups are timed together: one is shorter than a clock's tick. */
const LOOKUPS = 200

/**
 * Makes the tables of a map as a build's first pass does, without the labels of tables that the map may have, and reads
 * them again.
 */
export function measure(
  { proposal, file }: LoadedProposal,
  { map, options }: LabInput,
  { runs, seed }: Parameters,
): Measured {
  const bare = withoutTableLabels(map)
  const make = (): ReturnType<Maker['make']> => new Maker(proposal, options, file ?? undefined).make(bare)
  const made = make()
  const scan = {
    wordBytes: made.word,
    ...(options.symbolPrefix && { symbolPrefix: options.symbolPrefix }),
  }
  const tables = sizesOf(readAssembly(made.assembly, scan))
  const bytes = tables.reduce((sum, table) => sum + table.bytes + table.padding, 0)
  const dialect = dialectFor(options.dialect, proposal)
  const image = placed(made, options, dialect)
  const decoding = checkDecoding(proposal, file ?? undefined, made, options, image)
  const { symbols } = made.selection
  const result = { symbols: symbols.count, size: { tables, bytes }, decoding }
  if (runs === 0) return { ...result, times: null }

  const generate = medianOf(runs, make)
  if (decoding.needed === 'fails' || symbols.count === 0) {
    return { ...result, times: { generate, decodeAll: 0, byName: 0, byAddress: 0 } }
  }
  const decoder = decoderFor(proposal, file ?? undefined, image)
  const { below } = randomSource(seed)
  const picked = Array.from({ length: LOOKUPS }, () => below(symbols.count))
  const names = picked.map(symbol => {
    const from = (symbols.start[symbol] as number) + 1
    return symbols.text.slice(from, from + (symbols.length[symbol] as number) - 1)
  })
  const addresses = picked.map(symbol => ({
    high: symbols.high[symbol] as number,
    low: symbols.low[symbol] as number,
  }))
  // Without an order by name each name is looked for in all of them.
  const some = dialect.seqs ? names : names.slice(0, 4)
  const decodeAll = medianOf(runs, () => {
    let sum = 0
    for (const text of decoder.texts()) sum += text.length
    return sum
  })
  const byName = medianOf(runs, () => {
    for (const name of some) decoder.findByName(name)
  })
  // The kernel wants the symbol's name too.
  const byAddress = medianOf(runs, () => {
    for (const address of addresses) decoder.text(Math.max(0, decoder.findByAddress(address)))
  })
  return {
    ...result,
    times: {
      generate,
      decodeAll,
      byName: (1000 * byName) / some.length,
      byAddress: (1000 * byAddress) / addresses.length,
    },
  }
}

/** Milliseconds; the first run, which compiles, is not counted. */
function medianOf(runs: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  times.sort((a, b) => a - b)
  return times[runs >> 1] as number
}
