/** Markers compared with the lines that they point to, from the text alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { latin1 } from '../../support/table.js'

/** Names of all lengths around the limits of one byte, with too many different pairs to become short. */
function mapOfLongNames(count: number, longest: number): Buffer {
  let state = 1
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % below
  }
  const lines = Array.from({ length: count }, (_, i) => {
    const letters = Array.from({ length: 1 + random(longest) }, () => String.fromCharCode(0x23 + random(92)))
    return `${(0x1000 + 16 * i).toString(16)} T ${letters.join('')}\n`
  })
  return latin1(lines.join(''))
}

/** Bytes that the assembler makes of the lines of a table of `.byte`, line by line. */
function bytesOfLines(assembly: string, label: string): number[] {
  const body = assembly.split(`${label}:\n`)[1]?.split('\n\n')[0] as string
  return body.split('\n').map(line => line.split('/*')[0]?.match(/0x[0-9a-f]+/g)?.length as number)
}

function numbersOf(assembly: string, label: string): number[] {
  const body = assembly.split(`${label}:\n`)[1]?.split('\n\n')[0] as string
  return body.split('\n').map(line => Number(line.split('\t')[2]))
}

/** A length is one byte, one or three, one or two. */
for (const [kernel, longest] of [
  ['3.2', 498],
  ['5.18', 127],
  ['5.13.19-rust', 498],
  ['6.1', 511],
  ['6.12', 511],
] as const) {
  test(`markers and sizes with long names, ${kernel}`, () => {
    const { dialect } = findRelease(kernel)
    const { assembly, tables, symbolsKept } = generate(mapOfLongNames(1100, longest), {
      dialect,
      allSymbols: true,
    })
    const text = Buffer.from(assembly).toString('latin1')
    const lines = bytesOfLines(text, 'kallsyms_names')
    assert.equal(lines.length, symbolsKept)
    assert.ok(Math.max(...lines) > longest * 0.7, 'names stay long')
    let offset = 0
    const markers: number[] = []
    for (const [i, bytes] of lines.entries()) {
      if (i % 256 === 0) markers.push(offset)
      offset += bytes
    }
    assert.deepEqual(numbersOf(text, 'kallsyms_markers'), markers)
    assert.equal(tables.find(({ label }) => label === 'kallsyms_names')?.bytes, offset)
  })
}
