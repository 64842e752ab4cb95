/** What a map shows of its pass. */
import { existsSync } from 'node:fs'
import { passOfMap } from '../kbuild/pass-files.js'

const LABEL = 'kallsyms_names'

/** Whether the image of a map has tables. In an image without, their labels are missing, or weak and undefined. */
export function hasTables(map: Uint8Array): boolean {
  const bytes = Buffer.from(map.buffer, map.byteOffset, map.length)
  for (let at = bytes.indexOf(LABEL); at >= 0; at = bytes.indexOf(LABEL, at + 1)) {
    const line = bytes.toString('latin1', Math.max(0, at - 40), at + LABEL.length + 1)
    // Some architectures put a character before all symbols.
    if (/[0-9a-f]{8} [^UVWuvw] .?kallsyms_names\s?$/i.test(line)) return true
  }
  return false
}

/**
 * The assembly of the previous pass, by its name next to the map. It is needed where the build filters the labels of the
 * tables out of the map (`hidesTableLabels` of its facts), so that the map does not show their sizes.
 *
 * @returns null where the map has the labels, or there was no previous pass
 */
export function previousAssembly(file: string, map: Uint8Array): string | null {
  const found = passOfMap(file)
  if (found === null || found.pass < 2 || hasTables(map)) return null
  const previous = `${found.start}${found.pass - 1}.S`
  return existsSync(previous) ? previous : null
}
