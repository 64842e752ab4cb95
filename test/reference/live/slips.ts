/**
 * Deliberately wrong dialects: the right one with one field of another release. Some map of a run must tell each of
 * them from the C tool, or else the maps do not exercise what the field is about.
 */
import assert from 'node:assert/strict'
import { type Dialect, hasOption } from '../../../src/dialect/dialect.js'
import { RELEASES } from '../../../src/dialect/releases.js'
import { firstDifference } from '../../support/first-difference.js'
import { runOurs } from '../../support/ours.js'
import { undefinedBehaviour } from '../../support/undefined.js'
import type { GeneratedMap } from './arbitraries.js'
import type { RunOfC } from './coverage.js'

/** Whether a field decides nothing in a dialect, or nothing on its own. */
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
    // What is left of the symbols in the end is the same; only a base taken in between sees more of them.
    case 'ignoredWhen':
    case 'filterWhen':
      return dialect.relativeBase?.from !== 'lowest-read'
    default:
      return false
  }
}

interface Slip {
  readonly name: string
  readonly dialect: Dialect
}

class Slips {
  private turn = 0
  private maps = 0
  private mapsUntilLast = 0
  private readonly total: number

  constructor(private uncaught: Slip[]) {
    this.total = uncaught.length
  }

  /** Tries those not yet caught on one run of the C tool each, on another one every time. */
  look(map: GeneratedMap, runs: readonly RunOfC[]): void {
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
    return `${caught} wrong dialects told apart, the last after ${this.mapsUntilLast} maps; missed: ${missed}`
  }

  /** @throws {assert.AssertionError} when more than two got through, which chance may do */
  requireCaught(): void {
    assert.ok(this.uncaught.length <= 2, `no map told these from the C tool: ${this.missed.join('; ')}`)
  }
}

/** One slip for each value of each field that another release has. */
export function slipsOf(dialect: Dialect): Slips {
  const slips = new Map<string, Slip>()
  const fields = (Object.keys(dialect) as (keyof Dialect)[]).filter(field => !isIdle(field, dialect))
  for (const other of RELEASES) {
    for (const field of fields) {
      const value = JSON.stringify(other.dialect[field])
      if (value === JSON.stringify(dialect[field])) continue
      const name = `${field} of ${other.since}`
      if (!slips.has(field + value))
        slips.set(field + value, { name, dialect: { ...dialect, [field]: other.dialect[field] } })
    }
  }
  return new Slips([...slips.values()])
}
