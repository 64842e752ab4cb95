/** Tables in a file of their own are the same tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { tableExtents } from '../../../src/assembly/extents.js'
import { readAssembly } from '../../../src/decode/assembly.js'
import { decodeAssembly } from '../../../src/decode/decoder.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { isIncludedFile } from '../../../src/emit/included.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { readGolden } from '../../support/golden.js'

const MAP = readGolden('inputs/tinyconfig-6.12-pass1.map')
const { dialect } = findRelease('7.3.0-elf')

const FORMS: readonly (readonly [what: string, options: GenerateOptions])[] = [
  ['exact', {}],
  ['compact', { compact: true }],
  ['stable', { stabilise: 'literal', headroom: 'auto' }],
  ['stable and compact', { stabilise: 'literal', headroom: 'auto', compact: true }],
]

for (const [what, form] of FORMS) {
  test(`${what}: text with its file makes the object of text alone`, () => {
    const options = { dialect, allSymbols: true, pcRelative: true, ...form }
    const chunks: Uint8Array[] = []
    const sink = (chunk: Uint8Array): void => {
      chunks.push(chunk.slice())
    }
    const { assembly, tables } = generate(MAP, { ...options, included: { name: 'a "b", 1, 2.bin', sink } })
    const included = Buffer.concat(chunks)
    const alone = generate(MAP, options).assembly
    assert.ok(assembly.length < alone.length / 2)
    assert.deepEqual(readAssembly(assembly, { included }), readAssembly(alone))
    assert.deepEqual(tableExtents(assembly), tableExtents(alone))
    for (const { label, bytes, padding } of tables) {
      assert.equal(tableExtents(assembly).get(label), bytes + padding, label)
    }
    const decoder = decodeAssembly(assembly, { dialect, included })
    assert.equal(decoder.symbols().count, decoder.count)
  })
}

test('names of any length, in each form that a length has', () => {
  const long = readGolden('inputs/lengths-random.nm')
  for (const nameLength of ['byte', 'zero-prefix', 'uleb128'] as const) {
    const options = { dialect: { ...dialect, nameLength }, allSymbols: true }
    const chunks: Uint8Array[] = []
    const included = { name: 'x', sink: (chunk: Uint8Array) => void chunks.push(chunk.slice()) }
    const { assembly } = generate(long, { ...options, included })
    const alone = readAssembly(generate(long, options).assembly)
    assert.deepEqual(readAssembly(assembly, { included: Buffer.concat(chunks) }), alone, nameLength)
  }
})

test('a text that includes a file is not read without it, or with another one', () => {
  const sink = (): void => {}
  const { assembly } = generate(MAP, { dialect, allSymbols: true, included: { name: 'x', sink } })
  assert.throws(() => readAssembly(assembly), { message: /includes a file: give its bytes as `included`/ })
  assert.throws(() => readAssembly(assembly, { included: new Uint8Array(9) }), {
    message: /includes more than the file has/,
  })
  const damaged = Buffer.from(assembly.toString().replace('"x", 0, ', '"x", '))
  assert.throws(() => tableExtents(damaged), {
    code: 'bad-input',
    message: /\.incbin.* is not the name of a file/,
  })
})

test('such a file is told from others, whatever they begin with', () => {
  const made = (map: Uint8Array): Buffer => {
    const chunks: Uint8Array[] = []
    const sink = (chunk: Uint8Array): void => {
      chunks.push(chunk.slice())
    }
    generate(map, { dialect, allSymbols: true, included: { name: 'a.bin', sink } })
    return Buffer.concat(chunks)
  }
  const file = made(MAP)
  for (const other of [file, made(Buffer.from('1000 T _text\n')), made(Buffer.from(''))])
    assert.ok(isIncludedFile(other))
  const others = [
    file.subarray(0, -1),
    file.subarray(1),
    Buffer.concat([file, Buffer.of(0)]),
    gzipSync(MAP),
    MAP,
    Buffer.from('Gr\u00f6\u00dfe des Kernels\n'),
    Buffer.alloc(4096),
    Buffer.of(0xff),
  ]
  for (const [i, other] of others.entries()) assert.ok(!isIncludedFile(other), `number ${i}`)
})
