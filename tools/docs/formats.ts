/** The history of the table's format, from the table of releases. */
import { GAPS, RELEASES, type Release, VARIANTS } from '../../src/dialect/releases.js'
import { tableText } from './blocks.js'
import { markWords } from './words.js'

export function releaseTable(): string {
  return historyOf(RELEASES, 'since')
}

export function variantTable(): string {
  return historyOf(VARIANTS, 'name')
}

/** Versions of which the table is not sure, and those that are refused. */
export function doubtfulVersions(): string {
  const uncertain = RELEASES.flatMap(({ uncertain }) => uncertain ?? []).map(({ from, before, what }) => [
    `${from} to before ${before}`,
    markWords(`a note: it is not known whether the tool ${what}`),
  ])
  const refused = GAPS.map(({ from, before, what }) => [
    `${from} to before ${before}`,
    markWords(`refused: ${what}`),
  ])
  return tableText(['versions', ''], [...uncertain, ...refused])
}

function historyOf(rows: readonly Release[], first: string): string {
  return tableText(
    [first, 'C tools', 'images', 'changes'],
    rows.map(({ since, measured, images = [], changes }) => [
      since,
      measured.join(', ') || 'no recorded run',
      images.join(', '),
      markWords(changes.join('; ')),
    ]),
  )
}
