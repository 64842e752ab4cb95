/** Markdown for reading on a terminal: still Markdown, with lines and tables that fit. */
import type { Paint } from '../report/terminal.js'
import { wrapped } from './notes.js'

/** Longer lines are hard to read. */
const WIDEST = 100

/**
 * Breaks paragraphs and list items at words, sets headings off, indents code, and aligns tables. A table that is too wide
 * becomes a list of its rows.
 *
 * @param columns of the terminal
 */
export function markdownForTerminal(text: string, columns: number, paint: Paint): string {
  const width = Math.min(columns, WIDEST)
  const parts = blocksOf(text).map(block => `${block.isApart ? '\n' : ''}${blockText(block, width, paint)}\n`)
  return parts.join('').trimStart()
}

type Kind = 'heading' | 'code' | 'table' | 'item' | 'paragraph'

/** Lines that belong together. */
interface Block {
  readonly kind: Kind
  readonly lines: string[]
  /** Whether an empty line comes before. */
  readonly isApart: boolean
}

const FENCE = /^\s*```/

/** How lines begin that begin a block. */
const BEGINNINGS: readonly (readonly [kind: Kind, beginning: RegExp])[] = [
  ['heading', /^#+ /],
  ['table', /^\|/],
  ['item', /^\s*([-*]|\d+\.) /],
]

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  /** The block that the next line may belong to. */
  let open: Block | null = null
  let isApart = false
  const begin = (kind: Kind, lines: string[]): Block => {
    const block = { kind, lines, isApart: isApart || kind === 'code' }
    blocks.push(block)
    isApart = false
    return block
  }
  for (const line of text.split('\n')) {
    const [kind = 'paragraph'] = BEGINNINGS.find(([, beginning]) => beginning.test(line)) ?? []
    if (open?.kind === 'code') {
      if (FENCE.test(line)) {
        open = null
        isApart = true
      } else open.lines.push(line)
    } else if (FENCE.test(line)) open = begin('code', [])
    else if (line.trim() === '') {
      open = null
      isApart = true
    } else if (
      open &&
      open.kind !== 'heading' &&
      (kind === 'paragraph' || kind === open.kind) &&
      kind !== 'item'
    ) {
      open.lines.push(line)
    } else open = begin(kind, [line])
  }
  return blocks
}

function blockText({ kind, lines }: Block, width: number, paint: Paint): string {
  switch (kind) {
    case 'heading':
      return lines.map(paint.strong).join('\n')
    case 'code':
      return lines.map(line => `    ${line}`.trimEnd()).join('\n')
    case 'table':
      return tableText(lines.map(cellsOf), width, paint)
    case 'item': {
      const [lead = ''] = /^\s*\S+ /.exec(lines[0] as string) ?? []
      return hanging(lead, lines.join(' ').slice(lead.length), width)
    }
    case 'paragraph':
      return wrapped(lines.join(' '), width)
  }
}

/** A text after a lead, with its other lines indented as much. */
function hanging(lead: string, text: string, width: number): string {
  return lead + wrapped(text.trim(), width - lead.length).replaceAll('\n', `\n${' '.repeat(lead.length)}`)
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'))
}

/** @param rows the header, the line below it, and the rows */
function tableText(rows: readonly (readonly string[])[], width: number, paint: Paint): string {
  const [header = [], , ...body] = rows
  const widths = header.map((_, i) => Math.max(...[header, ...body].map(row => row[i]?.length ?? 0)))
  const isTitled = header.some(cell => cell !== '')
  if (widths.reduce((sum, each) => sum + each + 2, -2) <= width) {
    const line = (row: readonly string[]): string =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()
    return [...(isTitled ? [paint.strong(line(header))] : []), ...body.map(line)].join('\n')
  }
  return body
    .map(([first = '', ...rest]) => {
      const cells = rest.map((cell, i) => (header[i + 1] ? `${header[i + 1]}: ${cell}` : cell))
      return [first, ...cells.filter(cell => cell !== '').map(cell => hanging('    ', cell, width))].join(
        '\n',
      )
    })
    .join('\n')
}
