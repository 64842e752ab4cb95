/**
 * Linker stubs, also called veneers and thunks: code that a linker inserts where a branch does not reach its target, or
 * to work around an erratum. A stub has a symbol of its own, and whether it is needed depends on distances in the
 * image, and so on the layout.
 *
 * Only their names mark these symbols. This is the table of names, from the naming of binutils (`elf32-arm`,
 * `elfnn-aarch64`, `elf64-ppc`, `elfxx-mips`) and of LLVM's lld (`Thunks.cpp`). A kernel has 500,000 names and hardly
 * any stubs, so each rule has a fixed part that is searched for first, and a pattern that decides.
 */
import { bytesOf, hasAt } from '../symbols/bytes.js'
import type { SymbolTable } from '../symbols/table.js'
import { findSubstrings } from './ignore.js'

/** Where in a name a text stands. */
type Place = 'prefix' | 'suffix' | 'substring'

/** What a name says about the linker that chose it. */
export interface LinkerStub {
  readonly linker: 'GNU ld' | "LLVM's lld"
  /** Architectures, for display. */
  readonly targets: string
  /** A text by which names of this kind can be recognised, and where it stands. */
  readonly mark: readonly [Place, string]
  /** A regular expression for lines of `nm` with such names, as in the kernel's `scripts/mksysmap`. */
  readonly pattern: string
}

interface Rule extends Pick<LinkerStub, 'linker' | 'targets'> {
  /** What every such name holds. */
  readonly part: readonly [Place, string]
  /** Decides; its group is the mark. If not given, the part alone decides, and is the mark. */
  readonly matches?: RegExp
  /** Where the mark stands, if not where the part does. */
  readonly markedAt?: Place
  /** The kernel's own pattern, if it is wider than the mark. */
  readonly pattern?: string
}

const GNU = 'GNU ld'
const LLD = "LLVM's lld"

/** All thunks of lld but those for powerpc and hexagon. */
const THUNK = {
  linker: LLD,
  part: ['substring', 'Thunk_'],
  markedAt: 'prefix',
  pattern: ' __[[:alnum:]]*Thunk_',
} as const

/** More special rules come first. */
const RULES: readonly Rule[] = [
  { linker: GNU, targets: 'arm64', part: ['prefix', 'e843419@'] },
  {
    linker: GNU,
    targets: 'arm64',
    part: ['prefix', '__erratum_'],
    matches: /^(__erratum_\d+_veneer_)\d+$/,
  },
  { ...THUNK, targets: 'arm64', matches: /^(__AArch64\w*Thunk_)/ },
  { ...THUNK, targets: 'arm', matches: /^(__(?:ARM|Arm|Thumb)[vV]\w*?Thunk_)/ },
  { ...THUNK, targets: 'mips', matches: /^(__(?:micro)?LA25Thunk_)/ },
  { ...THUNK, targets: 'several targets', matches: /^(__[A-Za-z0-9]*Thunk_)/ },
  { linker: LLD, targets: 'hexagon', part: ['prefix', '__hexagon_thunk_'] },
  { linker: LLD, targets: 'powerpc', part: ['prefix', '__long_branch_'] },
  // Not the labels around a PLT, such as __plt_entry.
  { linker: LLD, targets: 'powerpc', part: ['prefix', '__plt_'], matches: /^(__plt_)(?!entry)/ },
  { linker: LLD, targets: 'powerpc', part: ['prefix', '__toc_save_'] },
  {
    linker: GNU,
    targets: 'powerpc',
    part: ['substring', '.long_branch'],
    matches: /(\.long_branch[.\w]*?\.)/,
  },
  {
    linker: GNU,
    targets: 'powerpc',
    part: ['substring', '.plt_'],
    matches: /(\.plt_(?:branch|call)[.\w]*?\.)/,
  },
  { linker: GNU, targets: 'arm', part: ['suffix', '_from_arm'], matches: /^__.*(_from_arm)$/ },
  { linker: GNU, targets: 'arm', part: ['suffix', '_from_thumb'], matches: /^__.*(_from_thumb)$/ },
  { linker: GNU, targets: 'arm', part: ['suffix', '_change_to_arm'], matches: /^__.*(_change_to_arm)$/ },
  { linker: GNU, targets: 'arm or arm64', part: ['suffix', '_veneer'], matches: /^__.*(_veneer)$/ },
  { linker: GNU, targets: 'mips', part: ['prefix', '.pic.'] },
]

/** The kind of stub that a name looks like; null for a name that no linker makes. */
export function linkerStub(name: string): LinkerStub | null {
  for (const { linker, targets, part, matches, markedAt, pattern } of RULES) {
    const [partAt, text] = part
    const mark = matches ? matches.exec(name)?.[1] : holds(name, partAt, text) ? text : undefined
    if (mark === undefined) continue
    const place = markedAt ?? partAt
    return { linker, targets, mark: [place, mark], pattern: `/${pattern ?? patternFor(place, mark)}/d` }
  }
  return null
}

function holds(name: string, place: Place, text: string): boolean {
  switch (place) {
    case 'prefix':
      return name.startsWith(text)
    case 'suffix':
      return name.endsWith(text)
    case 'substring':
      return name.includes(text)
  }
}

function patternFor(place: Place, text: string): string {
  const escaped = text.replaceAll('.', '\\.')
  return place === 'prefix' ? ` ${escaped}` : place === 'suffix' ? `${escaped}$` : escaped
}

/** Marks the symbols whose names are those of stubs: one byte a symbol, 1 for a stub. */
export function markLinkerStubs(table: SymbolTable): Uint8Array {
  const { text, start, length, count } = table
  const marks = findSubstrings(table, partsAt('substring'), -1) ?? new Uint8Array(count)
  const prefixes = partsAt('prefix').map(bytesOf)
  const suffixes = partsAt('suffix').map(bytesOf)
  // Many names begin with two underscores, and few of them go on as a rule does.
  const third = new Uint8Array(256)
  const last = new Uint8Array(256)
  for (const prefix of prefixes) third[prefix[2] as number] = 1
  for (const suffix of suffixes) last[suffix[suffix.length - 1] as number] = 1
  for (let symbol = 0; symbol < count; symbol++) {
    const from = (start[symbol] as number) + 1
    const to = (start[symbol] as number) + (length[symbol] as number)
    const isLikely =
      marks[symbol] === 1 ||
      (third[text[from + 2] as number] === 1 && prefixes.some(part => hasAt(text, from, part))) ||
      (last[text[to - 1] as number] === 1 && suffixes.some(part => hasAt(text, to - part.length, part)))
    if (!isLikely) continue
    marks[symbol] = linkerStub(String.fromCharCode(...text.subarray(from, to))) === null ? 0 : 1
  }
  return marks
}

/** Parts that are looked for at a place; prefixes have three bytes at least. */
function partsAt(wanted: Place): string[] {
  return [...new Set(RULES.flatMap(({ part: [place, part] }) => (place === wanted ? [part] : [])))]
}
