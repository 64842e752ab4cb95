/**
 * Times of all proposals on one map. In each round all of them run once, in a new order: a change of the machine's speed
 * affects all alike. The first rounds, in which code is compiled, do not count.
 */
import { performance } from 'node:perf_hooks'
import { randomSource, seedOf } from '../model/random-image.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import type { Proposal } from '../proposals/proposal.js'
import { dialectFor, hasSteps, type PassOutput, ProposalBuild } from '../proposals/proposal-build.js'
import type { Parameters, Times, Timing } from '../results/results.js'
import { BASELINE, BASELINE_BY_STEPS, usesDecoderOfTexts } from './baseline.js'
import { decoderFor, linkedTables } from './decoding-check.js'
import { firstMap, type LabInput } from './input.js'

/** Look-ups that are timed together: one is too short for the clock. */
const LOOKUPS = 200

/** Look-ups by name without an order by name, each of which compares all names. */
const LINEAR_LOOKUPS = 4

/** Rounds that do not count. */
const WARM_UP_ROUNDS = 2

type Step = keyof Omit<Times, 'proposal' | 'input'>

type Steps<Value> = Record<Step, Value>

const STEPS = ['generate', 'decodeAll', 'byName', 'byAddress'] as const satisfies readonly Step[]

/** What is timed for a proposal; a step that fails is missing. `scale` converts milliseconds to the unit of `Times`. */
interface Work extends Partial<Steps<{ readonly run: () => unknown; readonly scale: number }>> {
  readonly hasSteps: boolean
  readonly usesDecoderOfTexts: boolean
}

/** @returns the times of each proposal, in the same order */
export function timesOf(
  proposals: readonly LoadedProposal[],
  input: LabInput,
  { runs, seed }: Parameters,
): Omit<Times, 'proposal' | 'input'>[] {
  const map = firstMap(input)
  const works = proposals.map(proposal => workOf(proposal, input, map, seed))
  const baselineWork = (proposal: Proposal): Work => workOf({ proposal, file: null }, input, map, seed)
  const plain = works[proposals.findIndex(({ proposal }) => proposal === BASELINE)] ?? baselineWork(BASELINE)
  const needsSteps = works.some(work => work.hasSteps || work.usesDecoderOfTexts)
  const bySteps = needsSteps ? baselineWork(BASELINE_BY_STEPS) : plain
  const all = [...new Set([plain, bySteps, ...works])]
  const taken = new Map(
    all.map((work): [Work, Steps<number[]>] => [
      work,
      { generate: [], decodeAll: [], byName: [], byAddress: [] },
    ]),
  )
  for (let round = -WARM_UP_ROUNDS; round < runs; round++) {
    for (const work of shuffled(all, seedOf(seed, round))) {
      for (const step of STEPS) {
        const timed = work[step]
        if (timed === undefined) continue
        // A look-up is short: most of its time would go into cache misses after another proposal.
        if (step !== 'generate') timed.run()
        const began = performance.now()
        timed.run()
        const time = (performance.now() - began) * timed.scale
        if (round >= 0) taken.get(work)?.[step].push(time)
      }
    }
  }
  const timing = (work: Work, step: Step, baseline: Work): Timing | null => {
    const own = taken.get(work)?.[step] ?? []
    const other = taken.get(baseline)?.[step] ?? []
    if (own.length === 0 || other.length === 0) return null
    return { median: median(own), least: Math.min(...own), most: Math.max(...own), control: median(other) }
  }
  return works.map(work => {
    const reading = work.usesDecoderOfTexts ? bySteps : plain
    return {
      generate: timing(work, 'generate', work.hasSteps ? bySteps : plain) as Timing,
      decodeAll: timing(work, 'decodeAll', reading),
      byName: timing(work, 'byName', reading),
      byAddress: timing(work, 'byAddress', reading),
    }
  })
}

function workOf({ proposal, file }: LoadedProposal, input: LabInput, map: Uint8Array, seed: number): Work {
  const { options } = input
  const generateOnce = (): PassOutput => new ProposalBuild(proposal, options, file ?? undefined).generate(map)
  const output = generateOnce()
  const generate = { run: generateOnce, scale: 1 }
  const withoutDecoder: Work = { generate, hasSteps: hasSteps(proposal), usesDecoderOfTexts: false }
  const { symbols } = output.selection
  if (symbols.count === 0) return withoutDecoder
  const dialect = dialectFor(options.dialect, proposal)
  const { below } = randomSource(seed)
  const picked = Array.from({ length: LOOKUPS }, () => below(symbols.count))
  const addresses = picked.map(symbol => ({
    high: symbols.high[symbol] as number,
    low: symbols.low[symbol] as number,
  }))
  const names = picked.slice(0, dialect.seqs ? LOOKUPS : LINEAR_LOOKUPS).map(symbol => {
    const from = (symbols.start[symbol] as number) + 1
    return symbols.text.slice(from, from + (symbols.length[symbol] as number) - 1)
  })
  try {
    const decoder = decoderFor(proposal, file ?? undefined, linkedTables(output, options, dialect))
    const decodeAll = (): number => {
      let sum = 0
      for (const text of decoder.texts()) sum += text.length
      return sum
    }
    const byName = (): void => {
      for (const name of names) decoder.findByName(name)
    }
    // The kernel needs the symbol's name too.
    const byAddress = (): void => {
      for (const address of addresses) decoder.text(Math.max(0, decoder.findByAddress(address)))
    }
    decodeAll()
    byName()
    byAddress()
    return {
      ...withoutDecoder,
      usesDecoderOfTexts: usesDecoderOfTexts(proposal, output, options),
      decodeAll: { run: decodeAll, scale: 1 },
      byName: { run: byName, scale: 1000 / names.length },
      byAddress: { run: byAddress, scale: 1000 / LOOKUPS },
    }
  } catch {
    // The check of the decoder reports the failure.
    return withoutDecoder
  }
}

/** A new order for each round, so that no proposal always follows the one that leaves the most garbage. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const { below } = randomSource(seed)
  const left = [...items]
  return items.map(() => left.splice(below(left.length), 1)[0] as Item)
}

/** Of an even number of times, the mean of the two in the middle. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}
