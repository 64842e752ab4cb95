/**
 * The assembly text: exact, byte for byte what the C tool of the dialect prints; or compact, which makes the same object
 * and is assembled in a fraction of the time. Both have the same preamble and labels. Compact tables have no comments,
 * their bytes are long strings, and their numbers are in lists.
 */
import type { CompressedNames } from '../compress/compress.js'
import type { TokenTable } from '../compress/token-table.js'
import type { Types } from '../compress/types.js'
import type { AddressForm, Dialect } from '../dialect/dialect.js'
import { sizeLinesOf } from '../layout/format.js'
import type { TableSize } from '../layout/layout.js'
import type { Selection } from '../select/select.js'
import type { Arena } from '../wasm/arena.js'
import { type IncludedFile, Inclusions, nameBytes, seqBytes, tokenBytes } from './included.js'
import type { Output } from './output.js'
import {
  type LineStyle,
  putAddresses,
  putBase,
  putBaseOffsets,
  putLowHalves,
  putNames,
  putPcOffsets,
  putSeqs,
} from './tables.js'

/** What the tables hold. */
export interface TableContents {
  readonly selection: Selection
  readonly names: CompressedNames
  /** Null where names are not compressed. */
  readonly tokenTable: TokenTable | null
  /** Symbol numbers in the order of the names; null where the dialect has no such table. */
  readonly byName: Uint32Array | null
  readonly markers: Uint32Array
  /** In the order of the output. */
  readonly tables: readonly TableSize[]
}

/** How they are written. */
export interface EmitOptions {
  readonly dialect: Dialect
  readonly addressForm: AddressForm
  /** How type letters took part in the compression. */
  readonly types: Types
  /** Whether names are compressed, or as they are. */
  readonly isCompressed: boolean
  /** Whether offsets count down from the base, which leaves the others to percpu addresses. */
  readonly absolutePercpu: boolean
  /** The byte before every label, or -1. */
  readonly symbolPrefix: number
  /** The file that the text includes, for dialects that have one; null for others. */
  readonly included: IncludedFile | null
  /** Whether the text is to be assembled fast, instead of being the C tool's to the byte. */
  readonly compact: boolean
}

/** All that the functions below need. */
interface Assembly extends TableContents, EmitOptions {
  readonly arena: Arena
  /** Null where all bytes are in the text. */
  readonly inclusions: Inclusions | null
}

/**
 * Writes the whole text.
 *
 * @param arena where the contents lie
 * @throws {UnfittingOffset} where an address does not fit its offset; all text before it has been written
 */
export function emitAssembly(
  contents: TableContents,
  options: EmitOptions,
  output: Output,
  arena: Arena,
): void {
  const inclusions = options.included && new Inclusions(options.included)
  const assembly: Assembly = { ...contents, ...options, arena, inclusions }
  emitPreamble(options.dialect, output)
  for (const { label, padding } of assembly.tables) {
    emitLabel(label, assembly, output)
    emitTable(label, assembly, output)
    emitSizeLines(label, assembly, output)
    if (padding > 0) output.text(`\t.skip\t${padding}\n`)
    output.text('\n')
  }
}

function emitPreamble(dialect: Dialect, output: Output): void {
  if (dialect.preamble) {
    const { include, align } = dialect.preamble
    output.text(`#include <${include}>\n`)
    output.text(`#if BITS_PER_LONG == 64\n#define PTR .quad\n#define ALGN ${align} 8\n`)
    output.text(`#else\n#define PTR .long\n#define ALGN ${align} 4\n#endif\n`)
  }
  output.text(dialect.section === '.data' ? '.data\n' : '\t.section .rodata, "a"\n')
}

function emitLabel(label: string, { dialect, symbolPrefix }: Assembly, output: Output): void {
  const prefix = symbolPrefix < 0 ? new Uint8Array(0) : Uint8Array.of(symbolPrefix)
  output.text('.globl ')
  output.bytes(prefix)
  output.text(`${label}\n\t${dialect.preamble ? 'ALGN' : '.balign 4'}\n`)
  output.bytes(prefix)
  output.text(`${label}:\n`)
}

function emitSizeLines(label: string, { dialect, symbolPrefix }: Assembly, output: Output): void {
  const lines = sizeLinesOf(dialect, label)
  if (!lines) return
  const prefix = symbolPrefix < 0 ? new Uint8Array(0) : Uint8Array.of(symbolPrefix)
  output.text(lines.zeroByte ? '\t.byte 0\n\t.size ' : '.size ')
  output.bytes(prefix)
  output.text(`${label}, . - `)
  output.bytes(prefix)
  output.text(`${label}\n`)
}

