/** The figures as tables of short texts, which the text, Markdown and HTML reports have in common. */
import { grouped, share, signedPercent } from '../../report/numbers.js'
import {
  type Decoding,
  type Figures,
  KINDS,
  type Results,
  type Times,
  type Timing,
  type TrialKind,
} from '../results/results.js'
import { COLUMNS, hasOwnDecoder } from './report-text.js'

/** The cell of a figure that is not known. */
const UNKNOWN = '-'

const TIME_STEPS: readonly (readonly [heading: string, step: keyof Omit<Times, 'proposal' | 'input'>])[] = [
  ['generate', 'generate'],
  ['decode', 'decodeAll'],
  ['by name', 'byName'],
  ['by address', 'byAddress'],
]

/** The figures for an input: headings, and a row per proposal. */
export function figureRows(results: Results, input: string): string[][] {
  // After a run that was stopped, rows may differ in their number of trials.
  const trials = results.isComplete ? [] : ['trials']
  const headings = ['proposal', ...trials, ...COLUMNS.map(([heading]) => heading)]
  const rows = results.figures
    .filter(figures => figures.input === input)
    .map(figures => [
      figures.proposal,
      ...trials.map(() => String(figures.stability?.trials ?? 0)),
      ...sizeCells(figures, results),
      ...stabilityCells(figures),
    ])
  return [headings, ...rows]
}

/** The times for an input: headings, and a row per proposal; null if there are no times. */
export function timeRows(results: Results, input: string): string[][] | null {
  const { figures, times } = results
  if (!times.some(each => each.input === input)) return null
  const rows = figures
    .filter(each => each.input === input)
    .map(each => [each.proposal, ...timeCells(each, results)])
  return [['times', ...TIME_STEPS.map(([heading]) => heading)], ...rows]
}

function sizeCells(figures: Figures, results: Results): string[] {
  const { size, decoding, stability } = figures
  const shown = (percent: number | null): string => (percent === null ? UNKNOWN : signedPercent(percent))
  const converged = stability?.atRest
  return [
    size ? grouped(size.bytes) : UNKNOWN,
    shown(percentOf(figures, results)),
    shown(converged ? (converged.bytes / converged.reference - 1) * 100 : null),
    decoding ? decoderCell(decoding, hasOwnDecoder(figures, results)) : UNKNOWN,
  ]
}

/** Size relative to the reference, as a difference in percent; null if either is not known. */
export function percentOf({ input, size }: Figures, { figures, reference }: Results): number | null {
  const other = figures.find(each => each.input === input && each.proposal === reference)?.size
  return size && other ? (size.bytes / other.bytes - 1) * 100 : null
}

function decoderCell({ kernel, needed }: Decoding, isOwn: boolean): string {
  const words = { reads: 'yes', 'other-letters': 'other letters', fails: 'no' }[kernel]
  return isOwn && needed === 'fails' && kernel === 'fails' ? 'no, own fails' : words
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

/** A time relative to its baseline; `≈1` if the baseline is within the spread. */
export function ratioText({ median, least, most, control }: Timing): string {
  const ratio = (median / control).toFixed(1)
  return (least <= control && control <= most) || ratio === '1.0' ? '≈1' : `${ratio}×`
}

/** The real links: headings, and a row per linker, layout and kernel. */
export function linkRows({ links, proposals }: Results): string[][] {
  const all = links ?? []
  const kinds = [...new Set(all.map(link => `${link.toolchain}, ${link.layout}, ${link.kernel}`))]
  const rows = kinds.map(kind => {
    const ofKind = all.filter(link => `${link.toolchain}, ${link.layout}, ${link.kernel}` === kind)
    const cells = proposals.map(({ name }) => {
      const link = ofKind.find(each => each.proposal === name)
      if (!link) return UNKNOWN
      return link.settled < link.tried
        ? `${link.builds}, ${link.tried - link.settled} never`
        : String(link.builds)
    })
    return [kind, String(ofKind[0]?.tried ?? UNKNOWN), ...cells]
  })
  return [['linker, layout, kernel', 'paddings', ...proposals.map(({ name }) => name)], ...rows]
}
