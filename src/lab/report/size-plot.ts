/** Plot of size and stability: a point per proposal. */
import { html } from '../../report/escape-html.js'
import { share, signedPercent } from '../../report/numbers.js'
import type { Figures, Results, Stability } from '../results/results.js'
import { percentOf } from './report-rows.js'
import { CHARACTER, figuresFor, INSIDE, LEFT, noData, RIGHT, svg, WIDTH } from './svg.js'

/** Colours by decoder, from a palette that is safe for colour-blind readers (Okabe and Ito). */
const DECODER_COLOURS = {
  reads: '#0072b2',
  'other-letters': '#d55e00',
  own: '#cc79a7',
  none: '#767676',
} as const

/** Which decoder reads the tables of a proposal. */
type DecoderKind = keyof typeof DECODER_COLOURS

const DECODER_TEXT: Readonly<Record<DecoderKind, string>> = {
  reads: 'kernel decoder',
  'other-letters': 'kernel decoder, other letters',
  own: 'own decoder',
  none: 'no decoder',
}

function decoderOf({ decoding }: Figures): DecoderKind {
  if (!decoding) return 'none'
  const { kernel, needed } = decoding
  if (needed === 'fails') return 'none'
  return kernel === 'fails' ? 'own' : kernel
}

interface Point {
  readonly figures: Figures
  readonly stability: Stability
  readonly percent: number
  readonly x: number
  readonly y: number
}

