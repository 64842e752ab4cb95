/** Which kernel's dialect a run is in. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { chooseDialect } from '../../../src/cli/choose-dialect.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { sourceOf } from '../../support/c-sources.js'
import { ROOT } from '../../support/root.js'
import { temporaryFolder } from '../../support/run.js'

test('option before environment before tree before the newest', t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'scripts'))
  const tree = { srctree: folder, KERNELVERSION: '6.6.17' }
  const all = { KALLSYMS_KERNEL: '5.4', ...tree }
  const chosen = (kernel: string | undefined, environment: NodeJS.ProcessEnv): string | undefined =>
    chooseDialect(kernel, environment).release?.since
  assert.equal(chosen('4.14.177', all), '4.14.177')
  assert.equal(chosen(undefined, all), '5.3')
  assert.equal(chosen(undefined, tree), '6.5')
  assert.equal(chosen(undefined, { KERNELVERSION: '6.6.17' }), '7.3', 'a version alone is not a kernel build')
  assert.equal(chosen(undefined, {}), '7.3')
})

test("a tree's own source: by --kernel, the environment, or the build's $srctree", t => {
  const folder = temporaryFolder(t)
  const source = path.join(folder, 'scripts', 'kallsyms.c')
  // No release has ULEB128 lengths in a table in the old order with seqs, and takes --uncompressed.
  const dialect: Dialect = {
    ...findRelease('5.18').dialect,
    options: ['all-symbols', 'base-relative', 'uncompressed'],
    nameLength: 'uleb128',
    seqs: true,
  }
  mkdirSync(path.dirname(source))
  writeFileSync(source, sourceOf(dialect))
  const all = [
    chooseDialect(folder, {}),
    chooseDialect(source, {}),
    chooseDialect(undefined, { KALLSYMS_KERNEL: folder }),
    chooseDialect(undefined, { srctree: folder }),
  ]
  for (const { dialect: found, by, release, origin } of all) {
    assert.deepEqual(found, dialect)
    assert.equal(release, null)
    assert.ok(by.startsWith(source))
    assert.match(origin?.seqs as string, /^line \d+$/)
  }
})

test('a tool that a Makefile makes of other files too is refused, and numbers are read as C does', t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'scripts'))
  const { dialect } = findRelease('6.12')
  const file = (name: string): string => path.join(folder, 'scripts', name)
  writeFileSync(file('kallsyms.c'), sourceOf(dialect))
  writeFileSync(file('Makefile'), 'hostprogs += kallsyms\nkallsyms-objs := kallsyms.o\n')
  assert.deepEqual(chooseDialect(folder, {}).dialect, dialect)
  for (const list of [
    'kallsyms-objs := kallsyms.o filter.o',
    'kallsyms-y += filter.o # ours',
    'kallsyms-objs := kallsyms.o \\\n\tfilter.o',
    'kallsyms-objs := kallsyms.o\nkallsyms-objs += filter.o',
  ]) {
    writeFileSync(file('Makefile'), `hostprogs += kallsyms\n${list}\n`)
    assert.throws(() => chooseDialect(folder, {}), { message: /is made of other files too \(filter\.o\)/ })
  }
  writeFileSync(file('Makefile'), '')
  for (const [number, limit] of [
    ['0x400', 1024],
    ['02000', 1024],
    ['300U', 300],
  ] as const) {
    const text = sourceOf(dialect).replace(/(define\s+KSYM_NAME_LEN\s+)\d+/, `$1${number}`)
    writeFileSync(file('kallsyms.c'), text)
    assert.equal(chooseDialect(folder, {}).dialect.nameLimit?.limit, limit, number)
  }
})

test('kernels that are not covered, and what is no tree', () => {
  const cases: readonly (readonly [kernel: string | undefined, NodeJS.ProcessEnv, RegExp])[] = [
    ['2.6.9', {}, /too old.*2\.6\.10 to 7\.3/],
    ['mainline', {}, /'mainline' is not a kernel version.*2\.6\.10/],
    [undefined, { KALLSYMS_KERNEL: '1.0' }, /too old/],
    [ROOT, {}, /not a kernel source tree/],
    [path.join(ROOT, 'package.json'), {}, /package\.json/],
    [undefined, { srctree: '/nowhere', KERNELVERSION: 'six' }, /\$srctree.*--kernel/],
  ]
  for (const [kernel, environment, message] of cases) {
    assert.throws(() => chooseDialect(kernel, environment), { name: 'KallsymsError', message })
  }
})