function emitTable(label: string, assembly: Assembly, output: Output): void {
  const { arena, dialect, selection, names, markers, compact } = assembly
  const { symbols, text } = selection
  const tokens = assembly.tokenTable as TokenTable
  const bytes = assembly.inclusions && bytesOfTable(label, assembly)
  if (bytes) {
    assembly.inclusions?.put(bytes, output)
    return
  }
  switch (label) {
    case 'kallsyms_addresses': {
      const base = dialect.knowsText ? text : null
      putAddresses(output, arena, symbols, base, absoluteAddresses(assembly), styleOf(assembly, false))
      break
    }
    case 'kallsyms_offsets':
      emitOffsets(assembly, output)
      break
    case 'kallsyms_relative_base':
      putBase(output, selection.base, text, dialect.relativeBase?.alwaysMinus === true)
      break
    case 'kallsyms_num_syms':
      emitNumbers(dialect.counter, [symbols.count], compact, output)
      break
    case 'kallsyms_names': {
      const style = styleOf(assembly, dialect.comments.names && assembly.isCompressed)
      putNames(output, arena, symbols, names, dialect.nameLength, style)
      break
    }
    case 'kallsyms_markers':
      emitNumbers(dialect.counter, markers, compact, output)
      break
    case 'kallsyms_seqs_of_names': {
      const style = styleOf(assembly, dialect.comments.seqs)
      putSeqs(output, arena, symbols, assembly.byName as Uint32Array, style)
      break
    }
    case 'kallsyms_token_table':
      emitTokens(tokens, output)
      break
    case 'kallsyms_token_index':
      emitNumbers('.short', tokens.index, compact, output)
      break
    default:
      throw new Error(`no such table: ${label}`)
  }
}

/** The bytes of a table that is in a file of its own; null for a table that is text. */
function bytesOfTable(label: string, assembly: Assembly): Uint8Array | null {
  const { dialect, selection, names, tokenTable, byName } = assembly
  switch (label) {
    case 'kallsyms_names':
      return nameBytes(names, selection.symbols.count, dialect.nameLength)
    case 'kallsyms_token_table':
      return tokenBytes(tokenTable as TokenTable)
    case 'kallsyms_seqs_of_names':
      return seqBytes(byName as Uint32Array)
    default:
      return null
  }
}

function styleOf({ compact }: Assembly, hasComments: boolean): LineStyle {
  if (compact) return 'compact'
  return hasComments ? 'commented' : 'plain'
}

/** Numbers on a line of a list. */
const LIST = 16

function emitNumbers(directive: string, numbers: ArrayLike<number>, compact: boolean, output: Output): void {
  const size = compact ? LIST : 1
  for (let from = 0; from < numbers.length; from += size) {
    output.text(`\t${directive}\t${Array.prototype.slice.call(numbers, from, from + size).join(',')}\n`)
  }
}

function emitOffsets(assembly: Assembly, output: Output): void {
  const { arena, dialect, selection, addressForm, absolutePercpu } = assembly
  const { symbols, text, base, absolute } = selection
  const style = styleOf(assembly, dialect.comments.offsets)
  const form = { namesMode: dialect.overflowNamesMode, style }
  if (addressForm === 'pc-relative') putPcOffsets(output, arena, symbols, text, form)
  else if (addressForm === 'low-half') putLowHalves(output, arena, symbols, form)
  else putBaseOffsets(output, arena, symbols, base, absolute, absolutePercpu, form)
}

/** Text as it is: quotes, backslashes and bytes of any kind are not escaped. */
function emitTokens({ texts }: TokenTable, output: Output): void {
  for (const text of texts) {
    output.text('\t.asciz\t"')
    output.bytes(text)
    output.text('"\n')
  }
}

/**
 * One byte per symbol, 1 for an absolute address; null if there is none. Up to 4.5 the C tool compares the first byte of
 * the compressed name with the letter `A`: an absolute symbol counts as relative if its letter is part of a token; and if
 * no `A` is left at all, so that this code is a token, every name that starts with the token counts as absolute. Which
 * addresses are affected depends on the layout, so stabilised tables go by the type letter.
 */
function absoluteAddresses({ dialect, selection, names, types }: Assembly): Uint8Array | null {
  if (dialect.absolute !== 'first-compressed-byte') return selection.absolute
  const { text, start } = selection.symbols
  const absolute = new Uint8Array(names.length.length)
  let at = 0
  for (let symbol = 0; symbol < absolute.length; symbol++) {
    const letter = types === 'exact' ? names.codes[at] : text[start[symbol] as number]
    if (((letter as number) | 0x20) === 0x61) absolute[symbol] = 1
    at += names.length[symbol] as number
  }
  return absolute
}
