/**
 * The history of `scripts/kallsyms` from 2.6.10 to 7.3, as data.
 *
 * A row is its predecessor plus what changed. `measured` lists the tools that were run to establish it, `images` the
 * kernels whose shipped tables confirm it; `since` is the first version that it is assumed to apply to. If a change was
 * backported to a stable tree (3.10.105, 4.14.177), the row starts at the version that showed it, and `uncertain` names
 * the versions that may have it or not, unless the announcements of the stable tree tell (6.1.60); otherwise a stable
 * release stands for its whole series. If the kernel's history dates a change more precisely than the tools at hand,
 * `since` is earlier than the first measured version; those rows say so.
 *
 *   2.6.10  tokens are substrings                    5.0     .balign
 *   2.6.14  tokens are pairs                         5.6     one ignore list, filter first
 *   2.6.20  addresses relative to `_text`            5.10    linker thunks, nVHE symbols
 *   2.6.25  sorted, weak symbols last                5.18    `.L` names
 *   2.6.32  by leading underscores; L1, L2 ranges    6.0     fewer nVHE names
 *   3.2     reports a record cut short               6.1     file argument, long names (ULEB128)
 *   3.10    --page-offset                            6.2     order by name (seqs)
 *   3.14    names over 128 bytes are skipped         6.4     tables in a new order, no ignore lists
 *   3.15    --absolute-percpu                        6.5     reads lines
 *   4.1     veneers are ignored                      6.10    __start_ and __stop_ are kept
 *   4.6     --base-relative                          6.11    always relative; comments; empty input
 *   4.9     no more --page-offset                    6.15    no more --absolute-percpu
 *   4.14    `__efistub_`, ASAN, type `n`             7.0     offsets without a base, no macros
 *   4.19    no more --symbol-prefix                  7.3     .size lines
 *   4.20    32-bit counters, two ranges
 */
import { type Dialect, ignoreRules, type NameLimit, type TextRange } from './dialect.js'

export interface Release {
  /** A kernel version, or the name of a variant outside the order of versions. */
  readonly since: string
  /** The versions whose C tool was run to establish the row; the runs are in golden/. */
  readonly measured: readonly string[]
  /**
   * The versions of shipped images whose tables come out with the same bytes when they are made again; their sums are in
   * golden/. An image shows how symbols are ordered, compressed and written, not which ones were left out.
   */
  readonly images?: readonly string[]
  /** What changed since the previous row; for a variant, since the release that it derives from. */
  readonly changes: readonly string[]
  readonly dialect: Dialect
  /** Versions that may have a change of this row or not: a backport of which only bounds are known. */
  readonly uncertain?: {
    /** The first of them. */
    readonly from: string
    /** The first version that is known to have it. */
    readonly before: string
    /** What the tool of such a version has or does, or not; in words. */
    readonly what: string
  }
}

/** Versions whose format no row has. */
export interface Gap {
  /** The first of them. */
  readonly from: string
  /** The first version after them. */
  readonly before: string
  /** What is different, in words. */
  readonly what: string
}

const TEXT: TextRange = { start: '_stext', end: '_etext', guarded: true }
const INIT_TEXT: TextRange = { start: '_sinittext', end: '_einittext', guarded: true }
const EXTRA_TEXT: TextRange = { start: '_sextratext', end: '_eextratext', guarded: true }
const L1_TEXT: TextRange = { start: '_stext_l1', end: '_etext_l1', guarded: false }
const L2_TEXT: TextRange = { start: '_stext_l2', end: '_etext_l2', guarded: false }

const LINKER_THUNKS = [
  '__AArch64ADRPThunk_',
  '__ARMV5PILongThunk_',
  '__ARMV7PILongThunk_',
  '__ThumbV7PILongThunk_',
  '__LA25Thunk_',
  '__microLA25Thunk_',
]

const OVER_128: NameLimit = { limit: 128, operator: '>', word: 'vs' }
const FROM_128: NameLimit = { limit: 128, operator: '>=', word: '>=' }
const FROM_512: NameLimit = { limit: 512, operator: '>=', word: '>=' }

