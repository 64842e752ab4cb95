/** The results that workers have returned so far. */
import { buildFacts } from '../../kbuild/build-facts.js'
import { optionName } from '../../report/option-name.js'
import type { LabInput } from '../measurements/input.js'
import type { Measured } from '../measurements/measure.js'
import { summarise } from '../measurements/stability.js'
import type { Trial } from '../measurements/trial.js'
import type { Figures, InputFacts, Times } from '../results/results.js'
import type { Reply, Task } from './messages.js'

/** A proposal and an input, by index, and their results. */
interface Pair {
  readonly proposal: number
  readonly input: number
  measured: Measured | null
  readonly trials: Trial[]
}

export class Collected {
  readonly times: Times[] = []
  private readonly pairs: readonly Pair[]

  /** @param names of the proposals */
  constructor(
    private readonly names: readonly string[],
    private readonly inputs: readonly LabInput[],
  ) {
    this.pairs = names.flatMap((_, proposal) =>
      inputs.map((_, input): Pair => ({ proposal, input, measured: null, trials: [] })),
    )
  }

  add(task: Task, reply: Reply): void {
    if (task.kind === 'times') {
      if (reply.kind !== 'timed') return
      const input = this.inputName(task.input)
      for (const [i, own] of reply.times.entries()) {
        this.times.push({ proposal: this.names[i] as string, input, ...own })
      }
      return
    }
    const pair = this.pairs[task.proposal * this.inputs.length + task.input] as Pair
    if (reply.kind === 'measured') pair.measured = reply.measured
    if (reply.kind === 'tried' && task.kind === 'trials') {
      for (const [i, trial] of reply.trials.entries()) pair.trials[task.from + i] = trial
    }
  }

  /** The figures of all proposals and inputs. @param reference the index of the proposal to compare with */
  figures(reference: number): Figures[] {
    return this.pairs.map(({ proposal, input, measured, trials }) => {
      const other = this.pairs.find(pair => pair.proposal === reference && pair.input === input)
      return {
        proposal: this.names[proposal] as string,
        input: this.inputName(input),
        size: measured?.size ?? null,
        decoding: measured?.decoding ?? null,
        stability: trials.length === 0 ? null : summarise(trials, other?.trials ?? []),
      }
    })
  }

  inputFacts(): InputFacts[] {
    return this.inputs.map(({ name, kernel, options }, input) => ({
      name,
      kernel,
      options: optionNames(options),
      extraPass: buildFacts(options.dialect, kernel).extraPass,
      symbols: this.pairs.find(pair => pair.input === input && pair.measured)?.measured?.symbols ?? null,
    }))
  }

  private inputName(input: number): string {
    return (this.inputs[input] as LabInput).name
  }
}

function optionNames(options: object): string[] {
  return Object.entries(options)
    .filter(([, value]) => value === true)
    .map(([name]) => optionName(name))
}
