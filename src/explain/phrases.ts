/** What text and page say alike. */
import { optionName } from '../report/option-name.js'
import type { CauseCode, Explanation } from './explanation.js'

/** How many symbols a cause is about, and how many of them came and went. */
export interface Counts {
  readonly all: number
  readonly joined: number
  readonly left: number
}

/**
 * One line on a cause.
 *
 * @param isStabilised whether letters are kept apart from names
 */
export function causeText(code: CauseCode, { all, joined, left }: Counts, isStabilised: boolean): string {
  const symbols = all === 1 ? '1 symbol' : `${all} symbols`
  const moves = [joined > 0 ? `${joined} in` : '', left > 0 ? `${left} out` : '']
    .filter(text => text !== '')
    .join(', ')
  switch (code) {
    case 'types':
      return `${symbols} changed the type letter, which is ${isStabilised ? 'kept apart from' : 'compressed with'} the name`
    case 'membership':
      return `${symbols} ${all === 1 ? 'counts' : 'count'} by address as text in one pass and not in the other: ${moves}`
    case 'letter':
      return `${symbols} ${all === 1 ? 'has' : 'have'} a letter in one pass that is left out, such as A for absolute: ${moves}`
    case 'stubs':
      return `${all} ${all === 1 ? 'stub' : 'stubs'} of the linker: ${moves}`
    case 'labels':
      return `${all} of the tables' own labels: ${moves}`
    case 'length':
      return `${symbols} with a name that is too long in the other map: ${moves}`
    case 'presence':
      return `${symbols} that the other map does not have: ${moves}`
  }
}

/** The end of a name that is a path: there passes differ. */
export function shortened(name: string, most: number): string {
  return name.length <= most ? name : `…${name.slice(1 - most)}`
}

/**
 * One line on symbols that stand elsewhere.
 *
 * @param most how many are named
 */
export function movedText(moved: readonly string[], most: number): string {
  const some = moved.slice(0, most)
  const rest = moved.length - some.length
  const symbols = moved.length === 1 ? '1 symbol stands' : `${moved.length} symbols stand`
  return `${symbols} elsewhere in the list, and no size depends on the order: ${some.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}

/** What the tables were made as: the kernel's format, and the options as they are typed. */
export function madeAs({ dialect, options }: Pick<Explanation, 'dialect' | 'options'>): string {
  const given = Object.entries(options).map(([option, value]) => {
    const typed = optionName(option)
    return value === true ? typed : `${typed}=${JSON.stringify(value).replaceAll('"', '')}`
  })
  const which = options.allSymbols ? 'all symbols' : 'text symbols alone'
  return `${which}, in the format told by ${dialect}${given.length === 0 ? '' : `, with ${given.join(' ')}`}`
}
