/** Drawings for the page, in SVG. All rows and points have titles with their figures. */
import { html } from '../../report/escape-html.js'
import { share, signed, signedPercent } from '../../report/numbers.js'
import type { Figures, Results, Stability } from '../results/results.js'
import { percentOf } from './report-rows.js'

const WIDTH = 1000
const LEFT = 130
const RIGHT = 90
const INSIDE = WIDTH - LEFT - RIGHT

/** What a character of a label takes, about. */
const CHARACTER = 7

/** Colours that can be told apart by those who see colours differently. */
const READER_COLOURS = {
  reads: '#0072b2',
  'other-letters': '#d55e00',
  own: '#cc79a7',
  nobody: '#767676',
} as const

/** Who reads the tables of a proposal. */
type Reader = keyof typeof READER_COLOURS

const READER_WORDS: Readonly<Record<Reader, string>> = {
  reads: "the kernel's decoder reads it",
  'other-letters': 'with other letters',
  own: 'a decoder of its own',
  nobody: 'nobody reads it',
}

function readerOf({ decoding }: Figures): Reader {
  if (!decoding) return 'nobody'
  const { kernel, needed } = decoding
  if (needed === 'fails') return 'nobody'
  return kernel === 'fails' ? 'own' : kernel
}

interface Point {
  readonly figures: Figures
  readonly stability: Stability
  readonly percent: number
  readonly x: number
  readonly y: number
}

/** Where labels of the size axis may stand, in percent. */
const SIZE_TICKS = [-50, -20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20, 50, 100, 200, 500]

/** Most proposals lie within a percent, and some far away: the logarithm of one percent more spreads the former. */
function bent(percent: number): number {
  return Math.sign(percent) * Math.log2(1 + Math.abs(percent))
}

