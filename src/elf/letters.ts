/**
 * The letters of symbols: what nm prints, and in a few cases what the tool that reads images prints instead. Source: the
 * manual of nm, and measured outputs of both.
 */
import { type ElfFile, type Section, SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE, SHT_NOBITS } from './file.js'

/** No letter: the symbol is not listed. */
export const UNLISTED = 0

const STB_LOCAL = 0
const STB_GLOBAL = 1
const STB_WEAK = 2
const STB_GNU_UNIQUE = 10

const STT_OBJECT = 1
const STT_SECTION = 3
const STT_FILE = 4
const STT_GNU_IFUNC = 10

const SHN_UNDEF = 0
const SHN_ABS = 0xfff1
const SHN_COMMON = 0xfff2

/** How names of debug sections begin. */
const DEBUG = ['.debug', '.zdebug', '.gnu.debuglto_.debug_', '.gnu.linkonce.wi.', '.line', '.stab']

/** Functions from a symbol's fields to the code of its letter. */
export type LetterOf = (info: number, section: number) => number

/**
 * The letters of the C tool that reads images. Of 500,000 symbols a few hundred have different fields: a letter is found
 * once.
 */
export function lettersOf({ sections }: ElfFile): LetterOf {
  const bySection = sections.map(letterOfSection)
  const letterOf: LetterOf = (info, section) => code(letter(bySection, info >> 4, info & 15, section))
  // A file may claim any number of sections; a kernel has some hundred.
  const count = Math.min(sections.length, MOST_KNOWN)
  const known = new Uint8Array(256 * count).fill(NOT_YET)
  return (info, section) => {
    if (section >= count) return letterOf(info, section)
    const place = info * count + section
    const found = known[place] as number
    if (found !== NOT_YET) return found
    const letter = letterOf(info, section)
    known[place] = letter
    return letter
  }
}

/** Sections whose letters are kept. */
const MOST_KNOWN = 4096

/** No letter has this code. */
const NOT_YET = 0xff

function letter(bySection: readonly string[], binding: number, type: number, section: number): string {
  if (type === STT_SECTION || type === STT_FILE) return ''
  if (section === SHN_COMMON) return 'C'
  if (section === SHN_UNDEF) return binding === STB_WEAK ? (type === STT_OBJECT ? 'v' : 'w') : 'U'
  if (type === STT_GNU_IFUNC) return 'i'
  if (binding === STB_WEAK) return type === STT_OBJECT ? 'V' : 'W'
  if (binding === STB_GNU_UNIQUE) return 'u'
  if (binding !== STB_GLOBAL && binding !== STB_LOCAL) return '?'
  const local = section === SHN_ABS ? 'a' : (bySection[section] ?? '?')
  return binding === STB_GLOBAL ? local.toUpperCase() : local
}

function letterOfSection({ name, type, flags }: Section): string {
  if (flags & SHF_EXECINSTR) return 't'
  if (flags & SHF_ALLOC) {
    if (type === SHT_NOBITS) return 'b'
    return flags & SHF_WRITE ? 'd' : 'r'
  }
  if (DEBUG.some(begin => name.startsWith(begin))) return 'N'
  return type !== SHT_NOBITS && !(flags & SHF_WRITE) ? 'n' : '?'
}

function code(text: string): number {
  return text === '' ? UNLISTED : text.charCodeAt(0)
}
