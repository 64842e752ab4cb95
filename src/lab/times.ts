/**
 * Times of all proposals over one map, taken in turns: so a machine that becomes slower is so for all of them, and none
 * pays alone for code that is not compiled yet. The first rounds are not counted.
 */
import { performance } from 'node:perf_hooks'
import { decoderFor, placed } from './check.js'
import { dialectFor, type Made, Maker } from './maker.js'
import { firstMap, type LabInput, type LoadedProposal } from './measure.js'
import { randomSource } from './random-image.js'
import type { Parameters, Times } from './results.js'

/** So many lookups are timed together: one is shorter than a clock's tick. */
const LOOKUPS = 200

/** Without an order by name each name is looked for in all of them. */
const WALKS = 4

/** Rounds in which code is compiled. */
const ROUNDS_BEFORE = 2

type Step = keyof Omit<Times, 'proposal' | 'input'>

/** What is timed of a proposal; a step that cannot be done is missing. */
type Work = Partial<Record<Step, { readonly run: () => unknown; readonly scale: number }>>

/** @returns for each proposal, in their order; 0 for what cannot be done */
export function timesOf(
  proposals: readonly LoadedProposal[],
  input: LabInput,
  { runs, seed }: Parameters,
): Omit<Times, 'proposal' | 'input'>[] {
  const map = firstMap(input)
  const works = proposals.map(proposal => workOf(proposal, input, map, seed))
  const taken = works.map(
    (): Record<Step, number[]> => ({
      generate: [],
      decodeAll: [],
      byName: [],
      byAddress: [],
    }),
  )
  for (let round = -ROUNDS_BEFORE; round < runs; round++) {
    for (const [i, work] of works.entries()) {
      for (const [step, { run, scale }] of Object.entries(work)) {
        // A lookup is short: what the proposal before has left in the caches would be all of it.
        if (step !== 'generate') run()
        const began = performance.now()
        run()
        const time = (performance.now() - began) * scale
        if (round >= 0) taken[i]?.[step as Step].push(time)
      }
    }
  }
  return taken.map(({ generate, decodeAll, byName, byAddress }) => ({
    generate: median(generate),
    decodeAll: median(decodeAll),
    byName: median(byName),
    byAddress: median(byAddress),
  }))
}

function workOf({ proposal, file }: LoadedProposal, input: LabInput, map: Uint8Array, seed: number): Work {
  const { options } = input
  const make = (): Made => new Maker(proposal, options, file ?? undefined).make(map)
  const made = make()
  const generate = { run: make, scale: 1 }
  const { symbols } = made.selection
  if (symbols.count === 0) return { generate }
  const dialect = dialectFor(options.dialect, proposal)
  const { below } = randomSource(seed)
  const picked = Array.from({ length: LOOKUPS }, () => below(symbols.count))
  const addresses = picked.map(symbol => ({
    high: symbols.high[symbol] as number,
    low: symbols.low[symbol] as number,
  }))
  const names = picked.slice(0, dialect.seqs ? LOOKUPS : WALKS).map(symbol => {
    const from = (symbols.start[symbol] as number) + 1
    return symbols.text.slice(from, from + (symbols.length[symbol] as number) - 1)
  })
  try {
    const decoder = decoderFor(proposal, file ?? undefined, placed(made, options, dialect))
    const decodeAll = (): number => {
      let sum = 0
      for (const text of decoder.texts()) sum += text.length
      return sum
    }
    const byName = (): void => {
      for (const name of names) decoder.findByName(name)
    }
    // The kernel wants the symbol's name too.
    const byAddress = (): void => {
      for (const address of addresses) decoder.text(Math.max(0, decoder.findByAddress(address)))
    }
    decodeAll()
    byName()
    byAddress()
    return {
      generate,
      decodeAll: { run: decodeAll, scale: 1 },
      byName: { run: byName, scale: 1000 / names.length },
      byAddress: { run: byAddress, scale: 1000 / LOOKUPS },
    }
  } catch {
    // What is wrong with it is told where its tables are checked.
    return { generate }
  }
}

function median(times: number[]): number {
  times.sort((a, b) => a - b)
  return times[times.length >> 1] ?? 0
}
