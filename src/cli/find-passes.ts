/** The passes of a link in the output directory of a kernel's build, by the file names of all releases. */
import fs from 'node:fs'
import path from 'node:path'
import { KallsymsError } from '../errors.js'
import { buildFacts } from '../kbuild/build-facts.js'
import { FINAL_FILES, FINAL_MAP, PASS_FILES } from '../kbuild/pass-files.js'
import { JOURNAL, mapFileOf, type PassRecord, readPasses } from './journal.js'
import { requireRegularFile } from './regular-file.js'

/** The map of a pass. */
export interface FoundMap {
  readonly file: string
  /** For display. */
  readonly name: string
  /** The pass in the journal; null for files of the build. */
  readonly record: PassRecord | null
  readonly isFinal: boolean
}

/** The maps of a link, in its order. */
export interface FoundLink {
  readonly maps: readonly FoundMap[]
  /** Files that seem to be of the link and were left out, with the reason, each in a sentence. */
  readonly leftOut: readonly string[]
}

const MAX_PASSES = 9

/**
 * Finds the maps of the last link. A file that is older than that of the previous pass is from an earlier link, or the
 * clock was set back in between.
 *
 * @param folder the output directory of a build, or a journal
 * @throws {KallsymsError} `io` where there are none, one is no regular file, or one of the journal is missing
 */
export function findLink(folder: string): FoundLink {
  const journals = [
    journalIn(folder, path.dirname(path.resolve(folder))),
    journalIn(path.join(folder, JOURNAL), folder),
  ]
  const links = [...journals, ...PASS_FILES.map(name => linkIn(folder, name))].filter(
    ({ maps }) => maps.length > 0,
  )
  // A link writes an image, then its map, then the journal: the later, the more it has.
  const ended = ({ maps }: FoundLink): number =>
    changed((maps.findLast(({ isFinal }) => !isFinal) as FoundMap).file)
  const newest = links.reduce<FoundLink | null>(
    (best, link) => (best === null || ended(link) > ended(best) ? link : best),
    null,
  )
  if (newest === null) {
    throw new KallsymsError(
      'io',
      `${folder}: there are no passes of a link. A build that fails its check removes them, unless it was made with ` +
        'MAKEFILES="$(kallsyms --print-kbuild)" (see kallsyms help kbuild); or give the maps',
    )
  }
  return newest
}

/** @param output the output directory of the build, where the map of the final image is, if it came so far */
function journalIn(folder: string, output: string): FoundLink {
  const maps: FoundMap[] = readPasses(folder).map(record => ({
    file: mapFileOf(folder, record.pass),
    name: `pass ${record.pass}`,
    record,
    isFinal: false,
  }))
  for (const { file } of maps) {
    // A link is not followed: the journal has none.
    const status = fs.lstatSync(file, { throwIfNoEntry: false })
    if (status?.isFile()) continue
    if (status) throw new KallsymsError('io', `${file}: not a regular file`)
    throw new KallsymsError(
      'io',
      `${file}: missing, and the record of this pass is there: build again, or give the maps of the passes`,
    )
  }
  const last = maps.at(-1)
  // What nm lists of an image is a map only where the build's tool reads it unfiltered.
  const isListed = last?.record && !buildFacts(last.record.dialect).filtersMap
  const leftOut: string[] = []
  for (const name of isListed ? FINAL_FILES : [FINAL_MAP]) {
    const file = path.join(output, name)
    if (!last || !fs.existsSync(file)) continue
    const fault = faultOf(file, last)
    if (fault !== null) leftOut.push(fault)
    else {
      maps.push({ file, name, record: null, isFinal: true })
      break
    }
  }
  // Where there is another map of the final image, nothing is missing.
  return { maps, leftOut: maps.at(-1)?.isFinal ? [] : leftOut }
}

function linkIn(folder: string, passFile: string): FoundLink {
  const maps: FoundMap[] = []
  const leftOut: string[] = []
  const add = (name: string, isFinal: boolean): boolean => {
    const file = path.join(folder, name)
    const before = maps.at(-1)
    if (!fs.existsSync(file)) return false
    const fault = before ? faultOf(file, before) : null
    if (fault !== null) {
      // The rest of an earlier link is told once.
      if (leftOut.length === 0) leftOut.push(fault)
      return false
    }
    requireRegularFile(file)
    maps.push({ file, name, record: null, isFinal })
    return true
  }
  for (let pass = 1; pass <= MAX_PASSES && add(passFile.replace('N', String(pass)), false); pass++);
  if (maps.length > 0) FINAL_FILES.some(name => add(name, true))
  return { maps, leftOut }
}

/** In a sentence, why a file is not that of the pass after another one; null if it may be. */
function faultOf(file: string, before: FoundMap): string | null {
  requireRegularFile(file)
  if (changed(file) < changed(before.file)) {
    return (
      `${file} is older than the map of the pass before it, and is left out as that of an earlier link; if the clock was ` +
      'set back in between, give the maps instead of the directory'
    )
  }
  return fs.statSync(file).size === 0 ? `${file} is empty, and is left out: was the build stopped?` : null
}

/** When a file was modified, in milliseconds. */
function changed(file: string): number {
  return fs.statSync(file).mtimeMs
}
