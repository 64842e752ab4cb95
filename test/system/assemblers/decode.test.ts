/** Our reading of assembly text against the tables that assembler and linker make of it. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { readAssembly, withText } from '../../../src/decode/assembly.js'
import { Decoder } from '../../../src/decode/decoder.js'
import type { RawTables } from '../../../src/decode/tables.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { type Address, ZERO } from '../../../src/symbols/address.js'
import { optionsOf, readGolden } from '../../support/golden.js'
import { temporaryFolder } from '../../support/run.js'
import { sampled } from '../../support/sizes.js'
import { latin1, symbolsOf } from '../../support/table.js'

const hasTools =
  ['ld', 'nm', 'objcopy'].every(tool => spawnSync(tool, ['--version']).status === 0) &&
  spawnSync('gcc', ['-dumpmachine'], { encoding: 'utf8' }).stdout?.startsWith('x86_64')
const skip = hasTools ? false : 'gcc and binutils for x86-64 are not installed'

/** Symbols whose names are safe for the C preprocessor and assemblers. */
function mapOf(count: number, text: bigint, prefix: string): string[] {
  const lines = ['0 D __per_cpu_start\n', '40 d in_percpu\n', '80 D __per_cpu_end\n']
  for (const name of ['_text', '_stext']) lines.push(`${text.toString(16)} T ${prefix}${name}\n`)
  for (let i = 0; i < count; i++) {
    const name = `${prefix}${'abcdefgh'.slice(i % 7)}_${(i * 7919) % 613}${i % 5 ? '' : '.llvm.12'}`
    lines.push(`${(text + 0x10n * BigInt(i - (i % 3))).toString(16)} ${'TtDdBbWw'[i % 8]} ${name}\n`)
  }
  return lines
}

const TEXT_64 = 0xffffffff81000000n
const TEXT_32 = 0xc0008000n
/** The addresses of the tables. */
const PLACE_64 = 0xffffffff81800000n
const PLACE_32 = 0xc0800000n

const halves = (address: bigint): Address => ({
  high: Number(address >> 32n),
  low: Number(address & 0xffffffffn),
})

/** The section with the tables in an image, and the offset of each label. */
function link(
  t: TestContext,
  assembly: Uint8Array,
  wordBytes: 4 | 8,
): { image: Buffer; labels: Map<string, number> } {
  const folder = temporaryFolder(t)
  const file = (name: string): string => path.join(folder, name)
  mkdirSync(file('asm'))
  for (const header of ['bitsperlong.h', 'types.h']) {
    writeFileSync(file(`asm/${header}`), `#define BITS_PER_LONG ${8 * wordBytes}\n`)
  }
  writeFileSync(file('k.S'), assembly)
  const [machine, format, text, place] =
    wordBytes === 8 ? ['-m64', 'elf_x86_64', TEXT_64, PLACE_64] : ['-m32', 'elf_i386', TEXT_32, PLACE_32]
  execFileSync('gcc', [machine, '-I', folder, '-D__ASSEMBLY__', '-c', '-o', file('k.o'), file('k.S')])
  const at = `--section-start=.rodata=0x${place.toString(16)}`
  execFileSync('ld', [
    '-m',
    format,
    '-e',
    '0',
    `--defsym=_text=0x${text.toString(16)}`,
    at,
    '-o',
    file('k'),
    file('k.o'),
  ])
  execFileSync('objcopy', ['-O', 'binary', '-j', '.rodata', file('k'), file('k.bin')])
  const labels = [
    ...execFileSync('nm', ['-n', file('k')])
      .toString()
      .matchAll(/^([0-9a-f]+) R (_?kallsyms_\w+)$/gm),
  ]
  return {
    image: readFileSync(file('k.bin')),
    labels: new Map(
      labels.map(([, address, label]) => [label as string, Number(BigInt(`0x${address}`) - place)]),
    ),
  }
}

