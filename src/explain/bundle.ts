/**
 * A bundle: all that an explanation is made from, as data that can be sent to somebody. Reading it gives the same
 * explanation. Names are bytes, one character of Latin-1 each.
 */

import { STABLE_TYPES } from '../compress/types.js'
import type { Dialect } from '../dialect/dialect.js'
import { isDialect } from '../dialect/record.js'
import { KallsymsError } from '../errors.js'
import { resolveOptions } from '../generate/options.js'
import { isTableSize } from '../layout/extents.js'
import type { TableSize } from '../layout/layout.js'
import { ListingReader } from '../nm/listing.js'
import { addressText, textOf } from './compare.js'
import type { ExplainedBuild, ExplainedPass } from './explain.js'

const BUNDLE_SCHEMA = 'kallsyms-bundle/1'

/** What is explained, and what is known beside it. */
export interface BundledBuild {
  readonly passes: readonly ExplainedPass[]
  readonly build: ExplainedBuild
  /** Versions of the programs that made the build, and whatever its sender says. */
  readonly notes: readonly string[]
}

/** The JSON of a bundle. */
interface Bundle {
  readonly schema: typeof BUNDLE_SCHEMA
  readonly chosenBy: string
  readonly dialect: Dialect
  readonly options: ExplainedBuild['options']
  readonly notes: readonly string[]
  readonly goesOn: boolean
  readonly kernel?: string
  readonly passes: readonly {
    readonly name: string
    readonly isFinal: boolean
    readonly tables: readonly TableSize[] | null
    /** Lines as nm prints them. */
    readonly map: string
    /** Names that are too long for the table, which the map has no lines for. */
    readonly tooLong: readonly string[]
  }[]
}

/** @param rename gives each name the one that takes its place; the same for all maps */
export function bundleAsJson(
  { passes, build, notes }: BundledBuild,
  rename: (name: string) => string = name => name,
): string {
  const { chosenBy, dialect, options, kernel, goesOn = false } = build
  const bundle: Bundle = {
    schema: BUNDLE_SCHEMA,
    chosenBy,
    dialect,
    options,
    notes,
    goesOn,
    ...(kernel !== undefined && { kernel }),
    passes: passes.map(({ name, isFinal, tables, listing: { table, wordBytes, tooLong } }) => {
      const lines: string[] = []
      for (let symbol = 0; symbol < table.count; symbol++) {
        const text = textOf(table, symbol)
        const address = addressText(table, symbol).padStart(2 * (wordBytes ?? 8), '0')
        lines.push(`${address} ${text[0]} ${rename(text.slice(1))}\n`)
      }
      return { name, isFinal, tables, map: lines.join(''), tooLong: tooLong.map(rename) }
    }),
  }
  return JSON.stringify(bundle)
}

/** @throws {KallsymsError} `bad-input` if it is no bundle, or a damaged one */
export function readBundle(json: string): BundledBuild {
  const bundle = parsed(json)
  const { dialect, options, chosenBy, notes, goesOn, kernel } = bundle
  const passes = bundle.passes.map(({ name, isFinal, tables, map, tooLong }): ExplainedPass => {
    const reader = new ListingReader(dialect.nameLimit)
    for (const line of map.split('\n')) if (line !== '') reader.add(line)
    const listing = reader.finish()
    return { name, isFinal, tables, listing: { ...listing, tooLong: [...listing.tooLong, ...tooLong] } }
  })
  return {
    passes,
    notes,
    build: { dialect, options, chosenBy, goesOn, ...(kernel !== undefined && { kernel }) },
  }
}

function parsed(json: string): Bundle {
  let bundle: unknown
  try {
    bundle = JSON.parse(json)
  } catch {
    throw damaged('it is not JSON')
  }
  const { schema, chosenBy, dialect, options, notes, goesOn, kernel, passes } = (bundle ??
    {}) as Partial<Bundle>
  if (schema !== BUNDLE_SCHEMA) throw damaged(`its schema is not ${BUNDLE_SCHEMA}`)
  if (!isDialect(dialect)) throw damaged('its dialect is not valid')
  if (!Array.isArray(passes) || !passes.every(isPass)) throw damaged('its passes are not valid')
  if (kernel !== undefined && typeof kernel !== 'string') throw damaged('its kernel is not valid')
  if (typeof goesOn !== 'boolean') throw damaged('it does not say whether the build goes on')
  if (typeof chosenBy !== 'string' || !isStrings(notes)) throw damaged('its notes are not valid')
  requireOptions(dialect, options)
  return bundle as Bundle
}

/** Options of the generator that are none of a build. */
const NOT_RECORDED = ['dialect', 'previous', 'report', 'onStage']

function requireOptions(dialect: Dialect, options: ExplainedBuild['options'] | undefined): void {
  const isValid =
    typeof options === 'object' &&
    options !== null &&
    !Array.isArray(options) &&
    !NOT_RECORDED.some(option => option in options)
  if (!isValid || (options.stabilise !== undefined && !STABLE_TYPES.includes(options.stabilise))) {
    throw damaged('its options are not valid')
  }
  try {
    resolveOptions({ ...options, dialect })
  } catch (error) {
    throw damaged((error as Error).message)
  }
}

function isPass(value: unknown): boolean {
  const { name, isFinal, tables, map, tooLong } = (value ?? {}) as Partial<Bundle['passes'][number]>
  return (
    typeof name === 'string' &&
    typeof isFinal === 'boolean' &&
    typeof map === 'string' &&
    isStrings(tooLong) &&
    (tables === null || (Array.isArray(tables) && tables.every(isTableSize)))
  )
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string')
}

function damaged(why: string): KallsymsError {
  return new KallsymsError('bad-input', `this bundle cannot be read: ${why}`)
}
