/**
 * Maps made from the source of a C tool: with symbols for the texts, characters and numbers that it has. A tree may have
 * a rule that no release has; whatever way it is written in, the source names what the rule is about.
 */
import { CSource, wholeNumber } from '../dialect/c-source.js'
import { bytesOf, FRAME, fillerLines, line, type ProvingMap, TEXT, wordOf } from './maps.js'

/** @param source text of a `scripts/kallsyms.c`, its bytes decoded as Latin-1 */
export function mapsNamedIn(source: string): ProvingMap[] {
  const code = new CSource(source)
  const texts = [...code.texts('string'), ...code.texts('character')].filter(isPartOfName)
  // So few symbols as are left crash some C tools.
  const filler = fillerLines()
  const numbers = code.texts('number').flatMap(text => wholeNumber(text) ?? [])
  return [
    {
      name: 'what the source names',
      map: mapOf([
        ...FRAME.slice(0, 3),
        ...filler,
        ...texts.flatMap((text, i) => symbolsFor(text, TEXT + FIRST + STEP * i)),
        ...numbers.filter(isLength).flatMap(length => namesOfAbout(length)),
        line(END, 'T', '_etext'),
        // Symbols at the end of the text: which of them stay is a matter of their names.
        ...texts.map(text => line(END, 'D', `${text}x`)),
      ]),
      sets: 'with and without all symbols',
    },
    ...numbers.filter(isFarAddress).map(
      (address): ProvingMap => ({
        name: `the address 0x${address.toString(16)}`,
        map: mapOf([...FRAME, ...filler, ...around(address)]),
        sets: 'build',
      }),
    ),
  ]
}

/** Where those for the first text are, in bytes from the beginning of the text, and from there on for each. */
const FIRST = 0x2_0000
const STEP = 0x40

/** The end of a text that has a place for each. */
const END = TEXT + 0x40_0000

/** What may be in the name of a symbol, and not what is printed or read. */
function isPartOfName(text: string): boolean {
  return text.length <= LONGEST && /^[!-~]+$/.test(text) && !text.includes('%')
}

const LONGEST = 100

/** Symbols of one address, so that their order shows too, and an absolute one. */
function symbolsFor(text: string, address: number): string[] {
  return [
    ...['zz', `${text}x`, `x${text}`, text, `x${text}x`, `__${text}x`, '___yy', 'aa'].map(name =>
      line(address, 't', name),
    ),
    line(address + 16, 'A', text),
    line(address + 32, 'A', `${text}x`),
  ]
}

function isLength(value: bigint): boolean {
  return value >= 8n && value < 1100n
}

/** Names of one address: around a length, two that differ only after it, and short ones. */
function namesOfAbout(number: bigint): string[] {
  const length = Number(number)
  const name = wordOf(length, length)
  const names = ['zz', name.slice(1), name, `${name}y`, `${name}xb`, `${name}xa`, 'aa']
  return names.filter(isDefined).map(some => line(TEXT + 0x30_0000 + 16 * length, 't', some))
}

/** What some C tools print for names of this length is what the memory behind them holds; a map of its own has one. */
function isDefined({ length }: string): boolean {
  return length !== 511
}

/** Addresses out of the text, in 64 bits. */
function isFarAddress(value: bigint): boolean {
  return value > 0x1_0000n && value < 1n << 64n
}

/** Two symbols: at an address, and before it. */
function around(address: bigint): string[] {
  return [address - 1n, address].map((at, i) => `${at.toString(16).padStart(16, '0')} t at_number_${i}`)
}

function mapOf(lines: readonly string[]): Buffer {
  return bytesOf(`${lines.join('\n')}\n`)
}
