/** The override of a tree's tool: switching it on and off, its variables, and its errors. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { readPasses } from '../../../src/cli/journal.js'
import { shellWord } from '../../../src/cli/shell-word.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { type CTool, cTools, NO_C_TOOL } from '../../support/c-tools.js'
import { ROOT } from '../../support/root.js'
import { kallsyms } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'
import { STATE } from './journals.js'
import { FRAGMENT, type Made, PLAIN_ROOT, Tree, type TreeOptions, UNPROVED } from './trees.js'

const skip = missingFrom(X86_64_LD) ?? false

const NEWEST: TreeOptions = { convention: 'pass-0', kernel: '7.1.5', layout: TYPE_FLIP, padding: 64 }

function plant(test: TestContext, options: Partial<TreeOptions> = {}, elsewhere = false): Tree {
  return Tree.plant(test, { ...NEWEST, ...options }, elsewhere)
}

function succeed(made: Made): string {
  assert.equal(made.status, 0, made.stderr)
  return made.stdout
}

/** The programs that were compiled for the host. */
function compiled(made: Made): string[] {
  return [...succeed(made).matchAll(/^ {2}HOSTCC {2}(\S+)$/gm)].map(([, program]) => program as string)
}

/** The program that the wrapper of a tree runs. */
function wrapped(made: Made): string | undefined {
  return /^ {2}WRAP {4}scripts\/kallsyms: runs (.*)$/m.exec(succeed(made))?.[1]
}

