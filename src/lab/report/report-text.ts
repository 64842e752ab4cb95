/** The sentences that the text, Markdown and HTML reports have in common: legends, parameters and notes. */
import { grouped } from '../../report/numbers.js'
import { printable } from '../../symbols/quoted.js'
import { widestOf } from '../results/interval.js'
import { type Figures, type InputFacts, KINDS, type Parameters, type Results } from '../results/results.js'

/** The heading of a column and what it shows. */
export type Column = readonly [heading: string, meaning: string]

/** The columns with figures. REFERENCE and MOST are replaced by `legendOf`. */
export const COLUMNS: readonly Column[] = [
  ['bytes', 'bytes of all tables in the first pass of a build, including padding'],
  ['size', 'the same relative to REFERENCE'],
  [
    'converged size',
    'bytes after convergence relative to REFERENCE, in trial builds that converge with both; headroom weighs more in these small kernels than in a real one',
  ],
  [
    'kernel decoder',
    "whether the unchanged decoder of the kernel reads the tables: yes; other letters: names are right, some type letters differ from nm's; no",
  ],
  [
    'builds',
    "trial builds that succeed with the passes that the kernel's build makes by itself: two, and from 4.9 on a third if the tables change",
  ],
  ['types', 'the same, of the builds in which type letters flip'],
  ['borders', 'the same, of the builds in which symbols cross the borders of text sections'],
  ['stubs', 'the same, of the builds in which linker stubs come and go'],
  ['no extra pass', 'trial builds that converge in two passes'],
  ['never', 'trial builds that do not converge within MOST passes'],
  ['max passes', 'the most passes that a trial build needed to converge'],
  ['changing', 'trial builds in which the tables change between two passes'],
  ['max change', 'the largest difference in bytes of all tables between two passes'],
]

const TIME_COLUMNS: readonly Column[] = [
  [
    'generate',
    'time to make the tables, relative to exact tables; for a proposal with steps, to exact tables made with equivalent steps',
  ],
  [
    'decode',
    "time to decode all names with the decoder that the tables need, relative to exact tables and the kernel's decoder; both with decoderOfTexts if that decoder uses it",
  ],
  ['by name', 'time to look up a symbol by name, relative to the same'],
  ['by address', 'time to look up a symbol and its name by address, relative to the same'],
  ['≈1', 'no difference: below 5 %, or within the spread of the rounds'],
]

/** The legend of all columns that a report shows. */
export function legendOf({ reference, parameters, times }: Results): Column[] {
  const columns = times.length > 0 ? [...COLUMNS, ...TIME_COLUMNS] : COLUMNS
  return columns.map(([heading, meaning]) => [
    heading,
    meaning.replace('REFERENCE', reference).replace('MOST', String(parameters.mostPasses)),
  ])
}

/** The title of the table of real links. */
export const LINKS_TITLE = "number of paddings with which the kernel's build succeeds"

export const INCOMPLETE = 'incomplete: the run was stopped before its end'

/** The title of an input: its name, and how its tables were made. */
export function inputTitle({ name, kernel, options, symbols }: InputFacts): string {
  const size = symbols === null ? '' : `${grouped(symbols)} symbols; `
  const flags = options.length === 0 ? '' : `, ${options.join(' ')}`
  return `${printable(name)}: ${size}kernel ${printable(kernel)}${flags}`
}

export function parametersText(parameters: Parameters): string {
  const { seed, trials, flipping, symbols, mostPasses, runs } = parameters
  const times = runs === 0 ? 'no times' : `times: medians of ${runs} rounds`
  return `seed ${seed}; ${trials} trial builds per proposal and map, each of ${symbols} functions with ${flipping} symbols that may flip; at most ${mostPasses} passes; ${times}`
}

/** How precise the shares are, by the trials that were done. */
export function precisionText({ figures, isComplete, parameters }: Results): string {
  const done = figures.map(({ stability }) => stability?.trials ?? 0)
  const trials = isComplete ? parameters.trials : Math.min(parameters.trials, ...done)
  if (trials === 0) return 'not all proposals have trials: shares are not comparable'
  const ofKind = Math.max(1, Math.floor(trials / KINDS.length))
  return `95 % confidence interval: at most ±${halfWidth(trials)} percentage points for shares of all ${trials} trials, ±${halfWidth(ofKind)} for the ${ofKind} of one kind; smaller differences are not significant`
}

function halfWidth(trials: number): string {
  const percent = widestOf(trials)
  return percent.toFixed(percent < 1 ? 2 : 0)
}

/** Whether a proposal declares a decoder of its own. */
export function hasOwnDecoder({ proposal }: Figures, { proposals }: Results): boolean {
  return proposals.find(({ name }) => name === proposal)?.decoder === 'own'
}

/** Details that no table shows: why decoders fail, and which toolchains are missing. */
export function notesOf(results: Results): string[] {
  const notes = results.figures.flatMap(figures => {
    const { proposal, input, decoding } = figures
    if (decoding === null) return []
    const { kernel, text, needed, neededText } = decoding
    const own = hasOwnDecoder(figures, results) && needed !== 'reads'
    return [
      ...(kernel === 'reads' ? [] : [`${proposal}, ${input}: kernel decoder: ${text}`]),
      ...(own ? [`${proposal}, ${input}: own decoder: ${neededText}`] : []),
    ]
  })
  return [...notes, ...results.missing.map(what => `not linked: ${what}`)]
}
