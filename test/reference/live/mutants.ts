/**
 * Mutants: the right dialect with one field of another release. Some map of a run must tell each of them from the C tool,
 * else the maps do not exercise that field.
 */
import assert from 'node:assert/strict'
import { type Dialect, hasOption } from '../../../src/dialect/dialect.js'
import { RELEASES } from '../../../src/dialect/releases.js'
import { firstDifference } from '../../support/first-difference.js'
import { runOurs } from '../../support/ours.js'
import { undefinedBehaviour } from '../../support/undefined.js'
import type { GeneratedMap } from './arbitraries.js'
import type { RunOfC } from './coverage.js'

/** Whether a field has no effect in a dialect, or none alone. */
function isIdle(field: keyof Dialect, dialect: Dialect): boolean {
  switch (field) {
    case 'commandLine':
    case 'options':
    case 'grammar':
    case 'wordWidth':
      return true
    case 'reportsReadErrors':
      return dialect.grammar === 'lines'
    case 'relativeBase':
      return dialect.relativeBase === null
    case 'overflowNamesMode':
      return dialect.relativeBase === null && !hasOption(dialect, 'pc-relative')
    case 'absolute':
      return dialect.absolute === 'never'
    case 'comments':
      return dialect.relativeBase === null && !dialect.comments.offsets
    case 'ltoCut':
      return !hasOption(dialect, 'lto-clang')
    // The selected symbols are the same; there is a difference only for a base taken before the filter.
    case 'ignoredWhen':
    case 'filterWhen':
      return !dialect.relativeBase?.from.endsWith('-read')
    default:
      return false
  }
}

interface Mutant {
  readonly name: string
  readonly dialect: Dialect
}

class Mutants {
  private turn = 0
  private maps = 0
  private mapsUntilLast = 0
  private readonly total: number

  constructor(private uncaught: Mutant[]) {
    this.total = uncaught.length
  }

  /** Compares each remaining mutant with one of the runs, in turn. */
  tryOn(map: GeneratedMap, runs: readonly RunOfC[]): void {
    this.maps++
    const before = this.uncaught.length
    this.uncaught = this.uncaught.filter(({ dialect }) => {
      const { args, shown } = runs[this.turn++ % runs.length] as RunOfC
      const ours = runOurs(map.bytes, args, dialect)
      if (undefinedBehaviour(map.bytes, dialect, ours.stdout) !== null) return true
      return firstDifference(shown, ours) === null
    })
    if (this.uncaught.length < before) this.mapsUntilLast = this.maps
  }

  private get missed(): string[] {
    return this.uncaught.map(({ name }) => name)
  }

  toString(): string {
    const caught = this.total - this.uncaught.length
    const missed = this.missed.join('; ') || 'none'
    return `${caught} mutants caught, the last one by map ${this.mapsUntilLast}; missed: ${missed}`
  }

  /** @throws {assert.AssertionError} when more than two were missed: that many may be by chance */
  requireCaught(): void {
    assert.ok(this.uncaught.length <= 2, `no map tells these from the C tool: ${this.missed.join('; ')}`)
  }
}

/** One mutant for each value of each field that another release has. */
export function mutantsOf(dialect: Dialect): Mutants {
  const mutants = new Map<string, Mutant>()
  const fields = (Object.keys(dialect) as (keyof Dialect)[]).filter(field => !isIdle(field, dialect))
  for (const other of RELEASES) {
    for (const field of fields) {
      const value = JSON.stringify(other.dialect[field])
      if (value === JSON.stringify(dialect[field])) continue
      const name = `${field} of ${other.since}`
      if (!mutants.has(field + value))
        mutants.set(field + value, { name, dialect: { ...dialect, [field]: other.dialect[field] } })
    }
  }
  return new Mutants([...mutants.values()])
}
