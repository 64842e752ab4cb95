/**
 * The journal of a link: what each pass was given and what it made of it. A kernel's build removes its own traces when
 * its check fails, so this is what tells afterwards why the passes did not agree.
 *
 * It is a folder with two files a pass, `.pass-N.map.gz.tmp` and `.pass-N.json.tmp`: names that the `make clean` of
 * every kernel tree removes. The first pass of a link removes those of the link before. The map is compressed on another
 * thread while the table is made. Whatever goes wrong with a journal is told of, and is no reason to stop a build.
 */
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import type { Dialect } from '../dialect/dialect.js'
import { changesBetween, type PassSymbols, symbolsOfPass } from '../explain/changes.js'
import { differingTables, sizeNotice } from '../explain/notice.js'
import type { TableSize } from '../layout/layout.js'
import { parse } from '../nm/parse.js'
import type { GenerateOptions, OriginalOptions, StableOptions, Summary } from '../pipeline.js'
import { hasTables, passInName } from './build-maps.js'
import { writeError } from './io.js'

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
  readonly options: OriginalOptions & Omit<StableOptions, 'previous'>
  readonly symbols: { readonly read: number; readonly kept: number }
  readonly tables: readonly TableSize[]
  /** What the tables are aligned to, in bytes. */
  readonly alignment: number
}

const VERSION = 1

/** More passes than this are made by no build that comes to rest: of those that do not, the last ones are kept. */
const MOST_PASSES = 8

/** Begins the work for a pass over a map, which must not change any more. */
export function begin(folder: string, map: Uint8Array): Journal {
  return new Journal(folder, map)
}

class Journal {
  private readonly compressed: Promise<Buffer>

  constructor(
    private readonly folder: string,
    private readonly map: Uint8Array,
  ) {
    // With room for all of it at once there is one piece of work, which needs nothing of this thread.
    this.compressed = promisify(gzip)(map, { level: 1, chunkSize: map.length + (map.length >> 8) + 1024 })
    // Nobody asks for it after a run that fails.
    this.compressed.catch(() => {})
  }

  /**
   * Adds the pass, and tells of tables that are not as large as in the pass before. The files are written when the
   * program comes to its end.
   */
  add(dialect: Dialect, options: GenerateOptions, summary: Summary, mapFile: string | null): void {
    try {
      fs.mkdirSync(this.folder, { recursive: true })
      const passes = readPasses(this.folder)
      const number = passNumber(mapFile, this.map, passes)
      const earlier = isFirst(number, passes) ? [] : passes.filter(each => each.pass < number)
      const kept = earlier.slice(1 - MOST_PASSES)
      removeOthers(this.folder, kept)

      const record: PassRecord = {
        version: VERSION,
        pass: number,
        arguments: process.argv.slice(2),
        map: mapFile,
        dialect,
        options: withoutBytes(options),
        symbols: { read: summary.symbolsRead, kept: summary.symbolsKept },
        tables: summary.tables,
        alignment: summary.alignment,
      }
      this.compressed.then(compressed => this.write(record, compressed)).catch(tellFailure)
      const before = kept.at(-1)
      if (before) this.tell(before, record)
    } catch (error) {
      tellFailure(error)
    }
  }

  private write(record: PassRecord, compressed: Uint8Array): void {
    // The record comes last: with it the pass is there.
    fs.writeFileSync(fileOf(this.folder, record.pass, MAP), compressed)
    fs.writeFileSync(fileOf(this.folder, record.pass, RECORD), `${JSON.stringify(record)}\n`)
  }

  private tell(before: PassRecord, after: PassRecord): void {
    const differing = differingTables(before, after)
    if (before.symbols.kept === 0 || differing.length === 0) return
    const symbolsOf = ({ dialect, options }: PassRecord, map: Uint8Array): PassSymbols =>
      symbolsOfPass(
        parse(map, dialect, () => {}),
        dialect,
        options,
      )
    const changes = changesBetween(symbolsOf(before, mapOf(this.folder, before)), symbolsOf(after, this.map))
    const notice = sizeNotice(before, after, differing, changes)
    writeError(`kallsyms: ${notice}; all of it: ${explainCommand(this.folder)}\n`)
  }
}

/** The passes of a journal in their order; none where there is no journal. What is no record is passed over. */
export function readPasses(folder: string): PassRecord[] {
  const passes = filesOf(folder)
    .filter(({ kind }) => kind === RECORD)
    .flatMap(({ name }) => {
      try {
        const record = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as PassRecord
        return record.version === VERSION && Number.isInteger(record.pass) ? [record] : []
      } catch {
        return []
      }
    })
  return passes.sort((a, b) => a.pass - b.pass)
}

/** The file with the map of a pass, compressed. */
export function mapFileOf(folder: string, { pass }: Pick<PassRecord, 'pass'>): string {
  return fileOf(folder, pass, MAP)
}

/** The map of a pass. */
export function mapOf(folder: string, { pass }: Pick<PassRecord, 'pass'>): Uint8Array {
  return gunzipSync(fs.readFileSync(mapFileOf(folder, { pass })))
}

/** What can be written down of the options. */
function withoutBytes({ dialect: _, previous: __, ...options }: GenerateOptions): PassRecord['options'] {
  return options
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
  const named = file === null ? null : passInName(file)
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
  writeError(`kallsyms: the journal of this link is not kept: ${(error as Error).message}\n`)
}