/** Names and contents of all files in a folder. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(path.join(folder, name)).isFile())
    .map(name => {
      const bytes = readFileSync(path.join(folder, name))
      return [name, createHash('sha256').update(bytes).digest('hex')]
    })
  return Object.fromEntries(files)
}

const OURS = path.join(ROOT, 'bin', 'kallsyms')

test('switching it on and off rebuilds one program', { skip }, t => {
  const tree = plant(t)
  const off = (...args: string[]): Made => tree.makeWith({}, 'scripts', ...args)
  const on = (...args: string[]): Made => tree.make('scripts', ...args)
  assert.deepEqual(compiled(off()), ['scripts/kallsyms', 'scripts/other'])
  const theirs = tree.read('scripts/kallsyms')
  assert.deepEqual(compiled(off()), [])
  const switchedOn = on()
  assert.deepEqual(compiled(switchedOn), ['scripts/kallsyms'])
  assert.equal(wrapped(switchedOn), OURS)
  // The tool of the tree is kept unchanged.
  assert.deepEqual(tree.read(STATE, '.reference.tmp'), theirs)
  assert.deepEqual(compiled(on()), [])
  assert.deepEqual(compiled(on('KALLSYMS_KERNEL=6.12')), ['scripts/kallsyms'])
  assert.deepEqual(compiled(on()), ['scripts/kallsyms'])
  assert.deepEqual(compiled(on('KALLSYMS_FLAGS=--stable', 'KALLSYMS_CHECK=0')), [])
  assert.deepEqual(compiled(off()), ['scripts/kallsyms'])
  assert.deepEqual(tree.read('scripts/kallsyms'), theirs)
})

test('built in another directory and in parallel, the tree is not modified', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t, {}, true)
  const before = snapshot(tree.source)
  const made = tree.make('-j4')
  assert.deepEqual(compiled(made).sort(), ['scripts/kallsyms', 'scripts/other'])
  assert.ok(existsSync(tree.at('vmlinux')))
  assert.deepEqual(snapshot(tree.source), before)
  // The dependencies are those of the tool's own source.
  assert.match(tree.read('scripts/.kallsyms.d').toString(), /scripts\/kallsyms\.c/)
})

test('make clean removes the journal and all files of the wrapper', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  for (const options of [NEWEST, { convention: 'makefile', kernel: '3.3.8' }] as const) {
    const tree = plant(t, options)
    succeed(tree.make())
    assert.ok(readPasses(tree.at(STATE)).length >= 2)
    succeed(tree.makeWith({}, 'clean'))
    assert.deepEqual(readdirSync(tree.at(STATE)), [])
    assert.deepEqual(compiled(tree.make()), ['scripts/kallsyms', 'scripts/other'])
  }
})

test('each link begins a new journal', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t, { convention: 'into-compiler', kernel: '4.4.70' })
  succeed(tree.make('KALLSYMS_EXTRA_PASS=1'))
  assert.equal(readPasses(tree.at(STATE)).length, 3)
  succeed(tree.make())
  assert.equal(readPasses(tree.at(STATE)).length, 2)
})

test('the compiler of the build may be several words', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  const log = tree.at('log')
  writeFileSync(tree.at('compiler'), `#!/bin/sh\necho "$@" >>'${log}'\nexec gcc "$@"\n`)
  chmodSync(tree.at('compiler'), 0o755)
  succeed(tree.make(`HOSTCC=env ${tree.at('compiler')}`))
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  // The tool is also preprocessed.
  assert.deepEqual(
    lines.filter(line => !line.endsWith(' -E -fdirectives-only')).map(line => /-o (\S+)/.exec(line)?.[1]),
    ['scripts/kallsyms', 'scripts/other'],
  )
})

test('KALLSYMS=: another program, as a path with blanks or as a command', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t)
  const program = tree.copyPackage("my dear's $tools")
  const byPath = tree.make(`KALLSYMS=${program.replaceAll('$', () => '$$')}`)
  assert.equal(wrapped(byPath), program)
  assert.ok(existsSync(tree.at('vmlinux')))
  const words = `${process.execPath} ${path.join(PLAIN_ROOT, 'bin', 'kallsyms')}`
  assert.equal(wrapped(tree.make(`KALLSYMS=${words}`)), words)
  // The value that old trees export for their own tool.
  assert.equal(
    wrapped(tree.makeWith({ ...UNPROVED, KALLSYMS: 'scripts/kallsyms' }, `MAKEFILES=${FRAGMENT}`)),
    OURS,
  )
})

test('a package whose path has blanks works through a link, as the message says', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t)
  const program = tree.copyPackage('my tools')
  const { status, stdout, stderr } = printKbuild(program)
  assert.deepEqual([status, stdout], [1, ''])
  assert.match(
    stderr,
    /^kallsyms: make splits MAKEFILES at blanks .*my tools\/\S*kallsyms\.mk.*ln -s[^\n]*\n$/,
  )
  const link = path.join(tree.source, '..', 'tools')
  symlinkSync(path.join(tree.source, '..', 'my tools', 'kbuild'), link)
  const made = tree.makeWith(UNPROVED, `MAKEFILES=${link}/kallsyms.mk`)
  assert.equal(wrapped(made), program)
  assert.ok(existsSync(tree.at('vmlinux')))
})

test('--print-kbuild prints the path of the fragment', { skip: NOT_IN_SAMPLE }, t => {
  const program = plant(t).copyPackage('package')
  const fragment = path.join(program, '..', '..', 'kbuild', 'kallsyms.mk')
  assert.deepEqual(printKbuild(program), { status: 0, stdout: `${fragment}\n`, stderr: '' })
})

function printKbuild(program: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = kallsyms(['--print-kbuild'], {
    executable: program,
    env: { srctree: '/none' },
  })
  return { status, stdout: stdout.toString(), stderr }
}

test('another version of the package rebuilds the wrapper', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  const folder = path.dirname(path.dirname(tree.copyPackage('package')))
  const make = (): Made => tree.makeWith(UNPROVED, `MAKEFILES=${folder}/kbuild/kallsyms.mk`, 'scripts')
  assert.deepEqual(compiled(make()), ['scripts/kallsyms', 'scripts/other'])
  assert.deepEqual(compiled(make()), [])
  const packageJson = readFileSync(path.join(folder, 'package.json'), 'utf8')
  writeFileSync(
    path.join(folder, 'package.json'),
    packageJson.replace(/"version": ".*"/, '"version": "99.0.0"'),
  )
  assert.deepEqual(compiled(make()), ['scripts/kallsyms'])
})

test('the dialect is that of the tree, with vendor features, or that of KALLSYMS_KERNEL', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const { dialect } = findRelease('6.12')
  const vendor: Dialect = { ...dialect, ignored: { ...dialect.ignored, names: ['vendor_symbol'] } }
  const tree = plant(t, { kernel: '6.12.117', dialect: vendor })
  const kept = (): Dialect => JSON.parse(tree.read(STATE, '.dialect.tmp').toString()).dialect
  succeed(tree.make('scripts'))
  assert.deepEqual(kept(), vendor)
  succeed(tree.make('scripts', 'KALLSYMS_KERNEL=6.6.17'))
  assert.deepEqual(kept(), findRelease('6.6.17').dialect)
})

test('quiet builds stay quiet', { skip: skip || NOT_IN_SAMPLE }, t => {
  const { stdout } = plant(t).make('-s', 'scripts')
  assert.doesNotMatch(stdout, /WRAP/)
})

/** A directory for PATH with the programs that a build needs, and replacements. */
function pathWith(tree: Tree, programs: Readonly<Record<string, string | null>>): string {
  const folder = tree.at('path')
  mkdirSync(folder)
  for (const name of 'sh make gcc as ld nm dirname sed mv mkdir rm cat chmod readlink printf cmp env cksum tr'.split(
    ' ',
  )) {
    const found = (process.env.PATH ?? '').split(':').find(each => existsSync(path.join(each, name)))
    if (found) symlinkSync(path.join(found, name), path.join(folder, name))
  }
  for (const [name, text] of Object.entries(programs)) {
    if (text !== null) writeFileSync(path.join(folder, name), text, { mode: 0o755 })
  }
  return folder
}

