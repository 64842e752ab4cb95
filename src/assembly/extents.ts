/** The sizes of the tables of an assembly text. */
import { BACKSLASH, badLine, octalByte, type ScanOptions, type ScanTarget, scanAssembly } from './scan.js'

const COMMA = 0x2c
const NEWLINE = 0x0a
const SLASH = 0x2f

/**
 * The sizes of the tables of a text, with padding and without the alignment between them. Values are counted and not
 * parsed: it takes one scan of the text, and no memory.
 *
 * @returns bytes by label, in the order of the text
 * @throws {KallsymsError} `bad-input`, with the line, for a line that neither the C tool nor ours writes
 */
export function tableExtents(assembly: Uint8Array, options: ScanOptions = {}): Map<string, number> {
  const counter = new Counter(assembly)
  scanAssembly(assembly, options, counter)
  return counter.extents
}

/** Counts the bytes of each table. */
class Counter implements ScanTarget {
  readonly extents: Map<string, number> = new Map()
  private current = ''

  constructor(private readonly text: Uint8Array) {}

  label(label: string, at: number): void {
    if (this.extents.has(label)) throw badLine(this.text, at, 'is defined twice')
    this.extents.set(label, 0)
    this.current = label
  }

  align(): void {}

  skip(bytes: number, at: number): void {
    this.add(bytes, at)
  }

  include(_start: number, bytes: number, at: number): void {
    this.add(bytes, at)
  }

  string(from: number, to: number, at: number): void {
    this.add(to - from + 1, at)
  }

  escapedString(from: number, to: number, at: number): void {
    const { text } = this
    let bytes = to - from
    for (let i = text.indexOf(BACKSLASH, from); i >= 0 && i < to; i = text.indexOf(BACKSLASH, i + 4)) {
      octalByte(text, i)
      bytes -= 3
    }
    this.add(bytes, at)
  }

  values(from: number, width: number): number {
    const { text } = this
    let at = from
    let count = 1
    for (; at < text.length; at++) {
      const byte = text[at] as number
      if (byte === COMMA) count++
      else if (byte === SLASH || byte === NEWLINE) break
    }
    this.add(count * width, from)
    return at
  }

  private add(bytes: number, at: number): void {
    const extent = this.extents.get(this.current)
    if (extent === undefined) throw badLine(this.text, at, 'is before any label')
    this.extents.set(this.current, extent + bytes)
  }
}
