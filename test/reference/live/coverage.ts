/**
 * What the maps of a run have exercised, as the output of the C tool shows it. Without this check a generator of
 * trivial maps would pass.
 */
import assert from 'node:assert/strict'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { KallsymsError } from '../../../src/errors.js'
import { parse } from '../../../src/nm/parse.js'
import type { Shown } from '../../support/c-tools.js'
import { undefinedBehaviour } from '../../support/undefined.js'
import type { GeneratedMap } from './arbitraries.js'

export interface RunOfC {
  readonly args: readonly string[]
  readonly shown: Shown
}

/** The minimum share of maps with a feature, in percent; usual shares are several times as large. */
type Floors = Readonly<Record<string, number>>

export class Coverage {
  private readonly counts = new Map<string, number>()
  private readonly floors: Floors

  constructor(private readonly dialect: Dialect) {
    this.floors = floorsOf(dialect)
  }

  /** Counts the features of one map. */
  count({ kind, bytes }: GeneratedMap, runs: readonly RunOfC[]): void {
    this.add(`a map: ${kind}`)
    const texts = runs.map(({ shown }) => shown.stdout.toString('latin1'))
    const symbols = texts.map(text => Number(/kallsyms_num_syms:\n\t\S+\t(\d+)/.exec(text)?.[1] ?? 0))
    const good = runs.map(({ shown }) => shown.exit === 0)
    const most = Math.max(0, ...symbols.filter((_, i) => good[i]))
    const some = (holds: (run: number) => boolean): boolean => runs.some((_, i) => holds(i))
    const says = (words: string): boolean => some(i => runs[i]?.shown.stderr.includes(words) === true)

    this.add('a table', most > 0)
    this.add('over 20 symbols', most > 20)
    this.add('several markers', most > 256)
    this.add('an empty table', says('No valid symbol') || some(i => Boolean(good[i]) && symbols[i] === 0))
    this.add('an offset out of range', says('out of range'))
    this.add('a name too long', says('too long for kallsyms'))
    this.add('a line that is refused', says('line format error'))
    this.add('a record cut short', says('Read error or end of file'))
    this.add(
      'a tie of addresses',
      some(i => Boolean(good[i]) && hasTie(texts[i] as string)),
    )
    this.add(
      'a symbol below _text',
      some(i => texts[i]?.includes('_text - 0x') === true),
    )
    this.add(
      'no code left',
      some(i => Boolean(good[i]) && (symbols[i] as number) > 0 && isTokenTableFull(texts[i] as string)),
    )
    this.add(
      'a long length',
      some(i => hasLongLength(texts[i] as string)),
    )
    this.add('a table, damaged', most > 0 && (kind === 'mutated' || kind === 'garbage'))
    this.add('symbols that were dropped', most > 0 && most < this.symbolsRead(bytes))
    for (const option of this.dialect.options) {
      const flag = `--${option}`
      this.add(
        `${flag} matters`,
        some(i => {
          const { args, shown } = runs[i] as RunOfC
          const without = args.filter(argument => !argument.startsWith(flag))
          if (shown.exit !== 0 || without.length === args.length) return false
          return runs.some(
            (other, j) =>
              other.args.join() === without.join() && other.shown.exit === 0 && texts[j] !== texts[i],
          )
        }),
      )
    }
    const undefinedHere = undefinedBehaviour(bytes, this.dialect, runs[0]?.shown.stdout ?? Buffer.alloc(0))
    this.add('partly undefined', undefinedHere !== null && undefinedHere.definedPart !== null)
    this.add('undefined', undefinedHere !== null && undefinedHere.definedPart === null)
    this.add(
      'C crashed',
      some(i => runs[i]?.shown.signal !== null),
    )
  }

  private add(what: string, holds = true): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + (holds ? 1 : 0))
  }

  private symbolsRead(bytes: Buffer): number {
    try {
      return parse(bytes, this.dialect, () => {}).count
    } catch (error) {
      if (error instanceof KallsymsError) return 0
      throw error
    }
  }

  /** @throws {assert.AssertionError} if a feature was too rare, or undefined behaviour too frequent */
  requireFloors(runs: number): void {
    for (const [what, percent] of Object.entries(this.floors)) {
      const least = Math.floor((runs * percent) / 100)
      const count = this.counts.get(what) ?? 0
      assert.ok(count >= least, `${what}: ${count} of ${runs} maps, expected at least ${least}`)
    }
    // Without a limit of names, long names make long tokens, for which the behaviour is undefined.
    const percent = this.dialect.nameLimit === null ? 25 : 5
    const left = this.counts.get('undefined') ?? 0
    const most = Math.ceil((runs * percent) / 100)
    assert.ok(left <= most, `undefined behaviour: ${left} of ${runs} maps, expected at most ${most}`)
  }

  toString(): string {
    return [...this.counts].map(([what, count]) => `${what} ${count}`).join(', ')
  }
}

function floorsOf({
  grammar,
  options,
  reportsReadErrors,
  nameLimit,
  nameLength,
  relativeBase,
}: Dialect): Floors {
  return {
    'a map: symbols': 30,
    'a map: bulk': 5,
    'a map: long names': 3,
    'a map: mutated': 5,
    'a map: garbage': 3,
    'a table': 30,
    'over 20 symbols': 5,
    'several markers': 1,
    'an empty table': 3,
    'a tie of addresses': 20,
    'a symbol below _text': options.includes('pc-relative') ? 0 : 3,
    'no code left': 3,
    'a table, damaged': grammar === 'words' ? 8 : 2,
    'symbols that were dropped': 20,
    ...(relativeBase && { 'an offset out of range': 3 }),
    ...(nameLimit && { 'a name too long': 3 }),
    ...(nameLength !== 'byte' && { 'a long length': 0.3 }),
    ...(grammar === 'lines' && { 'a line that is refused': 3 }),
    ...(reportsReadErrors && { 'a record cut short': 3 }),
    ...Object.fromEntries(options.map(option => [`--${option} matters`, option === 'lto-clang' ? 0.5 : 4])),
  }
}

/** Whether two consecutive symbols have the same address. */
function hasTie(text: string): boolean {
  return /^(\t(?:PTR|\.long)\t[^\n]*?)(?:\t\/\*[^\n]*)?\n\1(?:\t\/\*[^\n]*)?$/m.test(text)
}

/** Whether every code is used: the compression ran out of codes, not of pairs. */
function isTokenTableFull(text: string): boolean {
  return text.includes('kallsyms_token_table:\n') && !text.includes('\t.asciz\t""\n')
}

/** Whether a name takes more than 127 codes. */
function hasLongLength(text: string): boolean {
  return /^\t\.byte (?:0x[0-9a-f]{2}, ){128}/m.test(text)
}