function failAtOnce(made: Made, message: RegExp, tree: Tree): void {
  assert.notEqual(made.status, 0)
  assert.match(made.stderr, message)
  assert.doesNotMatch(made.stderr, /\n\s+at /)
  // Neither the tree's tool nor a part of the wrapper, which the next build would use.
  assert.ok(!existsSync(tree.at('scripts/kallsyms')))
  assert.doesNotMatch(made.stdout, /KSYMS|LD/)
}

test('no Node.js: reported at once', { skip }, t => {
  const tree = plant(t)
  const made = tree.makeWith({ PATH: pathWith(tree, {}) }, `MAKEFILES=${FRAGMENT}`)
  failAtOnce(made, /^kallsyms: Node\.js 20 or later is needed, and there is no node in PATH: /m, tree)
})

test('a Node.js that is too old: reported at once', { skip }, t => {
  const tree = plant(t)
  // Runs the program as an old version would.
  const old = `Object.defineProperty(process, 'versions', { value: { node: '18.19.0' } })`
  writeFileSync(tree.at('old.cjs'), old)
  const node = `#!/bin/sh\nexec '${process.execPath}' --require '${tree.at('old.cjs')}' "$@"\n`
  const made = tree.makeWith({ PATH: pathWith(tree, { node }) }, `MAKEFILES=${FRAGMENT}`)
  failAtOnce(
    made,
    /^kallsyms: needs Node\.js 20 or later, this is 18\.19\.0\nkallsyms: .+\/bin\/kallsyms cannot make the tables of this kernel/m,
    tree,
  )
})

test('a program that does not exist, or is not kallsyms: reported at once', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t)
  failAtOnce(
    tree.make('KALLSYMS=/no/such/kallsyms'),
    /\/no\/such\/kallsyms.*not found\nkallsyms: \/no\/such\/kallsyms cannot make the tables/,
    tree,
  )
  failAtOnce(tree.make('KALLSYMS=false'), /^kallsyms: false cannot make the tables of this kernel/m, tree)
  failAtOnce(tree.make('KALLSYMS=true'), /^kallsyms: true --print-dialect printed no dialect/m, tree)
})

test('an unknown tree: reported at once, and KALLSYMS_KERNEL helps', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  writeFileSync(path.join(tree.source, 'scripts/kallsyms.c'), 'int main(void) { return 0; }\n')
  failAtOnce(
    tree.make(),
    /^kallsyms: .*scripts\/kallsyms\.c: not the source of scripts\/kallsyms of 2\.6\.10 or later/m,
    tree,
  )
  succeed(tree.make('KALLSYMS_KERNEL=7.1.5'))
})

test('a tool that does not compile stops the build as before', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  writeFileSync(path.join(tree.source, 'scripts/kallsyms.c'), 'int main(void) { return missing; }\n')
  failAtOnce(tree.make(), /missing.* undeclared/, tree)
})

test('a relative path of the makefile, which only the first make finds, is refused', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t, {}, true)
  const made = tree.makeWith({}, `MAKEFILES=${path.relative(tree.source, FRAGMENT)}`)
  assert.notEqual(made.status, 0)
  assert.match(made.stderr, /kallsyms: MAKEFILES=\S+ is a relative path.* give the absolute path/)
})

