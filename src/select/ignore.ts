/**
 * Names that are left out whatever their type and address are.
 *
 * The lists have some thirty entries and hardly any symbol matches one, so the matcher first tests whether any rule has
 * the name's first or last byte. Matching substrings are rarer still: instead of every name, the whole text buffer is
 * searched at once, which the runtime does at memory speed.
 */
import type { IgnoreRules } from '../dialect/dialect.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import { lowerBound } from '../symbols/lower-bound.js'
import type { SymbolTable } from '../symbols/table.js'

/** Whether a rule leaves out the name at `text[from, to)`, which is given without the prefix byte. */
export type NameMatcher = (text: Uint8Array, from: number, to: number) => boolean

/** Position of a symbol's name, after the type letter and the prefix byte (-1: none). */
export function nameStart(table: SymbolTable, symbol: number, prefix: number): number {
  const at = (table.start[symbol] as number) + 1
  return table.text[at] === prefix && (table.length[symbol] as number) > 1 ? at + 1 : at
}

/** Compiles exact names, prefixes and suffixes; for substrings there is `findSubstrings`. */
export function compileIgnoreRules(rules: IgnoreRules): NameMatcher {
  const names = rules.names.map(bytesOf)
  const prefixes = rules.prefixes.map(bytesOf)
  const suffixes = rules.suffixes.map(bytesOf)
  const first = new Uint8Array(256)
  const last = new Uint8Array(256)
  for (const part of [...names, ...prefixes]) first[part[0] as number] = 1
  for (const part of suffixes) last[part[part.length - 1] as number] = 1
  const matchesAll = [...prefixes, ...suffixes].some(part => part.length === 0)

  return (text, from, to) => {
    if (matchesAll) return true
    if (from === to) return false
    if (first[text[from] as number]) {
      for (const name of names) if (name.length === to - from && hasAt(text, from, name)) return true
      for (const prefix of prefixes) if (prefix.length <= to - from && hasAt(text, from, prefix)) return true
    }
    if (last[text[to - 1] as number]) {
      for (const suffix of suffixes) {
        if (suffix.length <= to - from && hasAt(text, to - suffix.length, suffix)) return true
      }
    }
    return false
  }
}

/**
 * Marks the symbols whose name contains one of the substrings.
 *
 * @param prefix the prefix byte, which is not part of a name, or -1
 * @returns one byte per symbol, 1 for a match; null if none matches
 */
export function findSubstrings(
  table: SymbolTable,
  substrings: readonly string[],
  prefix: number,
): Uint8Array | null {
  let marks: Uint8Array | null = null
  const { buffer, byteOffset, length } = table.text
  const buffered = Buffer.from(buffer, byteOffset, length)
  if (substrings.includes('')) return new Uint8Array(table.count).fill(1)
  for (const substring of substrings) {
    const part = Buffer.from(substring, 'latin1')
    for (let at = buffered.indexOf(part); at >= 0; at = buffered.indexOf(part, at + 1)) {
      const symbol = symbolAt(table, at)
      // A match that begins at the type letter or the prefix byte is not in the name.
      if (at < nameStart(table, symbol, prefix)) continue
      marks ??= new Uint8Array(table.count)
      marks[symbol] = 1
    }
  }
  return marks
}

/** The symbol at a position of the text buffer: in a parser's table the symbols are in the order of their texts. */
function symbolAt({ start, count }: SymbolTable, position: number): number {
  return lowerBound(count, symbol => (start[symbol] as number) <= position) - 1
}
