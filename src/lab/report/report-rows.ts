/** The figures in words and short numbers, as text, Markdown and page all show them. */
import { grouped, share, signedPercent } from '../../report/numbers.js'
import { widestOf } from '../results/interval.js'
import {
  type Decoding,
  type Figures,
  type InputFacts,
  KINDS,
  type Parameters,
  type Results,
  type Times,
  type Timing,
  type TrialKind,
} from '../results/results.js'

/** What each column says, for the legends. */
export const COLUMNS: readonly (readonly [head: string, meaning: string])[] = [
  ['bytes', 'of all tables that the first pass of a build makes, padding included'],
  ['size', 'the same against REFERENCE: what the first pass makes of the whole map'],
  [
    'at rest',
    'bytes against REFERENCE in trial builds that both settle: headroom weighs more in such small kernels than in a real one',
  ],
  [
    'kernel decoder',
    'whether the unchanged decoder of the kernel reads them, found by decoding every symbol: yes; other letters than those of nm; no',
  ],
  [
    'builds',
    "of the trial builds, those that the kernel's own build lets through: after two passes, or three where from 4.9 on it sees a change",
  ],
  ['types', 'the same where type letters flip'],
  ['borders', 'the same where symbols come and go at the borders of text'],
  ['stubs', 'the same where the linker makes stubs'],
  ['no extra pass', 'of the trial builds, those that settle in two passes: the tables are the same in both'],
  ['never', 'builds that do not settle in MOST passes'],
  ['passes', 'the most until one settled'],
  ['change', 'builds in which the tables change between two passes'],
  ['by', 'bytes by which all tables differ at most from one pass to the next'],
]

export const TIME_COLUMNS: readonly (readonly [head: string, meaning: string])[] = [
  [
    'generate',
    'time of making the tables, against exact ones by the same road: by steps that do what the generator does, where a proposal has steps',
  ],
  [
    'decode',
    "time of decoding all names in the decoder that it needs, against exact tables in the kernel's, through decoderOfTexts where it does so",
  ],
  ['by name', 'time of finding a symbol by its name, the same way'],
  ['by address', 'time of finding the symbol of an address and its name, the same way'],
  [
    '≈1',
    'the other time is within the spread of the rounds, or less than a twentieth away: no difference was measured',
  ],
]

/** Which of the columns show times. */
const TIME_STEPS: readonly (readonly [head: string, step: keyof Omit<Times, 'proposal' | 'input'>])[] = [
  ['generate', 'generate'],
  ['decode', 'decodeAll'],
  ['by name', 'byName'],
  ['by address', 'byAddress'],
]

/** One line for each proposal, behind the heads; what is not known is a dash. */
export function tableOf(results: Results, input: string): string[][] {
  // Rows of a run that was stopped need not have the same trials.
  const heads = ['proposal', ...(results.isComplete ? [] : ['trials']), ...COLUMNS.map(([head]) => head)]
  const rows = results.figures
    .filter(figures => figures.input === input)
    .map(figures => [
      figures.proposal,
      ...(results.isComplete ? [] : [String(figures.stability?.trials ?? 0)]),
      ...sizeCells(figures, results),
      ...stabilityCells(figures),
    ])
  return [heads, ...rows]
}

/** The same for times; null without any. */
export function timeTableOf(results: Results, input: string): string[][] | null {
  const { figures, times } = results
  if (!times.some(each => each.input === input)) return null
  const rows = figures
    .filter(each => each.input === input)
    .map(each => [each.proposal, ...timeCells(each, results)])
  return [['times', ...TIME_STEPS.map(([head]) => head)], ...rows]
}

const UNKNOWN = '-'

function sizeCells(figures: Figures, results: Results): string[] {
  const { size, decoding, stability } = figures
  const shown = (percent: number | null): string => (percent === null ? UNKNOWN : signedPercent(percent))
  const rest = stability?.atRest
  return [
    size ? grouped(size.bytes) : UNKNOWN,
    shown(percentOf(figures, results)),
    shown(rest ? (rest.bytes / rest.reference - 1) * 100 : null),
    decoding ? kernelText(decoding, needsOwn(figures, results)) : UNKNOWN,
  ]
}

/** Size against the reference, in percent more or less; null where either is not known. */
export function percentOf({ input, size }: Figures, { figures, reference }: Results): number | null {
  const other = figures.find(each => each.input === input && each.proposal === reference)?.size
  return size && other ? (size.bytes / other.bytes - 1) * 100 : null
}

/** Whether a proposal says that it needs a decoder of its own. */
function needsOwn({ proposal }: Figures, { proposals }: Results): boolean {
  return proposals.find(({ name }) => name === proposal)?.decoder === 'own'
}

