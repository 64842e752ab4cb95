/** What the table of releases answers: where a rule comes from, and which releases have an option. */
import { KallsymsError } from '../errors.js'
import { type Dialect, hasOption, type OptionName } from './dialect.js'
import { RELEASES, type Release, VARIANTS } from './releases.js'

/** For each field of a release, in words, the row that introduced its value. */
export function originOf(release: Release): Record<keyof Dialect, string> {
  const at = RELEASES.indexOf(release)
  // A variant does not record which release it derives from.
  const history = at < 0 ? [release] : RELEASES.slice(0, at + 1)
  const fields = Object.keys(release.dialect) as (keyof Dialect)[]
  const origin = fields.map(field => {
    const value = JSON.stringify(release.dialect[field])
    const row = history[history.findLastIndex(({ dialect }) => JSON.stringify(dialect[field]) !== value) + 1]
    return [field, `table of releases, since ${(row as Release).since}`]
  })
  return Object.fromEntries(origin) as Record<keyof Dialect, string>
}

/**
 * @param whose name of the dialect in the message
 * @throws {KallsymsError} `usage` if the dialect's tool does not have the option
 */
export function requireOption(dialect: Dialect, option: OptionName, whose: string): void {
  if (hasOption(dialect, option)) return
  throw new KallsymsError(
    'usage',
    `${whose} has no --${option}: kernels with this option are ${releasesWithOption(option)}; ` +
      'choose one of them, or omit the option',
  )
}

/** The releases and variants whose tool has an option, in words, such as `4.6 to before 6.11`. */
export function releasesWithOption(option: OptionName): string {
  const spans: string[] = []
  let first: string | null = null
  for (const release of RELEASES) {
    if (release.dialect.options.includes(option)) first ??= release.since
    else if (first !== null) {
      spans.push(`${first} to before ${release.since}`)
      first = null
    }
  }
  if (first !== null) spans.push(`${first} and later`)
  for (const { since, dialect } of VARIANTS)
    if (spans.length === 0 && dialect.options.includes(option)) spans.push(since)
  return spans.join(', ')
}

/**
 * The dialect to use instead where the tool of a dialect crashes because no pair is left: that of the first release
 * that does not crash, with the same options. A tool with another output format keeps its own rules, but stops like that
 * release.
 */
export function withoutCrash(dialect: Dialect): Dialect {
  const form = ({ knowsText, preamble, section }: Dialect): string =>
    JSON.stringify([knowsText, preamble, section])
  const sound = RELEASES.find(release => release.dialect.whenPairsRunOut === 'stop')?.dialect as Dialect
  const rules = form(dialect) === form(sound) ? sound : dialect
  return { ...rules, options: dialect.options, whenPairsRunOut: 'stop' }
}
