/**
 * Writes the journal of a link, and reports tables whose size changes from pass to pass. Loaded only for kernel builds.
 *
 * The first pass of a link removes the files of the previous link; passes that are repeated when make resumes a link are
 * added. The map is compressed on another thread while the tables are made, and is kept even if that fails. A journal
 * that cannot be written is reported, and does not stop the build.
 */
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Dialect } from '../dialect/dialect.js'
import { explain } from '../explain/explain.js'
import { extentsOf } from '../explain/extents.js'
import { noticeOf } from '../explain/notice.js'
import { unexplainedChanges } from '../explain/verdict.js'
import type { Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { wordBytesOf } from '../generate/plan.js'
import { buildFacts } from '../kbuild/build-facts.js'
import { passOfMap } from '../kbuild/pass-files.js'
import type { Listing } from '../nm/listing.js'
import { parse } from '../nm/parse.js'
import { asIoError, writeError } from './io.js'
import { filesOf, mapFileOf, mapOf, type PassRecord, readPasses, recordFileOf, VERSION } from './journal.js'
import { hasTables } from './map-names.js'
import { shellWord } from './shell-word.js'

/** Of a link that does not converge, the last passes are kept: no build that converges makes more than this. */
const MAX_PASSES = 8

/** A pass whose tables are being made. */
export interface RunningPass {
  /** The file for its map; null where no journal can be written. */
  readonly mapFile: string | null
  /** Adds the tables to the record, and reports why the pass differs from the one before. */
  finish(summary: Summary): void
}

/**
 * Begins a pass. Its files are written when the process ends, in whichever way.
 *
 * @param map must not change any more
 * @param mapFile its name; null for standard input
 */
export function beginPass(
  folder: string,
  map: Uint8Array,
  mapFile: string | null,
  { dialect, previous: _, ...options }: GenerateOptions & { readonly dialect: Dialect },
): RunningPass {
  try {
    if (!fs.existsSync(folder)) fs.mkdirSync(folder)
    const passes = readPasses(folder)
    const pass = passNumber(mapFile, map, passes)
    const earlier = isFirst(pass, passes) ? [] : passes.filter(each => each.pass < pass)
    const kept = earlier.slice(1 - MAX_PASSES)
    removeOthers(folder, kept)
    const given = {
      version: VERSION,
      pass,
      arguments: process.argv.slice(2),
      map: mapFile,
      dialect,
      options,
    } as const
    let record: PassRecord = { ...given, made: null }

    // A chunk that the result fits in: zlib then works in one go, without this thread.
    promisify(gzip)(map, { level: 1, chunkSize: map.length + (map.length >> 8) + 1024 })
      .then(compressed => {
        fs.writeFileSync(mapFileOf(folder, pass), compressed)
        fs.writeFileSync(recordFileOf(folder, pass), `${JSON.stringify(record)}\n`)
      })
      .catch(reportFailure)
    return {
      mapFile: mapFileOf(folder, pass),
      finish({ symbolsRead, symbolsKept, tables, alignment }) {
        const made = { symbols: { read: symbolsRead, kept: symbolsKept }, tables, alignment }
        const last = { ...given, made }
        record = last
        reportDifference(folder, kept, last, map)
      },
    }
  } catch (error) {
    reportFailure(error)
    return { mapFile: null, finish() {} }
  }
}

/** A pass of the journal with its tables. */
type MadePass = PassRecord & { readonly made: NonNullable<PassRecord['made']> }

/**
 * Reports what makes the last pass differ from the one before: tables of other extents, or a list that no size explains.
 * A pass over an empty map is not compared.
 */
function reportDifference(
  folder: string,
  earlier: readonly PassRecord[],
  last: MadePass,
  map: Uint8Array,
): void {
  const passes = [...earlier.filter(isMade), last].filter(({ made }) => made.symbols.kept > 0)
  const before = passes.at(-2)
  if (!before) return
  const differs = !isSameLayout(before, last)
  try {
    const known = new Map<MadePass, Listing>()
    const listings = (some: MadePass): Listing => {
      const read = (): Uint8Array => (some === last ? map : mapOf(folder, some.pass))
      const listing = known.get(some) ?? listingOf(read(), some.dialect)
      known.set(some, listing)
      return listing
    }
    if (!differs && !isRelinked(passes, listings)) return
    const { dialect, options } = last
    // Passes before one whose map cannot be read are left out.
    const readable = passes.slice(
      passes.findLastIndex(some => some !== before && !hasMap(some, listings)) + 1,
    )
    const explained = readable.map(some => ({
      name: `pass ${some.pass}`,
      listing: listings(some),
      tables: some.made.tables,
      isFinal: false,
    }))
    const explanation = explain(explained, { dialect, options, chosenBy: '', isBrief: true })
    const lines = [...noticeOf(explanation), `details: ${explainCommand(folder)}`]
    writeError(lines.map(line => `kallsyms: ${line}\n`).join(''))
  } catch (error) {
    const { message } = asIoError(error, mapFileOf(folder, before.pass)) as Error
    const what = differs ? 'table sizes differ from' : 'the map could not be compared with that of'
    writeError(`kallsyms: ${what} pass ${before.pass}; the cause is unknown: ${message}\n`)
  }
}

function isMade(record: PassRecord): record is MadePass {
  return record.made !== null
}

/** Whether the tables of two passes have the same extents. */
function isSameLayout({ made: before }: MadePass, { made: after }: MadePass): boolean {
  const [old, now] = [before, after].map(({ tables, alignment }) => extentsOf(tables, alignment)) as [
    number[],
    number[],
  ]
  return old.length === now.length && old.every((extent, i) => extent === now[i])
}

/** Whether the last two maps differ in a way that the sizes of the tables in their images do not explain. */
function isRelinked(passes: readonly MadePass[], listingOf: (pass: MadePass) => Listing): boolean {
  const [before, last] = passes.slice(-2) as [MadePass, MadePass]
  const beforeThat = passes.at(-3)
  const isSame = beforeThat !== undefined && isSameLayout(beforeThat, before)
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

function removeOthers(folder: string, kept: readonly PassRecord[]): void {
  for (const { name, pass } of filesOf(folder)) {
    if (!kept.some(each => each.pass === pass)) fs.rmSync(path.join(folder, name), { force: true })
  }
}

/** The pass that a map belongs to: by its name; else by whether its image has tables of a previous pass. */
function passNumber(file: string | null, map: Uint8Array, passes: readonly PassRecord[]): number {
  if (map.length === 0) return 0
  const named = file === null ? null : passOfMap(file)
  if (named !== null) return named.pass
  return hasTables(map) ? (passes.at(-1)?.pass ?? 0) + 1 : 1
}

/** Whether a link begins with the pass. */
function isFirst(pass: number, passes: readonly PassRecord[]): boolean {
  return pass === 0 || (pass === 1 && passes[0]?.pass !== 0)
}

/** A command line to copy. */
function explainCommand(folder: string): string {
  return `${shellWord(process.argv[1] as string)} explain ${shellWord(path.resolve(folder))}`
}

function reportFailure(error: unknown): void {
  const { path: file = 'its directory' } = error as NodeJS.ErrnoException
  writeError(
    `kallsyms: cannot write the journal of this link: ${(asIoError(error, file) as Error).message}\n`,
  )
}
