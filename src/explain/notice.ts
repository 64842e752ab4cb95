/** One line about tables whose sizes differ from those of the previous pass, with the first cause. */

import type { StableOptions } from '../generate/options.js'
import type { TableSize } from '../layout/layout.js'
import { escaped } from '../symbols/quoted.js'
import type { Change } from './changes.js'
import { extentsOf } from './extents.js'

/** What is recorded of a pass. */
interface RecordedPass {
  readonly pass: number
  readonly tables: readonly TableSize[]
  /** Alignment of the tables in bytes. */
  readonly alignment: number
  readonly options: StableOptions
}

/** A table whose extent differs from that in the previous pass, in bytes. */
export interface DifferingTable {
  readonly label: string
  readonly before: number
  readonly after: number
}

/** The tables of both passes whose extents differ, so that everything after them moves. */
export function differingTables(before: RecordedPass, after: RecordedPass): DifferingTable[] {
  const old = extentsByLabel(before)
  return [...extentsByLabel(after)].flatMap(([label, extent]) => {
    const was = old.get(label)
    return was === undefined || was === extent ? [] : [{ label, before: was, after: extent }]
  })
}

function extentsByLabel({ tables, alignment }: RecordedPass): Map<string, number> {
  const extents = extentsOf(tables, alignment)
  return new Map(tables.map(({ label }, i) => [label, extents[i] as number]))
}

/** @param differing at least one table */
export function sizeNotice(
  before: RecordedPass,
  after: RecordedPass,
  differing: readonly DifferingTable[],
  changes: readonly Change[],
): string {
  const names = differing.find(({ label }) => label === 'kallsyms_names')
  const shown = names ?? (differing[0] as DifferingTable)
  const others = differing.length - 1
  const more = others === 0 ? '' : ` (${others} more ${others === 1 ? 'table differs' : 'tables differ'})`
  return (
    `${shown.label} has ${shown.after} bytes in pass ${after.pass}, and had ${shown.before} in pass ${before.pass}${more}: ` +
    firstCause(changes, after.options.stabilise === 'literal')
  )
}

/** @param ignoresLetters whether type letters do not affect sizes */
function firstCause(changes: readonly Change[], ignoresLetters: boolean): string {
  const causes = changes.filter(({ kind }) => kind !== 'type' || !ignoresLetters)
  const [first] = causes
  if (!first) return 'no symbol changed, so the options of the passes differ'
  const others = causes.filter(({ kind }) => kind === first.kind).length - 1
  return `${description(first)}${others === 0 ? '' : `, and ${others} more`}`
}

function description({ kind, name: bytes, before, after }: Change): string {
  const name = escaped(bytes)
  switch (kind) {
    case 'type':
      return `${name} changed type from ${before?.letter} to ${after?.letter}`
    case 'joined':
      return `${name} entered the table (${before ? 'by its address or type' : 'not in the previous image'})`
    case 'left':
      return `${name} left the table (${after ? 'by its address or type' : 'no longer in the image'})`
  }
}
