/** The parts of a map: names, type letters, and the forms of a record. */
import fc from 'fast-check'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { RELEASES } from '../../../src/dialect/releases.js'

// ---- Names ----

/** Every name and part of a name for which any release has a rule. */
function namesWithRules(dialect: Dialect): {
  whole: string[]
  front: string[]
  back: string[]
  middle: string[]
} {
  const rules = RELEASES.map(release => release.dialect)
  const borders = rules.flatMap(({ ranges }) => ranges.flatMap(({ start, end }) => [start, end]))
  const united = (own: readonly string[], others: readonly string[]) => [...new Set([...own, ...others])]
  return {
    whole: united(
      [...borderNames(dialect), ...dialect.ignored.names],
      [...borders, ...rules.flatMap(({ ignored }) => ignored.names), ...NEEDED_ABSOLUTE, ...ODDLY_NAMED],
    ),
    front: united(
      [...dialect.ignored.prefixes, ...dialect.droppedPrefixes, '__start_', '__stop_', '__end_', '_', '__'],
      rules.flatMap(({ ignored, droppedPrefixes }) => [...ignored.prefixes, ...droppedPrefixes]),
    ),
    back: united(
      [...dialect.ignored.suffixes, '_start', '_end', '.llvm.1', '.llvm.', '.1', '.cold', '.isra.0'],
      rules.flatMap(({ ignored }) => ignored.suffixes),
    ),
    middle: united(
      dialect.ignored.substrings,
      rules.flatMap(({ ignored }) => ignored.substrings),
    ),
  }
}

const NEEDED_ABSOLUTE = [
  '__gp',
  '__kernel_sigtramp',
  '__kernel_syscall_via_break',
  '__kernel_syscall_via_epc',
]

/** Names close to the limits of rules. */
const ODDLY_NAMED = [
  '__start',
  '__stop',
  '__start_',
  '__stop_',
  '__end_x',
  '__end_xy',
  '___start',
  '__x_end',
  '__xy_end',
  '___start_x',
  '$a',
  '$x.1',
  '$L',
  // Mapping symbols only if `_` is the prefix of all names.
  '_$a',
  '_$x.1',
  '_$L',
  '.L',
  '.Lx',
  'L0',
  '__kernel_sigtramp2',
  '_text_',
  '_stext2',
  'a*/b',
  '"',
  '\\',
]

/** Names whose order depends on the rule for suffixes. */
const FAMILY = [
  'f',
  'f.a',
  'f.llvm.1',
  'f.llvm.2',
  'f.llvm',
  'f.b.1',
  'f.b.llvm.1',
  'f.llvm.1.cold',
  'f-',
  'fa',
  'f.',
]

/** `_text` and the ends of all ranges, in their usual order. */
export function borderNames(dialect: Dialect): string[] {
  return ['_text', ...dialect.ranges.flatMap(({ start, end }) => [start, end])]
}

/** Of few letters, for ties between pairs and for equal names; or of many, for many pairs. */
const plainName = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }),
  fc.string({ unit: fc.constantFrom('a', '_', '.', '1'), minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnop_'), minLength: 1, maxLength: 24 }),
)

/** Any byte that both grammars accept in a name. */
const anyNameByte = fc.integer({ min: 0x21, max: 0xff }).map(byte => String.fromCharCode(byte))

export function nameOf(dialect: Dialect): fc.Arbitrary<string> {
  const { whole, front, back, middle } = namesWithRules(dialect)
  const stem = fc.oneof(
    fc.constant(''),
    fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 3 }),
    plainName,
  )
  return fc.oneof(
    { weight: 8, arbitrary: plainName },
    { weight: 2, arbitrary: fc.constantFrom(...borderNames(dialect), ...dialect.ignored.names) },
    { weight: 2, arbitrary: fc.constantFrom(...whole) },
    { weight: 3, arbitrary: fc.constantFrom(...FAMILY) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...front), stem).map(parts => parts.join('')) },
    {
      weight: 2,
      arbitrary: fc.tuple(stem, fc.constantFrom(...back), fc.constantFrom('', 'z')).map(p => p.join('')),
    },
    { weight: 1, arbitrary: fc.tuple(stem, fc.constantFrom(...middle), stem).map(parts => parts.join('')) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...front), stem, fc.constantFrom(...back)).map(p => p.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: anyNameByte, minLength: 1, maxLength: 12 }) },
  )
}

