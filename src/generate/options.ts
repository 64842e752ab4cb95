/**
 * The options of a run: as callers give them, and as the stages take them, checked and in the dialect's terms.
 *
 * The stages know no defaults and no combinations of options: those are decided here. Code that runs single stages, such
 * as `explain` and the lab, resolves the options of a build here too, so that tables are always measured in the form that
 * they are written in.
 */
import { STABLE_TYPES, type StableTypes } from '../compress/types.js'
import { addressForm, type Dialect, type OptionName } from '../dialect/dialect.js'
import { requireOption } from '../dialect/history.js'
import { faultOf } from '../dialect/record.js'
import { newestRelease } from '../dialect/resolve.js'
import type { EmitOptions } from '../emit/assembly.js'
import type { IncludedFile } from '../emit/included.js'
import { KallsymsError } from '../errors.js'
import { tableLabels } from '../layout/format.js'
import { MAX_HEADROOM } from '../layout/headroom.js'
import type { LayoutOptions } from '../layout/layout.js'
import type { Report } from '../problem.js'
import { byNameCut } from '../select/by-name.js'
import type { SelectOptions } from '../select/select.js'
import { type Address, isAddress, ZERO } from '../symbols/address.js'

export interface GenerateOptions extends OriginalOptions, StableOptions {
  /**
   * Write text that makes the same object as the exact one, and that assemblers read several times faster: bytes as
   * long strings, numbers in lists, no comments.
   */
  readonly compact?: boolean
  /**
   * For dialects whose names, tokens and order by name are in a file of their own: its name in the text, and what takes
   * its bytes. Without it they are in the text, which makes the same object.
   */
  readonly included?: IncludedFile
  /** The format to write; that of the newest kernel if not given. */
  readonly dialect?: Dialect
  /** Called for symbols that are skipped and the like; the run goes on. */
  readonly report?: Report
  /** Called when a stage begins, for timing. */
  readonly onStage?: (stage: StageName) => void
}

/** The options of the C tool, by their names without dashes; each needs a dialect that has it. */
export interface OriginalOptions {
  /** Keep all symbols, not only those in text ranges. */
  readonly allSymbols?: boolean
  /** Write the addresses of the percpu area as absolute ones. */
  readonly absolutePercpu?: boolean
  /** Write 32-bit offsets and a base instead of full addresses. */
  readonly baseRelative?: boolean
  /** Cut the suffixes that clang's link-time optimisation adds, for the order by name. */
  readonly ltoClang?: boolean
  /** Write offsets relative to their own place. */
  readonly pcRelative?: boolean
  /** Leave names as they are, without token tables. */
  readonly uncompressed?: boolean
  /** The byte, 1 to 255, that the architecture puts before every symbol. */
  readonly symbolPrefix?: number
  /** Leave out symbols below this address. */
  readonly pageOffset?: Address
}

/** Options that make the sizes of the tables independent of the layout; every dialect has them. */
export interface StableOptions {
  /**
   * Compress names without regard to their type letters; exact output if not given. `literal` keeps the letters. `fold`
   * replaces those of all symbols that are not weak by `T` or `t`, also in /proc/kallsyms: tools which go by the letter
   * (drgn, crash, bpftrace, pwndbg) then take data for functions.
   */
  readonly stabilise?: StableTypes
  /** Make no table smaller than it was in the previous pass, that is, in the image that the map was made from. */
  readonly holdSizes?: boolean
  /**
   * Padding in the first pass that has symbols, so that later growth fits: this many bytes after each table that can
   * grow, or `auto`: estimated from the layout-dependent symbols of the map. Implies `holdSizes`.
   */
  readonly headroom?: number | 'auto'
  /** The assembly of the previous pass, for maps without the tables' labels. Implies `holdSizes`. */
  readonly previous?: Uint8Array
}

/** The stages in their order, and the end. */
export type StageName = 'parse' | 'select' | 'compress' | 'by-name' | 'lay-out' | 'emit' | 'done'

/** Options as the stages take them. */
export interface ResolvedOptions extends SelectOptions, LayoutOptions, EmitOptions {
  /** Names are cut at the first such text for the order by name; null: nowhere. */
  readonly byNameCut: string | null
  /** Whether no table may be smaller than in the previous pass. */
  readonly holdsSizes: boolean
  /** Bytes after each table that can grow, `auto`, or null for none. */
  readonly headroom: number | 'auto' | null
  /** The assembly of the previous pass; null: the map has the sizes. */
  readonly previous: Uint8Array | null
}

/**
 * Checks options and resolves them against their dialect.
 *
 * @throws {KallsymsError} `usage` for an option that the dialect does not have, and for a value out of range
 */
