/** Trees whose tool reads images: made of several objects, called with an image and a file, and once for the map alone. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { shellWord } from '../../../src/cli/shell-word.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { EXECUTABLE, kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'
import { FRAGMENT, type Made, Tree, UNPROVED } from './trees.js'

const hasTools = ['make', 'gcc', 'ld', 'nm'].every(tool => spawnSync(tool, ['--version']).status === 0)
const skip = hasTools ? false : 'make, gcc and binutils are not installed'

const KERNEL = '7.3.0-elf'

/** A tree whose own tool is a script; by default one that prints nothing. */
function plant(t: TestContext, script = 'exit 0'): Tree {
  const tool = path.join(temporaryFolder(t), 'tool')
  writeFileSync(tool, `#!/bin/sh\n${script}\n`)
  chmodSync(tool, 0o755)
  const { dialect } = findRelease(KERNEL)
  return Tree.plant(t, {
    convention: 'image',
    kernel: '7.3.4',
    dialect,
    layout: TYPE_FLIP,
    padding: 64,
    tool,
  })
}

/** What the tree's own tool would make. */
const OURS = `exec ${shellWord(process.execPath)} ${shellWord(EXECUTABLE)} --kernel ${KERNEL} "$@"`

function succeed({ status, stderr }: Made): void {
  assert.equal(status, 0, stderr)
}

for (const flags of ['--stable', '']) {
  test(`a build with ${flags || 'exact tables'}`, { skip: skip || NOT_IN_SAMPLE }, t => {
    const tree = plant(t)
    const made = tree.make(`KALLSYMS_FLAGS=${flags}`)
    succeed(made)
    assert.match(made.stdout, /^ {2}WRAP {4}scripts\/kallsyms: runs /m)
    const last = existsSync(tree.at('.tmp_vmlinux3.syms')) ? 3 : 2
    assert.ok(tree.read('System.map').length > 1000)
    assert.ok(tree.read('System.map').equals(tree.read(`.tmp_vmlinux${last}.syms`)))
    assert.match(tree.read('System.map').toString(), / kallsyms_seqs_of_names$/m)
    assert.match(
      tree.read('.tmp_vmlinux2.kallsyms.S').toString(),
      /\.incbin "\.tmp_vmlinux2\.kallsyms\.bin", 0, /,
    )
    const explained = kallsyms(['explain', '--json', tree.output])
    assert.equal(explained.status, 0, explained.stderr)
    const { verdict, passes, dialect } = JSON.parse(explained.stdout.toString()) as Explanation
    assert.equal(verdict.code, 'consistent')
    assert.equal(dialect, "the build's journal")
    assert.equal(passes.length, last + 1)
  })
}

test('KALLSYMS_CHECK=1 compares the text, the file and the map with those of the tool', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const check = ['KALLSYMS_CHECK=1']
  succeed(plant(t, OURS).make(...check))
  const faults: readonly (readonly [script: string, said: RegExp])[] = [
    [
      `${OURS.replace('exec ', '')} && for last; do :; done; printf x >>"$last"`,
      /the file with the names and tokens differs from that of /,
    ],
    [
      `${OURS.replace('exec ', '')} | sed 's/kallsyms_markers/kallsyms_marker5/'`,
      /output differs from that of .* in line/,
    ],
    ['exit 3', /failed with exit status 3, and kallsyms succeeds; nothing was written/],
  ]
  for (const [script, said] of faults) {
    const { status, stderr } = plant(t, script).make(...check)
    assert.notEqual(status, 0, script)
    assert.match(stderr, said)
  }
})

test('without a proof the build goes on with the tool of the tree, and says so', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t, OURS)
  const { status, stderr } = tree.makeWith({}, `MAKEFILES=${FRAGMENT}`)
  assert.equal(status, 0, stderr)
  assert.match(stderr, /reads images, and the built-in maps are none: it cannot be compared/)
  assert.match(stderr, /WARNING: the build goes on with the tree's own tool/)
  assert.ok(existsSync(tree.at('vmlinux')))
})

test('lists of names that are not known are refused', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  const file = path.join(tree.source, 'scripts/kallsyms-sysmap.c')
  writeFileSync(
    file,
    tree.read('scripts/kallsyms-sysmap.c').toString().replace('"__crc_"', '"__crc_", "__mine_"'),
  )
  const { status, stderr } = tree.makeWith(UNPROVED, `MAKEFILES=${FRAGMENT}`)
  assert.notEqual(status, 0)
  assert.match(stderr, /unsupported list sysmap_omit_prefixes, line 1: "__mine_" is in one of this list/)
})
