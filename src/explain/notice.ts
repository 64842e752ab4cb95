/** One line on tables that are not as large as in the pass before, with the first cause that is seen. */

import type { StableOptions } from '../generate/options.js'
import type { TableSize } from '../layout/layout.js'
import { escaped } from '../symbols/quoted.js'
import type { Change } from './changes.js'
import { roomsOf } from './sizes.js'

/** Of a pass what the line is made from. */
interface Pass {
  readonly pass: number
  readonly tables: readonly TableSize[]
  /** What the tables are aligned to, in bytes. */
  readonly alignment: number
  readonly options: StableOptions
}

/** A table whose room is not what it was, in bytes: content, what holds its place, and up to the table behind it. */
export interface DifferingTable {
  readonly label: string
  readonly before: number
  readonly after: number
}

/** The tables of both passes that move what lies behind them. */
export function differingTables(before: Pass, after: Pass): DifferingTable[] {
  const old = roomOf(before)
  return [...roomOf(after)].flatMap(([label, room]) => {
    const was = old.get(label)
    return was === undefined || was === room ? [] : [{ label, before: was, after: room }]
  })
}

function roomOf({ tables, alignment }: Pass): Map<string, number> {
  const rooms = roomsOf(tables, alignment)
  return new Map(tables.map(({ label }, i) => [label, rooms[i] as number]))
}

/** @param differing at least one table */
export function sizeNotice(
  before: Pass,
  after: Pass,
  differing: readonly DifferingTable[],
  changes: readonly Change[],
): string {
  const names = differing.find(({ label }) => label === 'kallsyms_names')
  const shown = names ?? (differing[0] as DifferingTable)
  const others = differing.length - 1
  const more = others === 0 ? '' : ` (${others} more ${others === 1 ? 'table differs' : 'tables differ'})`
  return (
    `${shown.label} is ${shown.after} bytes large in pass ${after.pass}, and was ${shown.before} in pass ${before.pass}${more}: ` +
    firstCause(changes, after.options.stabilise === 'literal')
  )
}

/** @param ignoresLetters whether letters have no influence on sizes */
function firstCause(changes: readonly Change[], ignoresLetters: boolean): string {
  const causes = changes.filter(({ kind }) => kind !== 'type' || !ignoresLetters)
  const [first] = causes
  if (!first) return 'no symbol has changed, so the passes had different options'
  const others = causes.filter(({ kind }) => kind === first.kind).length - 1
  return `${description(first)}${others === 0 ? '' : `, and ${others} more like it`}`
}

function description({ kind, name: bytes, before, after }: Change): string {
  const name = escaped(bytes)
  switch (kind) {
    case 'type':
      return `${name} has changed its type letter from ${before?.letter} to ${after?.letter}`
    case 'joined':
      return `${name} has come into the table, ${before ? 'by its address or letter' : 'which the image before did not have'}`
    case 'left':
      return `${name} has left the table, ${after ? 'by its address or letter' : 'as the image no longer has it'}`
  }
}
