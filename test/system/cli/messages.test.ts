/**
 * What is said about a map, to the letter: the C tool's line first, and then ours, which names the symbol that is to
 * blame, its line, the cause and what to do. The maps are small forms of what people reported.
 */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { kallsyms, type Result, type RunOptions, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

/** Lines at ascending addresses, 32 bytes apart. */
function functions(from: bigint, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const address = (from + 32n * BigInt(i + 1)).toString(16).padStart(16, '0')
    return `${address} t fn_${i + 1}`
  })
}

const RISCV = [
  '0000000000000000 r .L__jump_entry.17',
  '0000000000000010 r .L__jump_entry.18',
  'ffffffe000000000 T _start',
  'ffffffe000000000 T _text',
  'ffffffe000001000 T _stext',
  ...functions(0xffffffe000001000n, 20),
]

const ARM64 = [
  '0000000000000000 A dropped',
  '0000000000000000 t .Ldebug_info0',
  'ffffff8008080000 t _head',
  'ffffff8008080000 T _text',
  'ffffff8008081000 T _stext',
  ...functions(0xffffff8008081000n, 20),
  'ffffff8008090000 T _etext',
]

const ARM = ['00000000 T _text', '00000100 t fn_1', '00000120 t fn_2', '100007aa4 b far_away']

const PERCPU = [
  '0000000000000000 D __per_cpu_start',
  '0000000000000040 D cpu_info',
  '0000000000002000 D __per_cpu_end',
  'ffffffff81000000 T _text',
  ...functions(0xffffffff81000000n, 20),
]

/** A percpu area in the middle of the image. */
const PERCPU_INSIDE = [
  'ffffffff81000000 T _text',
  'ffffffff81000100 D __per_cpu_start',
  'ffffffff81000200 D __per_cpu_end',
]

interface Case {
  readonly what: string
  readonly map: readonly string[]
  readonly args: readonly string[]
  readonly original: string
  /** The line of the symbol that is to blame, from 1. */
  readonly line: number
  readonly ours: string
}

const relative = (address: string, mode = ' in relative mode'): string =>
  `kallsyms failure: relative symbol value ${address} out of range${mode}`

const OUT_OF_RANGE: readonly Case[] = [
  {
    what: 'labels at 0 in the table, 5.6 and later',
    map: RISCV,
    args: ['--kernel', '5.8', '--all-symbols', '--base-relative'],
    original: relative('0xffffffe000000000'),
    line: 1,
    ours:
      '".L__jump_entry.17" at 0 (and 1 more below 0xffffffe000000000) takes the base of the offsets down, so that ' +
      '"_start" at 0xffffffe000000000 and what is above it do not fit in 32 bits; leave these 2 symbols out of the map',
  },
  {
    what: 'a label at 0 that is not even in the table, up to 5.5; a dropped one is not to blame',
    map: ARM64,
    args: ['--kernel', '4.14.177', '--base-relative'],
    original: relative('0xffffff8008081000'),
    line: 2,
    ours:
      '".Ldebug_info0" at 0 takes the base of the offsets down, so that "_stext" at 0xffffff8008081000 and what is above ' +
      'it do not fit in 32 bits; leave this symbol out of the map',
  },
  {
    what: 'one symbol far above the others',
    map: ARM,
    args: ['--kernel', '4.7', '--all-symbols', '--base-relative'],
    original: relative('0x100007aa4'),
    line: 4,
    ours:
      '"far_away" at 0x100007aa4 is 0x100007aa4 above the base of the offsets, which does not fit in 32 bits; leave this ' +
      'symbol out of the map',
  },
  ...['6.1.192 --base-relative', '6.12.117'].map(
    (kernel): Case => ({
      what: `percpu symbols at 0, ${kernel}`,
      map: PERCPU,
      args: ['--all-symbols', '--kernel', ...kernel.split(' ')],
      original: relative('0xffffffff81000000'),
      line: 1,
      ours:
        '"__per_cpu_start" at 0 (and 2 more below 0xffffffff81000000) takes the base of the offsets down, so that "_text" at ' +
        '0xffffffff81000000 and what is above it do not fit in 32 bits; give --absolute-percpu, as the build of a kernel ' +
        'with percpu symbols at 0 does, or leave these 3 symbols out of the map',
    }),
  ),
  {
    what: 'percpu symbols at 0, without such an option',
    map: PERCPU,
    args: ['--kernel', '6.17', '--all-symbols'],
    original: relative('0xffffffff81000000', ''),
    line: 1,
    ours:
      '"__per_cpu_start" at 0 (and 2 more below 0xffffffff81000000) takes the base of the offsets down, so that "_text" at ' +
      '0xffffffff81000000 and what is above it do not fit in 32 bits; a kernel of this format has no percpu symbols at 0: ' +
      'check --kernel, or leave these 3 symbols out of the map',
  },
  {
    what: 'absolute percpu addresses that are none',
    map: PERCPU_INSIDE,
    args: ['--kernel', '6.12', '--all-symbols', '--absolute-percpu'],
    original: 'kallsyms failure: absolute symbol value 0xffffffff81000100 out of range in relative mode',
    line: 2,
    ours:
      '"__per_cpu_start" at 0xffffffff81000100 is a percpu symbol, and with --absolute-percpu its address has to fit in 31 ' +
      'bits: the percpu symbols of this kernel are not at 0, so leave out --absolute-percpu',
  },
  {
    what: 'offsets from their own place, one symbol far away',
    map: ['ffffffff81000000 T _text', ...functions(0xffffffff81000000n, 3), 'ffffffffffffff00 D far'].map(
      line => line.replace('ffffffff8', 'ffffffff0'),
    ),
    args: ['--kernel', '7.1', '--all-symbols', '--pc-relative'],
    original: relative('0xffffffffffffff00', ''),
    line: 5,
    ours:
      '"far" at 0xffffffffffffff00 is more than 2 GiB from _text at 0xffffffff01000000, so that its offset does not fit in ' +
      '32 bits; leave this symbol out of the map',
  },
  {
    what: 'offsets from their own place, no _text',
    map: functions(0xffffffff01000000n, 3),
    args: ['--kernel', '7.1', '--all-symbols', '--pc-relative'],
    original: relative('0xffffffff01000020', ''),
    line: 1,
    ours:
      '"fn_1" at 0xffffffff01000020 is more than 2 GiB from 0, which is taken for _text where the map has none: give the ' +
      'map of a whole image',
  },
]

