/** Text for a terminal: colours, and tables in columns. */

/** Ways to set words off; each returns them as they are where there is no colour. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly strong: (text: string) => string
  readonly weak: (text: string) => string
}

export const PLAIN: Paint = {
  good: text => text,
  bad: text => text,
  strong: text => text,
  weak: text => text,
}

const colour =
  (code: number) =>
  (text: string): string =>
    `\x1b[${code}m${text}\x1b[0m`

/** SGR sequences of ECMA-48. */
export const COLOURED: Paint = { good: colour(32), bad: colour(31), strong: colour(1), weak: colour(2) }

/**
 * The rows of a table as lines: the first column left-aligned, all others right-aligned.
 *
 * @param rows all with as many cells as the first
 */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] as readonly string[]).map((_, i) =>
    Math.max(...rows.map(row => (row[i] as string).length)),
  )
  return rows.map(row =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[i] as number)))
      .join('  '),
  )
}
