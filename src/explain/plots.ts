/** Plots for the page, in SVG. */

import { html } from '../report/escape-html.js'
import type { CauseCode, ChangedSymbol, PassFacts, Place, Step } from './explanation.js'
import { shortened } from './phrases.js'

/** A colour for each cause, from a palette that is safe for colour-blind readers (Okabe and Ito). */
export const CAUSE_COLOURS: Readonly<Record<CauseCode, string>> = {
  types: '#d55e00',
  membership: '#0072b2',
  letter: '#56b4e9',
  stubs: '#009e73',
  labels: '#999999',
  length: '#cc79a7',
  presence: '#e69f00',
}

const WIDTH = 1000
const LEFT = 90
const RIGHT = 30
const INSIDE = WIDTH - LEFT - RIGHT

/** Approximate width of a character in a label. */
const CHARACTER = 6.5

/** Bytes of all tables in each pass, with padding and alignment. */
export function sizePlot(passes: readonly PassFacts[]): string {
  const height = 220
  const top = 30
  const bottom = 40
  const totals = passes.map(({ room }) => room)
  const least = Math.min(...totals)
  const most = Math.max(...totals)
  // Differences are small compared with the sizes, so the axis spans only them.
  const spread = Math.max(most - least, 1)
  const x = (pass: number): string => (LEFT + (INSIDE * (pass + 0.5)) / passes.length).toFixed(1)
  const y = (bytes: number): number => top + (height - top - bottom) * (1 - (bytes - least) / spread)
  const longest = Math.floor(INSIDE / passes.length / CHARACTER)
  const levels = (most === least ? [most] : [most, least]).map(level => {
    const at = y(level)
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" stroke="currentColor" stroke-opacity=".2"/>
<text x="${LEFT - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${level}</text>`
  })
  const points = passes.map(
    ({ name, room }, pass) =>
      `<circle cx="${x(pass)}" cy="${y(room).toFixed(1)}" r="5" fill="#0072b2"><title>${html(name)}: ${room} bytes</title></circle>
<text x="${x(pass)}" y="${height - 12}" text-anchor="middle">${html(shortened(name, longest))}</text>`,
  )
  const line = totals.map((bytes, pass) => `${x(pass)},${y(bytes).toFixed(1)}`)
  return `<svg class="sizes" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Total size of the tables by pass">
${levels.join('\n')}
<polyline points="${line.join(' ')}" fill="none" stroke="#0072b2" stroke-width="2"/>
${points.join('\n')}
</svg>`
}

/** Where the lanes of the two images are. */
const LANES = { before: 70, after: 150 }

/**
 * Where the changed symbols are in both images: the earlier one above, the later one below.
 *
 * @param count of the symbols that changed, in `step` or not
 */
export function imageMap(step: Step, count: number, before: PassFacts, after: PassFacts): string {
  const height = 230
  const scale = new Scale(step, before, after)
  const symbols = step.causes.flatMap(({ code, symbols }) =>
    symbols.map(symbol => ({ symbol, colour: CAUSE_COLOURS[code] })),
  )
  const plotted = symbols.filter(({ symbol }) => scale.has(symbol.before) && scale.has(symbol.after))
  const left = count - plotted.length
  return `<svg class="image" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Where symbols changed in the images">
${lane(before, scale, LANES.before, LANES.before - 22)}
${lane(after, scale, LANES.after, LANES.after + 34)}
${plotted.map(({ symbol, colour }) => connection(symbol, scale, colour)).join('\n')}
<text x="${LEFT}" y="${height - 8}">${scale.from.toString(16)}</text>
<text x="${WIDTH - RIGHT}" y="${height - 8}" text-anchor="end">${scale.to.toString(16)}</text>
${left === 0 ? '' : `<text x="${WIDTH / 2}" y="${height - 8}" text-anchor="middle">${left} more not shown, or outside of this range</text>`}
</svg>`
}

/** An image as a bar, with its landmarks. Names that would overlap are shown as the marks' titles only. */
function lane({ name: pass, landmarks }: PassFacts, scale: Scale, y: number, textY: number): string {
  let free = Number.NEGATIVE_INFINITY
  const marks = landmarks
    .filter(({ address }) => scale.isInside(address))
    .map(landmark => ({ ...landmark, at: scale.x(landmark.address) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name, address, at }) => {
      const half = (CHARACTER * name.length) / 2
      const isFree = at - half > free
      if (isFree) free = at + half + CHARACTER
      const text = `<text x="${at.toFixed(1)}" y="${textY}" text-anchor="middle">${html(name)}</text>`
      return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${y - 9}" y2="${y + 9}" stroke="currentColor" stroke-opacity=".6"><title>${html(name)} ${address}</title></line>${isFree ? text : ''}`
    })
  return `<text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${html(shortened(pass, 12))}</text>
<rect x="${LEFT}" y="${y - 6}" width="${INSIDE}" height="12" fill="currentColor" fill-opacity=".12"/>
${marks.join('\n')}`
}

/** A symbol in both images, joined by a line; hollow where it is in the map but not in the table. */
function connection({ name, before, after }: ChangedSymbol, scale: Scale, colour: string): string {
  const dot = (place: Place | null, y: number): string =>
    place === null
      ? ''
      : `<circle class="flip" cx="${scale.x(place.address).toFixed(1)}" cy="${y}" r="4" fill="${place.inTable ? colour : 'none'}" stroke="${colour}"><title>${html(`${place.letter} ${place.address} ${name}`)}</title></circle>`
  const line =
    before && after
      ? `<line x1="${scale.x(before.address).toFixed(1)}" y1="${LANES.before}" x2="${scale.x(after.address).toFixed(1)}" y2="${LANES.after}" stroke="${colour}" stroke-opacity=".5"/>`
      : ''
  return line + dot(before, LANES.before) + dot(after, LANES.after)
}

/** From addresses to coordinates: spans the landmarks, or the changed symbols where there are none. */
class Scale {
  readonly from: bigint
  readonly to: bigint

  constructor(step: Step, before: PassFacts, after: PassFacts) {
    const landmarks = [...before.landmarks, ...after.landmarks].map(({ address }) => BigInt(`0x${address}`))
    const changed = step.causes.flatMap(({ symbols }) =>
      symbols.flatMap(symbol =>
        [symbol.before, symbol.after].flatMap(place => (place ? [BigInt(`0x${place.address}`)] : [])),
      ),
    )
    const all = landmarks.length > 1 ? landmarks : [...landmarks, ...changed]
    all.sort((a, b) => (a < b ? -1 : 1))
    this.from = all[0] ?? 0n
    this.to = all.at(-1) ?? 0n
    if (this.to === this.from) this.to = this.from + 1n
  }

  isInside(address: string): boolean {
    const value = BigInt(`0x${address}`)
    return value >= this.from && value <= this.to
  }

  /** Whether a place, if there is one, is inside. */
  has(place: Place | null): boolean {
    return place === null || this.isInside(place.address)
  }

  x(address: string): number {
    const millionths = ((BigInt(`0x${address}`) - this.from) * 1_000_000n) / (this.to - this.from)
    return LEFT + (INSIDE * Number(millionths)) / 1_000_000
  }
}
