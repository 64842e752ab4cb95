/** Two constructed maps, and the runs on them of which the sums of many C tools are known. */
import { createHash } from 'node:crypto'
import { type Dialect, hasOption } from '../../src/dialect/dialect.js'

export function md5(data: string | Uint8Array): string {
  return createHash('md5').update(data).digest('hex')
}

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

export const M0: string = mainMap()
export const M1: string = PERCPU + M0

/** Digits of a sum that are kept. */
const DIGITS = 12

/** The maps and options of a dialect, in the order of `VECTORS`. */
export function vectorRuns(dialect: Dialect): readonly { readonly map: string; readonly args: string[] }[] {
  const changing = (['base-relative', 'lto-clang', 'pc-relative'] as const)
    .filter(option => hasOption(dialect, option))
    .map(option => `--${option}`)
  return [
    { map: M0, args: [] },
    { map: M0, args: ['--all-symbols'] },
    { map: M0, args: ['--all-symbols', ...changing] },
    { map: M1, args: ['--all-symbols', ...changing, '--absolute-percpu'] },
  ]
}

/** The sum as it is kept. */
export function vectorSum(output: string | Uint8Array): string {
  return md5(output).slice(0, DIGITS)
}
