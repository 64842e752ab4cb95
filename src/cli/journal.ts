/**
 * The journal of a link: what each pass was given and what it made of it. A kernel's build removes its own traces when
 * its check fails, so this is what tells afterwards why the passes did not agree.
 *
 * It is a folder with two files a pass, `.pass-N.map.gz.tmp` and `.pass-N.json.tmp`: names that the `make clean` of
 * every kernel tree removes. The first pass of a link removes those of the link before; passes that are repeated when
 * make goes on with a link are added to it. The map is compressed on another thread while the table is made, and is
 * kept too when that fails. Whatever goes wrong with a journal is told of, and is no reason to stop a build.
 */
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { STABLE_TYPES } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import { isDialect } from '../dialect/record.js'
import { changesBetween, type PassSymbols, symbolsOfPass } from '../explain/changes.js'
import { differingTables, sizeNotice } from '../explain/notice.js'
import type { Summary } from '../generate/generate.js'
import type { GenerateOptions, OriginalOptions, StableOptions } from '../generate/options.js'
import { passOfMap } from '../kbuild/pass-files.js'
import type { TableSize } from '../layout/layout.js'
import { parse } from '../nm/parse.js'
import { asIoError, writeError } from './io.js'
import { hasTables } from './map-names.js'

/** What is kept of a pass beside its map. */
export interface PassRecord {
  /** Of this format. */
  readonly version: 1
  /** Counted from 1; 0 for the pass over an empty map with which newer builds begin. */
  readonly pass: number
  /** The arguments as they were given. */
  readonly arguments: readonly string[]
  /** The map's file; null for standard input. */
  readonly map: string | null
  readonly dialect: Dialect
  readonly options: OriginalOptions & Omit<StableOptions, 'previous'> & Pick<GenerateOptions, 'compact'>
  /** What was made; null where the run failed. */
  readonly made: {
    readonly symbols: { readonly read: number; readonly kept: number }
    readonly tables: readonly TableSize[]
    /** What the tables are aligned to, in bytes. */
    readonly alignment: number
  } | null
}

const VERSION = 1

/** More passes than this are made by no build that comes to rest: of those that do not, the last ones are kept. */
const MOST_PASSES = 8

/** A pass that is being made. */
export interface RunningPass {
  /** The file that its map will be in; null where no journal can be kept. */
  readonly mapFile: string | null
  /** Adds what was made, and tells of tables that are not as large as in the pass before. */
  finish(summary: Summary): void
}

/**
 * Begins a pass. Its files are written when the program comes to its end, however it does.
 *
 * @param map must not change any more
 * @param mapFile its name, or null for standard input
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
    const kept = earlier.slice(1 - MOST_PASSES)
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

    // With room for all of it at once there is one piece of work, which needs nothing of this thread.
    promisify(gzip)(map, { level: 1, chunkSize: map.length + (map.length >> 8) + 1024 })
      .then(compressed => {
        // The record comes last: with it the pass is there.
        fs.writeFileSync(fileOf(folder, pass, MAP), compressed)
        fs.writeFileSync(fileOf(folder, pass, RECORD), `${JSON.stringify(record)}\n`)
      })
      .catch(tellFailure)
    return {
      mapFile: fileOf(folder, pass, MAP),
      finish({ symbolsRead, symbolsKept, tables, alignment }) {
        record = { ...given, made: { symbols: { read: symbolsRead, kept: symbolsKept }, tables, alignment } }
        const before = kept.at(-1)
        if (before) tellDifference(folder, before, record, map)
      },
    }
  } catch (error) {
    tellFailure(error)
    return { mapFile: null, finish() {} }
  }
}

function tellDifference(folder: string, before: PassRecord, after: PassRecord, map: Uint8Array): void {
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
    const changes = changesBetween(symbolsOf(before, mapOf(folder, before)), symbolsOf(after, map))
    const notice = sizeNotice(old, now, differing, changes)
    writeError(`kallsyms: ${notice}; all of it: ${explainCommand(folder)}\n`)
  } catch (error) {
    const { message } = asIoError(error, fileOf(folder, before.pass, MAP)) as Error
    writeError(
      `kallsyms: tables are not as large as in pass ${before.pass}, and why cannot be told: ${message}\n`,
    )
  }
}

/** The passes of a journal in their order; none where there is no journal. What is no record is passed over. */
export function readPasses(folder: string): PassRecord[] {
  const passes = filesOf(folder)
    .filter(({ kind }) => kind === RECORD)
    .flatMap(({ name, pass }) => {
      try {
        const record: unknown = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))
        return isPassRecord(record) && record.pass === pass ? [record] : []
      } catch {
        return []
      }
    })
  return passes.sort((a, b) => a.pass - b.pass)
}

