/** Stages by themselves, as explain and the lab run them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasOption } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { generate } from '../../../src/generate/generate.js'
import { type GenerateOptions, resolveOptions } from '../../../src/generate/options.js'
import { contentSizes } from '../../../src/generate/plan.js'
import { parse } from '../../../src/nm/parse.js'
import { select } from '../../../src/select/select.js'
import { Arena } from '../../../src/wasm/arena.js'
import { latin1 } from '../../support/table.js'

const LINES = Array.from(
  { length: 300 },
  (_, i) => `${(0xc0008000 + 8 * i).toString(16)} ${'TtDrW'[i % 5]} name_of_${i * 7919}\n`,
)
const MAP = latin1(LINES.join(''))

for (const { since, dialect } of [...RELEASES, ...VARIANTS]) {
  test(`sizes of symbols are those of the written tables, ${since}`, () => {
    const forms: GenerateOptions[] = [
      {},
      { stabilise: 'literal' },
      ...(hasOption(dialect, 'base-relative') ? [{ baseRelative: true }] : []),
      ...(hasOption(dialect, 'uncompressed') ? [{ uncompressed: true }] : []),
    ]
    for (const form of forms) {
      const options = { dialect, allSymbols: true, ...form }
      const resolved = resolveOptions(options)
      const arena = new Arena()
      const { symbols } = select(
        parse(MAP, dialect, () => {}),
        resolved,
        arena,
      )
      assert.deepEqual(contentSizes(symbols, resolved, 4, arena), generate(MAP, options).tables)
    }
  })
}