test('a program that was removed since: reported by the wrapper', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  const folder = path.dirname(path.dirname(tree.copyPackage('gone')))
  succeed(tree.makeWith(UNPROVED, `MAKEFILES=${folder}/kbuild/kallsyms.mk`, 'scripts'))
  const wrapper = tree.read('scripts/kallsyms').toString()
  writeFileSync(tree.at('scripts/kallsyms'), wrapper.replaceAll('/gone/', '/left/'))
  const made = tree.makeWith(UNPROVED, `MAKEFILES=${folder}/kbuild/kallsyms.mk`)
  assert.notEqual(made.status, 0)
  assert.match(made.stderr, /^kallsyms: .*\/left\/bin\/kallsyms is missing: remove scripts\/kallsyms/m)
})

test('a journal that cannot be written does not stop the build', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  succeed(tree.make('scripts'))
  const wrapper = tree.read('scripts/kallsyms').toString()
  writeFileSync(
    tree.at('scripts/kallsyms'),
    wrapper.replace('--journal "$state"', '--journal /dev/null/none'),
  )
  const made = tree.make()
  succeed(made)
  assert.match(made.stderr, /^kallsyms: cannot write the journal of this link: .*\n/m)
  assert.ok(existsSync(tree.at('vmlinux')))
})

test('a damaged journal does not stop the build', { skip: skip || NOT_IN_SAMPLE }, t => {
  const damages: readonly (readonly [
    name: string,
    content: string,
    said: RegExp | null,
    passes: number[],
  ])[] = [
    // A damaged record is ignored; without its map a record cannot be compared.
    ['.pass-1.json.tmp', '{"version":1,"pass":1}', null, [1, 2]],
    [
      '.pass-1.map.gz.tmp',
      'no map',
      /kallsyms: table sizes differ from pass 1; the cause is unknown: \S*\.pass-1\.map\.gz\.tmp: cannot decompress: incorrect header/,
      [1, 2, 3],
    ],
  ]
  for (const [name, content, said, passes] of damages) {
    const tree = plant(t, { convention: 'into-file', kernel: '5.4.18', padding: 64 })
    succeed(tree.make('scripts'))
    // Between the first pass and the second.
    const script = path.join(tree.source, 'scripts', 'link-vmlinux.sh')
    const damaging = `pass 1\nprintf '%s' '${content}' >${STATE}/${name}\n`
    writeFileSync(script, readFileSync(script, 'utf8').replace(/^pass 1\n/m, damaging))
    const made = tree.make()
    succeed(made)
    if (said) assert.match(made.stderr, said)
    else assert.doesNotMatch(made.stderr, /^kallsyms: /m)
    assert.deepEqual(
      readPasses(tree.at(STATE)).map(({ pass }) => pass),
      passes,
    )
  }
})

const tools = cTools()

/** A tool that logs each call and then runs a command. */
function traced(tree: Tree, name: string, command: string): string {
  const tool = path.join(tree.source, '..', name)
  writeFileSync(tool, `#!/bin/sh\necho "$*" >>'${tool}.calls'\n${command}\n`, { mode: 0o755 })
  return tool
}

function callsOf(tool: string): string[] {
  return existsSync(`${tool}.calls`) ? readFileSync(`${tool}.calls`, 'utf8').trimEnd().split('\n') : []
}

for (const series of ['6.12', '6.1']) {
  const tool = tools.find(({ version }) => version.startsWith(`${series}.`))

  test(`KALLSYMS_CHECK=1 with the C tool of ${series}: equal on every pass`, {
    skip: tool === undefined ? NO_C_TOOL : skip || NOT_IN_SAMPLE,
  }, t => {
    const { version, path: original, dialect } = tool as CTool
    const convention = series === '6.1' ? 'argument' : 'pass-0'
    const traces = traced(plant(t), 'tool', `exec '${original}' "$@"`)
    const tree = plant(t, { convention, kernel: version, dialect, tool: traces })
    succeed(tree.make('KALLSYMS_CHECK=1'))
    assert.equal(callsOf(traces).length, readPasses(tree.at(STATE)).length)
    // The image with the tree's own tool is the same.
    const image = tree.read('vmlinux')
    succeed(tree.makeWith({}))
    assert.deepEqual(tree.read('vmlinux'), image)
  })
}

