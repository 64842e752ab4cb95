/** What deserves a word to the user, although the run goes on. */
export type Problem =
  /** The symbol is left out. */
  | {
      readonly kind: 'name-too-long'
      /** The name's bytes; valid during the call only. */
      readonly name: Uint8Array
      readonly limit: number
      readonly word: 'vs' | '>='
    }
  /** The input ended within a record. */
  | { readonly kind: 'cut-short' }
  /** The C tool of the dialect dies of this input; what is printed is what the first release prints that does not. */
  | { readonly kind: 'original-crashes' }

export type Report = (problem: Problem) => void