/** The run, with stderr as the UTF-8 that it is. */
function run(args: readonly string[], options: RunOptions = {}): Result {
  const result = kallsyms(args, options)
  return { ...result, stderr: Buffer.from(result.stderr, 'latin1').toString() }
}

function mapFile(t: TestContext, text: string): string {
  const file = path.join(temporaryFolder(t), 'in.map')
  writeFileSync(file, text)
  return file
}

for (const { what, map, args, original, line, ours } of OUT_OF_RANGE) {
  test(`out of range: ${what}`, t => {
    const file = mapFile(t, `${map.join('\n')}\n`)
    const { status, stderr } = run([...args, file])
    assert.equal(stderr, `${original}\nkallsyms: ${file}:${line}: ${ours}\n`)
    assert.equal(status, 1)
  })
}

test('leaving out what is named helps, and so does the option that is named', { skip: NOT_IN_SAMPLE }, t => {
  const remedies: readonly (readonly [readonly string[], number, readonly string[]])[] = [
    [RISCV, 2, ['--kernel', '5.8', '--base-relative']],
    [PERCPU, 3, ['--kernel', '6.12']],
    [PERCPU, 0, ['--kernel', '6.12', '--absolute-percpu']],
    [PERCPU_INSIDE, 0, ['--kernel', '6.12']],
  ]
  for (const [map, from, args] of remedies) {
    const file = mapFile(t, `${map.slice(from).join('\n')}\n`)
    const { status, stderr } = run(['--all-symbols', ...args, file])
    assert.deepEqual([status, stderr], [0, ''], args.join(' '))
  }
})

test('names that are too long: reported with their lines, counted, and left out', t => {
  const name = `__pfx_${'n'.repeat(506)}`
  const other = 'x'.repeat(600)
  const lines = ['1000 T _text', `1010 t ${name}`, `1020 T ${name.slice(6)}`, `1030 T ${other}`]
  const file = mapFile(t, `${lines.join('\n')}\n`)
  const says = (long: string, line: number, ours: string): string =>
    `Symbol ${long} too long for kallsyms (${long.length} >= 512).\n` +
    'Please increase KSYM_NAME_LEN both in kernel and kallsyms.c\n' +
    `kallsyms: ${file}:${line}: "${long.slice(0, 60)}…" is left out of the table: its name has ${long.length} bytes, and ` +
    `this kernel takes at most 511; ${ours}, or leave the symbol out of the map\n`
  const expected =
    says(name, 2, "shorten the function's name, to which __pfx_ is added, by 1 byte") +
    says(other, 4, 'shorten the name by 89 bytes')
  for (const kernel of ['6.12.117', '6.1.192']) {
    const { status, stderr } = run(['--kernel', kernel, '--all-symbols', file])
    assert.deepEqual([status, stderr], [0, expected], kernel)
  }
  const json = run(['--kernel', '6.12.117', '--all-symbols', '--stats=json', file]).stderr
  const { symbols } = JSON.parse(json.slice(expected.length)) as { symbols: unknown }
  assert.deepEqual(symbols, { read: 2, skipped: 2, kept: 2 })
  const text = run(['--kernel', '6.12.117', '--all-symbols', '--stats', file]).stderr
  assert.match(text, /: 2 symbols read, 2 kept; 2 skipped, whose name is too long\n/)
})