const CONVENTIONS: readonly Partial<TreeOptions>[] = [
  { convention: 'makefile', kernel: '3.3.8' },
  { convention: 'into-compiler', kernel: '4.4.70' },
  { convention: 'into-file', kernel: '5.4.18' },
  { convention: 'argument', kernel: '6.6.17' },
  { convention: 'pass-0', kernel: '7.1.5' },
]

for (const options of sampled(CONVENTIONS, 5, 4)) {
  const { convention } = options

  test(`${convention}: KALLSYMS_CHECK=1 stops the build at the first line that differs`, {
    skip: skip || NOT_IN_SAMPLE,
  }, t => {
    const tool = traced(plant(t), 'tool', 'echo "not a table"')
    const tree = plant(t, { ...options, tool })
    // Files of an earlier link must not be confused with the failed one; a makefile of 2011 would not link again.
    if (convention !== 'makefile') succeed(tree.make())
    const { status, stderr } = tree.make('KALLSYMS_CHECK=1')
    assert.notEqual(status, 0)
    assert.match(
      stderr,
      /^kallsyms: output differs from that of \.tmp_for_kallsyms\/\.reference\.tmp in line 1, byte 1; [^\n]*\n {2}C: {4}not a table\n {2}ours: /m,
    )
    assert.ok(callsOf(tool).length >= 1)
    assert.ok(!existsSync(tree.at('vmlinux')))
    // The map of the failed pass is kept, the passes of the earlier link are not.
    const [, kept = ''] = /report this with the map \((\S+)\)/.exec(stderr) ?? []
    assert.ok(existsSync(tree.at(kept)), stderr)
    assert.ok(readPasses(tree.at(STATE)).every(({ made }) => made === null))
  })

  test(`${convention}: every error stops the build, and the next build is not affected`, {
    skip: skip || NOT_IN_SAMPLE,
  }, t => {
    const wrong: readonly (readonly [args: string[], said: RegExp])[] = [
      [['KALLSYMS_FLAGS=--stabel'], /unknown option '--stabel'/],
      [
        ['KALLSYMS_FLAGS=-o elsewhere'],
        /^kallsyms: KALLSYMS_FLAGS=-o elsewhere: with this option the build gets no table/m,
      ],
      [
        ['KALLSYMS_CHECK=1', 'KALLSYMS_FLAGS=--stable'],
        /--check compares .*KALLSYMS_CHECK or KALLSYMS_FLAGS/,
      ],
      [['KALLSYMS_CHECK=1'], /output differs from that of/],
    ]
    const tool = traced(plant(t), 'tool', 'echo "not a table"')
    // All errors are tested where the build ignores the exit status.
    for (const [args, said] of convention === 'into-compiler' ? wrong : wrong.slice(0, 1)) {
      const tree = plant(t, { ...options, tool })
      const { status, stderr } = tree.make(...args)
      assert.notEqual(status, 0, args.join(' '))
      assert.match(stderr, said)
      assert.ok(!existsSync(tree.at('vmlinux')))
      const again = tree.make()
      // A makefile of 2011 uses the file that remains; its text says what to do.
      if (convention === 'makefile') {
        assert.match(again.stderr, /#error kallsyms failed.*remove it/)
        rmSync(tree.at('.tmp_kallsyms1.S'))
      }
      succeed(convention === 'makefile' ? tree.make() : again)
      assert.ok(existsSync(tree.at('vmlinux')))
    }
  })
}

test('KALLSYMS_CHECK=1 with a tool that fails', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t, { tool: '/bin/false' })
  const { status, stderr } = tree.make('KALLSYMS_CHECK=1')
  assert.notEqual(status, 0)
  assert.match(stderr, /^kallsyms: \S*reference\.tmp failed with exit status 1, and kallsyms succeeds/m)
})

test('up to 3.4 KALLSYMS= bypasses the wrapper: reported at once', { skip }, t => {
  const tree = plant(t, { convention: 'makefile', kernel: '3.3.8' })
  failAtOnce(
    tree.make(`KALLSYMS=${path.join(PLAIN_ROOT, 'bin', 'kallsyms')}`),
    /^kallsyms: the Makefile of this tree runs KALLSYMS= itself/m,
    tree,
  )
})