/** Letters with rules and others; rarely any byte that both grammars accept. */
export const typeLetter: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'TtDdRBwWVv') },
  { weight: 5, arbitrary: fc.constantFrom(...'AaUuNn') },
  { weight: 1, arbitrary: fc.integer({ min: 0x21, max: 0x7e }).map(byte => String.fromCharCode(byte)) },
)

// ---- Lines ----

/** Formats a record. */
export type Shape = (address: bigint, type: string, name: string) => string

export const hex = (address: bigint): string => BigInt.asUintN(64, address).toString(16)
export const plainShape: Shape = (address, type, name) =>
  `${hex(address).padStart(16, '0')} ${type} ${name}\n`

/** Forms that both grammars accept; the name may differ between them. */
const ACCEPTED_SHAPES: readonly Shape[] = [
  (address, type, name) => `${hex(address)} ${type} ${name}\n`,
  (address, type, name) => `${hex(address).padStart(8, '0')} ${type} ${name}\n`,
  (address, type, name) => `${hex(address).padStart(24, '0')} ${type} ${name}\n`,
  (address, type, name) => `0x${hex(address)} ${type} ${name}\n`,
  (address, type, name) => `0X${hex(address).toUpperCase()} ${type} ${name}\n`,
  (address, type, name) => `-${hex(-address)} ${type} ${name}\n`,
  (address, type, name) => `+${hex(address)} ${type} ${name}\n`,
  (address, type, name) => ` \t\v\f\r${hex(address)} ${type} ${name}\n`,
  (address, type, name) => `1${hex(address).padStart(16, '0')} ${type} ${name}\n`,
  (address, type, name) => `-1${hex(address).padStart(16, '0')} ${type} ${name}\n`,
  (address, type, name) => `${hex(address)} ${type} ${name}\r\n`,
  (address, type, name) => `${hex(address)} ${type} ${name} \n`,
  (address, type, name) => `${hex(address)} ${type} ${name} beef T more\n`,
  (address, type, name) => `${hex(address)} ${type} ${name}\tmore words\n`,
  (address, type, name) => `${hex(address)} ${type}  ${name}\n`,
  (address, type, name) => `${hex(address)} ${type} ${name}\0rest\n`,
  (address, type, name) => `${hex(address)} ${type} \0${name}\n`,
  (address, type) => `${hex(address)} ${type} \n`,
  (address, _, name) => `${hex(address)}   ${name}\n`,
  (address, _, name) => `${hex(address)} \0 ${name}\n`,
]

/** Forms that the grammar of lines rejects; the grammar of words accepts some of them. */
const REFUSED_SHAPES: readonly Shape[] = [
  () => '\n',
  () => ' \t \n',
  (_, __, name) => `                 U ${name}\n`,
  (_, __, name) => `# ${name}\n`,
  (_, type, name) => `0x ${type} ${name}\n`,
  (_, type, name) => `0xg ${type} ${name}\n`,
  (_, type, name) => `- ${type} ${name}\n`,
  (_, type, name) => `-0x ${type} ${name}\n`,
  (address, type, name) => `+-${hex(address)} ${type} ${name}\n`,
  (address, type, name) => `${hex(address)}  ${type} ${name}\n`,
  (address, type, name) => `${hex(address)}\t${type} ${name}\n`,
  (address, type, name) => `${hex(address)} ${type}\v${name}\n`,
  (address, type, name) => `${hex(address)}${type} ${name}\n`,
  (address, type, name) => `${hex(address)} ${type}${name}\n`,
  (address, type, name) => `${hex(address)} ${type}${type} ${name}\n`,
  (address, type) => `${hex(address)} ${type}\n`,
  address => `${hex(address)}\n`,
  address => `${hex(address)} \n`,
  (address, _, name) => `${hex(address)} \xe9 ${name}\n`,
  (address, _, name) => `${hex(address)}\0 ${name}\n`,
  (address, type, name) => `\0${hex(address)} ${type} ${name}\n`,
  (_, __, name) => `${name}\n`,
]

/** Rejected forms are rare in the grammar of lines, where they end the run. */
export function shapeOf(dialect: Dialect): fc.Arbitrary<Shape> {
  return fc.oneof(
    { weight: dialect.grammar === 'lines' ? 300 : 20, arbitrary: fc.constant(plainShape) },
    { weight: dialect.grammar === 'lines' ? 30 : 3, arbitrary: fc.constantFrom(...ACCEPTED_SHAPES) },
    { weight: dialect.grammar === 'lines' ? 2 : 3, arbitrary: fc.constantFrom(...REFUSED_SHAPES) },
  )
}