/** Size to the right, builds that the kernel's own build lets through upwards, with their intervals. */
export function sizeAgainstStability(results: Results, input: string): string {
  const [height, top, bottom] = [400, 24, 62]
  const known = of(results, input).flatMap(figures => {
    const percent = percentOf(figures, results)
    return figures.stability && percent !== null ? [{ figures, stability: figures.stability, percent }] : []
  })
  if (known.length === 0) return nothing()
  const bents = known.map(({ percent }) => bent(percent))
  const from = Math.min(bent(-1), ...bents) - 0.3
  const to = Math.max(bent(2), ...bents) + 0.3
  const shares = known.map(({ stability }) => stability.builds / stability.trials)
  const lows = known.map(({ stability }) => stability.buildsInterval[0])
  const least = Math.min(0.9, Math.floor(10 * Math.min(...lows)) / 10)
  const x = (percent: number): number => LEFT + (INSIDE * (bent(percent) - from)) / (to - from)
  const y = (part: number): number => top + ((height - top - bottom) * (1 - part)) / (1 - least)
  const ticks = SIZE_TICKS.filter(percent => bent(percent) >= from && bent(percent) <= to)
  const lines = ticks.map(percent => {
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
    "Size of the tables against builds that the kernel's own build lets through",
    `${lines.join('\n')}
${rows.join('\n')}
${points.map(point => whisker(point, y)).join('\n')}
${points.map(point => dot(point) + labels.place(point)).join('\n')}
<text x="${LEFT + INSIDE / 2}" y="${height - bottom + 38}" text-anchor="middle">bytes of all tables, more or less than ${html(results.reference)} (a logarithmic axis, to both sides of 0)</text>
<text transform="translate(${LEFT - 70} ${(height - bottom + top) / 2}) rotate(-90)" text-anchor="middle">builds let through, with 95 % intervals</text>
${decoderLegend(height - 6)}`,
  )
}

/** The interval in which the share is, thin. */
function whisker({ figures, stability, x }: Point, y: (part: number) => number): string {
  const [low, high] = stability.buildsInterval
  const colour = READER_COLOURS[readerOf(figures)]
  return `<line class="whisker" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${y(high).toFixed(1)}" y2="${y(low).toFixed(1)}" stroke="${colour}"/>`
}

function dot({ figures, stability, percent, x, y }: Point): string {
  const reader = readerOf(figures)
  const colour = READER_COLOURS[reader]
  const fill = stability.never > 0 ? 'Canvas' : colour
  const { builds, trials, never, buildsInterval } = stability
  const [low, high] = buildsInterval.map(part => (100 * part).toFixed(1))
  const title = `${figures.proposal}: ${signedPercent(percent)}; ${share(builds, trials)} let through (${low} to ${high} %); ${never} of ${trials} never; ${READER_WORDS[reader]}`
  return `<circle class="point" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="6" fill="${fill}" stroke="${colour}" stroke-width="3"><title>${html(title)}</title></circle>`
}

function decoderLegend(y: number): string {
  let x = 20
  const parts = (Object.keys(READER_WORDS) as Reader[]).map(key => {
    const words = READER_WORDS[key]
    const part = `<circle cx="${x + 5}" cy="${y - 4}" r="5" fill="${READER_COLOURS[key]}"/><text x="${x + 16}" y="${y}">${words}</text>`
    x += 16 + CHARACTER * words.length + 18
    return part
  })
  return `${parts.join('')}<circle class="hollow" cx="${x + 5}" cy="${y - 4}" r="4" fill="none" stroke="currentColor" stroke-width="2"/><text x="${x + 16}" y="${y}">hollow: some never settle</text>`
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Labels of points, none over another. */
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
    const fits = places.find(place => {
      const box = { left: place.left, right: place.left + width, top: place.y - 11, bottom: place.y + 3 }
      const isInside = box.left >= LEFT && box.right <= WIDTH && box.top >= 2 && box.bottom <= 342
      return isInside && !this.taken.some(other => overlaps(box, other))
    }) ?? { left: x + 12, y: y + 4, down: 0 }
    this.taken.push({ left: fits.left, right: fits.left + width, top: fits.y - 11, bottom: fits.y + 3 })
    const end = fits.left > x ? fits.left - 2 : fits.left + width + 2
    const lead =
      fits.down === 0
        ? ''
        : `<line x1="${x.toFixed(1)}" y1="${y.toFixed(1)}" x2="${end.toFixed(1)}" y2="${(fits.y - 4).toFixed(1)}" class="grid"/>`
    return `${lead}<text class="label" x="${fits.left.toFixed(1)}" y="${fits.y.toFixed(1)}">${html(name)}</text>`
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Parts of a bar: from few passes to none that would do. */
const PARTS = [
  { words: '2 passes', colour: '#0072b2', ink: '#fff', has: (passes: number) => passes <= 2 },
  { words: '3', colour: '#56b4e9', ink: '#000', has: (passes: number) => passes === 3 },
  { words: '4', colour: '#e69f00', ink: '#000', has: (passes: number) => passes === 4 },
  { words: '5 and more', colour: '#d55e00', ink: '#000', has: (passes: number) => passes >= 5 },
] as const

const NEVER = { words: 'never', colour: '#7a1f5c', ink: '#fff' }

const ROW = 28

/** For each proposal, how many of the builds took how many passes. */
export function passesUntilSettled(results: Results, input: string): string {
  const known = of(results, input).filter(({ stability }) => stability !== null)
  if (known.length === 0) return nothing()
  const top = 34
  const height = top + ROW * known.length + 26
  const bars = known.map(({ proposal, stability }, row) => {
    const { passes, never, trials } = stability as Stability
    const parts = PARTS.map(({ has, ...part }) => ({
      ...part,
      count: passes.filter(each => has(each.passes)).reduce((sum, each) => sum + each.trials, 0),
    }))
    let x = LEFT
    const y = top + ROW * row
    const pieces = [...parts, { ...NEVER, count: never }].map(({ words, colour, ink, count }) => {
      const width = (INSIDE * count) / trials
      const at = x
      x += width
      if (count === 0) return ''
      const text = share(count, trials)
      const shown =
        width > CHARACTER * text.length + 6
          ? `<text x="${(at + width / 2).toFixed(1)}" y="${y + 16}" text-anchor="middle" style="fill:${ink}">${text}</text>`
          : ''
      return `<rect class="part" x="${at.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${ROW - 6}" fill="${colour}"><title>${html(`${proposal}, ${words}: ${count} of ${trials}`)}</title></rect>${shown}`
    })
    return `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end">${html(proposal)}</text>${pieces.join('')}`
  })
  const axis = [0, 25, 50, 75, 100].map(percent => {
    const x = LEFT + (INSIDE * percent) / 100
    return `<text x="${x}" y="${height - 6}" text-anchor="middle">${percent} %</text>`
  })
  let x = LEFT
  const legend = [...PARTS, NEVER].map(({ words, colour }) => {
    const part = `<rect x="${x}" y="8" width="12" height="12" fill="${colour}"/><text x="${x + 18}" y="18">${words}</text>`
    x += 18 + CHARACTER * words.length + 22
    return part
  })
  return svg('passes', height, 'Passes until builds settle', [...legend, ...bars, ...axis].join('\n'))
}

/** Bars from the smallest change to the largest: an odd number, so that one is in the middle. */
const BINS = 81

const HISTOGRAM_ROW = 44

/** For each proposal, by how many bytes the tables of a build change at most from one pass to the next. */
export function changesOfSize(results: Results, input: string): string {
  const known = of(results, input).filter(({ stability }) => stability !== null)
  if (known.length === 0) return nothing()
  const most = Math.max(1, ...known.map(({ stability }) => stability?.largest ?? 0))
  const binOf = (bytes: number): number =>
    Math.min(BINS - 1, Math.floor(((bytes + most) / (2 * most)) * BINS))
  const histograms = known.map(({ proposal, stability }) => {
    const bins = new Array<number>(BINS).fill(0)
    for (const { bytes, trials } of (stability as Stability).changes) {
      const bin = binOf(bytes)
      bins[bin] = (bins[bin] as number) + trials
    }
    return { proposal, bins, sum: bins.reduce((sum, builds) => sum + builds, 0) }
  })
  const highest = Math.max(1, ...histograms.flatMap(({ bins }) => bins))
  const top = 14
  const bottom = 46
  const height = top + HISTOGRAM_ROW * histograms.length + bottom
  const width = INSIDE / BINS
  const rows = histograms.map(({ proposal, bins, sum }, row) => {
    const base = top + HISTOGRAM_ROW * (row + 1)
    const bars = bins.map((builds, bin) => {
      if (builds === 0) return ''
      const tall = Math.max(1.5, ((HISTOGRAM_ROW - 8) * builds) / highest)
      const [from, to] = [bin, bin + 1].map(edge => Math.round((2 * most * edge) / BINS - most))
      return `<rect class="bar" x="${(LEFT + width * bin + 0.5).toFixed(2)}" y="${(base - tall).toFixed(2)}" width="${(width - 1).toFixed(2)}" height="${tall.toFixed(2)}" fill="#0072b2"><title>${html(`${proposal}, ${from} to ${to} bytes: ${builds} builds`)}</title></rect>`
    })
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}" class="grid"/>
<text x="${LEFT - 8}" y="${base - 6}" text-anchor="end">${html(proposal)}</text>${bars.join('')}
<text x="${WIDTH - RIGHT + 8}" y="${base - 6}">${sum === 0 ? 'none' : `${sum} builds`}</text>`
  })
  const ticks = [-most, -most / 2, 0, most / 2, most].map(bytes => {
    const x = LEFT + (INSIDE * (bytes + most)) / (2 * most)
    return `<line x1="${x}" x2="${x}" y1="${top}" y2="${height - bottom}" class="grid"/><text x="${x}" y="${height - bottom + 18}" text-anchor="middle">${signed(Math.round(bytes))}</text>`
  })
  return svg(
    'changes',
    height,
    'Changes of size from pass to pass',
    `${ticks.join('\n')}
${rows.join('\n')}
<text x="${LEFT + INSIDE / 2}" y="${height - 8}" text-anchor="middle">the largest change of all tables in a build, in bytes from one pass to the next; the tallest bar is ${highest} builds</text>`,
  )
}

function of({ figures }: Results, input: string): Figures[] {
  return figures.filter(each => each.input === input)
}

function svg(name: string, height: number, label: string, inside: string): string {
  return `<div class="plot"><svg class="${name}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${html(label)}">
${inside}
</svg></div>`
}

function nothing(): string {
  return '<p class="weak">nothing was measured here before the run was stopped</p>'
}
