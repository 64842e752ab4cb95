/** The options of the C tool: their definitions, and their values as the generator's options. */
import { OPTIONS, type OptionName } from '../dialect/dialect.js'
import { releasesWithOption, requireOption } from '../dialect/history.js'
import type { GenerateOptions } from '../generate/options.js'
import { type HexNumber, isSpace, readHex } from '../nm/number.js'
import type { Address } from '../symbols/address.js'
import type { ChosenDialect } from './choose-dialect.js'

/** What commander makes of them. */
export interface CFlags {
  readonly allSymbols?: boolean
  readonly symbolPrefix?: string
  readonly pageOffset?: string
  readonly absolutePercpu?: boolean
  readonly baseRelative?: boolean
  readonly ltoClang?: boolean
  readonly uncompressed?: boolean
  readonly pcRelative?: boolean
}

const HELP: Record<OptionName, readonly [value: string, description: string]> = {
  'all-symbols': ['', 'include symbols outside text sections'],
  'symbol-prefix': [' <c>', 'character that the architecture puts before every symbol'],
  'page-offset': [' <hex>', 'leave out symbols below this address'],
  'absolute-percpu': ['', 'keep percpu addresses absolute'],
  'base-relative': ['', 'write offsets from a base instead of addresses'],
  'lto-clang': ['', 'cut suffixes of clang for the order by name'],
  uncompressed: ['', 'do not compress names'],
  'pc-relative': ['', 'write offsets relative to their own address'],
}

/** An option as commander defines it, with the kernels that have it in the description. */
export function cOptionHelp(option: OptionName): [flags: string, description: string] {
  const [value, description] = HELP[option]
  return [`--${option}${value}`, `${description} (${releasesWithOption(option)})`]
}

/** Commander's name of an option. */
export function flagOf(option: OptionName): keyof CFlags {
  return option.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof CFlags
}

/**
 * The generator's options.
 *
 * @throws {KallsymsError} `usage` for an option that the dialect's tool does not have
 */
export function generateOptions(
  flags: CFlags,
  { dialect, by }: Pick<ChosenDialect, 'dialect' | 'by'>,
): GenerateOptions {
  for (const option of OPTIONS) {
    if (flags[flagOf(option)] !== undefined)
      requireOption(dialect, option, `the C tool of this kernel (${by})`)
  }
  const { symbolPrefix, pageOffset } = flags
  const prefix = symbolPrefix === undefined ? -1 : prefixByte(symbolPrefix)
  const { allSymbols, absolutePercpu, baseRelative, ltoClang, pcRelative, uncompressed } = flags
  return {
    dialect,
    ...(allSymbols && { allSymbols }),
    ...(absolutePercpu && { absolutePercpu }),
    ...(baseRelative && { baseRelative }),
    ...(ltoClang && { ltoClang }),
    ...(pcRelative && { pcRelative }),
    ...(uncompressed && { uncompressed }),
    ...(prefix >= 0 && { symbolPrefix: prefix }),
    ...(pageOffset !== undefined && { pageOffset: pageOffsetOf(pageOffset) }),
  }
}

/** The options as arguments of the C tool. */
export function cArguments(flags: CFlags): string[] {
  return OPTIONS.flatMap(option => {
    const value = flags[flagOf(option)]
    if (value === undefined) return []
    return [typeof value === 'string' ? `--${option}=${value}` : `--${option}`]
  })
}

/** The byte that `--symbol-prefix=` names: the first one, or the one between two quotes; -1 for none. */
function prefixByte(value: string): number {
  const bytes = Buffer.from(value)
  const quote = bytes[0]
  const isQuoted = (quote === 0x22 || quote === 0x27) && bytes[2] === quote
  return bytes[isQuoted ? 1 : 0] ?? -1
}

/** The address that `--page-offset=` names, as strtoull() reads it: what is not a number is 0. */
function pageOffsetOf(value: string): Address {
  const bytes = Buffer.from(value)
  const number: HexNumber = { high: 0, low: 0 }
  let at = 0
  while (at < bytes.length && isSpace(bytes[at] as number)) at++
  readHex(bytes, at, bytes.length, false, number)
  return number
}
