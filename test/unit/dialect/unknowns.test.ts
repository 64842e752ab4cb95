/** A source with something that no probe knows is refused, by its name and line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectDialect } from '../../../src/dialect/detect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { sourceOf } from '../../support/c-sources.js'

/** What a tree may add, and what the refusal says of it. */
const ADDED: readonly (readonly [piece: string, said: RegExp])[] = [
  [
    'output_label("kallsyms_sizes");',
    /the label "kallsyms_sizes" is not known \(a table of sizes, as in Oracle's UEK\)/,
  ],
  ['output_label("kallsyms_modules");', /the label "kallsyms_modules" is not known;/],
  ['printf("\\t.quad\\t%#llx\\n", size);', /the directive in "\\t\.quad/],
  ['printf("\\t.hword\\t%d\\n", n);', /the directive in "\\t\.hword/],
  ['printf("\\t.uleb128\\t%d\\n", n);', /the directive in "\\t\.uleb128/],
  ['printf("\\tWORD\\t%d\\n", n);', /the directive in "\\tWORD/],
  ['printf("\\t.4byte\\t%d\\n", n);', /the directive in "\\t\.4byte/],
  ['puts("\\t.long 0\\n\\t.quad 0");', /the directive in "\\t\.long 0/],
  ['fputs("\\t.long 0\\n", stdout);', /the output of "\\t\.long 0/],
  ['output_label("kallsyms_" EXTRA);', /a label is put together, or named by a variable/],
  ['output_label(name);', /a label is put together, or named by a variable/],
  ['printf("\\t.section .data.rel.ro, \\"a\\"\\n");', /the directive in "\\t\.section \.data\.rel\.ro/],
  ['printf("\\t.section .init.rodata, \\"a\\"\\n");', /the directive in "\\t\.section \.init\.rodata/],
  [
    'static const char *const hidden_prefixes[] = { "hydro_", "randombytes_", NULL };',
    /list of names "hidden_prefixes"/,
  ],
  ['static char *lineinfo_syms[4] = { "lineinfo_num", "lineinfo_files" };', /list of names "lineinfo_syms"/],
  ['static struct pair more_ranges[] = { { "_sfast", "_efast" }, };', /list of names "more_ranges"/],
  ['{ "with-sizes", no_argument, &sizes, 1 },', /the option "with-sizes"/],
  ['{ "sysmap", required_argument, NULL, 2 },', /the option "sysmap"/],
  ['if (strcmp(argv[i], "--new") == 0) flag = 1;', /the option "--new"/],
  ['if (strncmp(argv[i], "--new=", 6) == 0) flag = 1;', /the option "--new="/],
  [
    'n = fscanf(in, "%llx %llx %c %499s\\n", &at, &size, &type, name);',
    /the form of a line of the map "%llx %llx/,
  ],
  [
    'n = sscanf(line, "%llx %c %s %s", &at, &type, name, more);',
    /the form of a line of the map "%llx %c %s %s"/,
  ],
  ['qsort(table, table_cnt, sizeof(table[0]), compare_sizes);', /the order by "compare_sizes"/],
]

for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
  test(`what ${since} does not have is refused`, () => {
    const source = sourceOf(dialect)
    const line = source.split('\n').length
    assert.deepEqual(detectDialect(source).dialect, dialect)
    for (const [piece, said] of ADDED) {
      // A tool that reads images writes their map.
      if (dialect.input === 'image' && piece.includes('sysmap')) continue
      assert.throws(() => detectDialect(source + piece), { code: 'unknown-kernel', message: said }, piece)
      assert.throws(() => detectDialect(source + piece), {
        message: new RegExp(
          `^unsupported source of scripts/kallsyms: line ${line}: .*build without MAKEFILES=`,
        ),
      })
      // In a comment or a string it means nothing.
      assert.deepEqual(detectDialect(`${source}/* ${piece.replace('*/', '')} */`).dialect, dialect)
    }
  })
}
