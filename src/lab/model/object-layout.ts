/** The layout of the object that the assembler makes from an assembly text with tables. */
import { readAssembly } from '../../decode/assembly.js'

export interface ObjectLayout {
  /** Offset of each label from the start of the section, in the order of the text. */
  readonly labels: readonly { readonly label: string; readonly offset: number }[]
  readonly size: number
  readonly alignment: number
  /** Bytes of content after each label, without padding. */
  readonly content: ReadonlyMap<string, number>
}

/** @param wordBytes bytes of the target's word, for which the preprocessor asks BITS_PER_LONG */
export function objectLayout(assembly: Uint8Array, wordBytes: 4 | 8): ObjectLayout {
  const tables = [...readAssembly(assembly, { wordBytes }).tables]
  return {
    labels: tables.map(([label, { offset }]) => ({ label, offset })),
    size: Math.max(...tables.map(([, { offset, bytes }]) => offset + bytes.length)),
    alignment: wordBytes,
    content: new Map(tables.map(([label, { bytes, padding }]) => [label, bytes.length - padding])),
  }
}
