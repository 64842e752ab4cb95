/** Plot of passes until convergence: a bar per proposal. */
import { html } from '../../report/escape-html.js'
import { share } from '../../report/numbers.js'
import type { Results, Stability } from '../results/results.js'
import { CHARACTER, figuresFor, INSIDE, LEFT, noData, svg } from './svg.js'

/** The parts of a bar, from left to right. */
const PARTS = [
  { text: '2 passes', colour: '#0072b2', ink: '#fff', has: (passes: number) => passes <= 2 },
  { text: '3', colour: '#56b4e9', ink: '#000', has: (passes: number) => passes === 3 },
  { text: '4', colour: '#e69f00', ink: '#000', has: (passes: number) => passes === 4 },
  { text: '5 or more', colour: '#d55e00', ink: '#000', has: (passes: number) => passes >= 5 },
] as const

const NEVER = { text: 'never', colour: '#7a1f5c', ink: '#fff' }

const ROW = 28

/** The shares of builds that converge in 2, 3, 4 and more passes, and of those that never do. */
export function passPlot(results: Results, input: string): string {
  const known = figuresFor(results, input).filter(({ stability }) => stability !== null)
  if (known.length === 0) return noData()
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
    const pieces = [...parts, { ...NEVER, count: never }].map(({ text, colour, ink, count }) => {
      const width = (INSIDE * count) / trials
      const at = x
      x += width
      if (count === 0) return ''
      const percent = share(count, trials)
      const label =
        width > CHARACTER * percent.length + 6
          ? `<text x="${(at + width / 2).toFixed(1)}" y="${y + 16}" text-anchor="middle" style="fill:${ink}">${percent}</text>`
          : ''
      return `<rect class="part" x="${at.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${ROW - 6}" fill="${colour}"><title>${html(`${proposal}, ${text}: ${count} of ${trials}`)}</title></rect>${label}`
    })
    return `<text x="${LEFT - 8}" y="${y + 16}" text-anchor="end">${html(proposal)}</text>${pieces.join('')}`
  })
  const axis = [0, 25, 50, 75, 100].map(percent => {
    const x = LEFT + (INSIDE * percent) / 100
    return `<text x="${x}" y="${height - 6}" text-anchor="middle">${percent} %</text>`
  })
  let x = LEFT
  const legend = [...PARTS, NEVER].map(({ text, colour }) => {
    const part = `<rect x="${x}" y="8" width="12" height="12" fill="${colour}"/><text x="${x + 18}" y="18">${text}</text>`
    x += 18 + CHARACTER * text.length + 22
    return part
  })
  return svg('passes', height, 'Passes until builds converge', [...legend, ...bars, ...axis].join('\n'))
}
