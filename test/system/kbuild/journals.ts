/** Tables in the journal of a tree and in its image. */
import { execFileSync } from 'node:child_process'
import { JOURNAL, mapOf, type PassRecord } from '../../../src/cli/journal.js'
import type { Tree } from './trees.js'

/** The directory of the wrapper. */
export const STATE: string = JOURNAL

/** The map of a pass, in Latin-1. */
export function journalMap(tree: Tree, pass: number): string {
  return Buffer.from(mapOf(tree.at(STATE), pass)).toString('latin1')
}

/** The extents of the tables in a record, without the last table. */
export function tableExtents(record: PassRecord | undefined): Record<string, number> {
  const { tables, alignment } = (record as PassRecord).made as NonNullable<PassRecord['made']>
  const rooms = tables.map(({ label, bytes, padding }): [string, number] => [
    label,
    Math.ceil((bytes + padding) / alignment) * alignment,
  ])
  return Object.fromEntries(rooms.slice(0, -1))
}

/** The extents of the tables in an image, without the last one. */
export function extentsInImage(image: string): Record<string, number> {
  const labels = execFileSync('nm', ['-n', image], { encoding: 'latin1', maxBuffer: 1 << 26 })
    .split('\n')
    .flatMap(line => {
      const [, address, label] = /^([0-9a-f]+) [DRdr] (kallsyms_\w+)$/.exec(line) ?? []
      return address === undefined || label === undefined ? [] : [{ address: BigInt(`0x${address}`), label }]
    })
  return Object.fromEntries(
    labels
      .slice(0, -1)
      .map(({ address, label }, i) => [label, Number((labels[i + 1]?.address ?? 0n) - address)]),
  )
}
