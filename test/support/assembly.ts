/** The bytes that an assembler makes of our output, table by table, for those directives that need no linker. */

/** Bytes by label; a value that refers to a symbol (`_text + …`) counts as zeros. */
export function assembleTables(assembly: Buffer, wordBytes: 4 | 8): Map<string, Buffer> {
  const tables = new Map<string, number[]>()
  let bytes: number[] = []
  // Latin-1 keeps every byte; names in comments and texts are bytes.
  for (const line of assembly.toString('latin1').split('\n')) {
    const label = /^(\w+):$/.exec(line)?.[1]
    if (label !== undefined) {
      bytes = []
      tables.set(label, bytes)
      continue
    }
    const [, directive, rest = ''] = /^\t(\.\w+|PTR)\s(.*)$/s.exec(line) ?? []
    if (directive === '.asciz') {
      for (const byte of Buffer.from(rest.slice(1, rest.lastIndexOf('"')), 'latin1')) bytes.push(byte)
      bytes.push(0)
      continue
    }
    const size = { '.byte': 1, '.short': 2, '.long': 4, PTR: wordBytes }[directive ?? '']
    if (size === undefined) continue
    for (const value of rest.replace(/\s*\/\*.*$/s, '').split(',')) {
      let number = value.includes('_text') ? 0n : BigInt(value.trim())
      for (let i = 0; i < size; i++, number >>= 8n) bytes.push(Number(number & 0xffn))
    }
  }
  return new Map([...tables].map(([label, content]) => [label, Buffer.from(content)]))
}
