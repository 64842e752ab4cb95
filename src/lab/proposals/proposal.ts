/**
 * A proposal for the compression of the symbol names: a module that exports one object. Each function of it replaces one
 * step of the generator; without the function, the generator does the step.
 *
 * In each pass of a build the steps run in this order:
 *
 * 1. `strings`: the string to compress for each symbol. Default: the type letter followed by the name.
 * 2. `compress`: the choice of tokens, and the codes of each string. Default: the C tool's byte-pair compression.
 * 3. `layOut`: tables with other contents, or additional ones. Default: the kernel's tables.
 * 4. `pad`: bytes of padding after each table. Default: none.
 * 5. `keep`: data for the next pass of the same build. Default: none.
 *
 * Each step gets the pass, which includes a toolkit, so that a module needs no imports. A pass may have no symbols: builds
 * from 6.11 on begin with an empty table. Steps must not be async, and their results must depend on the pass only: the
 * figures of a proposal with other state depend on the number of threads. Use `keep` for state.
 *
 * The example keeps all digits out of the tokens, so that the numbers which compilers and linkers put into names have no
 * influence on the tokens. The kernel's decoder reads its tables.
 *
 * @example
 * export default {
 *   name: 'digits-apart',
 *   describe: 'no token has a digit in it',
 *   decoder: 'kernel',
 *   compress(strings, { tools }) {
 *     // Tokens are chosen with the digits taken out of every string,
 *     const isDigit = byte => byte >= 0x30 && byte <= 0x39
 *     const bare = tools.mapStrings(strings, text => text.filter(byte => !isDigit(byte)))
 *     const { tokens } = tools.bytePairs(bare, { reserved: tools.nameBytes })
 *     // and then put to use in the strings as they are.
 *     return tools.encode(strings, tokens)
 *   },
 * }
 */
import type { CompressedNames } from '../../compress/compress.js'
import type { RawTables, TableFormat } from '../../decode/tables.js'
import type { Dialect } from '../../dialect/dialect.js'
import type { StableOptions } from '../../generate/options.js'
import type { SymbolTable } from '../../symbols/table.js'
import type { NameDecoder } from './decoders.js'
import type { Toolkit } from './toolkit.js'

/** A proposal. `Kept` is the data that its passes keep for the next. */
export interface Proposal<Kept = unknown> {
  /** Its name in tables and plots: lower-case letters, digits and dashes, at most 24 characters. */
  readonly name: string
  /** What it does, in one line. */
  readonly describe: string
  /** Which decoder reads its tables: the unchanged kernel's, or one that this function makes. Both are checked. */
  readonly decoder: 'kernel' | DecoderFactory
  /** Options of the generator for its own steps. */
  readonly options?: Omit<StableOptions, 'previous'> & { readonly uncompressed?: boolean }
  /**
   * Labels of the tables that `layOut` adds. Where a kernel's tool leaves the labels of its tables out of the table, the
   * lab does the same with these.
   */
  readonly labels?: readonly string[]
  /**
   * The strings to compress.
   *
   * @returns as many strings as symbols, in the same order
   */
  strings?(pass: ProposalPass<Kept>): SymbolTable
  /** Chooses tokens and encodes the strings. */
  compress?(strings: SymbolTable, pass: ProposalPass<Kept>): CompressedNames
  /**
   * Contents of tables by label. A table of the kernel gets this content; null omits the table. New tables, whose labels
   * must be in `labels`, follow all others.
   */
  layOut?(names: CompressedNames, pass: ProposalPass<Kept>): ReadonlyMap<string, Uint8Array | null>
  /** Bytes of padding after tables, by label. */
  pad?(tables: readonly SizedTable[], pass: ProposalPass<Kept>): ReadonlyMap<string, number>
  /**
   * The value that the next pass gets as `kept`. In a kernel's build the generator is a new process in each pass: a real
   * implementation can keep only what the tables of the previous pass contain.
   */
  keep?(generated: GeneratedTables, pass: ProposalPass<Kept>): Kept
}

/** One pass of a build. */
export interface ProposalPass<Kept = unknown> {
  /**
   * The symbols of the table in its order: type letter and name as text, and addresses. They, and tables that the toolkit
   * makes from them, are valid during the call only.
   */
  readonly symbols: SymbolTable
  readonly dialect: Dialect
  /** Bytes of the target's word. */
  readonly word: 4 | 8
  /** What `keep` returned in the previous pass. */
  readonly kept: Kept | undefined
  /** The tables of the previous pass with their sizes, which `pad` may hold; null in the first pass. */
  readonly before: readonly SizedTable[] | null
  readonly tools: Toolkit
}

export interface SizedTable {
  readonly label: string
  /** Bytes of content. */
  readonly bytes: number
  /** Bytes of padding after the content. */
  readonly padding: number
}

/** The result of a pass. */
export interface GeneratedTables {
  readonly names: CompressedNames
  readonly tables: readonly SizedTable[]
}

/**
 * Makes a decoder from the tables in an image.
 *
 * @throws where it cannot read the tables
 */
export type DecoderFactory = (tables: RawTables, format: TableFormat, tools: Toolkit) => NameDecoder
