/** Reports in the log of a build why a pass differs from the one before. Loaded only where it may. */
import path from 'node:path'
import type { Dialect } from '../dialect/dialect.js'
import { explain } from '../explain/explain.js'
import { noticeOf } from '../explain/notice.js'
import { unexplainedChanges } from '../explain/verdict.js'
import { wordBytesOf } from '../generate/plan.js'
import { buildFacts } from '../kbuild/build-facts.js'
import type { Listing } from '../nm/listing.js'
import { parse } from '../nm/parse.js'
import { writeError } from './io.js'
import { hasSameTables, type MadePass, mapOf } from './journal.js'
import { shellWord } from './shell-word.js'

/**
 * Reports tables of other extents, or a list that no size explains.
 *
 * @param passes of one link with symbols, at least two; the last one is not in the journal yet
 * @param differs whether the last two have tables of other extents
 * @param map of the last one
 * @throws an error of the file system or {KallsymsError} where the map of the pass before cannot be read or compared
 */
export function reportPass(
  folder: string,
  passes: readonly MadePass[],
  differs: boolean,
  map: Uint8Array,
): void {
  const [before, last] = passes.slice(-2) as [MadePass, MadePass]
  const known = new Map<MadePass, Listing>()
  const listings = (pass: MadePass): Listing => {
    const read = (): Uint8Array => (pass === last ? map : mapOf(folder, pass.pass))
    const listing = known.get(pass) ?? listingOf(read(), pass.dialect)
    known.set(pass, listing)
    return listing
  }
  if (!differs && !isRelinked(passes, listings)) return
  // Passes before one whose map cannot be read are left out.
  const readable = passes.slice(passes.findLastIndex(pass => pass !== before && !hasMap(pass, listings)) + 1)
  const explained = readable.map(pass => ({
    name: `pass ${pass.pass}`,
    listing: listings(pass),
    tables: pass.made.tables,
    isFinal: false,
  }))
  const { dialect, options } = last
  const explanation = explain(explained, { dialect, options, chosenBy: '', isBrief: true })
  const wordBytes = listings(last).wordBytes ?? 8
  const lines = [
    ...noticeOf(explanation, buildFacts(dialect), wordBytes),
    `details: ${explainCommand(folder)}`,
  ]
  writeError(lines.map(line => `kallsyms: ${line}\n`).join(''))
}

/** Whether the last two maps differ in a way that the sizes of the tables in their images do not explain. */
function isRelinked(passes: readonly MadePass[], listingOf: (pass: MadePass) => Listing): boolean {
  const [before, last] = passes.slice(-2) as [MadePass, MadePass]
  const isSame = hasSameTables(passes)
  const facts = buildFacts(last.dialect)
  return unexplainedChanges(listingOf(before).table, listingOf(last).table, isSame, facts) !== null
}

function hasMap(pass: MadePass, listingOf: (pass: MadePass) => Listing): boolean {
  try {
    listingOf(pass)
    return true
  } catch {
    return false
  }
}

/** A map, as the generator reads it. */
function listingOf(map: Uint8Array, dialect: Dialect): Listing {
  const tooLong: string[] = []
  const table = parse(map, dialect, problem => {
    if (problem.kind === 'name-too-long') tooLong.push(Buffer.from(problem.name).toString('latin1'))
  })
  return { table, wordBytes: wordBytesOf(map, table), tooLong, types: new Set() }
}

/** A command line to copy. */
function explainCommand(folder: string): string {
  return `${shellWord(process.argv[1] as string)} explain ${shellWord(path.resolve(folder))}`
}
