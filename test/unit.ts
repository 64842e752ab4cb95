/**
 * All unit tests in one process: `npm test` begins them so, since most take less time than a process with its modules.
 * Each file can also be run alone.
 */
import { readdirSync } from 'node:fs'

const UNIT = new URL('unit/', import.meta.url)

for (const file of readdirSync(UNIT, { recursive: true, encoding: 'utf8' }).sort()) {
  if (file.endsWith('.test.js')) await import(new URL(file, UNIT).href)
}
