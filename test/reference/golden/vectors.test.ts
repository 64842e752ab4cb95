/**
 * Two constructed maps, and the first digits of the MD5 sums of what C tools printed for them. This covers versions that
 * are not in the manifest, and their rows in the table of releases.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generateTo } from '../../../src/generate/generate.js'
import { optionsOf } from '../../support/golden.js'
import { VECTORS } from './vectors.js'

const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex')

const ODD_NAMES = (
  '__crc_a __efistub_a __kvm_nvhe_a __kvm_nvhe_$a __kvm_nvhe_.La __LA25Thunk_a __kcfi_typeid_a a_veneer a_from_arm ' +
  'a.long_branch.a a_compiled.a .LASANPCa .La $a $xyz _SDA_BASE_ kallsyms_names kallsyms_offsets ' +
  'kallsyms_seqs_of_names dup.b.1 dup.llvm.2 dup dup.a'
).split(' ')

function mainMap(): string {
  const lines: string[] = []
  const add = (address: bigint, type: string, name: string): number =>
    lines.push(`${address.toString(16).padStart(16, '0')} ${type} ${name}\n`)
  const base = 0xffffffff81000000n
  add(base, 'T', '_text')
  add(base, 'T', '_stext')
  for (let i = 0; i < 2000; i++) {
    const x = Number((BigInt(i) * 2654435761n) % (1n << 32n))
    const letters = Array.from({ length: 6 }, (_, k) =>
      String.fromCharCode(97 + (((x >>> (5 * k)) & 31) % 26)),
    )
    const address = base + 8n * BigInt(i - (i % 3))
    if (i === 1200) add(address, 'T', '_etext')
    if (i === 1300) add(address, 'T', '_sinittext')
    if (i === 1500) add(address, 'A', '_einittext')
    const front = ['', '_', '__', 'x_', '__ab'][i % 5]
    const back = ['', '_init', '_exit', '.cold', '.llvm.123', '.isra.0', '_start'][i % 7]
    add(address, 'tTdDrRbBwV'[i % 10] as string, front + letters.join('') + back)
    const oddName = i % 30 === 0 ? ODD_NAMES[i / 30] : undefined
    if (oddName !== undefined) add(address, 'T', oddName)
  }
  const last = 0xffffffff81010000n
  add(last, 'A', '_end_abs')
  add(last, 'D', '__start_tail')
  add(last, 'n', 'dbgn')
  add(last, 'N', 'dbgN')
  add(last, 'U', 'undU')
  add(last, 'T', `${'q'.repeat(120)}_127abc`)
  add(last, 'T', `${'j'.repeat(119)}_128abcde`)
  add(last, 'T', `${'k'.repeat(119)}_130abcdefg`)
  return lines.join('')
}

const PERCPU = [
  '0000000000000000 D __per_cpu_start\n',
  '0000000000000040 d pcpu_a\n',
  '0000000000000080 W pcpu_b\n',
  '0000000000001000 D __per_cpu_end\n',
].join('')

const M0 = mainMap()
const M1 = PERCPU + M0

test('the maps are those that were measured', () => {
  assert.equal(M0.length, 67578)
  assert.equal(md5(M0), '32e24f75ea37a4b4f6f856e697013fc4')
  assert.equal(md5(M1), 'dc1aca1faa90af14737778bff75290b3')
})

for (const [versions, ...expected] of VECTORS) {
  for (const version of versions.split(' ')) {
    test(`kernel ${version}`, () => {
      const { dialect } = findRelease(version)
      const changing = ['base-relative', 'lto-clang', 'pc-relative'] as const
      const known = changing.filter(option => dialect.options.includes(option)).map(option => `--${option}`)
      const runs: [map: string, args: string[]][] = [
        [M0, []],
        [M0, ['--all-symbols']],
        [M0, ['--all-symbols', ...known]],
        [M1, ['--all-symbols', ...known, '--absolute-percpu']],
      ]
      const digests = runs.map(([map, args], i) => {
        if (!expected[i]) return expected[i]
        const hash = createHash('md5')
        generateTo(chunk => hash.update(chunk), Buffer.from(map, 'latin1'), optionsOf(args, dialect))
        return hash.digest('hex').slice(0, 12)
      })
      assert.deepEqual(digests.slice(0, expected.length), expected)
    })
  }
}
