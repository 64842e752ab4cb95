/** Pages of the documentation, and which of their generated blocks are not what they should be. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { blocksIn, replaceBlocks } from './blocks.js'

export interface Page {
  /** Its path from the root of the repository. */
  readonly file: string
  readonly text: string
}

/** The pages that may have generated blocks, by their paths from a root. */
export function pageFiles(root: string): string[] {
  const inDocs = readdirSync(path.join(root, 'docs')).filter(name => name.endsWith('.md'))
  return ['README.md', ...inDocs.sort().map(name => path.join('docs', name))]
}

/** What is wrong with a block. */
export interface BlockProblem {
  /** One line: where, which block, and what to do. */
  readonly text: string
  /** Whether making the blocks anew mends it. */
  readonly isStale: boolean
}

/**
 * Compares the blocks of all pages with what they should hold.
 *
 * @param derived content by the name of the block; each must be on some page
 * @param measured names of blocks whose content is not compared
 */
export function staleBlocks(
  pages: readonly Page[],
  derived: ReadonlyMap<string, string>,
  measured: readonly string[],
): BlockProblem[] {
  const problems: BlockProblem[] = []
  const seen = new Set<string>()
  for (const { file, text } of pages) {
    for (const { name, line, content } of namedBlocks(file, text)) {
      seen.add(name)
      const expected = derived.get(name)
      if (expected === undefined) {
        if (!measured.includes(name)) {
          problems.push({ text: `${file}:${line}: no generator makes block ${name}`, isStale: false })
        }
      } else if (content !== expected.trim()) {
        problems.push({
          text: `${file}:${line}: block ${name} is stale: run \`npm run docs\``,
          isStale: true,
        })
      }
    }
  }
  for (const name of [...derived.keys(), ...measured]) {
    if (!seen.has(name)) problems.push({ text: `no page has block ${name}`, isStale: false })
  }
  return problems
}

/** The pages that change when their blocks are made anew. */
export function updatedPages(pages: readonly Page[], blocks: ReadonlyMap<string, string>): Page[] {
  return pages
    .map(({ file, text }) => ({ file, text: replaceBlocks(text, blocks) }))
    .filter(({ text }, i) => text !== pages[i]?.text)
}

function namedBlocks(file: string, text: string): ReturnType<typeof blocksIn> {
  try {
    return blocksIn(text)
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}
