/**
 * The names that are no symbols of the kernel: the C tool that reads images leaves them out of System.map, as
 * scripts/mksysmap does before it.
 */
import { bytesOf, hasAt } from '../symbols/bytes.js'

/** What tells a name that is left out. */
interface OmittedNames {
  readonly prefixes: readonly string[]
  readonly suffixes: readonly string[]
  readonly names: readonly string[]
  /** Anywhere in a name. */
  readonly parts: readonly string[]
}

/** The lists of the C tool. */
export const OMITTED_NAMES: OmittedNames = {
  prefixes: [
    '$',
    '.L',
    '__efistub_',
    '__pi_$',
    '__pi_.L',
    '__kvm_nvhe_$',
    '__kvm_nvhe_.L',
    '__kcfi_typeid_',
    '__kvm_nvhe___kcfi_typeid_',
    '__pi___kcfi_typeid_',
    '__crc_',
    '__kstrtab_',
    '__kstrtabns_',
    '__mod_device_table__',
  ],
  suffixes: ['_from_arm', '_from_thumb', '_veneer'],
  names: ['L0', '_SDA_BASE_', '_SDA2_BASE_'],
  parts: ['.long_branch.', '.plt_branch.'],
}

/** Veneers of LLD for arm, and strings of MODULE_INFO() in built-in code. */
const PATTERN = /^__([0-9A-Za-z]*Thunk_|UNIQUE_ID_modinfo_[0-9]*$)/

const UNDERSCORE = 0x5f
const DOT = 0x2e

/** @returns whether the name of the given bytes of a string table is left out */
export function nameFilter(strings: Uint8Array): (from: number, end: number) => boolean {
  const text = Buffer.from(strings.buffer, strings.byteOffset, strings.length)
  const [prefixes, suffixes, names, parts] = Object.values(OMITTED_NAMES).map(list => list.map(bytesOf)) as [
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
  ]
  const begins = bytesIn([...prefixes, ...names].map(([first]) => first as number))
  const ends = bytesIn(suffixes.map(suffix => suffix.at(-1) as number))
  const hasPart = (from: number, end: number): boolean => {
    for (let at = from; at < end; at++) {
      if (text[at] === DOT && parts.some(part => at + part.length <= end && hasAt(text, at, part)))
        return true
    }
    return false
  }
  return (from, end) => {
    const first = text[from] as number
    if (begins[first]) {
      if (prefixes.some(prefix => hasAt(text, from, prefix))) return true
      if (names.some(name => end - from === name.length && hasAt(text, from, name))) return true
      const isPattern = first === UNDERSCORE && text[from + 1] === UNDERSCORE
      if (isPattern && PATTERN.test(text.toString('latin1', from, end))) return true
    }
    const isSuffix = ends[text[end - 1] as number] === 1
    if (
      isSuffix &&
      suffixes.some(suffix => end - from >= suffix.length && hasAt(text, end - suffix.length, suffix))
    )
      return true
    return hasPart(from, end)
  }
}

/** For each byte whether it is one of some: names are looked at byte by byte. */
function bytesIn(some: readonly number[]): Uint8Array {
  const isIn = new Uint8Array(256)
  for (const byte of some) isIn[byte] = 1
  return isIn
}
