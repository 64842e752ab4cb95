/** The history of the table's format, from the table of releases. */
import { RELEASES, type Release, VARIANTS } from '../../src/dialect/releases.js'
import { tableText } from './blocks.js'
import { markWords } from './words.js'

export function releaseTable(): string {
  return historyOf(RELEASES, 'since')
}

export function variantTable(): string {
  return historyOf(VARIANTS, 'name')
}

function historyOf(rows: readonly Release[], first: string): string {
  return tableText(
    [first, 'measured on', 'changes'],
    rows.map(({ since, measured, changes }) => [
      since,
      measured.join(', ') || 'no recorded run',
      markWords(changes.join('; ')),
    ]),
  )
}