const v2_6_12: Dialect = {
  commandLine: 'literal',
  options: ['all-symbols', 'symbol-prefix'],
  input: 'map',
  grammar: 'words',
  wordWidth: 499,
  nameLimit: null,
  reportsReadErrors: false,
  knowsText: false,
  keepsBorders: true,
  droppedTypes: 'AUau',
  mappingSymbols: 'adt',
  dropsDollar: false,
  droppedPrefixes: [],
  ignored: ignoreRules({
    names: [
      'kallsyms_addresses',
      'kallsyms_num_syms',
      'kallsyms_names',
      'kallsyms_markers',
      'kallsyms_token_table',
      'kallsyms_token_index',
      '_SDA_BASE_',
      '_SDA2_BASE_',
    ],
    substrings: ['_compiled.'],
  }),
  ignoredWhen: 'filtering',
  ranges: [TEXT, INIT_TEXT, EXTRA_TEXT],
  keepsStartStop: false,
  filterWhen: 'after-sorting',
  emptyTable: 'error',
  order: null,
  compression: 'substrings',
  whenPairsRunOut: 'crash',
  absolute: 'never',
  relativeBase: null,
  overflowNamesMode: false,
  preamble: { include: 'asm/types.h', align: '.align' },
  section: '.data',
  addressesFirst: true,
  counter: 'PTR',
  nameLength: 'byte',
  seqs: false,
  ltoCut: null,
  comments: { offsets: false, names: false, seqs: false },
  bytesIn: 'text',
  sizeLines: null,
}

const v2_6_14: Dialect = { ...v2_6_12, dropsDollar: true, compression: 'pairs' }

const v2_6_20: Dialect = {
  ...v2_6_14,
  knowsText: true,
  absolute: 'first-compressed-byte',
  section: '.rodata',
}

const v2_6_25: Dialect = { ...v2_6_20, order: ['weak-last'], ranges: [TEXT, INIT_TEXT] }

const v2_6_26: Dialect = { ...v2_6_25, droppedTypes: 'ANUau' }

const v2_6_30: Dialect = { ...v2_6_26, order: ['weak-last', 'script-last', 'first-underscore'] }

const v2_6_31: Dialect = { ...v2_6_30, ranges: [TEXT, INIT_TEXT, L1_TEXT, L2_TEXT] }

const v2_6_32: Dialect = { ...v2_6_31, order: ['weak-last', 'script-last', 'underscores'] }

const v3_2: Dialect = { ...v2_6_32, reportsReadErrors: true, whenPairsRunOut: 'stop' }

const v3_10_105: Dialect = { ...v3_2, options: ['all-symbols', 'symbol-prefix', 'page-offset'] }

const v3_14: Dialect = { ...v3_10_105, nameLimit: OVER_128 }

const v3_15: Dialect = {
  ...v3_14,
  options: ['all-symbols', 'symbol-prefix', 'page-offset', 'absolute-percpu'],
  mappingSymbols: 'adtx',
}

const v4_1: Dialect = {
  ...v3_15,
  ignored: ignoreRules({ ...v3_15.ignored, suffixes: ['_veneer'], substrings: [] }),
}

const v4_6: Dialect = {
  ...v4_1,
  options: ['all-symbols', 'symbol-prefix', 'page-offset', 'absolute-percpu', 'base-relative'],
  ignored: ignoreRules({
    ...v4_1.ignored,
    names: [...v4_1.ignored.names, 'kallsyms_offsets', 'kallsyms_relative_base'],
  }),
  absolute: 'flag',
  relativeBase: { when: 'option', from: 'lowest-read', alwaysMinus: true },
  overflowNamesMode: true,
}

const v4_9: Dialect = {
  ...v4_6,
  options: ['all-symbols', 'symbol-prefix', 'absolute-percpu', 'base-relative'],
  ignored: ignoreRules({
    ...v4_6.ignored,
    prefixes: ['__crc_'],
    suffixes: [...v4_6.ignored.suffixes, '_from_arm', '_from_thumb'],
  }),
}

