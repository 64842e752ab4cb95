/** Causes in words. */
import type { CauseCode } from './explanation.js'

/** How many symbols a cause is about, and how many of them came and went. */
export interface Counts {
  readonly all: number
  readonly joined: number
  readonly left: number
}

/** One line on a cause. */
export function causeText(code: CauseCode, { all, joined, left }: Counts): string {
  const symbols = all === 1 ? '1 symbol' : `${all} symbols`
  const moves = [joined > 0 ? `${joined} in` : '', left > 0 ? `${left} out` : '']
    .filter(text => text !== '')
    .join(', ')
  switch (code) {
    case 'types':
      return `${symbols} changed the type letter, which is compressed with the name`
    case 'membership':
      return `${symbols} of data came to count as text or not, by address: ${moves}`
    case 'absolute':
      return `${symbols} came or went as the linker took them for absolute or not: ${moves}`
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
