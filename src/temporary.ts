/** Directories for files that other programs read. */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { KallsymsError } from './errors.js'

/**
 * Makes a directory, which the caller removes.
 *
 * @param purpose a word for its name
 * @throws {KallsymsError} `io`
 */
export function makeTemporary(purpose: string): string {
  const directory = tmpdir()
  try {
    return fs.mkdtempSync(path.join(directory, `kallsyms-${purpose}-`))
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    throw new KallsymsError(
      'io',
      `${directory}: cannot make a temporary directory: ${reason}: set TMPDIR to a directory that can be written`,
    )
  }
}
