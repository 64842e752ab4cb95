/**
 * Made-up names for a bundle: letters are exchanged for others, the same in all names and maps, so that names keep their
 * lengths and share as much with each other as before, and tables keep nearly the same sizes. What the tool or the
 * explanation goes by stays as it is. This hides names from a glance, and not from somebody who wants to know them.
 */
import type { Dialect } from '../dialect/dialect.js'
import { linkerStub } from '../select/linker-stubs.js'
import type { Explanation } from './explanation.js'
import { LANDMARKS } from './places.js'

/** Each gives letter number i of the alphabet the place of letter `factor * i + shift`. */
const ALPHABETS = [
  { factor: 7, shift: 3 },
  { factor: 11, shift: 8 },
  { factor: 5, shift: 17 },
  { factor: 19, shift: 12 },
] as const

/** Functions that give names others, the first choice first; each gives different names different ones. */
export function scramblers(dialect: Dialect, labels: readonly string[]): ((name: string) => string)[] {
  const kept = keptParts(dialect, labels)
  return ALPHABETS.map(({ factor, shift }) => {
    const moved = (letter: string): string => {
      const first = letter >= 'a' ? 0x61 : 0x41
      return String.fromCharCode(first + ((factor * (letter.charCodeAt(0) - first) + shift) % 26))
    }
    return name => {
      const [from, to] = kept(name)
      return name.slice(0, from) + name.slice(from, to).replace(/[A-Za-z]/g, moved) + name.slice(to)
    }
  })
}

/** Beginnings of names that linker scripts and compilers make: the kernel and its tools know them. */
const KNOWN_BEGINNINGS = [
  '__start_',
  '__stop_',
  '__per_cpu',
  '__kstrtab_',
  '__kstrtabns_',
  '__crc_',
  '__cfi_',
]

/** The part of a name, from and to, that nothing goes by: the rest of it stays. */
function keptParts(
  dialect: Dialect,
  labels: readonly string[],
): (name: string) => [from: number, to: number] {
  const { names, prefixes, suffixes, substrings } = dialect.ignored
  const whole = new Set([
    ...names,
    ...labels,
    ...LANDMARKS,
    ...dialect.ranges.flatMap(({ start, end }) => [start, end]),
  ])
  const beginnings = [...prefixes, ...dialect.droppedPrefixes, ...KNOWN_BEGINNINGS]
  return name => {
    if (whole.has(name) || substrings.some(part => name.includes(part))) return [0, 0]
    const [place, mark] = linkerStub(name)?.mark ?? []
    if (place === 'substring') return [0, 0]
    const starts = place === 'prefix' ? [...beginnings, mark as string] : beginnings
    const ends = place === 'suffix' ? [...suffixes, mark as string] : suffixes
    const from = Math.max(0, ...starts.filter(part => name.startsWith(part)).map(({ length }) => length))
    // After a dot stands what the compiler adds: `.constprop.0`, `.llvm.1234`, hashes; and Rust's hashes are at the end.
    const added = /(?<=.)\.|17h[0-9a-f]{16}E/.exec(name)?.index ?? name.length
    const end = Math.max(0, ...ends.filter(part => name.endsWith(part)).map(({ length }) => length))
    const to = Math.max(from, Math.min(added, name.length - end))
    return [from, to]
  }
}

/** Whether two explanations say the same, whatever the names and the bytes are. */
export function isSameAnswer(a: Explanation, b: Explanation): boolean {
  return JSON.stringify(answerOf(a)) === JSON.stringify(answerOf(b))
}

function answerOf({ verdict, passes, steps, advice }: Explanation): unknown {
  return {
    verdict: [verdict.code, verdict.isConsistent, verdict.settledAt, verdict.period],
    passes: passes.map(({ symbols }) => symbols),
    steps: steps.map(({ causes, lists }) => [
      [...causes].map(({ code, symbols }) => `${code} ${symbols.length}`).sort(),
      lists.map(({ code, symbols }) => [code, symbols.length]),
    ]),
    advice: advice.map(({ for: cause, tried }) => [cause, tried?.outcome, tried?.extraPass, tried?.passes]),
  }
}
