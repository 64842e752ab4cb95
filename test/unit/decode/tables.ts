/** A table of five symbols, written by hand as bytes and as assembly. */
import type { TableFormat } from '../../../src/decode/tables.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { latin1 } from '../../support/table.js'

export const dialectOf = (version: string): Dialect => findRelease(version).dialect

/** Texts of codes; all other codes stand for themselves. */
const TOKENS: Readonly<Record<number, string>> = { 1: 'Tfo', 2: 'o', 3: 'tba', 4: '_x', 5: '' }

export function tokenLines(tokens: Readonly<Record<number, string>> = TOKENS): string {
  const texts = Array.from({ length: 256 }, (_, code) => tokens[code] ?? String.fromCharCode(code))
  // A string cannot contain NUL or newline.
  texts[0] = ''
  texts[10] = ''
  let at = 0
  const index = texts.map(text => {
    at += text.length + 1
    return `\t.short\t${at - text.length - 1}\n`
  })
  const table = texts.map(text => `\t.asciz\t"${text}"\n`)
  return `kallsyms_token_table:\n${table.join('')}kallsyms_token_index:\n${index.join('')}`
}

/** Names as codes, with their lengths. */
export function nameLines(...names: readonly (readonly number[])[]): string {
  return `kallsyms_names:\n${names.map(codes => `\t.byte ${[codes.length, ...codes].join(', ')}\n`).join('')}`
}

export const codes = (text: string): number[] => [...latin1(text)]

/** `Tfoo`, `tbar`, `T_x`, `tbar`, `A`, split into codes in different ways. */
export const NAMES: string = nameLines([1, 2], [3, 0x72], [0x54, 4], [0x74, 0x62, 0x61, 0x72], [0x41])
export const MARKERS = 'kallsyms_markers:\n\t.long 0\n'

/** The five symbols as raw tables of 7.0; tables may be replaced, or removed with undefined. */
export function rawTables(
  other: Readonly<Record<string, Uint8Array | undefined>> = {},
): Map<string, Uint8Array> {
  const names = [2, 1, 2, 2, 3, 0x72, 2, 0x54, 4, 4, 0x74, 0x62, 0x61, 0x72, 1, 0x41]
  const texts = Array.from(
    { length: 256 },
    (_, code) => TOKENS[code] ?? (code === 0 ? '' : String.fromCharCode(code)),
  )
  const index = Buffer.alloc(512)
  let at = 0
  for (const [code, text] of texts.entries()) {
    index.writeUInt16LE(at, 2 * code)
    at += text.length + 1
  }
  const tables = {
    kallsyms_num_syms: Uint8Array.of(5, 0, 0, 0),
    kallsyms_names: Uint8Array.from(names),
    kallsyms_markers: Uint8Array.of(0, 0, 0, 0),
    kallsyms_token_table: latin1(texts.map(text => `${text}\0`).join('')),
    kallsyms_token_index: index,
    kallsyms_offsets: Buffer.alloc(20),
    kallsyms_seqs_of_names: Uint8Array.of(0, 0, 4, 0, 0, 2, 0, 0, 1, 0, 0, 3, 0, 0, 0),
    ...other,
  }
  return new Map(Object.entries(tables).flatMap(([label, bytes]) => (bytes ? [[label, bytes]] : [])))
}

export const V7: TableFormat = { dialect: dialectOf('7.0') }
