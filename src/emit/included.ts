/**
 * Tables in a file of their own, which the assembler includes: names, tokens and the order by name are bytes there, and
 * the text has one line for each.
 */
import type { CompressedNames } from '../compress/compress.js'
import type { TokenTable } from '../compress/token-table.js'
import type { Dialect } from '../dialect/dialect.js'
import { SEQ_BYTES } from '../layout/format.js'
import { LENGTH_FORMS } from '../layout/layout.js'
import type { Output, Sink } from './output.js'

/** The file, and what takes its bytes. */
export interface IncludedFile {
  /** As the text names it: the assembler looks for it from its working directory on. */
  readonly name: string
  readonly sink: Sink
}

/** Writes tables one after the other into the file. */
export class Inclusions {
  private written = 0

  constructor(private readonly file: IncludedFile) {}

  /** Adds the bytes of a table, and its line to the text; there is none for a table without bytes. */
  put(bytes: Uint8Array, output: Output): void {
    if (bytes.length === 0) return
    this.file.sink(bytes)
    output.text('\t.incbin "')
    output.bytes(Buffer.from(this.file.name))
    output.text(`", ${this.written}, ${bytes.length}\n`)
    this.written += bytes.length
  }
}

/** `kallsyms_names`: for each symbol the number of its codes, and the codes. */
export function nameBytes(
  { codes, length }: CompressedNames,
  count: number,
  form: Dialect['nameLength'],
): Uint8Array {
  const [short, longBytes] = LENGTH_FORMS[form]
  let from = 0
  let at = 0
  let size = 0
  for (let symbol = 0; symbol < count; symbol++) size += length[symbol] as number
  const bytes = new Uint8Array(size + longBytes * count)
  for (let symbol = 0; symbol < count; symbol++) {
    const codesOfName = length[symbol] as number
    if (codesOfName <= short) bytes[at++] = codesOfName
    else if (form === 'uleb128') {
      bytes[at++] = (codesOfName & 0x7f) | 0x80
      bytes[at++] = codesOfName >> 7
    } else {
      bytes[at++] = 0
      bytes[at++] = codesOfName >> 8
      bytes[at++] = codesOfName
    }
    for (const end = from + codesOfName; from < end; from++) bytes[at++] = codes[from] as number
  }
  return bytes.subarray(0, at)
}

/** `kallsyms_token_table`: the tokens, each with a NUL. */
export function tokenBytes({ texts }: TokenTable): Uint8Array {
  const nul = Uint8Array.of(0)
  return Buffer.concat(texts.flatMap(text => [text, nul]))
}

/** `kallsyms_seqs_of_names`: numbers of symbols, the upper byte first. */
export function seqBytes(order: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(SEQ_BYTES * order.length)
  let at = 0
  for (const symbol of order) {
    bytes[at++] = symbol >> 16
    bytes[at++] = symbol >> 8
    bytes[at++] = symbol
  }
  return bytes
}

const TOKENS = 256

/**
 * Whether bytes are those of such a file, with lengths as ULEB128 and with an order by name, as the C tool writes them.
 * Where the names end is not written in it; but each name more leaves fewer bytes for the tokens, and these have as many
 * NULs as there are tokens.
 */
export function isIncludedFile(bytes: Uint8Array): boolean {
  let at = 0
  let numbers = bytes.length
  let nuls = nulsIn(bytes, at, numbers)
  for (let names = 0; numbers - at >= TOKENS; names++) {
    if (nuls === TOKENS && bytes[numbers - 1] === 0) return isOrder(names, bytes.subarray(numbers))
    const short = bytes[at] as number
    const name = at
    at += short < 0x80 ? 1 + short : 2 + (short & 0x7f) + ((bytes[at + 1] as number) << 7)
    nuls -= nulsIn(bytes, name, at) + nulsIn(bytes, numbers - SEQ_BYTES, numbers)
    numbers -= SEQ_BYTES
  }
  return false
}

function nulsIn(bytes: Uint8Array, from: number, end: number): number {
  let count = 0
  for (let at = from; at < end; at++) if (bytes[at] === 0) count++
  return count
}

/** Whether each of so many numbers from 0 on is there once. */
function isOrder(count: number, numbers: Uint8Array): boolean {
  const isThere = new Uint8Array(count)
  for (let at = 0; at < numbers.length; at += SEQ_BYTES) {
    const number =
      (numbers[at] as number) * 0x1_0000 + (numbers[at + 1] as number) * 0x100 + (numbers[at + 2] as number)
    if (number >= count || isThere[number] === 1) return false
    isThere[number] = 1
  }
  return true
}
