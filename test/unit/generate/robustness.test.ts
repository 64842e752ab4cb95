/** Any bytes give output or one of our errors, in every dialect. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Dialect, OPTIONS, type OptionName } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { KallsymsError } from '../../../src/errors.js'
import { generate } from '../../../src/generate/generate.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { randomCases } from '../../support/sizes.js'

const dialects = [...RELEASES, ...VARIANTS].map(release => release.dialect)

const piece = fc.oneof(
  fc.uint8Array({ maxLength: 30 }).map(bytes => Buffer.from(bytes).toString('latin1')),
  fc.constantFrom(
    'ffffffff81000000 T _text\n',
    '1000 T ',
    ' t ',
    '0x',
    '\n',
    ' ',
    '\0',
    '_stext\n',
    '_etext\n',
  ),
  fc.stringMatching(/^[0-9a-f]{1,20} [TtAwUn] [_a-z$.]{0,12}\n$/),
)

/** The chosen ones of the options that a dialect has. */
function optionsFor(dialect: Dialect, chosen: readonly boolean[]): GenerateOptions {
  const values: Record<OptionName, GenerateOptions> = {
    'all-symbols': { allSymbols: true },
    'symbol-prefix': { symbolPrefix: 0x5f },
    'page-offset': { pageOffset: { high: 0, low: 0x1000 } },
    'absolute-percpu': { absolutePercpu: true },
    'base-relative': { baseRelative: true },
    'lto-clang': { ltoClang: true },
    uncompressed: { uncompressed: true },
    'pc-relative': { pcRelative: true },
  }
  const options = OPTIONS.filter((option, i) => chosen[i] && dialect.options.includes(option))
  return Object.assign({ dialect }, ...options.map(option => values[option])) as GenerateOptions
}

test('random bytes', () => {
  let written = 0
  let refused = 0
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom(...dialects),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (pieces, dialect, chosen) => {
        const map = Buffer.from(pieces.join(''), 'latin1')
        const before = Buffer.from(map)
        const options = optionsFor(dialect, chosen)
        try {
          const { assembly, bytesWritten } = generate(map, options)
          assert.equal(assembly.length, bytesWritten)
          written++
        } catch (error) {
          if (!(error instanceof KallsymsError)) throw error
          assert.ok(['bad-input', 'empty-table', 'out-of-range'].includes(error.code), error.message)
          refused++
        }
        assert.ok(map.equals(before), 'the map is left as it is')
      },
    ),
    randomCases(1000, 3000),
  )
  assert.ok(written > 100 && refused > 100, `${written} written, ${refused} refused`)
})
