/** The figures in words and short numbers, as text, Markdown and page all show them. */
import {
  type Decoding,
  type Figures,
  type InputFacts,
  KINDS,
  type Parameters,
  type Results,
  type Times,
  type TrialKind,
} from './results.js'

/** What each column says, for the legends. */
export const COLUMNS: readonly (readonly [head: string, meaning: string])[] = [
  ['bytes', 'of all tables that the first pass of a build makes, padding included'],
  ['size', 'the same against REFERENCE'],
  [
    'kernel decoder',
    'whether the unchanged decoder of the kernel reads them, found by decoding every symbol: yes; other letters than those of nm; no',
  ],
  ['in two passes', 'of the trial builds, those that settle in the two passes that a kernel build makes'],
  ['types', 'the same where type letters flip'],
  ['borders', 'the same where symbols come and go at the borders of text'],
  ['stubs', 'the same where the linker makes stubs'],
  ['never', 'builds that do not settle in MOST passes'],
  ['passes', 'the most until one settled'],
  ['change', 'builds in which the tables change between two passes'],
  ['by', 'bytes by which all tables differ at most from one pass to the next'],
]

export const TIME_COLUMNS: readonly (readonly [head: string, meaning: string])[] = [
  ['generate', 'time of making the tables, against REFERENCE'],
  ['decode', 'time of decoding all names in the decoder that the proposal needs, against REFERENCE'],
  ['by name', 'time of finding a symbol by its name, the same way'],
  ['by address', 'time of finding the symbol of an address and its name, the same way'],
]

/** One line for each proposal, behind the heads; what is not known is a dash. */
export function tableOf(results: Results, input: string): string[][] {
  const heads = ['proposal', ...COLUMNS.map(([head]) => head)]
  const rows = results.figures
    .filter(figures => figures.input === input)
    .map(figures => [figures.proposal, ...sizeCells(figures, results), ...stabilityCells(figures)])
  return [heads, ...rows]
}

/** The same for times; null without any. */
export function timeTableOf(results: Results, input: string): string[][] | null {
  const { figures, times } = results
  if (!times.some(each => each.input === input)) return null
  const rows = figures
    .filter(each => each.input === input)
    .map(each => [each.proposal, ...timeCells(each, results)])
  return [['times', ...TIME_COLUMNS.map(([head]) => head)], ...rows]
}

const UNKNOWN = '-'

function sizeCells(figures: Figures, results: Results): string[] {
  const { size, decoding } = figures
  if (size === null || decoding === null) return [UNKNOWN, UNKNOWN, UNKNOWN]
  const percent = percentOf(figures, results)
  return [grouped(size.bytes), percent === null ? UNKNOWN : percentText(percent), kernelText(decoding)]
}

/** Size against the reference, in percent more or less; null where either is not known. */
export function percentOf({ input, size }: Figures, { figures, reference }: Results): number | null {
  const other = figures.find(each => each.input === input && each.proposal === reference)?.size
  return size && other ? (size.bytes / other.bytes - 1) * 100 : null
}

export function percentText(percent: number): string {
  const digits = Math.abs(percent).toFixed(2)
  if (Number(digits) === 0) return '0.00 %'
  return `${percent < 0 ? '-' : '+'}${digits} %`
}

function kernelText({ kernel, needed }: Decoding): string {
  const words = { reads: 'yes', 'other-letters': 'other letters', fails: 'no' }[kernel]
  return needed === 'fails' && kernel === 'fails' ? 'no, nor its own' : words
}

function stabilityCells({ stability }: Figures): string[] {
  if (stability === null) return new Array<string>(8).fill(UNKNOWN)
  const { trials, changing, standard, never, passes, largest, kinds } = stability
  const ofKind = (kind: TrialKind): string =>
    kinds[kind].trials === 0 ? UNKNOWN : share(kinds[kind].standard, kinds[kind].trials)
  return [
    share(standard, trials),
    ...KINDS.map(ofKind),
    share(never, trials),
    String(passes.at(-1)?.passes ?? UNKNOWN),
    share(changing, trials),
    String(largest),
  ]
}

/** A share of all; what is not all and not none never looks so. */
export function share(some: number, all: number): string {
  const percent = ((100 * some) / all).toFixed(1)
  const isRounded = (percent === '100.0' && some < all) || (percent === '0.0' && some > 0)
  return `${isRounded ? ((100 * some) / all).toFixed(2) : percent} %`
}

function timeCells({ proposal, input }: Figures, { times, reference }: Results): string[] {
  const of = (name: string): Times | undefined =>
    times.find(each => each.proposal === name && each.input === input)
  const own = of(proposal)
  const other = of(reference)
  const ratio = (key: 'generate' | 'decodeAll' | 'byName' | 'byAddress'): string =>
    own && other && own[key] > 0 && other[key] > 0 ? `${(own[key] / other[key]).toFixed(2)}×` : UNKNOWN
  return [ratio('generate'), ratio('decodeAll'), ratio('byName'), ratio('byAddress')]
}

/** Real links by proposal: of how many the check of the build lets pass. */
export function linkTable({ links, proposals }: Results): string[][] {
  const all = links ?? []
  const kinds = [...new Set(all.map(link => `${link.toolchain}, ${link.layout}, ${link.kernel}`))]
  const rows = kinds.map(kind => {
    const of = all.filter(link => `${link.toolchain}, ${link.layout}, ${link.kernel}` === kind)
    const cells = proposals.map(({ name }) => {
      const link = of.find(each => each.proposal === name)
      if (!link) return UNKNOWN
      return link.settled < link.tried
        ? `${link.standard}, ${link.tried - link.settled} never`
        : String(link.standard)
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
  return `seed ${seed}; ${trials} trials a proposal and map, each a kernel of ${symbols} functions of which ${flipping} symbols flip; at most ${mostPasses} passes; ${times}`
}

/** A legend's text with the names that belong into it. */
export function meaningIn(meaning: string, { reference, parameters }: Results): string {
  return meaning.replace('REFERENCE', reference).replace('MOST', String(parameters.mostPasses))
}

export const INCOMPLETE = 'incomplete: the run was stopped before its end'

/** What a table cannot say: letters that are others, decoders that fail, toolchains that are missing. */
export function notesOf({ figures, missing, proposals }: Results): string[] {
  const notes = figures.flatMap(({ proposal, input, decoding }) => {
    if (decoding === null) return []
    const { kernel, text, needed, neededText } = decoding
    const says = kernel === 'reads' ? [] : [`${proposal}, ${input}: the kernel's decoder: ${text}`]
    const isOwn = proposals.find(({ name }) => name === proposal)?.decoder === 'own'
    if (isOwn && needed !== 'reads') says.push(`${proposal}, ${input}: its own decoder: ${neededText}`)
    return says
  })
  return [...notes, ...missing.map(what => `not linked with ${what}`)]
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
