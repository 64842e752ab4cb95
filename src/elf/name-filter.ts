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

/** The strings of MODULE_INFO() in built-in code: this, and digits up to the end. */
const MODINFO = bytesOf('__UNIQUE_ID_modinfo_')

/** Veneers of LLD for arm: two underscores, letters and digits that end in this, and an underscore. */
const THUNK = bytesOf('Thunk')

const UNDERSCORE = 0x5f
const DOT = 0x2e

/** @returns whether the name of the given bytes of a string table is left out */
export function nameFilter(strings: Uint8Array): (from: number, end: number) => boolean {
  const [prefixes, suffixes, names, parts] = Object.values(OMITTED_NAMES).map(list => list.map(bytesOf)) as [
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
    Uint8Array[],
  ]
  const begins = bytesIn([...prefixes, ...names].map(([first]) => first as number))
  const ends = bytesIn(suffixes.map(suffix => suffix.at(-1) as number))
  return (from, end) =>
    (begins[strings[from] as number] === 1 && isOmittedByBegin(strings, from, end, prefixes, names)) ||
    (ends[strings[end - 1] as number] === 1 && hasSuffix(strings, from, end, suffixes)) ||
    hasPart(strings, from, end, parts)
}

// Each runs for every symbol of a kernel: loops, since a function for each element of a list takes longer.

function isOmittedByBegin(
  text: Uint8Array,
  from: number,
  end: number,
  prefixes: readonly Uint8Array[],
  names: readonly Uint8Array[],
): boolean {
  for (let i = 0; i < prefixes.length; i++) if (hasAt(text, from, prefixes[i] as Uint8Array)) return true
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as Uint8Array
    if (end - from === name.length && hasAt(text, from, name)) return true
  }
  const isReserved = text[from] === UNDERSCORE && text[from + 1] === UNDERSCORE
  return isReserved && (isThunk(text, from, end) || isModinfo(text, from, end))
}

function hasSuffix(text: Uint8Array, from: number, end: number, suffixes: readonly Uint8Array[]): boolean {
  for (let i = 0; i < suffixes.length; i++) {
    const suffix = suffixes[i] as Uint8Array
    if (end - from >= suffix.length && hasAt(text, end - suffix.length, suffix)) return true
  }
  return false
}

function hasPart(text: Uint8Array, from: number, end: number, parts: readonly Uint8Array[]): boolean {
  for (let at = from; at < end; at++) {
    if (text[at] !== DOT) continue
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Uint8Array
      if (at + part.length <= end && hasAt(text, at, part)) return true
    }
  }
  return false
}

function isThunk(text: Uint8Array, from: number, end: number): boolean {
  let at = from + 2
  while (at < end && isAlphanumeric(text[at] as number)) at++
  return (
    at < end &&
    text[at] === UNDERSCORE &&
    at - THUNK.length >= from + 2 &&
    hasAt(text, at - THUNK.length, THUNK)
  )
}

function isModinfo(text: Uint8Array, from: number, end: number): boolean {
  if (!hasAt(text, from, MODINFO)) return false
  for (let at = from + MODINFO.length; at < end; at++) if (!isDigit(text[at] as number)) return false
  return true
}

function isAlphanumeric(byte: number): boolean {
  const lower = byte | 0x20
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x7a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

/** For each byte whether it is one of some: names are looked at byte by byte. */
function bytesIn(some: readonly number[]): Uint8Array {
  const isIn = new Uint8Array(256)
  for (const byte of some) isIn[byte] = 1
  return isIn
}
