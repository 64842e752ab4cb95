/**
 * What a proposal for the compression of the symbol names is: a module with one object, of which each function takes
 * the place of one step of the generator. What is left out is the generator's own step.
 *
 * In each pass of a build the steps run in this order:
 *
 * 1. `strings`: what is compressed of each symbol; all of it, the type letter in front.
 * 2. `compress`: how the tokens are chosen, and the codes of each string; the C tool's byte pairs.
 * 3. `layOut`: tables that are written in another way, or in addition; the kernel's own, by the lengths and codes.
 * 4. `pad`: bytes behind each table; none.
 * 5. `keep`: what the next pass of the same build is to know; nothing.
 *
 * Each step gets the pass, in which the toolkit is: nothing has to be imported. A pass may have no symbols: builds from
 * 6.11 on begin with an empty table. Steps are not async, and what they return follows from the pass alone: one that
 * remembers something elsewhere gives other figures with other numbers of threads. `keep` is there for that.
 *
 * A worked example. It keeps all digits out of the tokens, so that numbers in names, which compilers and linkers make,
 * have no part in what the tokens are. The kernel's decoder reads it.
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

/** One idea. `Kept` is what passes of a build hand on. */
export interface Proposal<Kept = unknown> {
  /** How tables and plots call it: small letters, digits and dashes, at most 24. */
  readonly name: string
  /** What it does, in one line. */
  readonly describe: string
  /** Who reads its tables: the kernel as it is, or what is made here. It is checked either way. */
  readonly decoder: 'kernel' | MakeDecoder
  /** Options of the generator under which its own steps run. */
  readonly options?: Omit<StableOptions, 'previous'> & { readonly uncompressed?: boolean }
  /**
   * Labels of the tables that `layOut` adds. Where a kernel's tool leaves the labels of its own tables out of the
   * table, it is taken to do so with these.
   */
  readonly labels?: readonly string[]
  /**
   * What is compressed of each symbol.
   *
   * @returns as many strings as there are symbols, in their order
   */
  strings?(pass: ProposalPass<Kept>): SymbolTable
  /** Chooses tokens, and makes codes of the strings. */
  compress?(strings: SymbolTable, pass: ProposalPass<Kept>): CompressedNames
  /**
   * Tables by their labels: those of `labels` are added behind all others, and those of known labels take their place;
   * null leaves one out.
   */
  layOut?(names: CompressedNames, pass: ProposalPass<Kept>): ReadonlyMap<string, Uint8Array | null>
  /** Bytes of padding behind tables, by their labels. */
  pad?(tables: readonly SizedTable[], pass: ProposalPass<Kept>): ReadonlyMap<string, number>
  /**
   * What the next pass gets as `kept`. A generator in a kernel's build is a new process in each pass: it can keep what
   * can be told from the tables of the pass before.
   */
  keep?(made: MadeTables, pass: ProposalPass<Kept>): Kept
}

/** One pass of a build. */
export interface ProposalPass<Kept = unknown> {
  /**
   * The symbols of the table, in its order: type letter and name as text, and addresses. They, and what is made of
   * them, are there during the call only.
   */
  readonly symbols: SymbolTable
  readonly dialect: Dialect
  /** Bytes of the target's word. */
  readonly word: 4 | 8
  /** What `keep` returned in the pass before. */
  readonly kept: Kept | undefined
  /** The tables of the pass before, null in the first: their sizes are what `pad` may hold. */
  readonly before: readonly SizedTable[] | null
  readonly tools: Toolkit
}

export interface SizedTable {
  readonly label: string
  /** Of its content. */
  readonly bytes: number
  /** Behind the content. */
  readonly padding: number
}

/** What a pass came to. */
export interface MadeTables {
  readonly names: CompressedNames
  readonly tables: readonly SizedTable[]
}

/**
 * Makes a decoder of the tables' bytes, as far as they are in an image.
 *
 * @throws where the tables are not what it reads
 */
export type MakeDecoder = (tables: RawTables, format: TableFormat, tools: Toolkit) => NameDecoder
