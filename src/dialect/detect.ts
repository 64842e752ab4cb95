/**
 * The dialect of a kernel tree, read from the text of its own `scripts/kallsyms.c`.
 *
 * A version number does not tell what a stable or a vendor tree has picked up; the source does. Each value of a dialect
 * has a probe of its own that looks at the text alone, so that a mixture which no release has is read as what it is.
 */
import { KallsymsError } from '../errors.js'
import { CSource } from './c-source.js'
import type { Dialect } from './dialect.js'
import { PROBES } from './probes.js'

/** A dialect read from a source. */
export interface Detected {
  readonly dialect: Dialect
  /** For each value, in words, where it was seen, or what was not there. */
  readonly origin: Readonly<Record<keyof Dialect, string>>
}

/** Characters; more than any source of the tool comes to by far. */
const LONGEST_SOURCE = 1 << 20

/**
 * Reads a dialect from a source.
 *
 * @param source text of a `scripts/kallsyms.c`, its bytes decoded as Latin-1 or UTF-8
 * @throws {KallsymsError} `unknown-kernel` where it is not the source of a tool that is covered, or where something that
 *   decides bytes cannot be made out
 */
export function detectDialect(source: string): Detected {
  const code = new CSource(source.length > LONGEST_SOURCE ? '' : source)
  if (!code.find('token_profit[0x10000]')) {
    throw new KallsymsError(
      'unknown-kernel',
      'not the source of scripts/kallsyms of 2.6.20 or later, which has an array token_profit[0x10000]: ' +
        'give the version of the kernel instead, such as --kernel 6.12',
    )
  }
  const findings = Object.entries(PROBES).map(([field, probe]) => ({ field, ...probe(code) }))
  return {
    dialect: Object.fromEntries(findings.map(({ field, value }) => [field, value])) as unknown as Dialect,
    origin: Object.fromEntries(findings.map(({ field, seen }) => [field, seen])) as Detected['origin'],
  }
}
