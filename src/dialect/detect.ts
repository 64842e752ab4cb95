/**
 * The dialect of a kernel tree, read from the text of its own `scripts/kallsyms.c`.
 *
 * A version number does not show what was backported to a stable or vendor tree; the source does. Each field of a
 * dialect has a probe of its own that depends on the text alone, so that mixtures which no release has are recognised.
 */
import { isDeepStrictEqual } from 'node:util'
import { KallsymsError } from '../errors.js'
import { CSource } from './c-source.js'
import { branchesOf } from './conditionals.js'
import type { Dialect } from './dialect.js'
import { mainFileOf } from './preprocessed.js'
import { isKnownTool, PROBES } from './probes.js'
import { requireAllKnown } from './unknowns.js'

/** A dialect read from a source. */
export interface Detected {
  readonly dialect: Dialect
  /** For each field, in words, the lines that show its value, or what the source does not have. */
  readonly origin: Readonly<Record<keyof Dialect, string>>
}

/** Characters; far more than any source of the tool has. */
const MAX_SOURCE = 1 << 20

/**
 * Reads a dialect from a source.
 *
 * @param source text of a `scripts/kallsyms.c`, or what `gcc -E -fdirectives-only` makes of it; its bytes decoded as
 *   Latin-1 or UTF-8
 * @throws {KallsymsError} `unknown-kernel` if it is not the source of a supported tool, or if something that affects
 *   the output is not recognised
 */
export function detectDialect(source: string): Detected {
  const text = mainFileOf(source)
  const branches = text.length > MAX_SOURCE ? null : branchesOf(text)
  if (branches === null) return detectIn(text)
  const [first, last] = [outcomeOf(branches.first), outcomeOf(branches.last)]
  if (first instanceof KallsymsError && last instanceof KallsymsError) throw first
  const isSame =
    !(first instanceof KallsymsError) &&
    !(last instanceof KallsymsError) &&
    isDeepStrictEqual(first.dialect, last.dialect)
  if (isSame) return first
  throw new KallsymsError(
    'unknown-kernel',
    `the conditionals of scripts/kallsyms.c, from line ${branches.line} on, decide what the table is, and what the build ` +
      'defines is not known here: give the output of `gcc -E -fdirectives-only` with the flags of the build, or build ' +
      'with MAKEFILES=, which reads that',
  )
}

function outcomeOf(text: string): Detected | KallsymsError {
  try {
    return detectIn(text)
  } catch (error) {
    if (error instanceof KallsymsError) return error
    throw error
  }
}

function detectIn(text: string): Detected {
  const code = new CSource(text.length > MAX_SOURCE ? '' : text)
  if (!isKnownTool(code)) {
    throw new KallsymsError(
      'unknown-kernel',
      'not the source of scripts/kallsyms of 2.6.10 or later, which has an array token_profit[0x10000] or, up to ' +
        '2.6.13, constants MAX_TOK_SIZE 11, WORKING_SET 1024 and GOOD_BAD_THRESHOLD 10: ' +
        'give the version of the kernel instead, such as --kernel 6.12',
    )
  }
  const findings = Object.entries(PROBES).map(([field, probe]) => ({ field, ...probe(code) }))
  const dialect = Object.fromEntries(findings.map(({ field, value }) => [field, value])) as unknown as Dialect
  requireAllKnown(code, dialect.order)
  return {
    dialect,
    origin: Object.fromEntries(findings.map(({ field, seen }) => [field, seen])) as Detected['origin'],
  }
}
