/**
 * Writes the journal of a link, and notices passes that differ. Loaded only for kernel builds.
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
import type { Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { passOfMap } from '../kbuild/pass-files.js'
import { asIoError, writeError } from './io.js'
import {
  filesOf,
  hasSameTables,
  isSameLayout,
  type MadePass,
  mapFileOf,
  mapOf,
  type PassRecord,
  readPasses,
  recordFileOf,
  VERSION,
} from './journal.js'
import { hasTables } from './map-names.js'

/** Of a link that does not converge, the last passes are kept: no build that converges makes more than this. */
const MAX_PASSES = 8

/** A pass whose tables are being made. */
export interface RunningPass {
  /** The file for its map; null where no journal can be written. */
  readonly mapFile: string | null
  /** Adds the tables to the record, and reports why the pass differs from the one before. */
  finish(summary: Summary): Promise<void>
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
      async finish({ symbolsRead, symbolsKept, tables, alignment }) {
        const made = { symbols: { read: symbolsRead, kept: symbolsKept }, tables, alignment }
        const last = { ...given, made }
        record = last
        await reportDifference(folder, kept, last, map)
      },
    }
  } catch (error) {
    reportFailure(error)
    return { mapFile: null, async finish() {} }
  }
}

/**
 * Reports what makes a pass differ from the one before. What costs nothing is looked at first, since in most builds
 * nothing differs; the rest is loaded for those where something may.
 */
async function reportDifference(
  folder: string,
  earlier: readonly PassRecord[],
  last: MadePass,
  map: Uint8Array,
): Promise<void> {
  // A pass over an empty map is not compared.
  const passes = [...earlier.filter(isMade), last].filter(({ made }) => made.symbols.kept > 0)
  const before = passes.at(-2)
  if (!before) return
  const differs = !isSameLayout(before, last)
  try {
    if (!differs && isAlike(passes, mapOf(folder, before.pass), map)) return
    const { reportPass } = await import('./report-pass.js')
    reportPass(folder, passes, differs, map)
  } catch (error) {
    const { message } = asIoError(error, mapFileOf(folder, before.pass)) as Error
    const what = differs ? 'table sizes differ from' : 'the map cannot be compared with that of'
    writeError(`kallsyms: ${what} pass ${before.pass}; the cause is unknown: ${message}\n`)
  }
}

function isMade(record: PassRecord): record is MadePass {
  return record.made !== null
}

/** Whether the maps of the last two passes can differ only as the sizes of the tables in their images make them. */
function isAlike(passes: readonly MadePass[], before: Uint8Array, after: Uint8Array): boolean {
  return hasSameTables(passes) ? Buffer.compare(before, after) === 0 : hasSameSymbols(before, after)
}

const NEWLINE = 0x0a
const BLANK = 0x20

/** Whether the lines of two maps are the same but for their addresses. */
function hasSameSymbols(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    while (i < a.length && a[i] !== BLANK && b[i] !== BLANK) i++
    for (; i < a.length && a[i] !== NEWLINE; i++) if (a[i] !== b[i]) return false
    if (a[i] !== b[i]) return false
  }
  return true
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

function reportFailure(error: unknown): void {
  const { path: file = 'its directory' } = error as NodeJS.ErrnoException
  writeError(
    `kallsyms: cannot write the journal of this link: ${(asIoError(error, file) as Error).message}\n`,
  )
}
