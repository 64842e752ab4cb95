/** The options for stable tables as a user meets them. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'
import { latin1 } from '../../support/table.js'

/** Data in front of a border, and the tables of a first pass. */
const LINES = [
  'c0008000 T _text',
  'c0008000 T _stext',
  ...Array.from({ length: 40 }, (_, i) => `${(0xc0008010 + 16 * i).toString(16)} t do_${i * 7}_thing`),
  'c0008ff2 T _etext',
  'c0009f00 R __start_x',
  'c000a000 T _sinittext',
  'c000a102 T _einittext',
]
const MAP = latin1(`${LINES.join('\n')}\n`)

/** What is said of each run with folded types, and nowhere else. */
const FOLD =
  'kallsyms: --stabilise=fold: data gets the letters of functions in /proc/kallsyms, so that tools which go by the letter ' +
  '(drgn, crash, bpftrace, pwndbg) take data for functions; --stabilise=literal keeps the letters\n'

function expected(options: GenerateOptions, kernel: string, map: Uint8Array = MAP): Buffer {
  return Buffer.from(generate(map, { dialect: findRelease(kernel).dialect, ...options }).assembly)
}

test('the options do what those of the library do', () => {
  const cases: readonly (readonly [kernel: string, args: string[], options: GenerateOptions])[] = [
    ['3.3', ['--stabilise'], { stabilise: 'literal' }],
    ['7.1', ['--stabilize=fold'], { stabilise: 'fold' }],
    ['3.3', ['--headroom=auto'], { headroom: 'auto' }],
    ['7.1', ['--headroom', '64'], { headroom: 64 }],
    ['7.1', ['--stable'], { stabilise: 'literal', headroom: 'auto' }],
  ]
  for (const [kernel, args, options] of cases) {
    const { stdout, stderr, status } = kallsyms(['--kernel', kernel, ...args], { input: MAP })
    assert.deepEqual([status, stderr], [0, options.stabilise === 'fold' ? FOLD : ''])
    assert.ok(stdout.equals(expected(options, kernel)), args.join(' '))
    assert.ok(!stdout.equals(expected({}, kernel)), args.join(' '))
  }
})

test('a file after --stabilise is the map', t => {
  const folder = temporaryFolder(t)
  writeFileSync(path.join(folder, 'fold'), MAP)
  const { stdout, status } = kallsyms(['--kernel', '6.12', '--stabilise', 'fold'], { cwd: folder })
  assert.equal(status, 0)
  assert.ok(stdout.equals(expected({ stabilise: 'literal' }, '6.12')))
})

test('the abbreviations of the C tool mean what they meant', () => {
  const { stdout, status } = kallsyms(['--kernel', '7.1', '--p', '--all'], { input: MAP })
  assert.equal(status, 0)
  assert.ok(stdout.equals(expected({ pcRelative: true, allSymbols: true }, '7.1')))
})

test('--previous takes the assembly of the pass before, from 3.3 to 7.1', t => {
  const folder = temporaryFolder(t)
  for (const kernel of sampled(['6.5', '3.3', '7.1'], 2)) {
    const previous = expected({ headroom: 500 }, kernel)
    writeFileSync(path.join(folder, 'before.S'), previous)
    const { stdout, stderr, status } = kallsyms(['--kernel', kernel, '--previous=before.S'], {
      cwd: folder,
      input: MAP,
    })
    assert.deepEqual([status, stderr], [0, ''])
    assert.ok(stdout.equals(expected({ previous }, kernel)))
    assert.match(stdout.toString('latin1'), /\t\.skip\t500\n/)
  }
})

