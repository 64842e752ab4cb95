/** Takes away from a map whatever lines a failure does not need: what shrinking leaves of a large map is still large. */
import { latin1 } from '../../support/table.js'

/**
 * Halves first, then smaller and smaller runs of lines, to single ones.
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
