/** Sentences that the text and the page share. */

import type { BuildFacts } from '../kbuild/build-facts.js'
import { optionName } from '../report/option-name.js'
import { printable } from '../symbols/quoted.js'
import type {
  CauseCode,
  ChangedSymbol,
  Explanation,
  ListChange,
  ListChangeCode,
  ListedSymbol,
  Place,
  Remedy,
  Trial,
} from './explanation.js'
import type { Doubt } from './extents.js'

/** How many symbols a cause concerns, and how many of them entered or left the table. */
export interface Counts {
  readonly all: number
  readonly joined: number
  readonly left: number
}

/**
 * One line about a cause.
 *
 * @param isStabilised whether the letters are compressed separately from the names
 */
export function causeText(code: CauseCode, { all, joined, left }: Counts, isStabilised: boolean): string {
  const symbols = all === 1 ? '1 symbol' : `${all} symbols`
  const moves = [joined > 0 ? `${joined} added` : '', left > 0 ? `${left} removed` : '']
    .filter(text => text !== '')
    .join(', ')
  switch (code) {
    case 'types':
      return `${symbols} changed type; the type letter is compressed ${isStabilised ? 'separately from' : 'together with'} the name`
    case 'membership':
      return `${symbols} ${all === 1 ? 'is' : 'are'} inside a text range in one pass only: ${moves}`
    case 'letter':
      return `${symbols} ${all === 1 ? 'has' : 'have'} a type that is dropped, such as A (absolute), in one pass only: ${moves}`
    case 'stubs':
      return `${all} linker ${all === 1 ? 'stub' : 'stubs'} in one pass only: ${moves}`
    case 'labels':
      return `${all} ${all === 1 ? 'label' : 'labels'} of the tables themselves: ${moves}`
    case 'length':
      return `${symbols} with a name that is too long in one pass only: ${moves}`
    case 'presence':
      return `${symbols} in one map only: ${moves}`
  }
}

/** One line about labels that contradict the options. */
export function doubtText(
  { label, pass, next, shown, computed }: Doubt,
  passes: readonly { readonly name: string }[],
): string {
  const name = (number: number): string => (passes[number] as { readonly name: string }).name
  return (
    `the labels in ${name(next)} show ${shown} bytes for ${label}, but the table of ${name(pass)} has ${computed}: is a ` +
    'pass between them missing, or were the tables made for another kernel or with other options, such as --all-symbols ' +
    'or --stable?'
  )
}

/** One line about symbols in which two lists differ. */
export function listText({ code, symbols }: ListChange): string {
  const count = symbols.length === 1 ? '1 symbol' : `${symbols.length} symbols`
  switch (code) {
    case 'renamed':
      return `${count} under ${symbols.length === 1 ? 'another name' : 'other names'}, which the compiler makes anew in each link`
    case 'moved':
      return `${count} at ${symbols.length === 1 ? 'another address' : 'other addresses'}, although the tables before ${symbols.length === 1 ? 'it' : 'them'} have the same sizes`
    case 'reordered':
      return `${count} of the same ${symbols.length === 1 ? 'address' : 'addresses'} in another order`
  }
}

/** A symbol in two lists, in short. */
export function listedText(code: ListChangeCode, { before, after, from, to }: ListedSymbol): string {
  if (code === 'renamed') return `${before} > ${after}`
  return code === 'moved' ? `${after}  ${from} > ${to}` : `${after}  ${to}`
}

/** A symbol that changed: where it was, and where it is now. */
export function symbolText(symbol: ChangedSymbol): string {
  const { before, after, linker } = symbol
  const name = printable(symbol.name)
  if (before?.inTable && after?.inTable) {
    const beside = [before, after].some(place => place.beside !== null)
      ? `, at ${neighbour(before)} > ${neighbour(after)}`
      : ''
    return `${before.letter} > ${after.letter}  ${name}  ${before.address} > ${after.address}${beside}`
  }
  const [outside, place] = after?.inTable ? [before, after] : [after, before as Place]
  const other = outside ? ` (${after?.inTable ? 'was' : 'now'} ${placeText(outside)})` : ''
  const maker = linker ? `, a stub of ${linker}` : ''
  return `${after?.inTable ? '+' : '-'}  ${name}  ${placeText(place)}${other}${maker}`
}

function neighbour({ beside }: Place): string {
  return beside === null ? 'no symbol' : printable(beside)
}

function placeText({ letter, address, beside }: Place): string {
  return `${letter} ${address}${beside === null ? '' : ` at ${printable(beside)}`}`
}

/** The end of a name, which may be a path: passes differ there. */
export function shortened(name: string, most: number): string {
  return name.length <= most ? name : `…${name.slice(1 - most)}`
}

/**
 * One line about symbols that are at another position of the map.
 *
 * @param most how many are named
 */
export function movedText(moved: readonly string[], most: number): string {
  const some = moved.slice(0, most)
  const rest = moved.length - some.length
  const symbols = moved.length === 1 ? '1 symbol' : `${moved.length} symbols`
  return `${symbols} at another position in the map, which affects no size: ${some.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}

/** How the tables were made: which symbols, the format, and the other options as they are typed. */
export function madeAs({ dialect, options }: Pick<Explanation, 'dialect' | 'options'>): string {
  const { allSymbols, ...others } = options
  const given = Object.entries(others).map(([option, value]) => {
    const typed = optionName(option)
    return value === true ? typed : `${typed}=${JSON.stringify(value).replaceAll('"', '')}`
  })
  const which = allSymbols ? 'all symbols' : 'text symbols only'
  return `${which}; format from ${dialect}${given.length === 0 ? '' : `; options: ${given.join(' ')}`}`
}

/** The command line of a build with a remedy, to copy. */
export function commandFor(remedy: Remedy, { extraPassSwitch }: BuildFacts): string {
  const { flags, extraPass } = remedy
  if (flags === '' && !extraPass) return 'The build as it is, which makes more passes than these maps show'
  // Old kernels ask for the pass in their configuration.
  const isVariable = !extraPassSwitch.startsWith('CONFIG_')
  const words = [
    'make',
    ...(flags === '' ? [] : ['MAKEFILES="$(kallsyms --print-kbuild)"', flagsVariable(remedy)]),
    ...(extraPass && isVariable ? [extraPassSwitch] : []),
  ]
  const configured = extraPass && !isVariable ? ` with \`${extraPassSwitch}\`` : ''
  return `\`${words.join(' ')}\`${configured}`
}

/** A remedy in short. */
export function remedyText(remedy: Remedy, { extraPassSwitch }: BuildFacts): string {
  const words = [
    ...(remedy.flags === '' ? [] : [flagsVariable(remedy)]),
    ...(remedy.extraPass ? [extraPassSwitch] : []),
  ]
  return `\`${words.join(' ')}\``
}

function flagsVariable({ flags }: Remedy): string {
  return `KALLSYMS_FLAGS=${flags.includes(' ') ? `"${flags}"` : flags}`
}

/** What came of a trial. */
export function triedText({ outcome, passes, made, growth }: Trial): string {
  const space = growth > 0 ? `, tables ${growth} bytes larger` : ''
  switch (outcome) {
    case 'passes':
      return `lets this build through (${passes} passes${space})`
    case 'likely':
      return `lets this build through (${passes} passes${space}), unless another layout changes what these maps do not show`
    case 'fails':
      return passes === null
        ? `not enough for these maps: the sizes change up to the last one, and the build makes ${made} passes`
        : `not enough for these maps: needs ${passes} passes, and the build makes ${made}`
    case 'unknown':
      return 'these maps are too few to tell'
  }
}
