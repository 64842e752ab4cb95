/**
 * The override in trees that call their tool as kernels of different years do: real links of miniature kernels, some of
 * which converge and some of which do not.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readPasses } from '../../../src/cli/journal.js'
import { shellWord } from '../../../src/cli/shell-word.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import {
  type Layout,
  MEMBERSHIP_FLIP,
  MEMBERSHIP_FLIP_ENDS,
  TYPE_FLIP,
} from '../../../src/lab/links/layouts.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { ROOT } from '../../support/root.js'
import { kallsyms } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'
import { extentsInImage, journalMap, STATE, tableExtents } from './journals.js'
import { type Convention, Tree } from './trees.js'

interface Case {
  readonly convention: Convention
  readonly kernel: string
  readonly layout: Layout
  /** Paddings at which the build converges with exact tables in its own passes, and at which it never does. */
  readonly settles: number
  readonly never: number
  /** The passes of the build that converges. */
  readonly passes: readonly number[]
  /** The message about the build that does not. */
  readonly cause: RegExp
}

const FLIPPED = /\d+ symbols changed type; .*: \w > \w {2}__\w+/
const CROSSED = /\d+ symbols are inside a text range in one pass only: .*: [+-] {2}\w+/

const CASES: readonly Case[] = [
  {
    convention: 'makefile',
    kernel: '3.3.8',
    layout: TYPE_FLIP,
    settles: 64,
    never: 4352,
    passes: [1, 2],
    cause: FLIPPED,
  },
  {
    convention: 'into-compiler',
    kernel: '3.6.5',
    layout: TYPE_FLIP,
    settles: 64,
    never: 4352,
    passes: [1, 2],
    cause: FLIPPED,
  },
  {
    convention: 'into-file',
    kernel: '5.4.18',
    layout: TYPE_FLIP,
    settles: 64,
    never: 192,
    passes: [1, 2, 3],
    cause: FLIPPED,
  },
  {
    convention: 'argument',
    kernel: '6.1.20',
    layout: TYPE_FLIP,
    settles: 64,
    never: 192,
    passes: [1, 2, 3],
    cause: FLIPPED,
  },
  // The build removes the labels of the tables from its maps: the sizes come from the assembly.
  {
    convention: 'argument',
    kernel: '6.6.17',
    layout: MEMBERSHIP_FLIP,
    settles: 64,
    never: 4032,
    passes: [1, 2],
    cause: CROSSED,
  },
  ...['6.12.117', '7.1.5'].map(
    (kernel): Case => ({
      convention: 'pass-0',
      kernel,
      layout: MEMBERSHIP_FLIP_ENDS,
      settles: 64,
      never: 3968,
      passes: [0, 1, 2],
      cause: CROSSED,
    }),
  ),
]

const skip = missingFrom(X86_64_LD) ?? false

