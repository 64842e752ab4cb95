/** Steps of a proposal: their order, what they may return, and the errors for anything else. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tokens } from '../../../src/compress/tokens.js'
import { readAssembly } from '../../../src/decode/assembly.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { KallsymsError } from '../../../src/errors.js'
import { generate } from '../../../src/generate/generate.js'
import type { Proposal, ProposalPass, SizedTable } from '../../../src/lab/proposals/proposal.js'
import { ProposalBuild, sizesOf } from '../../../src/lab/proposals/proposal-build.js'
import { TOOLKIT } from '../../../src/lab/proposals/toolkit.js'
import type { SymbolTable } from '../../../src/symbols/table.js'
import { readGolden } from '../../support/golden.js'

const MAP = readGolden('inputs/random-1.nm')
const OPTIONS = { dialect: findRelease('6.12').dialect, allSymbols: true }

const ALL_LABELS = sizesOf(readAssembly(generate(MAP, OPTIONS).assembly)).map(({ label }) => label)

function proposalOf(some: Partial<Proposal>): Proposal {
  return { name: 'mine', describe: 'a test', decoder: 'kernel', ...some }
}

function refused(some: Partial<Proposal>, words: RegExp): void {
  assert.throws(
    () => new ProposalBuild(proposalOf(some), OPTIONS, '/x/mine.mjs').generate(MAP),
    (error: unknown) =>
      error instanceof KallsymsError && error.code === 'bad-proposal' && words.test(error.message),
  )
}

test('steps run in order, each with the result of the previous one', () => {
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
  new ProposalBuild(proposal, OPTIONS).generate(MAP)
  assert.deepEqual(seen, ['strings', 'compress 1', 'layOut true', 'pad kallsyms_num_syms', 'keep'])
})

test('the next pass gets the value that was kept, and the previous sizes', () => {
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
  const build = new ProposalBuild(proposal, OPTIONS)
  const { assembly } = build.generate(MAP)
  build.generate(MAP)
  assert.deepEqual(kept, [undefined, 'word'])
  assert.equal(before[0], null)
  assert.deepEqual(before[1], sizesOf(readAssembly(assembly)))
  assert.equal(before[1]?.find(({ label }) => label === 'kallsyms_names')?.padding, 5)
})

test('tables are replaced, added, removed and padded', () => {
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
  const { tables } = readAssembly(new ProposalBuild(proposal, OPTIONS).generate(MAP).assembly)
  const { tables: exact } = readAssembly(new ProposalBuild(proposalOf({}), OPTIONS).generate(MAP).assembly)
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

test('an error in a step names the step and the place in its file', () => {
  const fail = (): never => {
    const error = new Error('oh no')
    error.stack = 'Error: oh no\n    at Object.compress (file:///x/mine.mjs:12:7)\n    at other (y.js:1:1)'
    throw error
  }
  refused({ compress: fail }, /^proposal mine: compress failed: oh no \(\/x\/mine\.mjs:12:7\)$/)
})

test('wrong results of steps are refused', () => {
  refused({ strings: () => undefined as never }, /strings did not return a symbol table with all columns/)
  const none = { strings: (pass: ProposalPass) => ({ ...pass.symbols, count: 0 }) }
  refused(none, /strings returned 0 strings for \d+ symbols/)
  refused({ compress: () => ({}) as never }, /compress did not return \{ codes, length, tokens \}/)
  const names = TOOLKIT.uncompressed
  refused(
    { compress: strings => ({ ...names(strings), codes: new Uint8Array(1) }) },
    /compress did not return \{ codes, length, tokens \}/,
  )
  const other = new Map([['kallsyms_other', new Uint8Array(1)]])
  refused({ layOut: () => other }, /layOut returned a table kallsyms_other, which is not in labels/)
  refused(
    { layOut: () => new Map([['kallsyms_names', 'x' as never]]) },
    /layOut did not return a Uint8Array for kallsyms_names/,
  )
  refused({ pad: () => new Map([['kallsyms_names', -1]]) }, /pad returned -1 bytes for kallsyms_names/)
  refused({ compress: (() => null) as never }, /compress did not return \{ codes, length, tokens \}/)
  refused(
    { strings: (() => ({ text: new Uint8Array(1), count: 1 })) as never },
    /strings did not return a symbol table/,
  )
  refused({ layOut: (async () => {}) as never }, /layOut returned a promise: it must not be async/)
  refused({ layOut: (() => ({})) as never }, /layOut did not return a Map/)
  refused(
    { pad: () => new Map([['kallsyms_nmes', 4]]) },
    /pad returned padding for kallsyms_nmes, but there is no such table/,
  )
  refused({ layOut: () => new Map(ALL_LABELS.map(label => [label, null])) }, /layOut leaves no table/)
})

test('tokens that expand without end, and texts that no table holds, are refused', () => {
  const withTokens = (change: (tokens: Tokens) => void): Partial<Proposal> => ({
    compress(strings) {
      const names = TOOLKIT.uncompressed(strings)
      change(names.tokens)
      return names
    },
  })
  const pair = (first: number, second: number): number => first | (second << 8)
  refused(
    withTokens(tokens => tokens.setPair(200, pair(200, 200))),
    /compress returned a token that expands to itself: code 200/,
  )
  const turns = (tokens: Tokens): void => {
    tokens.setPair(200, pair(201, 65))
    tokens.setSubstring(201, Uint8Array.of(65, 66, 200))
  }
  refused(withTokens(turns), /compress returned a token that expands to itself: code 20[01]/)
  const doubles = (tokens: Tokens): void => {
    tokens.setPair(1, pair(65, 65))
    for (let code = 2; code < 60; code++) tokens.setPair(code, pair(code - 1, code - 1))
  }
  refused(withTokens(doubles), /compress returned a token of \d+ bytes, code \d+: at most 65535 are possible/)
  const long: Partial<Proposal> = {
    compress(strings) {
      const { tokens } = TOOLKIT.uncompressed(strings)
      tokens.setPair(1, pair(65, 65))
      for (let code = 2; code < 16; code++) tokens.setPair(code, pair(code - 1, code - 1))
      const length = new Uint16Array(strings.count).fill(8)
      return { codes: new Uint8Array(8 * strings.count).fill(15), length, tokens }
    },
  }
  refused(long, /compress returned a name of 262144 bytes, number 0: at most 65535 are possible/)
})

test('columns that lead outside of the text, and tables of absurd sizes, are refused', () => {
  const moved = (column: 'start' | 'length', value: number): Partial<Proposal> => ({
    strings({ symbols }) {
      const columns = { start: symbols.start.slice(), length: symbols.length.slice() }
      columns[column][1] = value
      return { ...symbols, ...columns }
    },
  })
  refused(
    moved('start', 4_000_000_000),
    /strings returned a string outside of its text: number 1 ends at byte 40000/,
  )
  refused(moved('length', 65_535), /strings returned a string outside of its text: number 1 ends at byte/)
  const narrow = ({ symbols }: ProposalPass): SymbolTable => ({
    ...symbols,
    start: new Uint16Array(symbols.count) as never,
  })
  refused({ strings: narrow }, /strings did not return a symbol table with all columns/)
  const large = new Map([['kallsyms_names', new Uint8Array(2 ** 26 + 1)]])
  refused(
    { layOut: () => large },
    /layOut returned 67108865 bytes for kallsyms_names: at most 67108864 are possible/,
  )
  refused(
    { pad: () => new Map([['kallsyms_names', 2 ** 27]]) },
    /pad returned 134217728 bytes for kallsyms_names/,
  )
})

test('a step cannot change the toolkit of others, nor the symbols that its tables are compared with', () => {
  const before = Uint8Array.from(TOOLKIT.nameBytes)
  const proposal = proposalOf({
    layOut(_, { symbols, tools }) {
      tools.nameBytes.fill(0)
      symbols.text.fill(0x41)
      return new Map()
    },
  })
  const { selection } = new ProposalBuild(proposal, OPTIONS).generate(MAP)
  assert.deepEqual(TOOLKIT.nameBytes, before)
  assert.ok(selection.symbols.text.some(byte => byte !== 0x41))
})

test('the names that keep gets are those in the tables, with any options', () => {
  for (const options of [{}, { stabilise: 'literal' }, { uncompressed: true }] as const) {
    let bytes = 0
    let table = 0
    const proposal = proposalOf({
      options,
      keep({ names, tables }) {
        // All names here are short, so each has one byte for its length.
        bytes = names.codes.length + names.length.length
        table = tables.find(({ label }) => label === 'kallsyms_names')?.bytes ?? 0
      },
    })
    new ProposalBuild(proposal, OPTIONS).generate(readGolden('inputs/count-513.nm'))
    assert.ok(table > 0)
    assert.equal(bytes, table)
  }
})

test('names that are views of the strings stay valid after compress', () => {
  let lengths: number[] = []
  const proposal = proposalOf({
    compress: (strings, { tools }) => ({ ...tools.uncompressed(strings), length: strings.length }),
    options: { uncompressed: true },
    keep({ names }, { tools, symbols }) {
      tools.orderByName(symbols)
      tools.bytePairs(symbols)
      lengths = [...names.length]
    },
  })
  const { selection } = new ProposalBuild(proposal, OPTIONS).generate(MAP)
  assert.deepEqual(lengths, [...selection.symbols.length])
})

test('encoding with the tokens of a compression gives the codes of that compression', () => {
  const symbols = new ProposalBuild(proposalOf({}), OPTIONS).generate(readGolden('inputs/random-3.nm'))
    .selection.symbols
  const chosen = TOOLKIT.bytePairs(symbols)
  const again = TOOLKIT.encode(symbols, chosen.tokens)
  assert.ok(Buffer.from(again.codes).equals(chosen.codes))
  assert.deepEqual([...again.length], [...chosen.length])
})

test('strings with a byte without a code cannot be encoded', () => {
  const table = new ProposalBuild(proposalOf({}), OPTIONS).generate(MAP).selection.symbols
  const tokens = TOOLKIT.newTokens()
  assert.equal(TOOLKIT.canEncode(table, tokens), false)
  assert.throws(() => TOOLKIT.encode(table, tokens), /no code/)
})
