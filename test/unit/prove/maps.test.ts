/** Whether the built-in maps tell every wrong dialect from the right one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flagOf } from '../../../src/cli/c-options.js'
import { differenceOf, type Outcome, ourOutcome, type Trial, trialsFor } from '../../../src/cli/prove.js'
import { type Dialect, hasOption, type IgnoreRules, OPTIONS } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { mapsNamedIn } from '../../../src/prove/named.js'
import { sampled } from '../../support/sizes.js'

const ROWS = [...RELEASES, ...VARIANTS]

/** A dialect with one wrong field. */
interface Fault {
  readonly what: string
  readonly dialect: Dialect
}

/** Each field with each value of another row, and without each element of a list. */
function faultsOf(dialect: Dialect): Fault[] {
  const faults = new Map<string, Fault>()
  const add = (field: keyof Dialect, value: unknown, what: string): void => {
    const key = `${field} ${JSON.stringify(value)}`
    if (JSON.stringify(value) === JSON.stringify(dialect[field]) || isIdle(field, value, dialect)) return
    if (!faults.has(key)) faults.set(key, { what, dialect: { ...dialect, [field]: value } })
  }
  for (const field of Object.keys(dialect) as (keyof Dialect)[]) {
    for (const row of ROWS) add(field, row.dialect[field], `${field} of ${row.since}`)
  }
  const without = <T>(list: readonly T[], i: number): T[] => list.filter((_, other) => other !== i)
  for (const field of ['options', 'droppedPrefixes', 'ranges'] as const) {
    const list: readonly unknown[] = dialect[field]
    for (const [i, element] of list.entries())
      add(field, without(list, i), `${field} without ${JSON.stringify(element)}`)
  }
  for (const field of ['droppedTypes', 'mappingSymbols'] as const) {
    for (const [i, letter] of [...dialect[field]].entries())
      add(field, without([...dialect[field]], i).join(''), `${field} without ${letter}`)
  }
  for (const list of Object.keys(dialect.ignored) as (keyof IgnoreRules)[]) {
    for (const [i, element] of dialect.ignored[list].entries()) {
      const fewer = { ...dialect.ignored, [list]: without(dialect.ignored[list], i) }
      add('ignored', fewer, `ignored.${list} without ${element}`)
    }
  }
  for (const table of ['offsets', 'names', 'seqs'] as const)
    add('comments', { ...dialect.comments, [table]: !dialect.comments[table] }, `comments.${table}`)
  return [...faults.values()]
}

/** Whether no map can show that a value is wrong: another field of the dialect hides it, or needs the right one. */
function isIdle(field: keyof Dialect, value: unknown, dialect: Dialect): boolean {
  const { relativeBase, wordWidth, ignored } = dialect
  const isAlwaysRelative = relativeBase?.when === 'always'
  const dropsAllDollars =
    dialect.dropsDollar || (dialect.ignoredWhen === 'reading' && ignored.prefixes.includes('$'))
  switch (field) {
    // The map is given in another way, which the tool itself shows.
    case 'commandLine':
    case 'input':
    case 'bytesIn':
      return true
    // A width belongs to one of the grammars; the others know whether the last record is cut.
    case 'grammar':
      return wordWidth === null
    case 'wordWidth':
      return dialect.grammar === 'lines' || value === null
    case 'reportsReadErrors':
      return dialect.grammar === 'lines'
    // No name is as long.
    case 'nameLimit': {
      const limits = [dialect.nameLimit, value as Dialect['nameLimit']]
      return limits.every(limit => limit === null || limit.limit > (wordWidth ?? Number.POSITIVE_INFINITY))
    }
    // A length of a byte is all that these tools can write.
    case 'nameLength':
      return dialect.nameLength === 'byte' && value === 'zero-prefix'
    case 'mappingSymbols':
      return dropsAllDollars && !hasOption(dialect, 'symbol-prefix')
    case 'dropsDollar':
      return dialect.ignoredWhen === 'reading' && ignored.prefixes.includes('$')
    case 'droppedPrefixes':
      return (
        dialect.ignoredWhen === 'reading' && ignored.prefixes.some(prefix => '.LASANPC'.startsWith(prefix))
      )
    case 'ignored':
      return JSON.stringify(withoutDropped(value as IgnoreRules, dialect)) === JSON.stringify(ignored)
    // The same symbols are selected; there is a difference only in a base that is taken before the filter.
    case 'ignoredWhen':
    case 'filterWhen':
      return !relativeBase?.from.endsWith('-read')
    // A tool that crashes with few symbols crashes with none.
    case 'emptyTable':
      return dialect.whenPairsRunOut === 'crash'
    case 'whenPairsRunOut':
      return dialect.compression === 'substrings'
    case 'absolute':
      return value === 'first-compressed-byte'
        ? !dialect.knowsText || isAlwaysRelative || relativeBase === null
        : dialect.absolute === 'never'
    case 'relativeBase': {
      const other = value as Dialect['relativeBase']
      if (relativeBase === null) return other?.when === 'option' && !hasOption(dialect, 'base-relative')
      return isAlwaysRelative && other?.when === 'always' && !hasOption(dialect, 'absolute-percpu')
    }
    case 'overflowNamesMode':
      return relativeBase === null && !hasOption(dialect, 'pc-relative')
    case 'ltoCut':
      return !hasOption(dialect, 'lto-clang')
    case 'comments': {
      const { offsets, seqs, names } = value as Dialect['comments']
      const hasOffsets = relativeBase !== null || hasOption(dialect, 'pc-relative')
      return (
        names === dialect.comments.names &&
        (offsets === dialect.comments.offsets || !hasOffsets) &&
        (seqs === dialect.comments.seqs || !dialect.seqs)
      )
    }
    default:
      return false
  }
}