for (const { convention, kernel, layout, settles, never, passes, cause } of sampled(CASES, 7, 6)) {
  test(`${convention}, ${kernel}: a build that converges leaves its passes in the journal`, {
    skip: skip || NOT_IN_SAMPLE,
  }, t => {
    const tree = Tree.plant(t, { convention, kernel, layout, padding: settles })
    const { status, stdout, stderr } = tree.make()
    assert.equal(status, 0, stderr)
    assert.match(stdout, /^ {2}WRAP {4}scripts\/kallsyms: runs .*\/bin\/kallsyms$/m)

    const records = readPasses(tree.at(STATE))
    assert.deepEqual(
      records.map(({ pass }) => pass),
      passes,
    )
    // The options of the build, and no others.
    assert.deepEqual(
      records.map(({ options }) => options.allSymbols === true),
      records.map(() => layout.allSymbols),
    )
    assert.deepEqual(tableExtents(records.at(-1)), extentsInImage(tree.at('vmlinux')))
    for (const { pass, made } of records) {
      const map = journalMap(tree, pass)
      assert.equal(made?.symbols.read === 0, pass === 0)
      if (pass === 0) assert.equal(map, '')
      else if (convention === 'argument') assert.equal(map, read(tree, `.tmp_vmlinux.kallsyms${pass}.syms`))
      else if (convention === 'pass-0') assert.equal(map, read(tree, `.tmp_vmlinux${pass}.syms`))
      else assert.equal(map, nm(tree, convention, pass))
    }
  })

  test(`${convention}, ${kernel}: a build that does not converge is explained, and does with --stable`, {
    skip: skip || NOT_IN_SAMPLE,
  }, t => {
    const tree = Tree.plant(t, { convention, kernel, layout, padding: never })
    const failed = tree.make()
    assert.notEqual(failed.status, 0)
    assert.match(failed.stdout + failed.stderr, /Inconsistent kallsyms data/)
    // The build has removed its files; the journal remains.
    const traces = readdirSync(tree.output).filter(name =>
      /\.syms$|^\.tmp_(kallsyms|vmlinux.*\.S)/.test(name),
    )
    assert.deepEqual(traces, [])
    const notices = failed.stderr.split('\n').filter(line => line.startsWith('kallsyms: '))
    // Four lines for each pass that differs.
    assert.ok(notices.length === 4 || notices.length === 8, failed.stderr)
    const [sizes = '', main = '', remedy = '', details = ''] = notices.slice(-4)
    assert.match(sizes, /^kallsyms: kallsyms_\w+ has \d+ bytes in pass \d, and had \d+ in pass \d( \(|$)/)
    assert.match(main, cause)
    assert.match(
      remedy,
      /^kallsyms: what helps: `make MAKEFILES="\$\(kallsyms --print-kbuild\)" KALLSYMS_FLAGS=\S+`: lets this build through/,
    )
    // The command in the message explains the failure.
    const [, command = ''] = /^kallsyms: details: (.*)$/.exec(details) ?? []
    assert.equal(command, `${shellWord(path.join(ROOT, 'bin', 'kallsyms'))} explain ${tree.at(STATE)}`)
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} --json`], { encoding: 'utf8' })
    assert.equal(status, 1, stderr)
    const { passes: shown, verdict, steps } = JSON.parse(stdout) as Explanation
    // Of a third pass, or of the map of the final image, which the builds up to 3.4 leave.
    assert.equal(verdict.code, shown.length > 2 ? 'oscillates' : 'open')
    assert.deepEqual(
      steps.map(({ causes }) => causes.map(({ code }) => code)),
      steps.map(() => [layout === TYPE_FLIP ? 'types' : 'membership']),
    )

    const records = readPasses(tree.at(STATE))
    assert.ok(records.length >= 2)
    for (const { pass } of records) assert.equal(journalMap(tree, pass) === '', pass === 0)

    const mended = tree.make('KALLSYMS_FLAGS=--stable')
    assert.equal(mended.status, 0, mended.stderr)
    assert.doesNotMatch(mended.stderr, /kallsyms: /)
    const stable = readPasses(tree.at(STATE))
    assert.deepEqual(
      stable.map(({ options }) => options.stabilise),
      stable.map(() => 'literal'),
    )
    assert.deepEqual(tableExtents(stable.at(-1)), extentsInImage(tree.at('vmlinux')))
    const settled = kallsyms(['explain', tree.output])
    assert.deepEqual([settled.status, settled.stderr], [0, ''])
    assert.match(settled.stdout.toString(), /^consistent: /)
  })
}

test('an extra pass, in the makefile and in the script', { skip: skip || NOT_IN_SAMPLE }, t => {
  const asked: readonly (readonly [Convention, string, string])[] = [
    ['makefile', '3.3.8', 'CONFIG_KALLSYMS_EXTRA_PASS=y'],
    ['into-compiler', '4.4.70', 'KALLSYMS_EXTRA_PASS=1'],
  ]
  for (const [convention, kernel, how] of asked) {
    const tree = Tree.plant(t, { convention, kernel, layout: TYPE_FLIP, padding: 64 })
    const { status, stderr } = tree.make(how)
    assert.equal(status, 0, stderr)
    assert.deepEqual(
      readPasses(tree.at(STATE)).map(({ pass }) => pass),
      [1, 2, 3],
    )
  }
})

test('KALLSYMS= alone, for makefiles that use it: a path with blanks, followed by options', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = Tree.plant(t, { convention: 'makefile', kernel: '3.3.8', layout: TYPE_FLIP, padding: 4352 })
  const program = tree.copyPackage('my tools')
  const quoted = program.replaceAll(' ', '\\ ')
  assert.match(tree.makeWith({}, `KALLSYMS=${quoted}`).stdout, /Inconsistent kallsyms data/)
  tree.makeWith({}, 'clean')
  const { status, stderr } = tree.makeWith({}, `KALLSYMS=${quoted} --stable`)
  assert.equal(status, 0, stderr)
  assert.match(tree.read('.tmp_kallsyms2.S').toString('latin1'), /kallsyms_names:\n/)
})

function read(tree: Tree, name: string): string {
  return tree.read(name).toString('latin1')
}

function nm(tree: Tree, convention: Convention, pass: number): string {
  const image = convention === 'into-file' ? `.tmp_vmlinux.kallsyms${pass}` : `.tmp_vmlinux${pass}`
  return execFileSync('nm', ['-n', tree.at(image)], { encoding: 'latin1', maxBuffer: 1 << 26 })
}
