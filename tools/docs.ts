/**
 * `npm run docs`: makes the generated blocks of README.md and docs/*.md anew, or with `--check` says which are stale. What is derived from the sources is always compared; what was measured only changes on request.
 *
 * Exit status 0 when all is as it should be, 1 when a block is stale, missing or unknown.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { ROOT } from '../test/support/root.js'
import { derivedBlocks } from './docs/derived.js'
import { MEASURED, measure } from './docs/measured.js'
import { type Page, pageFiles, staleBlocks, updatedPages } from './docs/pages.js'

const program = new Command('npm run docs --')
  .description('Makes the generated blocks of the documentation anew.')
  .option('--check', 'change nothing; name each block that is stale')
  .option(
    '--measured [names]',
    `measure anew as well, all or some of: ${MEASURED.join(', ')} (takes minutes; on a calm machine)`,
  )
  .option('--root <folder>', 'where README.md and docs/ are', ROOT)
  .parse()
const { check, measured, root } = program.opts<{ check?: true; measured?: true | string; root: string }>()
if (check && measured !== undefined)
  program.error('--check compares no measured blocks: leave one of them out')

const wanted = measured === undefined ? [] : measured === true ? MEASURED : measured.split(',')
const unknown = wanted.find(name => !MEASURED.includes(name))
if (unknown !== undefined) program.error(`no measured block '${unknown}': there are ${MEASURED.join(', ')}`)

try {
  const pages = readPages()
  const problems = staleBlocks(pages, derivedBlocks(), MEASURED)
  const fatal = check ? problems : problems.filter(({ isStale }) => !isStale)
  for (const { text } of fatal) console.error(`docs: ${text}`)
  if (fatal.length > 0) process.exitCode = 1
  else if (!check) {
    const blocks = new Map([...derivedBlocks(), ...(await measure(wanted))])
    for (const { file, text } of updatedPages(pages, blocks)) {
      writeFileSync(path.join(root, file), text)
      console.log(`wrote ${file}`)
    }
  }
} catch (error) {
  console.error(`docs: ${(error as Error).message}`)
  process.exitCode = 1
}

function readPages(): Page[] {
  return pageFiles(root).map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
}