test('the limit of older kernels: one byte more, in other words', { skip: NOT_IN_SAMPLE }, t => {
  const file = mapFile(t, `1000 T _text\n1010 t ${'n'.repeat(129)}\n`)
  const { stderr } = run(['--kernel', '4.9', '--all-symbols', file])
  assert.equal(
    stderr,
    `Symbol ${'n'.repeat(129)} too long for kallsyms (129 vs 128).\n` +
      'Please increase KSYM_NAME_LEN both in kernel and kallsyms.c\n' +
      `kallsyms: ${file}:2: "${'n'.repeat(60)}…" is left out of the table: its name has 129 bytes, and this kernel takes at ` +
      'most 128; shorten the name by 1 byte, or leave the symbol out of the map\n',
  )
})

test('a map that ends within a record, a malformed line, nothing left', t => {
  const cut = mapFile(t, '1000 T _text\n1010 T\n\n')
  assert.equal(
    run(['--kernel', '5.4', '--all-symbols', cut]).stderr,
    `Read error or end of file.\nkallsyms: ${cut}:2: the map ends within a record, which is left out: is the file complete? ` +
      'Make it again with `nm -n`\n',
  )
  const malformed = mapFile(t, '1000 T _text\nnonsense\n')
  assert.equal(
    run(['--kernel', '6.12', malformed]).stderr,
    `line format error\nkallsyms: ${malformed}:2: "nonsense" is not "ADDRESS TYPE NAME" as \`nm -n\` prints it: make the map ` +
      'again, or leave this line out\n',
  )
  const none = mapFile(t, '1000 T a\n1010 T b\n')
  assert.equal(
    run(['--kernel', '6.6', none]).stderr,
    `No valid symbol.\nkallsyms: ${none}: none of the 2 symbols of the map is left for the table: is this the output of ` +
      '`nm -n vmlinux`, with _stext and _etext, or is --all-symbols missing?\n',
  )
  const dropped = mapFile(t, '1000 A a\n')
  assert.match(
    run(['--kernel', '6.6', '--all-symbols', dropped]).stderr,
    /the only symbol of the map is not left .*`nm -n vmlinux`\?\n$/,
  )
  assert.match(
    run(['--kernel', '6.6']).stderr,
    /: the map has no symbol: give the output of `nm -n vmlinux`\n$/,
  )
})

test('notes on the version: one line each on stderr, and the output is written', {
  skip: NOT_IN_SAMPLE,
}, () => {
  const input = '1000 T _text\n'
  const noted = (kernel: string): string => {
    const { status, stderr, stdout } = run(['--kernel', kernel, '--all-symbols'], { input })
    assert.equal(status, 0)
    assert.match(stdout.toString(), /kallsyms_num_syms/)
    return stderr
  }
  assert.equal(
    noted('6.1.0-50-amd64'),
    "kallsyms: 6.1.0-50-amd64 looks like the name of a distribution's ABI, which is not the version: the version is at " +
      'the end of `cat /proc/version`, which --kernel takes as a whole (on Ubuntu: /proc/version_signature)\n',
  )
  assert.match(
    noted('9.9'),
    /^kallsyms: kernel 9\.9 is not known: the newest row of the table of formats is used, since 7\.\d; compare .*--check.*KALLSYMS_CHECK=1\n$/,
  )
  assert.equal(noted('6.9'), '')
  const banner =
    'Linux version 6.1.0-50-amd64 (debian-kernel@lists.debian.org) #1 SMP Debian 6.1.176-1 (2026-08-01)'
  assert.equal(noted(banner), '')
  const printed = run(['--print-dialect'], { env: { KALLSYMS_KERNEL: banner } })
  const { chosenBy, version, release } = JSON.parse(printed.stdout.toString())
  assert.deepEqual(
    [chosenBy, version, release.since],
    ['KALLSYMS_KERNEL=6.1.176, from a banner', '6.1.176', '6.1.60'],
  )
})