const v4_14_177: Dialect = {
  ...v4_9,
  droppedTypes: 'ANUanu',
  droppedPrefixes: ['.LASANPC'],
  ignored: ignoreRules({ ...v4_9.ignored, prefixes: ['__crc_', '__efistub_'] }),
}

const v4_19: Dialect = {
  ...v4_14_177,
  options: ['all-symbols', 'absolute-percpu', 'base-relative'],
  nameLimit: FROM_128,
}

const v4_20: Dialect = {
  ...v4_19,
  nameLimit: OVER_128,
  droppedPrefixes: [],
  ranges: [TEXT, INIT_TEXT],
  counter: '.long',
}

const v5_0: Dialect = {
  ...v4_20,
  nameLimit: FROM_128,
  preamble: { include: 'asm/types.h', align: '.balign' },
}

const v5_2: Dialect = { ...v5_0, preamble: { include: 'asm/bitsperlong.h', align: '.balign' } }

const v5_3: Dialect = { ...v5_2, droppedPrefixes: ['.LASANPC'] }

const v5_6: Dialect = {
  ...v5_3,
  keepsBorders: false,
  mappingSymbols: '',
  dropsDollar: false,
  droppedPrefixes: [],
  ignored: ignoreRules({ ...v5_3.ignored, prefixes: ['$', '.LASANPC', '__crc_', '__efistub_'] }),
  ignoredWhen: 'reading',
  filterWhen: 'before-sorting',
  relativeBase: { when: 'option', from: 'first-relative', alwaysMinus: false },
}

const v5_10: Dialect = {
  ...v5_6,
  ignored: ignoreRules({
    ...v5_6.ignored,
    prefixes: ['$', '.LASANPC', '__crc_', '__efistub_', '__kvm_nvhe_', ...LINKER_THUNKS],
    substrings: ['.long_branch.', '.plt_branch.'],
  }),
}

const v5_18: Dialect = {
  ...v5_10,
  ignored: ignoreRules({
    ...v5_10.ignored,
    prefixes: ['$', '.L', '__crc_', '__efistub_', '__kvm_nvhe_', ...LINKER_THUNKS],
  }),
}

const v6_0: Dialect = {
  ...v5_18,
  ignored: ignoreRules({
    ...v5_18.ignored,
    prefixes: ['$', '.L', '__crc_', '__efistub_', '__kvm_nvhe_$', '__kvm_nvhe_.L', ...LINKER_THUNKS],
  }),
}

const v6_1: Dialect = {
  ...v6_0,
  commandLine: 'getopt',
  wordWidth: 2048,
  nameLimit: FROM_512,
  ignored: ignoreRules({
    ...v6_0.ignored,
    prefixes: ['__efistub_', '__kvm_nvhe_$', '__kvm_nvhe_.L', ...LINKER_THUNKS, '__kcfi_typeid_'],
  }),
  nameLength: 'uleb128',
}

const v6_1_60: Dialect = {
  ...v6_1,
  options: ['all-symbols', 'absolute-percpu', 'base-relative', 'lto-clang'],
  ignored: ignoreRules({ ...v6_1.ignored, names: [...v6_1.ignored.names, 'kallsyms_seqs_of_names'] }),
  seqs: true,
  ltoCut: '.llvm.',
}

const v6_2: Dialect = {
  ...v6_1,
  options: ['all-symbols', 'absolute-percpu', 'base-relative', 'lto-clang'],
  seqs: true,
  ltoCut: '.',
}

const v6_4: Dialect = {
  ...v6_2,
  droppedTypes: 'Aanu',
  ignored: ignoreRules({}),
  addressesFirst: false,
  comments: { offsets: true, names: false, seqs: false },
}

const v6_5: Dialect = {
  ...v6_4,
  grammar: 'lines',
  wordWidth: null,
  reportsReadErrors: false,
  ltoCut: '.llvm.',
}

