/** Plot of changes of size: a histogram per proposal. */
import { html } from '../../report/escape-html.js'
import { signed } from '../../report/numbers.js'
import type { Results, Stability } from '../results/results.js'
import { figuresFor, INSIDE, LEFT, noData, RIGHT, svg, WIDTH } from './svg.js'

/** Bars from the largest decrease to the largest increase; an odd number, so that one is centred at 0. */
const BINS = 81

const ROW = 44

/** The largest change of each build, in bytes of all tables from one pass to the next. */
export function changePlot(results: Results, input: string): string {
  const known = figuresFor(results, input).filter(({ stability }) => stability !== null)
  if (known.length === 0) return noData()
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
  const height = top + ROW * histograms.length + bottom
  const width = INSIDE / BINS
  const rows = histograms.map(({ proposal, bins, sum }, row) => {
    const base = top + ROW * (row + 1)
    const bars = bins.map((builds, bin) => {
      if (builds === 0) return ''
      const tall = Math.max(1.5, ((ROW - 8) * builds) / highest)
      const [from, to] = [bin, bin + 1].map(edge => Math.round((2 * most * edge) / BINS - most))
      return `<rect class="bar" x="${(LEFT + width * bin + 0.5).toFixed(2)}" y="${(base - tall).toFixed(2)}" width="${(width - 1).toFixed(2)}" height="${tall.toFixed(2)}" fill="#0072b2"><title>${html(`${proposal}, ${from} to ${to} bytes: ${counted(builds)}`)}</title></rect>`
    })
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}" class="grid"/>
<text x="${LEFT - 8}" y="${base - 6}" text-anchor="end">${html(proposal)}</text>${bars.join('')}
<text x="${WIDTH - RIGHT + 8}" y="${base - 6}">${sum === 0 ? 'none' : counted(sum)}</text>`
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
<text x="${LEFT + INSIDE / 2}" y="${height - 8}" text-anchor="middle">largest change of all tables in a build, in bytes from one pass to the next; the highest bar is ${counted(highest)}</text>`,
  )
}

function counted(builds: number): string {
  return builds === 1 ? '1 build' : `${builds} builds`
}