/** Each form of addresses, lengths, counters and alignment. */
const CASES: readonly (readonly [
  kernel: string,
  args: string,
  wordBytes: 4 | 8,
  options?: GenerateOptions,
])[] = [
  ['4.14.177', '--all-symbols --symbol-prefix=_', 8],
  ['4.14.177', '--all-symbols', 4],
  ['5.4', '--all-symbols --base-relative', 4],
  ['6.1', '--all-symbols --base-relative --absolute-percpu', 8, { stabilise: 'literal' }],
  ['6.5', '--all-symbols --lto-clang', 8, { stabilise: 'fold' }],
  ['6.12', '--all-symbols --absolute-percpu', 8, { headroom: 1000 }],
  ['6.12', '--all-symbols --absolute-percpu', 4],
  ['7.0', '--all-symbols --pc-relative', 8, { headroom: 'auto' }],
  ['7.0', '--all-symbols', 4],
  ['5.18.0-openwrt', '--all-symbols --uncompressed', 8],
]

for (const [kernel, args, wordBytes, more] of sampled(CASES, 3, 1)) {
  test(`${kernel} ${args} ${8 * wordBytes} bits ${JSON.stringify(more ?? {})}`, { skip }, t => {
    const options = { ...optionsOf(args.split(' '), findRelease(kernel).dialect), ...more }
    const text = wordBytes === 8 ? TEXT_64 : TEXT_32
    const { symbolPrefix } = options
    const prefix = symbolPrefix ? String.fromCharCode(symbolPrefix) : ''
    // With a base, all symbols must be in the range of offsets.
    const lines = mapOf(700, text, prefix).filter(line => options.absolutePercpu || !/per_?cpu/.test(line))
    const usable = latin1(lines.join(''))
    const { assembly } = generate(usable, options)
    const { image, labels } = link(t, assembly, wordBytes)

    const assembled = readAssembly(assembly, { wordBytes, ...(symbolPrefix && { symbolPrefix }) })
    assert.deepEqual(
      [...assembled.tables.keys()].map(label => prefix + label),
      [...labels.keys()],
    )
    const linked = new Map<string, Buffer>()
    for (const [label, table] of assembled.tables) {
      const at = labels.get(prefix + label) as number
      assert.equal(table.offset, at, `${label} stands where the assembler puts it`)
      const bytes = image.subarray(at, at + table.bytes.length)
      assert.equal(bytes.length, table.bytes.length)
      linked.set(label, bytes)
      // The linker computes distances.
      if (table.textDistances.length > 0) continue
      const ours = withText(table, assembled, halves(text))
      assert.ok(bytes.equals(ours), `${label} holds what the assembler makes`)
    }
    const offsetsAt = BigInt(assembled.tables.get('kallsyms_offsets')?.offset ?? 0)
    const place = halves((wordBytes === 8 ? PLACE_64 : PLACE_32) + offsetsAt)
    checkSymbols(linked, { ...options, wordBytes, place }, lines)
  })
}

/** Decodes the tables of an image and compares them with the map. */
function checkSymbols(
  tables: RawTables,
  options: GenerateOptions & { wordBytes: 4 | 8; place: Address },
  lines: readonly string[],
): void {
  const { dialect, wordBytes, absolutePercpu, ltoClang, pcRelative, stabilise } = options
  const decoder = new Decoder(tables, {
    dialect: dialect as Dialect,
    wordBytes,
    ...(absolutePercpu && { absolutePercpu }),
    ...(ltoClang && { ltoClang }),
    ...(pcRelative && { pcRelative: { to: 'place', address: options.place } }),
  })
  const shown = (line: string): string => {
    if (stabilise === 'fold') return line.replace(/ [A-V] /, ' T ').replace(/ [a-v] /, ' t ')
    return absolutePercpu && /per_?cpu/.test(line) ? line.replace(/ . /, ' A ') : line
  }
  // The map is in the order of addresses; the order of equal ones is not checked.
  const found = symbolsOf(decoder.symbols())
  const addresses = found.map(symbol => symbol.split(' ')[0] as string)
  assert.deepEqual(
    addresses,
    lines.map(line => line.split(' ')[0]),
  )
  assert.deepEqual([...found].sort(), lines.map(line => shown(line.trimEnd())).sort())
  assert.equal(decoder.findByAddress(ZERO)?.symbol ?? null, absolutePercpu ? 0 : null)
}

test('filters.nm of 6.12, with odd names and comments', { skip }, t => {
  const assembly = readGolden('outputs/6.12.117.S')
  const { image, labels } = link(t, assembly, 8)
  const { tables } = readAssembly(assembly)
  for (const [label, { offset, bytes, textWords }] of tables) {
    assert.equal(offset, labels.get(label))
    if (textWords.length === 0) assert.ok(image.subarray(offset, offset + bytes.length).equals(bytes), label)
  }
})
