/**
 * The journal of a link: the map of each pass, the options, and the table sizes. A kernel's build removes its files when
 * its check fails; the journal then shows why the passes differ.
 *
 * It is a directory with two files per pass, `.pass-N.map.gz.tmp` and `.pass-N.json.tmp`: names that the `make clean` of
 * every kernel tree removes. The JSON is written last: a pass without it does not count.
 */
import fs from 'node:fs'
import path from 'node:path'
import { STABLE_TYPES } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import { isDialect } from '../dialect/record.js'
import type { GenerateOptions, OriginalOptions, StableOptions } from '../generate/options.js'
import { extentsOf, isSameExtents, isTableSize } from '../layout/extents.js'
import type { TableSize } from '../layout/layout.js'
import { gunzip } from './gzip.js'
import { type RegularFileOptions, readRegularFile } from './regular-file.js'

/** Where the makefile for kernel builds keeps the journal, in the output directory of the build. */
export const JOURNAL = '.tmp_for_kallsyms'

/** The JSON of a pass. */
export interface PassRecord {
  readonly version: typeof VERSION
  /** From 1; 0 for the pass over an empty map that builds from 6.11 on begin with. */
  readonly pass: number
  /** The command line. */
  readonly arguments: readonly string[]
  /** The map's file; null for standard input. */
  readonly map: string | null
  readonly dialect: Dialect
  readonly options: OriginalOptions & Omit<StableOptions, 'previous'> & Pick<GenerateOptions, 'compact'>
  /** The tables; null where the run failed. */
  readonly made: {
    readonly symbols: { readonly read: number; readonly kept: number }
    readonly tables: readonly TableSize[]
    /** Of the tables, in bytes. */
    readonly alignment: number
  } | null
}

/** A pass whose tables were made. */
export type MadePass = PassRecord & { readonly made: NonNullable<PassRecord['made']> }

/** Whether the tables of two passes have the same extents, so that what follows them is at the same place. */
export function isSameLayout({ made: before }: MadePass, { made: after }: MadePass): boolean {
  return isSameExtents(extentsOf(before.tables, before.alignment), extentsOf(after.tables, after.alignment))
}

/** Whether the images of the last two passes have tables of the same extents: those of the passes before. */
export function hasSameTables(passes: readonly MadePass[]): boolean {
  const [beforeThat, before] = passes.slice(-3)
  return passes.length > 2 && isSameLayout(beforeThat as MadePass, before as MadePass)
}

/** Larger than any record or compressed map. The journal has no links. */
const OF_JOURNAL: RegularFileOptions = { largest: 1 << 28, followLinks: false }

/** Of the format. */
export const VERSION = 1

/** The passes of a journal in order; none where there is no journal. Files that are not valid are skipped. */
export function readPasses(folder: string): PassRecord[] {
  const passes = filesOf(folder)
    .filter(({ kind }) => kind === 'json')
    .flatMap(({ name, pass }) => {
      try {
        const record: unknown = JSON.parse(readRegularFile(path.join(folder, name), OF_JOURNAL).toString())
        return isPassRecord(record) && record.pass === pass ? [record] : []
      } catch {
        return []
      }
    })
  return passes.sort((a, b) => a.pass - b.pass)
}

/** Checks what is used of a record. */
function isPassRecord(value: unknown): value is PassRecord {
  const record = value as PassRecord | null
  if (typeof record !== 'object' || record === null || record.version !== VERSION) return false
  const { pass, dialect, options, made } = record
  if (!Number.isInteger(pass) || !isDialect(dialect)) return false
  if (typeof options !== 'object' || options === null) return false
  if (options.stabilise !== undefined && !STABLE_TYPES.includes(options.stabilise)) return false
  return (
    made === null ||
    (Array.isArray(made?.tables) &&
      made.tables.every(isTableSize) &&
      (made.alignment === 4 || made.alignment === 8) &&
      Number.isInteger(made.symbols?.kept))
  )
}

/**
 * The map of a pass.
 *
 * @throws an error of the file system, or {KallsymsError} `io` where the file is damaged
 */
export function mapOf(folder: string, pass: number): Uint8Array {
  const file = mapFileOf(folder, pass)
  return gunzip(readRegularFile(file, OF_JOURNAL), file)
}

/** The file with the map of a pass. */
export function mapFileOf(folder: string, pass: number): string {
  return path.join(folder, `.pass-${pass}.map.gz.tmp`)
}

/** The file with the record of a pass. */
export function recordFileOf(folder: string, pass: number): string {
  return path.join(folder, `.pass-${pass}.json.tmp`)
}

export interface JournalFile {
  readonly name: string
  readonly pass: number
  readonly kind: 'map.gz' | 'json'
}

/** The files of a journal; its directory may have others. */
export function filesOf(folder: string): JournalFile[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return names.flatMap(name => {
    const [, pass, kind] = /^\.pass-(\d+)\.(map\.gz|json)\.tmp$/.exec(name) ?? []
    return pass === undefined ? [] : [{ name, pass: Number(pass), kind: kind as JournalFile['kind'] }]
  })
}