/** Whether what was read is a record, as far as anything is made of it. */
function isPassRecord(value: unknown): value is PassRecord {
  const record = value as PassRecord | null
  if (typeof record !== 'object' || record === null || record.version !== VERSION) return false
  const { pass, dialect, options, made } = record
  if (!Number.isInteger(pass) || !isDialect(dialect)) return false
  if (typeof options !== 'object' || options === null) return false
  if (options.stabilise !== undefined && !STABLE_TYPES.includes(options.stabilise)) return false
  const isSize = ({ label, bytes, padding }: TableSize): boolean =>
    typeof label === 'string' && Number.isInteger(bytes) && Number.isInteger(padding)
  return (
    made === null ||
    (Array.isArray(made?.tables) &&
      made.tables.every(isSize) &&
      (made.alignment === 4 || made.alignment === 8) &&
      Number.isInteger(made.symbols?.kept))
  )
}

/** The file with the map of a pass, compressed. */
export function mapFileOf(folder: string, { pass }: Pick<PassRecord, 'pass'>): string {
  return fileOf(folder, pass, MAP)
}

/** The map of a pass. */
export function mapOf(folder: string, { pass }: Pick<PassRecord, 'pass'>): Uint8Array {
  return gunzipSync(fs.readFileSync(mapFileOf(folder, { pass })))
}

const MAP = 'map.gz'
const RECORD = 'json'

function fileOf(folder: string, pass: number, kind: string): string {
  return path.join(folder, `.pass-${pass}.${kind}.tmp`)
}

/** The files of a journal: other things may be in its folder. */
function filesOf(folder: string): { readonly name: string; readonly pass: number; readonly kind: string }[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return names.flatMap(name => {
    const [, pass, kind] = /^\.pass-(\d+)\.(map\.gz|json)\.tmp$/.exec(name) ?? []
    return pass === undefined || kind === undefined ? [] : [{ name, pass: Number(pass), kind }]
  })
}

function removeOthers(folder: string, kept: readonly PassRecord[]): void {
  for (const { name, pass } of filesOf(folder)) {
    if (!kept.some(each => each.pass === pass)) fs.rmSync(path.join(folder, name), { force: true })
  }
}

/** Which pass of its link a map belongs to: its name tells, or that it has the tables of a pass before. */
function passNumber(file: string | null, map: Uint8Array, passes: readonly PassRecord[]): number {
  if (map.length === 0) return 0
  const named = file === null ? null : (passOfMap(file)?.pass ?? null)
  if (named !== null) return named
  return hasTables(map) ? (passes.at(-1)?.pass ?? 0) + 1 : 1
}

/** Whether a link begins with the pass. */
function isFirst(number: number, passes: readonly PassRecord[]): boolean {
  return number === 0 || (number === 1 && passes[0]?.pass !== 0)
}

/** A command line for the user to copy. */
function explainCommand(folder: string): string {
  const quoted = (word: string): string =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
  return `${quoted(process.argv[1] as string)} explain ${quoted(path.resolve(folder))}`
}

function tellFailure(error: unknown): void {
  const { path: file = 'its folder' } = error as NodeJS.ErrnoException
  writeError(`kallsyms: the journal of this link is not kept: ${(asIoError(error, file) as Error).message}\n`)
}
