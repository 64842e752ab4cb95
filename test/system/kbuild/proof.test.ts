/** A build compares the tree's own tool with kallsyms before it links, and goes on with the one that is right. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { type CTool, cTools, NO_C_TOOL } from '../../support/c-tools.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'
import { FRAGMENT, type Made, Tree } from './trees.js'

const tool = cTools().find(({ version }) => version.startsWith('6.12.'))
const skip = tool === undefined ? NO_C_TOOL : (missingFrom(X86_64_LD) ?? false)

/** A tree of 6.12 whose tool is the C tool, with its output changed by a command. */
function plant(t: TestContext, filter: string): Tree {
  const { path: original, dialect, version } = tool as CTool
  const script = path.join(temporaryFolder(t), 'tool')
  // With the status of the tool, and without it if there is no filter.
  writeFileSync(script, filter === '' ? `#!/bin/sh\nexec '${original}' "$@"\n` : changed(original, filter), {
    mode: 0o755,
  })
  return Tree.plant(t, {
    convention: 'pass-0',
    kernel: version,
    dialect,
    layout: TYPE_FLIP,
    padding: 64,
    tool: script,
  })
}

function changed(original: string, filter: string): string {
  return `#!/bin/sh\nout=$('${original}' "$@") || exit\nprintf '%s\\n' "$out" | ${filter}\n`
}

function make(tree: Tree, ...args: string[]): Made {
  return tree.makeWith({}, `MAKEFILES=${FRAGMENT}`, ...args)
}

test('equal tools: the wrapper goes in, and nothing is said', { skip }, t => {
  const tree = plant(t, '')
  const { status, stdout, stderr } = make(tree, 'scripts')
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /^ {2}WRAP {4}scripts\/kallsyms: runs /m)
})

test('a tool that differs: the build uses it, and says so at each pass; KALLSYMS_STRICT=1 stops', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const filter = "sed 's/ABS/ABSOLUTE/; s/\\.balign/.align/'"
  const tree = plant(t, filter)
  const own = tree.makeWith({})
  assert.equal(own.status, 0, own.stderr)
  const image = readFileSync(tree.at('vmlinux'))

  const made = make(tree, 'KALLSYMS_FLAGS=--stable')
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stderr, /^kallsyms: \S+ prints another table than kallsyms does \(map "rules", /m)
  assert.match(made.stderr, /^ {2}C: {4}# ?define ALGN \.align 8$|^ {2}C: .*\.align 8/m)
  const warnings = made.stderr.match(/^kallsyms: WARNING: scripts\/kallsyms is the tree's own tool/gm)
  assert.ok((warnings ?? []).length >= 2, made.stderr)
  assert.ok(readFileSync(tree.at('vmlinux')).equals(image))

  const strict = make(tree, 'KALLSYMS_STRICT=1')
  assert.notEqual(strict.status, 0)
  assert.match(strict.stderr, /^kallsyms: this tree's own tool prints another table, see the message above/m)

  const unproved = make(tree, 'KALLSYMS_PROVE=0')
  assert.equal(unproved.status, 0)
  assert.doesNotMatch(unproved.stderr, /kallsyms: /)
  assert.match(unproved.stdout, /^ {2}WRAP /m)
})

test('--prove by hand', { skip: skip || NOT_IN_SAMPLE }, t => {
  const { path: original, version } = tool as CTool
  const equal = kallsyms(['--kernel', version, '--prove', '--check', original])
  assert.deepEqual([equal.status, equal.stderr], [0, ''])
  assert.match(equal.stdout.toString(), /^\S+ and kallsyms print the same: \d+ runs on built-in maps\n$/)

  const other = kallsyms(['--kernel', '6.6', '--prove', '--check', original])
  assert.equal(other.status, 1)
  assert.match(
    other.stderr,
    /^kallsyms: \S+ prints another table than kallsyms does .*\n {2}C: .*\n {2}ours: .*\n$/,
  )

  const nothing = kallsyms(['--kernel', '6.6', '--prove'])
  assert.equal(nothing.status, 1)
  assert.match(
    nothing.stderr,
    /^kallsyms: --prove needs a C tool: give its source tree with --kernel, or .*\n$/,
  )

  const missing = kallsyms(['--kernel', '6.6', '--prove', '--check', path.join(temporaryFolder(t), 'none')])
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /^kallsyms: \S+none cannot be run: .*not found\n$/)
})

test('--prove compiles the tool of a tree', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t, '')
  const { status, stdout, stderr } = kallsyms(['--kernel', tree.source, '--prove', 'gcc'])
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout.toString(), /scripts\/kallsyms\.c and kallsyms print the same/)
  const none = kallsyms(['--kernel', tree.source, '--prove=no-such-compiler'])
  assert.equal(none.status, 1)
  assert.match(
    none.stderr,
    /^kallsyms: there is no compiler no-such-compiler: give one, as in --prove=gcc-12\n$/,
  )
})

/** A makefile of scripts/ whose tool is made of two objects. */
const OF_OBJECTS = `all: $(obj)/kallsyms
.PHONY: all FORCE
FORCE:
$(obj)/%.o: $(srctree)/$(obj)/%.c FORCE
	$(HOSTCC) -Wp,-MMD,$(obj)/.$*.d -O1 -c -o $@ $<
$(obj)/kallsyms: $(obj)/kallsyms.o $(obj)/more.o
	$(HOSTCC) -o $@ $^
`

test('a tool that reads maps and is made of several objects: the program is its own, and the objects stay', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t, '')
  writeFileSync(path.join(tree.source, 'scripts/Makefile.build'), OF_OBJECTS)
  writeFileSync(path.join(tree.source, 'scripts/more.c'), 'int more;\n')
  writeFileSync(path.join(tree.source, 'scripts/Makefile'), 'kallsyms-objs := kallsyms.o more.o\n')
  const { status, stdout, stderr } = make(tree, 'scripts')
  assert.equal(status, 0, stderr)
  assert.match(stderr, /^kallsyms: this tree's own tool is made of other files too \(more\.o\), which/m)
  assert.match(stderr, /^kallsyms: WARNING: the build goes on with the tree's own tool/m)
  assert.doesNotMatch(stdout, /WRAP/)
  assert.match(readFileSync(tree.at('scripts/kallsyms'), 'latin1'), /^#!\/bin\/sh\n/)
  assert.match(readFileSync(tree.at('scripts/kallsyms.o'), 'latin1'), /^\x7fELF/)
})

test('what NODE_OPTIONS of a user loads prints nothing into dialects and tables', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t, '')
  const noise = path.join(temporaryFolder(t), 'noise.cjs')
  writeFileSync(noise, 'console.log("noise")\n')
  const environment = { NODE_OPTIONS: `--require=${noise}` }
  const { status, stdout, stderr } = tree.makeWith(environment, `MAKEFILES=${FRAGMENT}`, 'scripts')
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /^ {2}WRAP /m)
  assert.doesNotMatch(stdout, /noise/)
  const map = path.join(tree.source, 'in.map')
  writeFileSync(map, '0000000000001000 T _text\n')
  const table = spawnSync(tree.at('scripts/kallsyms'), ['--all-symbols', map], {
    env: { PATH: process.env.PATH, ...environment },
    cwd: tree.output,
    encoding: 'latin1',
  })
  assert.deepEqual([table.status, table.stderr], [0, ''])
  assert.match(table.stdout, /^#include <asm\/bitsperlong\.h>\n/)
})