function kernelText({ kernel, needed }: Decoding, isOwn: boolean): string {
  const words = { reads: 'yes', 'other-letters': 'other letters', fails: 'no' }[kernel]
  return isOwn && needed === 'fails' && kernel === 'fails' ? 'no, nor its own' : words
}

function stabilityCells({ stability }: Figures): string[] {
  if (stability === null) return new Array<string>(9).fill(UNKNOWN)
  const { trials, changing, builds, standard, never, passes, largest, kinds } = stability
  const ofKind = (kind: TrialKind): string =>
    kinds[kind].trials === 0 ? UNKNOWN : share(kinds[kind].builds, kinds[kind].trials)
  return [
    share(builds, trials),
    ...KINDS.map(ofKind),
    share(standard, trials),
    share(never, trials),
    String(passes.at(-1)?.passes ?? UNKNOWN),
    share(changing, trials),
    String(largest),
  ]
}

function timeCells({ proposal, input }: Figures, { times }: Results): string[] {
  const own = times.find(each => each.proposal === proposal && each.input === input)
  return TIME_STEPS.map(([, step]) => {
    const timing = own?.[step]
    return timing ? ratioText(timing) : UNKNOWN
  })
}

/** A time against its control; two that lie within one spread are not told apart. */
export function ratioText({ median, least, most, control }: Timing): string {
  const ratio = (median / control).toFixed(1)
  return (least <= control && control <= most) || ratio === '1.0' ? '≈1' : `${ratio}×`
}

/** What is said about real links, in front of their table. */
export const LINKS_TITLE =
  "paddings that the kernel's own build lets through, with the passes that it makes by itself"

/** Real links by proposal. */
export function linkTable({ links, proposals }: Results): string[][] {
  const all = links ?? []
  const kinds = [...new Set(all.map(link => `${link.toolchain}, ${link.layout}, ${link.kernel}`))]
  const rows = kinds.map(kind => {
    const of = all.filter(link => `${link.toolchain}, ${link.layout}, ${link.kernel}` === kind)
    const cells = proposals.map(({ name }) => {
      const link = of.find(each => each.proposal === name)
      if (!link) return UNKNOWN
      return link.settled < link.tried
        ? `${link.builds}, ${link.tried - link.settled} never`
        : String(link.builds)
    })
    return [kind, String(of[0]?.tried ?? UNKNOWN), ...cells]
  })
  return [['linker, layout, kernel', 'paddings', ...proposals.map(({ name }) => name)], ...rows]
}

export function inputText({ name, kernel, options, symbols }: InputFacts): string {
  const many = symbols === null ? '' : `${grouped(symbols)} symbols; `
  const given = options.length === 0 ? '' : `, ${options.join(' ')}`
  return `${name}: ${many}kernel ${kernel}${given}`
}

export function parametersText(parameters: Parameters): string {
  const { seed, trials, flipping, symbols, mostPasses, runs } = parameters
  const times = runs === 0 ? 'no times' : `times: medians of ${runs} rounds`
  return `seed ${seed}; ${trials} trials a proposal and map, each a kernel of ${symbols} functions of which ${flipping} symbols may flip; at most ${mostPasses} passes; ${times}`
}

/** How far shares can be trusted. */
export function precisionText({ trials }: Parameters): string {
  const ofKind = Math.max(1, Math.floor(trials / KINDS.length))
  return `a share of ${trials} trials is known to ${percentage(trials)}, one of the ${ofKind} of a kind to ${percentage(ofKind)} (Wilson's interval, 95 %): smaller differences say nothing`
}

function percentage(trials: number): string {
  const percent = widestOf(trials)
  return `±${percent.toFixed(percent < 1 ? 2 : 0)} %`
}

/** A legend's text with the names that belong into it. */
export function meaningIn(meaning: string, { reference, parameters }: Results): string {
  return meaning.replace('REFERENCE', reference).replace('MOST', String(parameters.mostPasses))
}

export const INCOMPLETE = 'incomplete: the run was stopped before its end'

/** What a table cannot say: letters that are others, decoders that fail, toolchains that are missing. */
export function notesOf(results: Results): string[] {
  const notes = results.figures.flatMap(figures => {
    const { proposal, input, decoding } = figures
    if (decoding === null) return []
    const { kernel, text, needed, neededText } = decoding
    const says = kernel === 'reads' ? [] : [`${proposal}, ${input}: the kernel's decoder: ${text}`]
    if (needsOwn(figures, results) && needed !== 'reads')
      says.push(`${proposal}, ${input}: its own decoder: ${neededText}`)
    return says
  })
  return [...notes, ...results.missing.map(what => `not linked with ${what}`)]
}
