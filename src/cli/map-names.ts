/** What a map tells of its place in a kernel's build. */
import { existsSync } from 'node:fs'
import { passOfMap } from '../kbuild/pass-files.js'

const LABEL = 'kallsyms_names'

/** Whether the image that a map is of has tables: before there are any, their labels are missing, or weak and undefined. */
export function hasTables(map: Uint8Array): boolean {
  const bytes = Buffer.from(map.buffer, map.byteOffset, map.length)
  for (let at = bytes.indexOf(LABEL); at >= 0; at = bytes.indexOf(LABEL, at + 1)) {
    const line = bytes.toString('latin1', Math.max(0, at - 40), at + LABEL.length + 1)
    // The architecture may have put a character in front of the label.
    if (/[0-9a-f]{8} [^UVWuvw] .?kallsyms_names\s?$/i.test(line)) return true
  }
  return false
}

/**
 * The assembly of the pass before, by its name beside the map. The builds of 6.4 to 6.8 filter the labels of the tables
 * out of the map, so that nothing else tells their sizes.
 *
 * @returns null where the map tells what is needed, or there was no pass before
 */
export function previousAssembly(file: string, map: Uint8Array): string | null {
  const found = passOfMap(file)
  if (found === null || found.pass < 2 || hasTables(map)) return null
  const previous = `${found.start}${found.pass - 1}.S`
  return existsSync(previous) ? previous : null
}
