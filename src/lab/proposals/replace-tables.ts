/**
 * Replaces, adds, removes and pads tables in an assembly text. The result is again assembly text, so that the tables of a
 * proposal can be linked, and are read as the assembler makes them.
 */
import { type ScanOptions, type ScanTarget, scanAssembly } from '../../assembly/scan.js'

/** The text of one table. */
interface Block {
  readonly label: string
  /** Start of its `.globl`. */
  readonly head: number
  /** End of the line with the label. */
  readonly body: number
  end: number
}

const NEWLINE = 0x0a
const SLASH = 0x2f

/** Values per line. */
const PER_LINE = 32

/**
 * @param tables contents by label: they replace the table, or are added after all others if there is no such table;
 *   null removes the table
 * @param padding bytes after tables, by label
 */
export function replaceTables(
  assembly: Uint8Array,
  options: ScanOptions,
  tables: ReadonlyMap<string, Uint8Array | null>,
  padding: ReadonlyMap<string, number>,
): Uint8Array {
  if (tables.size === 0 && padding.size === 0) return assembly
  const blocks = blocksOf(assembly, options)
  const [first] = blocks as [Block]
  const last = blocks.at(-1) as Block
  const pieces: Uint8Array[] = [assembly.subarray(0, first.head)]
  const add = (text: string): void => void pieces.push(Buffer.from(text, 'latin1'))
  for (const { label, head, body, end } of blocks) {
    const table = tables.get(label)
    if (table === null) continue
    pieces.push(assembly.subarray(head, table ? body : end))
    if (table) add(bytesAsText(table))
    add(paddingAsText(padding.get(label) ?? 0))
    if (table) add('\n')
  }
  for (const [label, table] of tables) {
    if (table === null || blocks.some(block => block.label === label)) continue
    const head = Buffer.from(assembly.subarray(last.head, last.body)).toString('latin1')
    add(
      `${head.replaceAll(last.label, label)}${bytesAsText(table)}${paddingAsText(padding.get(label) ?? 0)}\n`,
    )
  }
  return Buffer.concat(pieces)
}

function blocksOf(assembly: Uint8Array, options: ScanOptions): Block[] {
  const text = Buffer.from(assembly.buffer, assembly.byteOffset, assembly.length)
  const blocks: Block[] = []
  const target: ScanTarget = {
    label(label, at) {
      const head = text.lastIndexOf('.globl', at, 'latin1')
      const previous = blocks.at(-1)
      if (previous) previous.end = head
      blocks.push({ label, head, body: text.indexOf(NEWLINE, at) + 1, end: text.length })
    },
    align() {},
    skip() {},
    include() {},
    string() {},
    escapedString() {},
    values(at) {
      let end = at
      while (end < text.length && text[end] !== NEWLINE && text[end] !== SLASH) end++
      return end
    },
  }
  scanAssembly(assembly, options, target)
  return blocks
}

function bytesAsText(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    lines.push(`\t.byte\t${bytes.subarray(at, at + PER_LINE).join(',')}\n`)
  }
  return lines.join('')
}

function paddingAsText(bytes: number): string {
  return bytes === 0 ? '' : `\t.skip\t${bytes}\n`
}
