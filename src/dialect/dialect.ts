/**
 * A kernel version as data: everything in which the releases of `scripts/kallsyms` differ.
 *
 * A dialect says what the C tool of a release does, not how our stages do it. Stages ask for a feature
 * (`dialect.nameLength === 'uleb128'`), never for a version, so that a source that mixes features of several releases,
 * such as that of a stable or vendor tree, is just another record.
 */

/** The C tool's own options, by their long names. */
export const OPTIONS = [
  'all-symbols',
  'symbol-prefix',
  'page-offset',
  'absolute-percpu',
  'base-relative',
  'lto-clang',
  'uncompressed',
  'pc-relative',
] as const

export type OptionName = (typeof OPTIONS)[number]

/** A name of this length is skipped with a warning. */
export interface NameLimit {
  /** Bytes. */
  readonly limit: number
  /** A name is too long when `length operator limit` holds. */
  readonly operator: '>' | '>='
  /** What the warning puts between the length and the limit. */
  readonly word: 'vs' | '>='
}

/** Names that the tool ignores regardless of type and address. All lists are sorted; their order has no meaning. */
export interface IgnoreRules {
  readonly names: readonly string[]
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  readonly substrings: readonly string[]
}

/** Rules from lists in any order; missing lists are empty. */
export function ignoreRules(lists: Partial<IgnoreRules>): IgnoreRules {
  const sorted = (list: readonly string[] = []): readonly string[] => [...list].sort()
  return {
    names: sorted(lists.names),
    prefixes: sorted(lists.prefixes),
    suffixes: sorted(lists.suffixes),
    substrings: sorted(lists.substrings),
  }
}

/** A range of text, given by the symbols at its start and end. */
export interface TextRange {
  readonly start: string
  readonly end: string
  /** Whether other symbols at the address of the end symbol are outside. */
  readonly guarded: boolean
}

/** The offsets table, and the base of its entries. */
export interface RelativeBase {
  /** Whether offsets always replace addresses, or only with `--base-relative`. */
  readonly when: 'option' | 'always'
  /**
   * Which address is the base: the lowest of all symbols read, before any filter and without percpu-absolute ones, where
   * it is 2^64-1 without such symbols (`lowest-read`) or 0 (`first-read`); that of the first symbol of the table that is
   * not percpu-absolute; or that of the first symbol of the table.
   */
  readonly from: 'lowest-read' | 'first-read' | 'first-relative' | 'first'
  /** Whether the base is printed as `_text - x` even if x wraps around. */
  readonly alwaysMinus: boolean
}

/**
 * A rule that orders two symbols of one address: a weak one last; a name that looks made by a linker script last; the
 * name with fewer leading underscores first; or the name with fewer bytes before its first underscore first, which is
 * what 2.6.30 and 2.6.31 do where they mean the rule before (a bug of the C tool that affects the output).
 */
export type OrderRule = 'weak-last' | 'script-last' | 'underscores' | 'first-underscore'

/** The lines after the content of a table that give its symbol a size. */
export interface SizeLines {
  /** Whether all tables have one, or the names, the markers, the token table and the offsets only. */
  readonly tables: 'all' | 'some'
  /** Whether a byte of zero comes before the line, and the directive has a TAB before it. */
  readonly zeroByte: boolean
}

export interface Dialect {
  // The command line.
  /** `literal`: arguments are compared as a whole. `getopt`: GNU getopt_long, with abbreviations. */
  readonly commandLine: 'literal' | 'getopt'
  /** The options accepted. */
  readonly options: readonly OptionName[]

  // Reading.
  /** What the tool reads: a map, or the image itself, which it lists, filters and sorts as the build does for others. */
  readonly input: 'map' | 'image'
  /** `words`: scanf, to which a line end is white space. `lines`: one record per line, anything else is an error. */
  readonly grammar: 'words' | 'lines'
  /** The longest name that one scanf conversion reads, in bytes; null if whole lines are read. */
  readonly wordWidth: number | null
  readonly nameLimit: NameLimit | null
  /** Whether a record cut short by the end of the input is reported on stderr. */
  readonly reportsReadErrors: boolean