/** Possible labels of the size axis, in percent. */
const SIZE_TICKS = [-50, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/** A symmetric logarithmic axis: most proposals are within one percent of the reference, and some far away. */
function symmetricLog(percent: number): number {
  return Math.sign(percent) * Math.log2(1 + Math.abs(percent))
}

/** Relative size on the x axis; on the y axis the share of builds that succeed, with its confidence interval. */
export function sizePlot(results: Results, input: string): string {
  const [height, top, bottom] = [400, 24, 62]
  const known = figuresFor(results, input).flatMap(figures => {
    const percent = percentOf(figures, results)
    return figures.stability && percent !== null ? [{ figures, stability: figures.stability, percent }] : []
  })
  if (known.length === 0) return noData()
  const positions = known.map(({ percent }) => symmetricLog(percent))
  const from = Math.min(symmetricLog(-1), ...positions) - 0.3
  const to = Math.max(symmetricLog(2), ...positions) + 0.3
  const shares = known.map(({ stability }) => stability.builds / stability.trials)
  const lows = known.map(({ stability }) => stability.buildsInterval[0])
  const least = Math.min(0.9, Math.floor(10 * Math.min(...lows)) / 10)
  const x = (percent: number): number => LEFT + (INSIDE * (symmetricLog(percent) - from)) / (to - from)
  const y = (part: number): number => top + ((height - top - bottom) * (1 - part)) / (1 - least)
  const ticks = SIZE_TICKS.filter(percent => symmetricLog(percent) >= from && symmetricLog(percent) <= to)
  const columns = ticks.map(percent => {
    const at = x(percent).toFixed(1)
    const label = percent === 0 ? results.reference : `${percent > 0 ? '+' : ''}${percent} %`
    return `<line x1="${at}" x2="${at}" y1="${top}" y2="${height - bottom}" class="grid"/>
<text x="${at}" y="${height - bottom + 18}" text-anchor="middle">${html(label)}</text>`
  })
  const levels = Array.from({ length: Math.round(10 * (1 - least)) + 1 }, (_, i) => least + i / 10)
  const rows = levels.map(level => {
    const at = y(level).toFixed(1)
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" class="grid"/>
<text x="${LEFT - 8}" y="${(y(level) + 4).toFixed(1)}" text-anchor="end">${Math.round(100 * level)} %</text>`
  })
  const points = known.map((each, i): Point => ({ ...each, x: x(each.percent), y: y(shares[i] as number) }))
  const labels = new Labels(points)
  return svg(
    'scatter',
    height,
    'Size of the tables and share of builds that succeed',
    `${columns.join('\n')}
${rows.join('\n')}
${points.map(point => whisker(point, y)).join('\n')}
${points.map(point => dot(point) + labels.place(point)).join('\n')}
<text x="${LEFT + INSIDE / 2}" y="${height - bottom + 38}" text-anchor="middle">bytes of all tables relative to ${html(results.reference)} (symmetric logarithmic axis)</text>
<text transform="translate(${LEFT - 70} ${(height - bottom + top) / 2}) rotate(-90)" text-anchor="middle">builds that succeed, with 95 % intervals</text>
${decoderLegend(height - 6)}`,
  )
}

/** The confidence interval of the share, as a thin line. */
function whisker({ figures, stability, x }: Point, y: (part: number) => number): string {
  const [low, high] = stability.buildsInterval
  const colour = DECODER_COLOURS[decoderOf(figures)]
  return `<line class="whisker" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${y(high).toFixed(1)}" y2="${y(low).toFixed(1)}" stroke="${colour}"/>`
}

function dot({ figures, stability, percent, x, y }: Point): string {
  const decoder = decoderOf(figures)
  const colour = DECODER_COLOURS[decoder]
  const fill = stability.never > 0 ? 'Canvas' : colour
  const { builds, trials, never, buildsInterval } = stability
  const [low, high] = buildsInterval.map(part => (100 * part).toFixed(1))
  const title = `${figures.proposal}: ${signedPercent(percent)}; ${share(builds, trials)} of builds succeed (${low} to ${high} %); ${never} of ${trials} never converge; ${DECODER_TEXT[decoder]}`
  return `<circle class="point" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6" fill="${fill}" stroke="${colour}" stroke-width="3"><title>${html(title)}</title></circle>`
}

function decoderLegend(y: number): string {
  let x = 20
  const parts = (Object.keys(DECODER_TEXT) as DecoderKind[]).map(decoder => {
    const text = DECODER_TEXT[decoder]
    const part = `<circle cx="${x + 5}" cy="${y - 4}" r="5" fill="${DECODER_COLOURS[decoder]}"/><text x="${x + 16}" y="${y}">${text}</text>`
    x += 16 + CHARACTER * text.length + 18
    return part
  })
  return `${parts.join('')}<circle class="hollow" cx="${x + 5}" cy="${y - 4}" r="4" fill="none" stroke="currentColor" stroke-width="2"/><text x="${x + 16}" y="${y}">hollow: some builds never converge</text>`
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Places labels next to points so that they do not overlap. */
class Labels {
  private readonly taken: Box[]

  constructor(points: readonly Point[]) {
    this.taken = points.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }))
  }

  place({ x, y, figures }: Point): string {
    const name = figures.proposal
    const width = CHARACTER * name.length
    const places = [0, 16, -16, 32, -32, 48, -48, 64, -64, 80, -80].flatMap(down => [
      { left: x + 12, y: y + 4 + down, down },
      { left: x - 12 - width, y: y + 4 + down, down },
    ])
    const free = places.find(place => {
      const box = { left: place.left, right: place.left + width, top: place.y - 11, bottom: place.y + 3 }
      const isInside = box.left >= LEFT && box.right <= WIDTH && box.top >= 2 && box.bottom <= 342
      return isInside && !this.taken.some(other => overlaps(box, other))
    }) ?? { left: x + 12, y: y + 4, down: 0 }
    this.taken.push({ left: free.left, right: free.left + width, top: free.y - 11, bottom: free.y + 3 })
    const end = free.left > x ? free.left - 2 : free.left + width + 2
    const leader =
      free.down === 0
        ? ''
        : `<line x1="${x.toFixed(1)}" y1="${y.toFixed(1)}" x2="${end.toFixed(1)}" y2="${(free.y - 4).toFixed(1)}" class="grid"/>`
    return `${leader}<text class="label" x="${free.left.toFixed(1)}" y="${free.y.toFixed(1)}">${html(name)}</text>`
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
