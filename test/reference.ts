/**
 * All tests against reference data in one process, as the unit tests are: `npm test` begins it beside them. Each file can
 * also be run alone.
 */
import { readdirSync } from 'node:fs'

const REFERENCE = new URL('reference/', import.meta.url)

for (const file of readdirSync(REFERENCE, { recursive: true, encoding: 'utf8' }).sort()) {
  if (file.endsWith('.test.js')) await import(new URL(file, REFERENCE).href)
}
