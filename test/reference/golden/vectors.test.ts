/**
 * Two constructed maps and the first digits of the MD5 of what the C tools printed for them: a check on versions that
 * the manifest does not have, and on the rows of the table of releases that stand for them.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generateTo } from '../../../src/generate/generate.js'
import { optionsOf } from '../../support/golden.js'

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

/**
 * Versions; then M0 without options, with all symbols, with that and all of the options that change offsets and order,
 * and M1 with those and absolute percpu addresses.
 */
const VECTORS: readonly (readonly [versions: string, v1: string, v2: string, v3?: string, v4?: string])[] = [
  ['lwk-1.3.0', '6a60679da473', 'e0360dc3c6e4'],
  ['2.6.20 2.6.24 barebox-2026.06', '8a941d0263ff', 'a4cde46a25e3'],
  ['2.6.32 2.6.34 3.2.40 3.3.8 3.6.5 3.10.105', 'f919251cbb54', '6142c736c46e'],
  ['3.14.40', 'f919251cbb54', 'efad47e46631'],
  ['3.18.20', 'f919251cbb54', 'efad47e46631', '', 'c801736943c1'],
  ['4.1.0 4.4.70 4.4.155', '73d3d1e76866', '8f86a852bad5', '', '9abb4a1fcebc'],
  ['4.6.2', 'c25e29248956', '10e48fc3b0c5', '29815d831a5d', '8fd6fe6af9d8'],
  ['4.9.76', 'a08c1b2a5960', '2906152c66f1', 'e990bc22cd15', '7ebd39c49e8b'],
  ['4.14.177', 'ce6794bf848b', '91b2aa1516fc', '46dc1185585a', 'f0fe452bacc5'],
  ['4.20.0', '99e69f7fdeb7', '1605b5411cdf', '90845d09a42e', '1d51e6637072'],
  ['5.0.0', 'e288a90c7d4c', 'a0643080e49c', '0d7049698a17', '593dc7d5c79d'],
  ['5.2.1', 'f297d8c724ff', '353ef60e7ab0', '6c2aa88f33fc', '7b5d2dbe45b4'],
  ['5.3.0 5.4.18', 'f05fc6a4f4ea', 'c76b6a4c3eaf', 'df0902d3f6df', '63e8b5b0d565'],
  ['5.7.14', 'c83fd828d68a', 'cf802afc22ee', 'e7c642a7b49c', '7662406c4112'],
  ['5.11.14 5.15.100 5.17.0', '56ddb8234d43', '60af91091460', '95c91f88f2b3', '9293fc0f835c'],
  ['5.13.19-rust', '56ddb8234d43', 'c8b243a5d5d2', 'c29a64678a5d', '750db9ad84a2'],
  ['5.18.0-openwrt 5.18.12', '705f0d4e019c', '934ccff8ebce', 'a87738c90b10', '4ae4d66148aa'],
  ['6.0.0', 'e4846919a783', '599351e582fc', '23390a2bdd3f', '89694d645d91'],
  ['6.1.20', '872cfc6a4771', '3d674cfd16cd', 'b627e7aa7658', '2c30bcd184da'],
  ['6.1.192', '9fe9464c4623', 'c75300d00733', 'f145fd680fdb', 'bb0671f30b3f'],
  ['6.2.0 6.2.12', 'a401e1081c61', 'e6444361db71', '1a277d07426a', 'e80c5b60f727'],
  ['6.4.6', '1199ed87c9b5', '03480a6a587f', 'b0e4458dee62', '45fc78688b94'],
  ['6.5.0 6.6.17 6.7.3 6.8.0', '1199ed87c9b5', '03480a6a587f', 'f6a3e7439133', 'f4c4b76aaf4a'],
  ['6.10.0', 'bce006e47c3c', '03480a6a587f', 'f6a3e7439133', 'f4c4b76aaf4a'],
  ['6.12.117 6.13.2 6.14.0', '933b05c0c3c2', '69262307fb6d', '', 'f81675266368'],
  ['6.17.0 6.18.2 6.19.9', '933b05c0c3c2', '69262307fb6d'],
  ['7.0.0 7.1.3 7.1.5', 'ad1fc5012c44', '5014d8d817af', '86c33d6d54aa'],
]

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
