/** A problem that is reported, and does not end the run. */
export type Problem =
  /** A symbol was left out. */
  | {
      readonly kind: 'name-too-long'
      /** Bytes of the name; valid during the call only. */
      readonly name: Uint8Array
      readonly limit: number
      /** How the C tool's message compares the two. */
      readonly word: 'vs' | '>='
      /** The line of the input that the name begins in, from 1. */
      readonly line: number
    }
  /** The input ends within a record, which was left out. */
  | {
      readonly kind: 'cut-short'
      /** The last line of the input, from 1. */
      readonly line: number
    }
  /** The C tool of the dialect crashes on this input; the output is that of the first release that does not. */
  | { readonly kind: 'original-crashes' }

export type Report = (problem: Problem) => void
