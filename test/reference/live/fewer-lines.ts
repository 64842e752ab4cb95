/** Removes lines of a map that a failure does not need: after shrinking a large map is still large. */
import { latin1 } from '../../support/table.js'

/**
 * Removes halves first, then smaller ranges of lines, down to single lines.
 *
 * @param fails whether a map shows what is looked for; holds for `map`
 */
export async function fewerLines(map: Buffer, fails: (map: Buffer) => Promise<boolean>): Promise<Buffer> {
  let lines = map.toString('latin1').split(/(?<=\n)/)
  for (let size = Math.ceil(lines.length / 2); size >= 1; size >>= 1) {
    for (let i = 0; i < lines.length; ) {
      const rest = [...lines.slice(0, i), ...lines.slice(i + size)]
      if (await fails(latin1(rest.join('')))) lines = rest
      else i += size
    }
  }
  return latin1(lines.join(''))
}
