/** Where the tables of an assembly text lie in the object that the assembler makes of it. */

export interface ObjectLayout {
  /** Where each label is, from the beginning of the section; in the order of the text. */
  readonly labels: readonly { readonly label: string; readonly offset: number }[]
  readonly size: number
  readonly alignment: number
  /** Bytes behind each label without what `.skip` adds, and without alignment. */
  readonly content: ReadonlyMap<string, number>
}

/** @param word bytes of the target's word: what BITS_PER_LONG says to the preprocessor */
export function objectLayout(assembly: Uint8Array, word: 4 | 8): ObjectLayout {
  const labels: { label: string; offset: number }[] = []
  const content = new Map<string, number>()
  let at = 0
  let label = ''
  for (const line of Buffer.from(assembly).toString('latin1').split('\n')) {
    const alignment = /^\t(?:ALGN|\.balign (\d+))$/.exec(line)
    if (alignment) at = alignUp(at, Number(alignment[1] ?? word))
    const name = /^(\w+):$/.exec(line)?.[1]
    if (name !== undefined) {
      label = name
      labels.push({ label, offset: at })
      content.set(label, 0)
    }
    const bytes = bytesOf(line, word)
    if (bytes === 0) continue
    at += bytes
    if (!line.startsWith('\t.skip')) content.set(label, (content.get(label) as number) + bytes)
  }
  return { labels, size: at, alignment: word, content }
}

function bytesOf(line: string, word: number): number {
  const [, directive = '', rest = ''] = /^\t(\.\w+|PTR)\s(.*)$/s.exec(line) ?? []
  const values = (): number => (rest.split('/*')[0] as string).split(',').length
  switch (directive) {
    case '.byte':
      return values()
    case '.short':
      return 2
    case '.long':
      return 4
    case 'PTR':
      return word
    case '.asciz':
      return rest.lastIndexOf('"') - rest.indexOf('"')
    case '.skip':
      return Number(rest)
    default:
      return 0
  }
}

function alignUp(at: number, alignment: number): number {
  return Math.ceil(at / alignment) * alignment
}
