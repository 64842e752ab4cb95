/**
 * Generated blocks in Markdown files: what stands between a line `<!-- generated: NAME -->` and the next line
 * `<!-- end -->`. Everything else in a file is written by hand.
 */

/** A block that a file has. */
export interface Block {
  readonly name: string
  /** Of the opening marker, counted from 1. */
  readonly line: number
  /** The lines between the markers, without the empty lines around them. */
  readonly content: string
}

const BEGIN = /^<!-- generated: ([\w-]+) -->$/
const END = '<!-- end -->'

/**
 * The blocks of a text, in their order.
 *
 * @throws {Error} where a marker has no partner, with its line
 */
export function blocksIn(text: string): Block[] {
  const blocks: Block[] = []
  let open: { name: string; line: number; lines: string[] } | null = null
  for (const [i, line] of text.split('\n').entries()) {
    const name = BEGIN.exec(line)?.[1]
    if (name !== undefined) {
      if (open)
        throw new Error(`line ${i + 1}: block ${name} begins inside block ${open.name}: ${END} is missing`)
      open = { name, line: i + 1, lines: [] }
    } else if (line === END) {
      if (!open) throw new Error(`line ${i + 1}: ${END} without a block`)
      blocks.push({ name: open.name, line: open.line, content: trimmed(open.lines.join('\n')) })
      open = null
    } else open?.lines.push(line)
  }
  if (open) throw new Error(`line ${open.line}: block ${open.name} does not end: ${END} is missing`)
  return blocks
}

/**
 * Replaces the content of blocks.
 *
 * @param contentOf new content by the name of the block; a block that is missing here stays as it is
 */
export function replaceBlocks(text: string, contentOf: ReadonlyMap<string, string>): string {
  const lines: string[] = []
  let skips = false
  for (const line of text.split('\n')) {
    const name = BEGIN.exec(line)?.[1]
    if (line === END) skips = false
    if (!skips) lines.push(line)
    const content = name === undefined ? undefined : contentOf.get(name)
    if (content !== undefined) {
      lines.push('', trimmed(content), '')
      skips = true
    }
  }
  return lines.join('\n')
}

function trimmed(text: string): string {
  return text.replace(/^\n+|\n+$/g, '')
}

/** A table of Markdown; cells may hold Markdown, and a `|` in them is escaped. */
export function tableText(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
