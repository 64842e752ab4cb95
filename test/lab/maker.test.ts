/** Steps of a proposal: where they run, what they may return, and what is said of what they may not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAssembly } from '../../src/decode/assembly.js'
import { findRelease } from '../../src/dialect/resolve.js'
import { KallsymsError } from '../../src/errors.js'
import { Maker, sizesOf } from '../../src/lab/maker.js'
import type { Proposal, SizedTable } from '../../src/lab/proposal.js'
import { TOOLKIT } from '../../src/lab/toolkit.js'
import { readGolden } from '../golden/golden.js'

const MAP = readGolden('inputs/random-1.nm')
const OPTIONS = { dialect: findRelease('6.12').dialect, allSymbols: true }

function proposalOf(some: Partial<Proposal>): Proposal {
  return { name: 'mine', describe: 'a test', decoder: 'kernel', ...some }
}

function refused(some: Partial<Proposal>, words: RegExp): void {
  assert.throws(
    () => new Maker(proposalOf(some), OPTIONS, '/x/mine.mjs').make(MAP),
    (error: unknown) =>
      error instanceof KallsymsError && error.code === 'bad-proposal' && words.test(error.message),
  )
}

test('the steps run in their order, each with what the one before made', () => {
  const seen: string[] = []
  const proposal = proposalOf({
    strings({ symbols, tools }) {
      seen.push('strings')
      return tools.withoutLetters(symbols)
    },
    compress(strings, { symbols, tools }) {
      seen.push(`compress ${(symbols.length[0] as number) - (strings.length[0] as number)}`)
      return tools.bytePairs(strings)
    },
    layOut({ codes }) {
      seen.push(`layOut ${codes.length > 0}`)
      return new Map()
    },
    pad(tables) {
      seen.push(`pad ${tables[0]?.label}`)
      return new Map()
    },
    keep() {
      seen.push('keep')
      return seen.length
    },
  })
  new Maker(proposal, OPTIONS).make(MAP)
  assert.deepEqual(seen, ['strings', 'compress 1', 'layOut true', 'pad kallsyms_num_syms', 'keep'])
})

test('the next pass gets what was kept, and the sizes before', () => {
  const kept: unknown[] = []
  const before: (readonly SizedTable[] | null)[] = []
  const proposal = proposalOf({
    pad(_, pass) {
      kept.push(pass.kept)
      before.push(pass.before)
      return new Map([['kallsyms_names', 5]])
    },
    keep: () => 'word',
  })
  const maker = new Maker(proposal, OPTIONS)
  const { assembly } = maker.make(MAP)
  maker.make(MAP)
  assert.deepEqual(kept, [undefined, 'word'])
  assert.equal(before[0], null)
  assert.deepEqual(before[1], sizesOf(readAssembly(assembly)))
  assert.equal(before[1]?.find(({ label }) => label === 'kallsyms_names')?.padding, 5)
})

test('tables are replaced, added and left out', () => {
  const proposal = proposalOf({
    labels: ['kallsyms_more'],
    layOut: () =>
      new Map([
        ['kallsyms_markers', Uint8Array.of(1, 2, 3)],
        ['kallsyms_more', Uint8Array.from({ length: 70 }, (_, i) => i)],
        ['kallsyms_token_index', null],
      ]),
    pad: () => new Map([['kallsyms_more', 2]]),
  })
  const { tables } = readAssembly(new Maker(proposal, OPTIONS).make(MAP).assembly)
  const { tables: exact } = readAssembly(new Maker(proposalOf({}), OPTIONS).make(MAP).assembly)
  assert.deepEqual([...(tables.get('kallsyms_markers')?.bytes ?? [])], [1, 2, 3])
  assert.deepEqual(
    [...(tables.get('kallsyms_more')?.bytes ?? [])],
    [...Array.from({ length: 70 }, (_, i) => i), 0, 0],
  )
  assert.equal(tables.has('kallsyms_token_index'), false)
  for (const label of ['kallsyms_names', 'kallsyms_token_table', 'kallsyms_offsets']) {
    assert.deepEqual(tables.get(label)?.bytes, exact.get(label)?.bytes, label)
  }
})

test('what a step throws is told with its name and its place', () => {
  const fail = (): never => {
    const error = new Error('oh no')
    error.stack = 'Error: oh no\n    at Object.compress (file:///x/mine.mjs:12:7)\n    at other (y.js:1:1)'
    throw error
  }
  refused({ compress: fail }, /^proposal mine: its compress failed: oh no \(\/x\/mine\.mjs:12:7\)$/)
})

test('what a step may not return', () => {
  refused({ strings: () => undefined as never }, /its strings returned no strings for \d+ symbols/)
  refused({ compress: () => ({}) as never }, /its compress returned no names/)
  const names = TOOLKIT.uncompressed
  refused(
    { compress: strings => ({ ...names(strings), codes: new Uint8Array(1) }) },
    /its compress returned no names/,
  )
  const other = new Map([['kallsyms_other', new Uint8Array(1)]])
  refused({ layOut: () => other }, /its layOut returned a table with the label kallsyms_other/)
  refused({ layOut: () => new Map([['kallsyms_names', 'x' as never]]) }, /no bytes for kallsyms_names/)
  refused({ pad: () => new Map([['kallsyms_names', -1]]) }, /its pad returned -1 bytes/)
})

test('a token table that is there already makes what the compression made that chose it', () => {
  const symbols = new Maker(proposalOf({}), OPTIONS).make(readGolden('inputs/random-3.nm')).selection.symbols
  const chosen = TOOLKIT.bytePairs(symbols)
  const again = TOOLKIT.encode(symbols, chosen.tokens)
  assert.ok(Buffer.from(again.codes).equals(chosen.codes))
  assert.deepEqual([...again.length], [...chosen.length])
})

test('strings with a byte that has no code cannot be encoded', () => {
  const table = new Maker(proposalOf({}), OPTIONS).make(MAP).selection.symbols
  const tokens = TOOLKIT.newTokens()
  assert.equal(TOOLKIT.canEncode(table, tokens), false)
  assert.throws(() => TOOLKIT.encode(table, tokens), /no code/)
})
