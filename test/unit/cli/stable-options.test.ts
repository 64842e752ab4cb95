/** The options for stable table sizes: spellings, and what they stand for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StableOptions } from '../../../src/generate/options.js'
import { optionsFrom } from '../../support/command-line.js'

test('each spelling, and what it stands for', () => {
  const literal = { stabilise: 'literal' } as const
  const fold = { stabilise: 'fold' } as const
  const holdSizes = true
  const cases: readonly (readonly [args: string[], options: StableOptions])[] = [
    [[], {}],
    [['--stabilise'], literal],
    [['--stabilise=literal'], literal],
    [['--stabilise=fold'], fold],
    [['--stabilize'], literal],
    [['--stabilize=fold'], fold],
    [['--hold-sizes'], { holdSizes }],
    [['--headroom', '64'], { holdSizes, headroom: 64 }],
    [['--headroom=auto'], { holdSizes, headroom: 'auto' }],
    [['--hold-sizes', '--headroom=0'], { holdSizes, headroom: 0 }],
    [['--previous', 'before.S'], { holdSizes }],
    [['--stable'], { ...literal, holdSizes, headroom: 'auto' }],
    [['--stable', '--stabilise=fold'], { ...fold, holdSizes, headroom: 'auto' }],
    [['--headroom=64', '--stable'], { ...literal, holdSizes, headroom: 64 }],
  ]
  for (const kernel of ['3.3', '7.1']) {
    for (const [args, options] of cases) {
      const { dialect: _, ...given } = optionsFrom(['--kernel', kernel, ...args])
      assert.deepEqual(given, options, args.join(' '))
    }
  }
})

test('values that are refused', () => {
  for (const value of ['-1', '1e3', '999999999999', '']) {
    assert.throws(() => optionsFrom([`--headroom=${value}`]), { message: /number of bytes up to/ }, value)
  }
  assert.throws(() => optionsFrom(['--stabilise=both']), { message: /literal, fold/ })
})