test('a link to the makefile only is refused', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  symlinkSync(FRAGMENT, tree.at('kallsyms.mk'))
  const made = tree.makeWith({}, `MAKEFILES=${tree.at('kallsyms.mk')}`)
  assert.notEqual(made.status, 0)
  assert.match(made.stderr, /there is no hostcc next to \S+: link the directory, not the file/)
})

test('another dialect in the file of KALLSYMS_KERNEL rebuilds the wrapper', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t)
  const file = tree.at('my.json')
  const keep = (kernel: string): void =>
    writeFileSync(file, kallsyms(['--kernel', kernel, '--print-dialect']).stdout)
  const make = (): Made => tree.make('scripts', `KALLSYMS_KERNEL=${file}`)
  keep('7.1')
  assert.deepEqual(compiled(make()), ['scripts/kallsyms', 'scripts/other'])
  assert.deepEqual(compiled(make()), [])
  keep('6.12')
  assert.deepEqual(compiled(make()), ['scripts/kallsyms'])
})

test('a saved dialect that was damaged or lost is made anew by the next build', {
  skip: skip || NOT_IN_SAMPLE,
}, t => {
  const tree = plant(t)
  succeed(tree.make())
  const image = tree.read('vmlinux')
  const dialect = tree.read(STATE, '.dialect.tmp')
  const damages: readonly ((file: string) => void)[] = [
    rmSync,
    file => writeFileSync(file, ''),
    file => writeFileSync(file, dialect.subarray(0, 300)),
    // Still a dialect, but another one.
    file => writeFileSync(file, dialect.toString().replace('"all-symbols",', '')),
  ]
  for (const damage of sampled(damages, 4, 3)) {
    damage(tree.at(STATE, '.dialect.tmp'))
    rmSync(tree.at('vmlinux'))
    assert.deepEqual(compiled(tree.make()), ['scripts/kallsyms'])
    assert.ok(tree.read('vmlinux').equals(image))
    assert.ok(tree.read(STATE, '.dialect.tmp').equals(dialect))
    assert.deepEqual(compiled(tree.make()), [])
  }
})

test('a program is called by its own name', { skip: skip || NOT_IN_SAMPLE }, t => {
  const tree = plant(t)
  const shim = tree.at('shim')
  writeFileSync(shim, `#!/bin/sh\n[ "\${0##*/}" = kallsyms ] && exec ${shellWord(OURS)} "$@"\nexit 9\n`, {
    mode: 0o755,
  })
  symlinkSync(shim, tree.at('kallsyms'))
  succeed(tree.make(`KALLSYMS=${tree.at('kallsyms')}`))
  assert.ok(existsSync(tree.at('vmlinux')))
})

test('KALLSYMS_FLAGS are options alone: any other word would make another kernel', { skip }, t => {
  const tree = plant(t)
  succeed(tree.make('scripts'))
  writeFileSync(tree.at('other.map'), '1000 T _text\n')
  const refused: readonly (readonly [flags: string, said: RegExp])[] = [
    ['-', /KALLSYMS_FLAGS=-: '-' is no option/],
    ['other.map', /'other\.map' is no option/],
    ['--stable other.map', /'other\.map' is no option/],
    ['--stable -- other.map', /'--' is no option/],
    ['--help', /'--help' is no option/],
    ['-h', /'-h' is no option/],
    ['--version', /the build gets no table/],
    ['--stable\t-o x', /the build gets no table/],
    ['-ox', /the build gets no table/],
    ['--output=x', /the build gets no table/],
    ['--previous', /--previous needs a value/],
  ]
  for (const [flags, said] of sampled(refused, 6)) {
    const run = spawnSync('sh', [tree.at('scripts/kallsyms'), '--all-symbols'], {
      cwd: tree.at('.'),
      input: '1000 T _text\n1010 T _etext\n',
      env: { ...process.env, KALLSYMS_FLAGS: flags },
      encoding: 'utf8',
    })
    assert.equal(run.status, 1, flags)
    assert.match(run.stderr, said)
    assert.match(run.stdout, /^\n#error kallsyms failed/)
    assert.ok(!existsSync(tree.at('x')))
  }
})

test('KALLSYMS_FLAGS are words without expansion', { skip: skip || NOT_IN_SAMPLE }, t => {
  const { status, stderr } = plant(t).make('KALLSYMS_FLAGS=--hold-sizes --no-such=*')
  assert.notEqual(status, 0)
  assert.match(stderr, /'--no-such=\*' is no option of a build/)
})
