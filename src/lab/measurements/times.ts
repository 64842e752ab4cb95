/**
 * Times of all proposals over one map, taken in turns: so a machine that becomes slower is so for all of them, and none
 * pays alone for code that is not compiled yet. The first rounds are not counted.
 */
import { performance } from 'node:perf_hooks'
import { randomSource, seedOf } from '../model/random-image.js'
import type { LoadedProposal } from '../proposals/load-proposal.js'
import type { Proposal } from '../proposals/proposal.js'
import { dialectFor, type Made, ProposalBuild } from '../proposals/proposal-build.js'
import type { Parameters, Times, Timing } from '../results/results.js'
import { BY_STEPS, findsByTexts, hasSteps, PLAIN } from './baseline.js'
import { decoderFor, placed } from './decoding-check.js'
import { firstMap, type LabInput } from './input.js'

/** So many lookups are timed together: one is shorter than a clock's tick. */
const LOOKUPS = 200

/** Without an order by name each name is looked for in all of them. */
const WALKS = 4

/** Rounds in which code is compiled. */
const ROUNDS_BEFORE = 2

type Step = keyof Omit<Times, 'proposal' | 'input'>

type Steps<Value> = Record<Step, Value>

const STEPS = ['generate', 'decodeAll', 'byName', 'byAddress'] as const satisfies readonly Step[]

/** What is timed of a proposal; a step that cannot be done is missing. */
interface Work extends Partial<Steps<{ readonly run: () => unknown; readonly scale: number }>> {
  readonly hasSteps: boolean
  readonly findsByTexts: boolean
}

/** @returns for each proposal, in their order */
export function timesOf(
  proposals: readonly LoadedProposal[],
  input: LabInput,
  { runs, seed }: Parameters,
): Omit<Times, 'proposal' | 'input'>[] {
  const map = firstMap(input)
  const works = proposals.map(proposal => workOf(proposal, input, map, seed))
  const control = (proposal: Proposal): Work => workOf({ proposal, file: null }, input, map, seed)
  const plain = works[proposals.findIndex(({ proposal }) => proposal === PLAIN)] ?? control(PLAIN)
  const bySteps = works.some(work => work.hasSteps || work.findsByTexts) ? control(BY_STEPS) : plain
  const all = [...new Set([plain, bySteps, ...works])]
  const taken = new Map(
    all.map((work): [Work, Steps<number[]>] => [
      work,
      { generate: [], decodeAll: [], byName: [], byAddress: [] },
    ]),
  )
  for (let round = -ROUNDS_BEFORE; round < runs; round++) {
    for (const work of shuffled(all, seedOf(seed, round))) {
      for (const step of STEPS) {
        const timed = work[step]
        if (timed === undefined) continue
        // A lookup is short: what the proposal before has left in the caches would be all of it.
        if (step !== 'generate') timed.run()
        const began = performance.now()
        timed.run()
        const time = (performance.now() - began) * timed.scale
        if (round >= 0) taken.get(work)?.[step].push(time)
      }
    }
  }
  const timing = (work: Work, step: Step, control: Work): Timing | null => {
    const own = taken.get(work)?.[step] ?? []
    const other = taken.get(control)?.[step] ?? []
    if (own.length === 0 || other.length === 0) return null
    return { median: median(own), least: Math.min(...own), most: Math.max(...own), control: median(other) }
  }
  return works.map(work => {
    const reading = work.findsByTexts ? bySteps : plain
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
  const make = (): Made => new ProposalBuild(proposal, options, file ?? undefined).make(map)
  const made = make()
  const generate = { run: make, scale: 1 }
  const alone: Work = { generate, hasSteps: hasSteps(proposal), findsByTexts: false }
  const { symbols } = made.selection
  if (symbols.count === 0) return alone
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
      ...alone,
      findsByTexts: findsByTexts(proposal, made, options),
      decodeAll: { run: decodeAll, scale: 1 },
      byName: { run: byName, scale: 1000 / names.length },
      byAddress: { run: byAddress, scale: 1000 / LOOKUPS },
    }
  } catch {
    // What is wrong with it is told where its tables are checked.
    return alone
  }
}

/** In another order each time, so that nobody always comes behind the one that leaves the most behind. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const { below } = randomSource(seed)
  const left = [...items]
  return items.map(() => left.splice(below(left.length), 1)[0] as Item)
}

/** Of an even number of times the mean of the two in the middle. */
export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}
