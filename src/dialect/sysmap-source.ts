/**
 * The lists of names that a tool leaves out which reads images: they are in a source of their own, and have to be those
 * that are known here.
 */
import { OMITTED_NAMES } from '../elf/name-filter.js'
import { KallsymsError } from '../errors.js'
import { CSource } from './c-source.js'

/** The arrays of the source, and the lists that they must have. */
const ARRAYS: Readonly<Record<string, readonly string[]>> = {
  sysmap_omit_prefixes: OMITTED_NAMES.prefixes,
  sysmap_omit_suffixes: OMITTED_NAMES.suffixes,
  sysmap_omit_names: OMITTED_NAMES.names,
  sysmap_omit_patterns: OMITTED_NAMES.parts,
}

/**
 * @param text of a `scripts/kallsyms-sysmap.c`
 * @throws {KallsymsError} `unknown-kernel` where a list is missing, or is another one
 */
export function requireKnownLists(text: string): void {
  const source = new CSource(text)
  for (const [name, known] of Object.entries(ARRAYS)) {
    const array = source.arrayStrings(name)
    const names = [...(array?.captured ?? [])].sort()
    if (names.join('\n') === [...known].sort().join('\n')) continue
    const other = names.find(each => !known.includes(each)) ?? known.find(each => !names.includes(each))
    throw new KallsymsError(
      'unknown-kernel',
      array
        ? `unsupported list ${name}, line ${array.line}: ${JSON.stringify(other)} is in one of this list and the known one ` +
            "only; use the tree's own tool: build without MAKEFILES="
        : `there is no list ${name}; use the tree's own tool: build without MAKEFILES=`,
    )
  }
}