test('--stats states the cost', { skip: NOT_IN_SAMPLE }, () => {
  const text = kallsyms(['--kernel', '5.4', '--stable', '--stats'], { input: MAP }).stderr
  assert.match(text, /\d+ {2}kallsyms_names \(\+ \d+ padding\)\n/)
  assert.match(text, /^headroom {2}\d+ bytes total, for 2 layout-dependent symbols$/m)
  const { headroom, paddingBytes, tableBytes } = JSON.parse(
    kallsyms(['--kernel', '5.4', '--stable', '--stats=json'], { input: MAP }).stderr,
  ) as Record<'headroom' | 'paddingBytes' | 'tableBytes', Record<string, number>>
  const paddings = Object.values(paddingBytes)
  assert.equal(
    headroom.bytes,
    paddings.reduce((sum, each) => sum + each, 0),
  )
  assert.equal(headroom.symbols, 2)
  assert.ok((paddingBytes.kallsyms_names as number) > 0 && (tableBytes.kallsyms_names as number) > 0)
  const fixed = kallsyms(['--kernel', '5.4', '--headroom=10', '--stats'], { input: MAP }).stderr
  assert.match(fixed, /^headroom {2}40 bytes total$/m)
  assert.doesNotMatch(kallsyms(['--kernel', '5.4', '--stats'], { input: MAP }).stderr, /headroom|padding/)
})

test('errors: one line that says what, where, and what to do', { skip: NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  const say = (args: string[], input: Uint8Array = MAP): string => {
    const { status, stdout, stderr } = kallsyms(['--kernel', '6.5', ...args], { cwd: folder, input })
    assert.deepEqual([status, stdout.length], [1, 0], args.join(' '))
    assert.match(stderr, /^kallsyms: [^\n]*\n$/)
    return stderr
  }
  assert.match(say(['--stabilise=both']), /'--stabilise \[=literal\|fold\]'.*literal, fold/)
  assert.match(
    say(['--previous', '.']),
    /^kallsyms: \.: Is a directory: give the \.S file of the previous pass/,
  )
  assert.match(say(['--previous', '/dev/null']), /^kallsyms: \/dev\/null: there is no symbol table in it/)
  assert.match(say(['--previous', 'no-such.S']), /^kallsyms: no-such\.S: No such file/)
  writeFileSync(path.join(folder, 'other.S'), 'kallsyms_names:\n\t.byte 1\n\t.word 5\n')
  assert.match(
    say(['--previous', 'other.S']),
    /^kallsyms: other\.S:3: "\.word 5" is not a line of a symbol table/,
  )
  writeFileSync(path.join(folder, 'old.S'), expected({}, '3.3'))
  assert.match(say(['--previous', 'old.S']), /^kallsyms: old\.S: kallsyms_seqs_of_names is not in it/)
  const stray = latin1(`${LINES.join('\n')}\nc0100000 R kallsyms_names\n`)
  assert.match(say(['--hold-sizes'], stray), /^kallsyms: standard input: kallsyms_num_syms, .*--kernel/)
  assert.equal(kallsyms(['--kernel', '6.5', '--stabilise'], { input: stray }).status, 0)
})

test('exact output is the default: no option, no difference', () => {
  const args = ['--kernel', '6.12', '--all-symbols', path.join(ROOT, 'golden', 'inputs', 'random-2.nm')]
  const { stdout } = kallsyms(args)
  assert.ok(!stdout.includes('.skip'))
  assert.ok(!stdout.equals(kallsyms(['--stable', ...args]).stdout))
})

test('--help says what each guarantees, costs, and changes in /proc/kallsyms', () => {
  const help = kallsyms(['--help']).stdout.toString().replace(/\s+/g, ' ')
  for (const option of ['--stable', '--stabilise', '--hold-sizes', '--headroom', '--previous']) {
    assert.ok(help.includes(`${option} `), option)
  }
  assert.match(help, /literal \(default\): names grow by 1 to 4 %/)
  assert.match(help, /fold: no growth, but \/proc\/kallsyms shows T or t for all but weak symbols/)
  assert.match(help, /tools which go by the letter \(drgn, crash, bpftrace, pwndbg\) take data for functions/)
  assert.match(help, /have no effect on \/proc\/kallsyms, except --stabilise=fold/)
})