export function resolveOptions(options: GenerateOptions): ResolvedOptions {
  requireKnown(options)
  const dialect = options.dialect ?? newestRelease().dialect
  const fault = faultOf(dialect)
  if (fault !== null) throw new KallsymsError('usage', `dialect ${fault}`)
  requireOptions(options, dialect)
  requireValues(options)
  const { stabilise, headroom = null, previous = null } = options
  const form = addressForm(dialect, {
    baseRelative: options.baseRelative === true,
    pcRelative: options.pcRelative === true,
  })
  const isCompressed = options.uncompressed !== true
  return {
    dialect,
    allSymbols: options.allSymbols === true,
    absolutePercpu: options.absolutePercpu === true,
    addressForm: form,
    symbolPrefix: options.symbolPrefix ?? -1,
    pageOffset: options.pageOffset ?? ZERO,
    types: stabilise ?? 'exact',
    isCompressed,
    byNameCut: byNameCut(dialect, options.ltoClang === true),
    labels: tableLabels(dialect, form, isCompressed),
    holdsSizes: options.holdSizes === true || headroom !== null || previous !== null,
    headroom,
    previous,
    included: dialect.bytesIn === 'file' ? (options.included ?? null) : null,
    compact: options.compact === true,
  }
}

function requireOptions(options: OriginalOptions, dialect: Dialect): void {
  const given: readonly (readonly [OptionName, boolean | undefined])[] = [
    ['all-symbols', options.allSymbols],
    ['absolute-percpu', options.absolutePercpu],
    ['base-relative', options.baseRelative],
    ['lto-clang', options.ltoClang],
    ['pc-relative', options.pcRelative],
    ['uncompressed', options.uncompressed],
    ['symbol-prefix', options.symbolPrefix !== undefined],
    ['page-offset', options.pageOffset !== undefined],
  ]
  for (const [option, isGiven] of given) if (isGiven) requireOption(dialect, option, 'this dialect')
}

/** The types of all options. */
const TYPES: Readonly<Record<keyof GenerateOptions, readonly string[]>> = {
  dialect: ['object'],
  included: ['object'],
  report: ['function'],
  onStage: ['function'],
  compact: ['boolean'],
  allSymbols: ['boolean'],
  absolutePercpu: ['boolean'],
  baseRelative: ['boolean'],
  ltoClang: ['boolean'],
  pcRelative: ['boolean'],
  uncompressed: ['boolean'],
  symbolPrefix: ['number'],
  pageOffset: ['object'],
  stabilise: ['string'],
  holdSizes: ['boolean'],
  headroom: ['number', 'string'],
  previous: ['object'],
}

/** A misspelt option would make another table without a word. */
function requireKnown(options: GenerateOptions): void {
  const isRecord = typeof options === 'object' && options !== null && !Array.isArray(options)
  if (!isRecord || ArrayBuffer.isView(options) || (options as object) instanceof ArrayBuffer) {
    throw new TypeError('the options are an object with the names of options')
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(TYPES, name))
      throw new KallsymsError('usage', `unknown option ${JSON.stringify(name)}`)
    const types = TYPES[name as keyof GenerateOptions]
    if (value === undefined || (value !== null && types.includes(typeof value))) continue
    throw new KallsymsError(
      'usage',
      `${name} is of type ${types.join(' or ')}, not ${value === null ? value : typeof value}`,
    )
  }
}

/** What a caller without types may get wrong. */
function requireValues({ symbolPrefix, pageOffset, stabilise, headroom }: GenerateOptions): void {
  if (symbolPrefix !== undefined && !isWithin(symbolPrefix, 1, 0xff)) {
    throw new KallsymsError('usage', `symbolPrefix is one byte, 1 to 255, not ${symbolPrefix}`)
  }
  if (pageOffset && !isAddress(pageOffset)) {
    throw new KallsymsError('usage', 'pageOffset is two unsigned halves of 32 bits')
  }
  if (stabilise !== undefined && !STABLE_TYPES.includes(stabilise)) {
    throw new KallsymsError('usage', `stabilise is one of ${STABLE_TYPES.join(', ')}, not ${stabilise}`)
  }
  if (typeof headroom === 'string' && headroom !== 'auto') {
    throw new KallsymsError('usage', `headroom is a number of bytes or auto, not ${headroom}`)
  }
  if (typeof headroom === 'number' && !isWithin(headroom, 0, MAX_HEADROOM)) {
    throw new KallsymsError('usage', `headroom is a number of bytes up to ${MAX_HEADROOM}, not ${headroom}`)
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
