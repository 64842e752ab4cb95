/** Drawings for the page, in SVG. */
import type { CauseCode, PassFacts, Place, Step } from './explanation.js'
import { html } from './markup.js'

/** A colour for each cause, to be told apart by those who see colours differently. */
export const FLIP_COLOURS: Readonly<Record<CauseCode, string>> = {
  types: '#d55e00',
  membership: '#0072b2',
  absolute: '#56b4e9',
  stubs: '#009e73',
  labels: '#999999',
  length: '#cc79a7',
  presence: '#e69f00',
}

const WIDTH = 1000
const LEFT = 90
const RIGHT = 30

/** The sum of all tables in each pass, with what holds their places. */
export function sizePlot(passes: readonly PassFacts[]): string {
  const height = 220
  const top = 30
  const bottom = 40
  const rooms = passes.map(({ room }) => room)
  const least = Math.min(...rooms)
  const most = Math.max(...rooms)
  // Differences are small beside the sizes: the axis spans the former.
  const spread = Math.max(most - least, 1)
  const x = (pass: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * (pass + 0.5)) / passes.length
  const y = (room: number): number => top + (height - top - bottom) * (1 - (room - least) / spread)
  const points = rooms.map((room, pass) => `${x(pass).toFixed(1)},${y(room).toFixed(1)}`)
  const levels = most === least ? [most] : [most, least]
  return `<svg class="sizes" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Bytes of all tables by pass">
${levels
  .map(
    level => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(level).toFixed(1)}" y2="${y(level).toFixed(1)}" stroke="currentColor" stroke-opacity=".2"/>
<text x="${LEFT - 8}" y="${(y(level) + 4).toFixed(1)}" text-anchor="end">${level}</text>`,
  )
  .join('\n')}
<polyline points="${points.join(' ')}" fill="none" stroke="#0072b2" stroke-width="2"/>
${passes
  .map(
    (
      { name, room },
      pass,
    ) => `<circle cx="${x(pass).toFixed(1)}" cy="${y(room).toFixed(1)}" r="5" fill="#0072b2"><title>${html(name)}: ${room} bytes</title></circle>
<text x="${x(pass).toFixed(1)}" y="${height - 12}" text-anchor="middle">${html(name)}</text>`,
  )
  .join('\n')}
</svg>`
}

/** Where in both images the symbols are that have changed: the earlier above, the later below. */
export function imageMap(step: Step, before: PassFacts, after: PassFacts): string {
  const height = 230
  const lanes = { before: 70, after: 150 }
  const { from, to } = span(step, before, after)
  const x = (address: string): number => {
    const value = BigInt(`0x${address}`)
    const inside = value < from ? from : value > to ? to : value
    const part = Number(((inside - from) * 1_000_000n) / (to - from)) / 1_000_000
    return LEFT + (WIDTH - LEFT - RIGHT) * part
  }
  const lane = (pass: PassFacts, y: number, textY: number): string => {
    let free = Number.NEGATIVE_INFINITY
    const marks = [...pass.landmarks]
      .sort((a, b) => x(a.address) - x(b.address))
      .map(({ name, address }) => {
        const at = x(address)
        // Names that would run into each other are left to the title.
        const width = 6.5 * name.length
        const isFree = at - width / 2 > free
        if (isFree) free = at + width / 2 + 6
        const label = isFree
          ? `<text x="${at.toFixed(1)}" y="${textY}" text-anchor="middle">${html(name)}</text>`
          : ''
        return `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${y - 9}" y2="${y + 9}" stroke="currentColor" stroke-opacity=".6"><title>${html(name)} ${address}</title></line>${label}`
      })
    return `<text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${html(pass.name.slice(-12))}</text>
<rect x="${LEFT}" y="${y - 6}" width="${WIDTH - LEFT - RIGHT}" height="12" fill="currentColor" fill-opacity=".12"/>
${marks.join('\n')}`
  }
  const symbols = step.causes.flatMap(({ code, symbols }) =>
    symbols.map(({ name, before: old, after: now }) => {
      const dot = (place: Place | null, y: number): string =>
        place === null
          ? ''
          : `<circle class="flip" cx="${x(place.address).toFixed(1)}" cy="${y}" r="4" fill="${place.inTable ? FLIP_COLOURS[code] : 'none'}" stroke="${FLIP_COLOURS[code]}"><title>${html(`${place.letter} ${place.address} ${name}`)}</title></circle>`
      const way =
        old && now
          ? `<line x1="${x(old.address).toFixed(1)}" y1="${lanes.before}" x2="${x(now.address).toFixed(1)}" y2="${lanes.after}" stroke="${FLIP_COLOURS[code]}" stroke-opacity=".5"/>`
          : ''
      return way + dot(old, lanes.before) + dot(now, lanes.after)
    }),
  )
  return `<svg class="image" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Where in the images symbols have changed">
${lane(before, lanes.before, lanes.before - 22)}
${lane(after, lanes.after, lanes.after + 34)}
${symbols.join('\n')}
<text x="${LEFT}" y="${height - 8}">${from.toString(16)}</text>
<text x="${WIDTH - RIGHT}" y="${height - 8}" text-anchor="end">${to.toString(16)}</text>
</svg>`
}

/** The addresses from the first landmark to the last; where there are none, those of the symbols. */
function span(step: Step, before: PassFacts, after: PassFacts): { from: bigint; to: bigint } {
  const landmarks = [...before.landmarks, ...after.landmarks].map(({ address }) => BigInt(`0x${address}`))
  const changed = step.causes.flatMap(({ symbols }) =>
    symbols.flatMap(symbol =>
      [symbol.before, symbol.after].flatMap(place => (place ? [BigInt(`0x${place.address}`)] : [])),
    ),
  )
  const all = landmarks.length > 1 ? landmarks : [...landmarks, ...changed]
  all.sort((a, b) => (a < b ? -1 : 1))
  const from = all[0] as bigint
  const to = all.at(-1) as bigint
  return { from, to: to > from ? to : from + 1n }
}