const v6_10: Dialect = { ...v6_5, keepsStartStop: true }

const v6_11: Dialect = {
  ...v6_10,
  options: ['all-symbols', 'absolute-percpu'],
  emptyTable: 'allowed',
  relativeBase: { when: 'always', from: 'first-relative', alwaysMinus: false },
  ltoCut: null,
  comments: { offsets: true, names: true, seqs: true },
}

const v6_15: Dialect = {
  ...v6_11,
  options: ['all-symbols'],
  absolute: 'never',
  relativeBase: { when: 'always', from: 'first', alwaysMinus: false },
  overflowNamesMode: false,
}

const v7_0: Dialect = {
  ...v6_15,
  options: ['all-symbols', 'pc-relative'],
  relativeBase: null,
  preamble: null,
}

const v7_3: Dialect = { ...v7_0, sizeLines: { tables: 'some', zeroByte: false } }

const v7_3_elf: Dialect = {
  ...v7_3,
  input: 'image',
  bytesIn: 'file',
  comments: { offsets: true, names: false, seqs: false },
}

/** A caller that changed a row would change it for all others. Rows share most of their parts, which are frozen once. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

/** In ascending order of versions. */
export const RELEASES: readonly Release[] = frozen([
  {
    // Measured on 2.6.12; the same compression came with 2.6.10.
    since: '2.6.10',
    measured: ['2.6.12'],
    changes: ['the first supported release: tokens are substrings of up to eleven codes'],
    dialect: v2_6_12,
  },
  {
    since: '2.6.14',
    measured: ['2.6.14', '2.6.17'],
    changes: [
      'tokens are pairs of codes, as in all later releases',
      'all names that start with $ are dropped',
    ],
    dialect: v2_6_14,
  },
  {
    since: '2.6.20',
    measured: ['2.6.20', '2.6.23', '2.6.24'],
    changes: ['addresses relative to _text', 'section .rodata'],
    dialect: v2_6_20,
  },
  {
    since: '2.6.25',
    measured: ['2.6.25'],
    changes: ['symbols are sorted: by address, weak ones last', 'no text range of _sextratext'],
    dialect: v2_6_25,
  },
  { since: '2.6.26', measured: ['2.6.26'], changes: ['type N is dropped'], dialect: v2_6_26 },
  {
    since: '2.6.30',
    measured: ['2.6.30'],
    changes: [
      'symbols of one address: after weak ones, names that look made by a linker script; then names with fewer bytes ' +
        'before their first underscore first (a bug: the leading underscores were meant)',
    ],
    dialect: v2_6_30,
  },
  {
    since: '2.6.31',
    measured: ['2.6.31'],
    changes: ['text ranges of _stext_l1 and _stext_l2'],
    dialect: v2_6_31,
  },
  {
    since: '2.6.32',
    measured: ['2.6.32', '2.6.34'],
    changes: ['symbols of one address: names with fewer leading underscores first'],
    dialect: v2_6_32,
  },
  {
    since: '3.2',
    measured: ['3.2.40', '3.3.8', '3.6.5'],
    changes: ['the compression stops when no pair is left', 'a truncated record is reported'],
    dialect: v3_2,
  },
  {
    since: '3.10.105',
    measured: ['3.10.105'],
    changes: ['--page-offset (backport)'],
    dialect: v3_10_105,
    uncertain: { from: '3.10', before: '3.10.105', what: 'has --page-offset' },
  },
  {
    since: '3.14',
    measured: ['3.14.40'],
    changes: ['names longer than 128 bytes are skipped'],
    dialect: v3_14,
  },
  {
    // Measured on 3.18.20; the option came with 3.15.
    since: '3.15',
    measured: ['3.18.20'],
    changes: ['--absolute-percpu', '$x is a mapping symbol'],
    dialect: v3_15,
  },
  {
    since: '4.1',
    measured: ['4.1.0', '4.4.70', '4.4.155'],
    changes: ['*_veneer is ignored, *_compiled.* no longer'],
    dialect: v4_1,
  },
  {
    since: '4.6',
    measured: ['4.6.2'],
    changes: ['--base-relative with two tables more', 'absolute is a flag, not a byte'],
    dialect: v4_6,
  },
  {
    since: '4.9',
    measured: ['4.9.76'],
    changes: ['no more --page-offset', '__crc_*, *_from_arm, *_from_thumb are ignored'],
    dialect: v4_9,
  },
  {
    since: '4.14.177',
    measured: ['4.14.177'],
    changes: ['type n, __efistub_*', '.LASANPC* (backport)'],
    dialect: v4_14_177,
    uncertain: { from: '4.10', before: '4.14.177', what: 'drops type n, __efistub_* and .LASANPC*' },
  },
  {
    // Compared with the tool of a vendor's 4.19.191, of which no run is recorded; the lower limit is a backport from 5.0.
    since: '4.19',
    measured: [],
    changes: ['no more --symbol-prefix', 'names of 128 bytes are skipped too (backport)'],
    dialect: v4_19,
    uncertain: { from: '4.19', before: '4.19.191', what: 'skips names of 128 bytes' },
  },
  {
    since: '4.20',
    measured: ['4.20.0'],
    changes: [
      'two text ranges',
      'counters are .long',
      'names of 128 bytes are kept, no .LASANPC* rule (without those backports)',
    ],
    dialect: v4_20,
  },
  {
    since: '5.0',
    measured: ['5.0.0'],
    changes: ['.balign', 'names of 128 bytes are skipped too'],
    dialect: v5_0,
  },
  { since: '5.2', measured: ['5.2.1'], changes: ['includes <asm/bitsperlong.h>'], dialect: v5_2 },
  { since: '5.3', measured: ['5.3.0', '5.4.18'], changes: ['.LASANPC* is dropped'], dialect: v5_3 },
  {
    // Measured on 5.7.14; the restructuring came with 5.6.
    since: '5.6',
    measured: ['5.7.14'],
    changes: [
      'all ignore rules apply when a symbol is read, also to range symbols',
      'the range filter runs before percpu, sorting and base',
      'the base is the first symbol, printed with its sign',
    ],
    dialect: v5_6,
  },
  {
    // Measured on 5.11.14; a vendor's 5.10.57 was compared too, of which no run is recorded.
    since: '5.10',
    measured: ['5.11.14', '5.15.100', '5.17.0'],
    images: ['5.10.218', '5.10.223', '5.10.251', '5.10.262'],
    changes: ['linker thunks, __kvm_nvhe_*, *.long_branch.*, *.plt_branch.* are ignored'],
    dialect: v5_10,
  },
  { since: '5.18', measured: ['5.18.12'], changes: ['.L* instead of .LASANPC*'], dialect: v5_18 },
  {
    since: '6.0',
    measured: ['6.0.0'],
    changes: ['of __kvm_nvhe_* only __kvm_nvhe_$* and __kvm_nvhe_.L*'],
    dialect: v6_0,
  },
  {
    since: '6.1',
    measured: ['6.1.20'],
    changes: [
      'GNU getopt, reads a file',
      'names up to 511 bytes, their length as ULEB128',
      '__kcfi_typeid_* is ignored; $*, .L*, __crc_* no longer (the map is filtered)',
    ],
    dialect: v6_1,
  },
  {
    // According to the announcements of the stable tree, 6.1.42 brought the order by name, in words of four bytes, and
    // 6.1.60 the form in three bytes. Images of 6.1.164 to 6.1.176 have it.
    since: '6.1.60',
    measured: ['6.1.192'],
    images: ['6.1.170', '6.1.176'],
    changes: [
      'kallsyms_seqs_of_names (backport)',
      '--lto-clang, cutting at .llvm.',
      'kallsyms_seqs_of_names itself is ignored',
    ],
    dialect: v6_1_60,
  },
  {
    since: '6.2',
    measured: ['6.2.0', '6.2.12'],
    changes: ['kallsyms_seqs_of_names', '--lto-clang, cutting at the first dot'],
    dialect: v6_2,
  },
  {
    since: '6.4',
    measured: ['6.4.6'],
    changes: [
      'addresses after the token index',
      'comments for offsets',
      'no ignore lists; types U and N are kept',
    ],
    dialect: v6_4,
  },
  {
    since: '6.5',
    measured: ['6.5.0', '6.6.17', '6.7.3', '6.8.0'],
    images: ['6.5.10'],
    changes: ['reads lines', '--lto-clang cuts at .llvm.'],
    dialect: v6_5,
  },
  {
    since: '6.10',
    measured: ['6.10.0'],
    changes: ['__start_* and __stop_* pass the range filter'],
    dialect: v6_10,
  },
  {
    // Measured on 6.12.117; the change came with 6.11.
    since: '6.11',
    measured: ['6.12.117', '6.13.2', '6.14.0'],
    images: ['6.12.43', '6.12.90', '6.12.95', '6.12.107', '6.12.117', '6.12.118'],
    changes: [
      'offsets always; no more --base-relative and --lto-clang',
      'comments for names and seqs',
      'an empty table is allowed',
    ],
    dialect: v6_11,
  },
  {
    // Measured on 6.17.0; the change came with 6.15.
    since: '6.15',
    measured: ['6.17.0', '6.18.2', '6.19.9'],
    images: ['6.16.3', '6.16.12', '6.17.8', '6.17.13', '6.18.5', '6.18.15', '6.19.6', '6.19.14'],
    changes: ['no more --absolute-percpu', 'the base is the first symbol, whatever it is'],
    dialect: v6_15,
  },
  {
    since: '7.0',
    measured: ['7.0.0', '7.1.3', '7.1.5'],
    images: ['7.0.4', '7.0.13', '7.1.3', '7.1.13', '7.2.6', '7.2.12', '7.2.13'],
    changes: ['no macros, .balign 4', '--pc-relative; no relative base'],
    dialect: v7_0,
  },
  {
    since: '7.3',
    measured: [],
    images: ['7.3-rc7', '7.3.4'],
    changes: ['a .size line after the names, the markers, the token table and the offsets'],
    dialect: v7_3,
  },
])

