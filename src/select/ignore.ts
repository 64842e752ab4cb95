/**
 * Names that are left out whatever their type and address are.
 *
 * The lists hold some thirty entries and hardly any symbol matches one, so the matcher first asks whether a name's
 * first or last byte occurs in any rule. Substrings are rarer still: instead of searching every name for them, the
 * whole text buffer is searched once, which the runtime does at memory speed.
 */
import type { IgnoreRules } from '../dialect/dialect.js'
import { bytesOf, hasAt } from '../symbols/bytes.js'
import { lowerBound } from '../symbols/lower-bound.js'
import type { SymbolTable } from '../symbols/table.js'

/** Says of the name at `text[from, to)` whether a rule leaves it out; the prefix byte is not part of it. */
export type NameMatcher = (text: Uint8Array, from: number, to: number) => boolean

/** Position of a symbol's name, behind the type letter and the prefix byte (-1: none). */
export function nameStart(table: SymbolTable, symbol: number, prefix: number): number {
  const at = (table.start[symbol] as number) + 1
  return table.text[at] === prefix && (table.length[symbol] as number) > 1 ? at + 1 : at
}

/** Compiles exact names, prefixes and suffixes; substrings are `findSubstrings`. */
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
 * Marks the symbols whose name holds one of the substrings.
 *
 * @param prefix the byte that is no part of a name that starts with it, or -1
 * @returns one byte a symbol, 1 for a match; null where none matches
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
      // A match that begins with the type letter or the prefix byte is none of the name.
      if (at < nameStart(table, symbol, prefix)) continue
      marks ??= new Uint8Array(table.count)
      marks[symbol] = 1
    }
  }
  return marks
}

/** The symbol whose text lies at a position of the text buffer: a parser's table is in the order of its text. */
function symbolAt({ start, count }: SymbolTable, position: number): number {
  return lowerBound(count, symbol => (start[symbol] as number) <= position) - 1
}