/** Rules without the prefixes that the dialect drops anyway. */
function withoutDropped(rules: IgnoreRules, dialect: Dialect): IgnoreRules {
  const dropped = [...dialect.droppedPrefixes, ...(dialect.dropsDollar ? ['$'] : [])]
  return { ...rules, prefixes: rules.prefixes.filter(prefix => !dropped.includes(prefix)) }
}

/** What a tool of a dialect shows in the trials of other dialects, each run once. */
class Tool {
  private readonly known = new Map<string, Outcome>()

  constructor(private readonly dialect: Dialect) {}

  run(trial: Trial): Outcome {
    const key = `${JSON.stringify(trial.flags)} ${trial.map.map.toString('latin1')}`
    const outcome = this.known.get(key) ?? this.outcomeOf(trial)
    this.known.set(key, outcome)
    return outcome
  }

  private outcomeOf(trial: Trial): Outcome {
    const refuses = OPTIONS.some(option => trial.flags[flagOf(option)] && !hasOption(this.dialect, option))
    return ourOutcome({ ...trial, isRefused: refuses }, this.dialect)
  }
}

for (const { since, dialect } of sampled(ROWS, 40, 15)) {
  test(`the maps find every wrong field, ${since}`, () => {
    const tool = new Tool(dialect)
    const missed = faultsOf(dialect).filter(
      ({ dialect: wrong }) =>
        !trialsFor(wrong).some(
          trial => differenceOf(trial, tool.run(trial), ourOutcome(trial, wrong)) !== null,
        ),
    )
    assert.deepEqual(
      missed.map(({ what }) => what),
      [],
    )
  })
}

/** Rules that no release has, as a source may state them, and a dialect that has the rule. */
const OWN_RULES: readonly (readonly [piece: string, rule: (dialect: Dialect) => Dialect])[] = [
  ['strncmp(name, hidden, 6); const char *hidden = "hydro_";', ignoring('prefixes', 'hydro_')],
  ['HIDE("hydro_")', ignoring('substrings', 'hydro_')],
  ['if (!strcmp(name, "vendor_secret")) return 1;', ignoring('names', 'vendor_secret')],
  ['if (ends_with(name, ".vendor")) return 1;', ignoring('suffixes', '.vendor')],
  ["if (name[0] == '@') return 1;", ignoring('prefixes', '@')],
]

function ignoring(list: keyof IgnoreRules, name: string): (dialect: Dialect) => Dialect {
  return dialect => ({
    ...dialect,
    ignored: { ...dialect.ignored, [list]: [...dialect.ignored[list], name] },
  })
}

for (const since of ['4.14', '6.12']) {
  test(`what a source names is in the maps, ${since}`, () => {
    const { dialect } = findRelease(since)
    for (const [piece, rule] of OWN_RULES) {
      const tool = new Tool(rule(dialect))
      const finds = (trials: readonly Trial[]): boolean =>
        trials.some(trial => differenceOf(trial, tool.run(trial), ourOutcome(trial, dialect)) !== null)
      assert.ok(!finds(trialsFor(dialect)), piece)
      assert.ok(finds(trialsFor(dialect, piece)), piece)
    }
  })
}

test('lengths and addresses that a source names are in the maps', () => {
  const maps = mapsNamedIn('if (len > 0x14d || addr >= 0xffffffffff600000UL) return 1;').map(({ map }) =>
    map.toString('latin1').trimEnd().split('\n'),
  )
  const lengths = new Set(maps.flat().map(line => line.length - '0000000000000000 t '.length))
  for (const length of [332, 333, 334]) assert.ok(lengths.has(length), `${length}`)
  const last = maps.map(lines => lines.slice(-2).map(line => line.slice(0, 18)))
  assert.deepEqual(last.at(-1), ['ffffffffff5fffff t', 'ffffffffff600000 t'])
})