/** Releases that are refused: to write the table of the row before them would be wrong. */
export const GAPS: readonly Gap[] = frozen([
  {
    from: '6.1.42',
    before: '6.1.60',
    what: 'their tool writes kallsyms_seqs_of_names in words of four bytes, which no other release does',
  },
])

/** Tools outside the order of versions, selected by name only. */
export const VARIANTS: readonly Release[] = frozen([
  {
    since: 'lwk-1.3.0',
    measured: ['lwk-1.3.0'],
    changes: [
      'a light-weight kernel derived from 2.6.1x; against 2.6.20: plain addresses',
      'section .data',
      'includes <arch/types.h>',
    ],
    dialect: {
      ...v2_6_20,
      knowsText: false,
      absolute: 'never',
      preamble: { include: 'arch/types.h', align: '.align' },
      section: '.data',
    },
  },
  {
    since: 'barebox-2026.06',
    measured: ['barebox-2026.06'],
    changes: ['against 2.6.20: a truncated record is reported'],
    dialect: { ...v2_6_20, reportsReadErrors: true },
  },
  {
    since: '5.13.19-rust',
    measured: ['5.13.19-rust'],
    changes: ['against 5.10: names up to 511 bytes, long lengths after a zero byte'],
    dialect: { ...v5_10, nameLimit: FROM_512, nameLength: 'zero-prefix' },
  },
  {
    since: '5.18.0-openwrt',
    measured: ['5.18.0-openwrt'],
    changes: ['against 5.18: --uncompressed'],
    dialect: { ...v5_18, options: [...v5_18.options, 'uncompressed'] },
  },
  {
    since: '7.3.0-elf',
    measured: ['7.3.0-elf'],
    changes: [
      'against 7.3: reads the image, and writes its map',
      'names, tokens and the order by name in a file that the text includes',
    ],
    dialect: v7_3_elf,
  },
])
