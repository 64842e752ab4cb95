/** Compact text read back by our own readers; that assemblers read it too is tested in test/system/assemblers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableExtents } from '../../../src/assembly/extents.js'
import { readAssembly } from '../../../src/decode/assembly.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { KallsymsError } from '../../../src/errors.js'
import { bothTexts, compactMap, textOptions } from '../../support/both-texts.js'
import { sampled } from '../../support/sizes.js'

test('both forms are read back as the same tables', () => {
  const input = compactMap(8)
  for (const { since, dialect } of sampled([...RELEASES, ...VARIANTS], 3)) {
    for (const options of textOptions(dialect)) {
      const texts = bothTexts(input, { ...options, dialect })
      if (!texts) continue
      const [exact, compact] = [texts.exact, texts.compact].map(text => Buffer.from(text, 'latin1'))
      const prefix = options.symbolPrefix === undefined ? {} : { symbolPrefix: options.symbolPrefix }
      assert.deepEqual(tableExtents(compact as Buffer, prefix), tableExtents(exact as Buffer, prefix), since)
      assert.deepEqual(
        readAssembly(compact as Buffer, prefix).tables,
        readAssembly(exact as Buffer, prefix).tables,
      )
    }
  }
})

test('an escape that we do not write is refused with its line', () => {
  for (const broken of ['\\n', '\\8', '\\400', '\\12']) {
    const text = Buffer.from(`kallsyms_x:\n\t.ascii\t"${broken}"\n`)
    for (const read of [readAssembly, tableExtents]) {
      assert.throws(
        () => read(text),
        (error: unknown) => error instanceof KallsymsError && error.where.line === 2,
        broken,
      )
    }
  }
})
