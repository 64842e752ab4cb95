/**
 * The source of a tool as its build compiles it, from the output of `gcc -E -fdirectives-only`: the text of headers is
 * left out, and so are the branches of conditionals that the build does not take. A build knows what its compiler
 * defines; the text alone does not.
 */

/** `# LINE "FILE" FLAGS`, at the start of a line. */
const MARKER = /^# (\d+) "((?:[^"\\]|\\.)*)"/

/** The path of the main file of a preprocessed source; null for another text. */
export function mainFileName(text: string): string | null {
  return MARKER.exec(text)?.[2]?.replace(/\\(.)/g, '$1') ?? null
}

/**
 * The text of the main file, each line at its own number.
 *
 * @param text a source, or a preprocessed one, whose first line is a marker
 * @returns a source as it is
 */
export function mainFileOf(text: string): string {
  const first = MARKER.exec(text)
  if (first === null) return text
  const main = first[2]
  const lines: string[] = []
  let isMain = true
  let number = 1
  for (const line of text.split('\n')) {
    const marker = MARKER.exec(line)
    if (marker) {
      number = Number(marker[1])
      isMain = marker[2] === main
      continue
    }
    // A marker may be hostile: no source has more lines than characters.
    if (isMain && number > 0 && number <= text.length) lines[number - 1] = line
    number++
  }
  return Array.from(lines, line => line ?? '').join('\n')
}
