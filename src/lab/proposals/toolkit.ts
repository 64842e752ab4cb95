/**
 * The functions that proposals are written with: the steps of the generator, and conversions between them. A proposal gets
 * them with each pass, so that its module needs no imports.
 */
import { type CompressedNames, compress, firstBytes, leaveUncompressed } from '../../compress/compress.js'
import { type TokenTable, tokenTable } from '../../compress/token-table.js'
import { LITERAL, PAIR, Tokens } from '../../compress/tokens.js'
import { reservedLetters, type Types, withoutTypes } from '../../compress/types.js'
import type { RawTables, TableFormat } from '../../decode/tables.js'
import { orderByName } from '../../select/by-name.js'
import { bytesOf } from '../../symbols/bytes.js'
import { type SymbolTable, TableBuilder } from '../../symbols/table.js'
import { withArena } from '../../wasm/arena.js'
import { codeWalker, decoderOfTexts, kernelDecoder, type NameDecoder, type NameTexts } from './decoders.js'

export interface Toolkit {
  /**
   * The C tool's compression.
   *
   * @param options `types`: how type letters are compressed, `exact` unless given; `reserved`: bytes that keep their own
   *   codes, used or not, instead of those that `types` reserves
   */
  bytePairs(
    strings: SymbolTable,
    options?: { readonly types?: Types; readonly reserved?: Uint8Array },
  ): CompressedNames
  /** Encodes strings with an existing token table. @throws where a byte has no code: see `canEncode` */
  encode(strings: SymbolTable, tokens: Tokens): CompressedNames
  /** Whether a token table has a code for every byte of the strings. */
  canEncode(strings: SymbolTable, tokens: Tokens): boolean
  /** The strings without compression, one code per byte; at most 65,535 bytes each. */
  uncompressed(strings: SymbolTable): CompressedNames
  /** Changes every string: the function gets its bytes and the number of its symbol. */
  mapStrings(strings: SymbolTable, change: (text: Uint8Array, symbol: number) => Uint8Array): SymbolTable
  /** The type letters of symbols. */
  letters(symbols: SymbolTable): Uint8Array
  /** The names without type letters. */
  withoutLetters(symbols: SymbolTable): SymbolTable
  /** The contents of the kernel's token table and token index. */
  tokenTable(tokens: Tokens): TokenTable
  /** The symbol numbers in the order of names. */
  orderByName(symbols: SymbolTable): Uint32Array
  /** All type letters that nm prints. */
  readonly nmLetters: Uint8Array
  /** These and the characters of names: letters, digits, `_`, `.`, `$`. */
  readonly nameBytes: Uint8Array
  /** An empty token table, to fill with tokens of your choice. */
  newTokens(): Tokens
  /** The kernel's decoder. */
  kernelDecoder(tables: RawTables, format: TableFormat): NameDecoder
  /** Iterates over the codes of the names as they are stored, from a marker on; markers count from 0. */
  codeWalker(tables: RawTables, format: TableFormat): (marker: number) => Iterable<Uint8Array>
  /** A decoder that looks up names and addresses as the kernel does; the names come from functions. */
  decoderOfTexts(tables: RawTables, format: TableFormat, texts: NameTexts): NameDecoder
}

export const TOOLKIT: Toolkit = Object.freeze<Toolkit>({
  bytePairs: (strings, { types = 'exact', reserved } = {}) =>
    withArena(arena => takeOutNames(compress(strings, types, arena, reserved ?? reservedLetters(types)))),
  encode,
  canEncode,
  uncompressed: strings => withArena(arena => takeOutNames(leaveUncompressed(strings, 'exact', arena))),
  mapStrings,
  letters: firstBytes,
  withoutLetters: withoutTypes,
  tokenTable,
  orderByName: symbols => withArena(arena => orderByName(symbols, null, arena).slice()),
  // A new array each time, so that a proposal cannot change it for others.
  get nmLetters() {
    return reservedLetters('literal')
  },
  get nameBytes() {
    const inNames = bytesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$')
    return Uint8Array.from(new Set([...reservedLetters('literal'), ...inNames]))
  },
  newTokens: () => new Tokens(),
  kernelDecoder,
  codeWalker,
  decoderOfTexts,
})

/** A copy outside of the arena. */
function takeOutNames({ codes, length, tokens }: CompressedNames): CompressedNames {
  return { codes: codes.slice(), length: length.slice(), tokens }
}

function canEncode({ text, start, length, count }: SymbolTable, { kind }: Tokens): boolean {
  for (let symbol = 0; symbol < count; symbol++) {
    const from = start[symbol] as number
    for (let at = from; at < from + (length[symbol] as number); at++) {
      if (kind[text[at] as number] !== LITERAL) return false
    }
  }
  return true
}

/**
 * Replaces pairs in the order in which the compression made their tokens, from code 255 down: in each string the pair with
 * the highest code first, from left to right. A pair that contains a token has a lower code than that token, so the
 * result is that of a compression that chooses these tokens.
 */
function encode(strings: SymbolTable, tokens: Tokens): CompressedNames {
  if (!canEncode(strings, tokens)) throw new Error('a byte has no code in this token table')
  const { text, start, count } = strings
  const codeOf = new Uint16Array(0x10000)
  for (let code = 0; code < 256; code++) {
    if (tokens.kind[code] === PAIR) {
      codeOf[(tokens.first[code] as number) | ((tokens.second[code] as number) << 8)] = code + 1
    }
  }
  const codes = new Uint8Array(text.length)
  const length = new Uint16Array(count)
  let end = 0
  for (let symbol = 0; symbol < count; symbol++) {
    const from = start[symbol] as number
    const size = strings.length[symbol] as number
    codes.set(text.subarray(from, from + size), end)
    const left = replacePairs(codes, end, size, codeOf)
    length[symbol] = left
    end += left
  }
  return { codes: codes.subarray(0, end), length, tokens }
}

/** Replaces pairs in place; returns the number of codes left. */
function replacePairs(codes: Uint8Array, from: number, size: number, codeOf: Uint16Array): number {
  let length = size
  for (;;) {
    let best = 0
    for (let i = from; i + 1 < from + length; i++) {
      const code = codeOf[(codes[i] as number) | ((codes[i + 1] as number) << 8)] as number
      if (code > best) best = code
    }
    if (best === 0) return length
    let to = from
    for (let i = from; i < from + length; to++) {
      const isPair =
        i + 1 < from + length && codeOf[(codes[i] as number) | ((codes[i + 1] as number) << 8)] === best
      codes[to] = isPair ? best - 1 : (codes[i] as number)
      i += isPair ? 2 : 1
    }
    length = to - from
  }
}

function mapStrings(
  strings: SymbolTable,
  change: (text: Uint8Array, symbol: number) => Uint8Array,
): SymbolTable {
  const { text, start, length, count, high, low } = strings
  const builder = new TableBuilder(text.length + count + 1)
  for (let symbol = 0; symbol < count; symbol++) {
    const from = start[symbol] as number
    const changed = change(text.slice(from, from + (length[symbol] as number)), symbol)
    builder.reserve(changed.length)
    builder.text.set(changed, builder.next)
    builder.add(builder.next + changed.length, high[symbol] as number, low[symbol] as number)
  }
  return builder.finish()
}
