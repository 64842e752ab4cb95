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
import { changesBetween, type PassSymbols, symbolsOfPass } from '../explain/changes.js'
import { differingTables, sizeNotice } from '../explain/notice.js'
import type { Summary } from '../generate/generate.js'
import type { GenerateOptions } from '../generate/options.js'
import { passOfMap } from '../kbuild/pass-files.js'
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
  /** Adds the tables to the record, and reports those whose size differs from the previous pass. */
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
        record = { ...given, made: { symbols: { read: symbolsRead, kept: symbolsKept }, tables, alignment } }
        const previous = kept.at(-1)
        if (previous) reportDifference(folder, previous, record, map)
      },
    }
  } catch (error) {
    reportFailure(error)
    return { mapFile: null, finish() {} }
  }
}

function reportDifference(folder: string, before: PassRecord, after: PassRecord, map: Uint8Array): void {
  if (!before.made || !after.made || before.made.symbols.kept === 0) return
  const [old, now] = [
    { ...before, ...before.made },
    { ...after, ...after.made },
  ] as const
  const differing = differingTables(old, now)
  if (differing.length === 0) return
  const symbolsOf = ({ dialect, options }: PassRecord, bytes: Uint8Array): PassSymbols =>
    symbolsOfPass(
      parse(bytes, dialect, () => {}),
      dialect,
      options,
    )
  try {
    const changes = changesBetween(symbolsOf(before, mapOf(folder, before.pass)), symbolsOf(after, map))
    const notice = sizeNotice(old, now, differing, changes)
    writeError(`kallsyms: ${notice}; details: ${explainCommand(folder)}\n`)
  } catch (error) {
    const { message } = asIoError(error, mapFileOf(folder, before.pass)) as Error
    writeError(`kallsyms: table sizes differ from pass ${before.pass}; the cause is unknown: ${message}\n`)
  }
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
