/** The main file of a preprocessed source. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { detectDialect } from '../../../src/dialect/detect.js'
import { mainFileName, mainFileOf } from '../../../src/dialect/preprocessed.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { sourceOf } from '../../support/c-sources.js'
import { temporaryFolder } from '../../support/run.js'

test('lines of the main file keep their numbers, those of headers are left out', () => {
  const text = [
    '# 0 "scripts/kallsyms.c"',
    '# 0 "<built-in>"',
    '#define __GNUC__ 12',
    '# 1 "scripts/kallsyms.c"',
    'first',
    '# 1 "/usr/include/stdio.h" 1 3 4',
    'getline(',
    '# 3 "scripts/kallsyms.c" 2',
    'third',
    'fourth',
    '# 7 "scripts/kallsyms.c"',
    'seventh',
  ].join('\n')
  assert.equal(mainFileOf(text), 'first\n\nthird\nfourth\n\n\nseventh')
  assert.equal(mainFileName(text), 'scripts/kallsyms.c')
})

test('another text is returned as it is', () => {
  for (const text of ['', 'int a;\n', '/* # 1 "a.c" */\n', '#include "a.h"\n']) {
    assert.equal(mainFileOf(text), text)
    assert.equal(mainFileName(text), null)
  }
})

test('hostile markers take no memory', () => {
  const far = '# 1 "a.c"\n# 4294967295 "a.c"\nx\n# 99999999999999999999 "a.c"\ny'
  assert.equal(mainFileOf(far), '')
  assert.equal(mainFileName('# 1 "a \\"quoted\\" name.c"\n'), 'a "quoted" name.c')
})

const hasGcc = spawnSync('gcc', ['--version']).status === 0

test('a branch that the build does not take is not read', { skip: !hasGcc && 'no gcc' }, t => {
  const folder = temporaryFolder(t)
  const { dialect } = findRelease('6.1')
  mkdirSync(path.join(folder, 'asm'))
  const file = path.join(folder, 'kallsyms.c')
  const off = '#ifdef NEVER\nif (getline(&line, &size, in) < 0) return 1;\n#endif\n'
  const other = '#ifdef CONFIG_LIBLINUX\nprintf("\\t.section .data.rel.ro, \\"a\\"\\n");\n#else\n'
  const source = sourceOf(dialect)
  writeFileSync(file, `#include <stdio.h>\n${off}${other}${source}\n#endif\n`)
  const preprocessed = (...flags: string[]): string =>
    execFileSync('gcc', ['-E', '-fdirectives-only', ...flags, file], { encoding: 'latin1' })
  assert.deepEqual(detectDialect(preprocessed()).dialect, dialect)
  assert.throws(() => detectDialect(preprocessed('-DCONFIG_LIBLINUX=1')), { code: 'unknown-kernel' })
})
