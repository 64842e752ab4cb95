/** Markdown for reading on a terminal: still Markdown, with lines and tables that fit. */
import type { Paint } from '../report/terminal.js'
import { wrapped } from './notes.js'

/** Longer lines are hard to read. */
const WIDEST = 100

/**
 * Breaks paragraphs and list items at words, sets headings off, indents code, and aligns tables. A table that is too wide
 * becomes a list of its rows.
 */
export function markdownForTerminal(text: string, columns: number, paint: Paint): string {
  const width = Math.min(columns, WIDEST)
  return blocksOf(text)
    .map(block => blockText(block, width, paint))
    .join('\n\n')
    .concat('\n')
}

/** Lines that belong together. */
interface Block {
  readonly kind: 'heading' | 'code' | 'table' | 'item' | 'paragraph'
  readonly lines: string[]
}

const KINDS: readonly (readonly [kind: Block['kind'], begins: RegExp])[] = [
  ['heading', /^#+ /],
  ['table', /^\|/],
  ['item', /^\s*([-*]|\d+\.) /],
]

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  const begin = (kind: Block['kind'], line: string): Block => {
    const block: Block = { kind, lines: [line] }
    blocks.push(block)
    return block
  }
  for (const line of text.split('\n')) {
    if (open?.kind === 'code') {
      if (/^\s*```/.test(line)) open = null
      else open.lines.push(line)
    } else if (/^\s*```/.test(line)) {
      open = begin('code', line)
      open.lines.pop()
    } else if (line.trim() === '') open = null
    else {
      const [kind] = KINDS.find(([, begins]) => begins.test(line)) ?? ['paragraph']
      const goesOn: boolean =
        kind === 'paragraph' ? open !== null && open.kind !== 'heading' : open?.kind === 'table'
      if (goesOn && (kind === 'paragraph' || kind === 'table')) open?.lines.push(line)
      else open = begin(kind, line)
    }
  }
  return blocks
}

function blockText({ kind, lines }: Block, width: number, paint: Paint): string {
  switch (kind) {
    case 'heading':
      return paint.strong(lines.join(' '))
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

/** A text after a lead, its other lines indented as much. */
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
  if (widths.reduce((sum, each) => sum + each + 2, -2) <= width) {
    const line = (row: readonly string[]): string =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()
    return [paint.strong(line(header)), ...body.map(line)].join('\n').trimStart()
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