  // Which symbols are kept.
  /** Whether the address of `_text` is known to the tool: addresses are then written relative to it. */
  readonly knowsText: boolean
  /** Whether `_text` and the symbols that bound text ranges are kept regardless of type and name. */
  readonly keepsBorders: boolean
  /** Type letters dropped when read, sorted. `A` and `a` do not drop the four symbols that are absolute on purpose. */
  readonly droppedTypes: string
  /** Letters x of the ARM mapping symbols `$x` that are dropped when read, after the prefix byte. */
  readonly mappingSymbols: string
  /** Whether names that start with `$` are dropped when read; the prefix byte is part of the name. */
  readonly dropsDollar: boolean
  /** Prefixes of names dropped when read, in addition to `ignored`. */
  readonly droppedPrefixes: readonly string[]
  readonly ignored: IgnoreRules
  /** Whether `ignored` applies when a symbol is read, or in the range filter. */
  readonly ignoredWhen: 'reading' | 'filtering'
  readonly ranges: readonly TextRange[]
  /** Whether `__start_*` and `__stop_*` pass the range filter at any address. */
  readonly keepsStartStop: boolean
  /** Whether the range filter runs before percpu symbols are retyped, the table is sorted and the base is taken. */
  readonly filterWhen: 'before-sorting' | 'after-sorting'
  /** Whether a table without symbols is an error. */
  readonly emptyTable: 'error' | 'allowed'

  // Order.
  /**
   * How the table is sorted: by address, then by these rules in turn, then in the order of the input. Null: it is not
   * sorted.
   */
  readonly order: readonly OrderRule[] | null

  // Compression.
  /** What tokens stand for: pairs of codes, or substrings of up to eleven codes. */
  readonly compression: 'pairs' | 'substrings'
  /**
   * What the C tool does when no pair is left but codes are still free: stop, or assign them the pair of two NULs,
   * which refers to itself, so that the tool crashes.
   */
  readonly whenPairsRunOut: 'stop' | 'crash'

  // Addresses.
  /**
   * What makes an address absolute in the table: a flag set by `--absolute-percpu`, the first byte of the compressed
   * name (a bug of the C tool that affects the output), or nothing.
   */
  readonly absolute: 'flag' | 'first-compressed-byte' | 'never'
  readonly relativeBase: RelativeBase | null
  /** Whether the message about an offset that does not fit ends in "in relative mode". */
  readonly overflowNamesMode: boolean

  // Output.
  /** The macros before the tables; null if there are none, and every label has its own alignment directive. */
  readonly preamble: { readonly include: string; readonly align: '.align' | '.balign' } | null
  readonly section: '.data' | '.rodata'
  /** Whether addresses or offsets come before all other tables, or after the token index. */
  readonly addressesFirst: boolean
  /** Directive of `kallsyms_num_syms` and `kallsyms_markers`. */
  readonly counter: 'PTR' | '.long'
  /** How the length before a name is written. */
  readonly nameLength: 'byte' | 'zero-prefix' | 'uleb128'
  /** Whether `kallsyms_seqs_of_names` exists. */
  readonly seqs: boolean
  /** With `--lto-clang`, names are cut at the first such text for the order of the seqs. */
  readonly ltoCut: '.' | '.llvm.' | null
  /** Tables whose lines end in a comment with the symbol; names have none where they are not compressed. */
  readonly comments: { readonly offsets: boolean; readonly names: boolean; readonly seqs: boolean }
  /**
   * Where names, tokens and the order by name are: in the text, or as bytes in a file of their own, which the text
   * includes.
   */
  readonly bytesIn: 'text' | 'file'
  /** Null: tables have no size lines. */
  readonly sizeLines: SizeLines | null
}

/** Whether the dialect's C tool has the option. */
export function hasOption(dialect: Dialect, option: OptionName): boolean {
  return dialect.options.includes(option)
}

/** How the addresses are written. */
export type AddressForm =
  /** In full, a word each. */
  | 'addresses'
  /** 32 bits each, relative to a base in a table of its own. */
  | 'base-relative'
  /** 32 bits each, relative to their own place. */
  | 'pc-relative'
  /** The lower 32 bits of each. */
  | 'low-half'

/** The form that results from options which the dialect has. */
export function addressForm(
  dialect: Dialect,
  options: { readonly baseRelative: boolean; readonly pcRelative: boolean },
): AddressForm {
  if (dialect.relativeBase?.when === 'always' || options.baseRelative) return 'base-relative'
  if (!hasOption(dialect, 'pc-relative')) return 'addresses'
  return options.pcRelative ? 'pc-relative' : 'low-half'
}
