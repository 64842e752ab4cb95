/** What code of a user throws. It may be anything, also an object that throws again when it is looked at. */
import { KallsymsError } from '../../errors.js'

/** Characters of a message that are shown. */
const LONGEST = 500

/** The first line of what an error says. */
export function wordsOf(thrown: unknown): string {
  try {
    const text = String(thrown instanceof Error ? thrown.message : thrown)
    const [line = ''] = text.slice(0, LONGEST).split('\n')
    return line.length < LONGEST ? line : `${line}…`
  } catch {
    return 'it threw something that cannot be shown'
  }
}

/** Where it was thrown, as V8 shows it; empty where that is not told. */
export function stackOf(thrown: unknown): string {
  try {
    const { stack } = thrown as Error
    return typeof stack === 'string' ? stack : ''
  } catch {
    return ''
  }
}

/** Whether it is an error of ours. */
export function isOurs(thrown: unknown): thrown is KallsymsError {
  try {
    return thrown instanceof KallsymsError
  } catch {
    return false
  }
}
