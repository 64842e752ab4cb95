/** Where the tables of an assembly text lie in the object that the assembler makes of it. */
import { readAssembly } from '../../decode/assembly.js'

export interface ObjectLayout {
  /** Where each label is, from the beginning of the section; in the order of the text. */
  readonly labels: readonly { readonly label: string; readonly offset: number }[]
  readonly size: number
  readonly alignment: number
  /** Bytes behind each label without padding. */
  readonly content: ReadonlyMap<string, number>
}

/** @param wordBytes the target's word: what BITS_PER_LONG says to the preprocessor */
export function objectLayout(assembly: Uint8Array, wordBytes: 4 | 8): ObjectLayout {
  const tables = [...readAssembly(assembly, { wordBytes }).tables]
  return {
    labels: tables.map(([label, { offset }]) => ({ label, offset })),
    size: Math.max(...tables.map(([, { offset, bytes }]) => offset + bytes.length)),
    alignment: wordBytes,
    content: new Map(tables.map(([label, { bytes, padding }]) => [label, bytes.length - padding])),
  }
}
