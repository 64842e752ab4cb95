/**
 * Golden inputs and real maps, generated and decoded in all dialects, exact and stabilised. The sample has every input
 * in every second dialect with one set of options, and fewer real maps.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { StableTypes } from '../../../src/compress/types.js'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { optionSets } from '../../support/c-tools.js'
import { inputNames, optionsOf, readGolden, readManifest } from '../../support/golden.js'
import { ALL, sampled } from '../../support/sizes.js'
import { checkAssembly, checkRoundTrip, newTally, type Tally } from './round-trip.js'

/** Larger inputs, in bytes, are tested in some dialects only. */
const SMALL = 20_000

const inputs = inputNames().map(name => ({ name, map: readGolden(`inputs/${name}`) }))
const small = inputs.filter(({ map }) => map.length <= SMALL)
const large = inputs.filter(({ map }) => map.length > SMALL && map.length < 200_000)
const all: Tally[] = []

interface Way {
  readonly args: readonly string[]
  readonly stabilise?: StableTypes
}

/**
 * Exact tables without options, with all, and with all but `--absolute-percpu`, which changes the meaning of offsets; and
 * stabilised tables in one of four ways, which alternate over inputs and dialects.
 */
function waysOf(dialect: Dialect, turn: number): Way[] {
  const sets = optionSets(dialect)
  const none = sets[0] as string[]
  const every = sets.at(-1) as string[]
  const others = every.filter(arg => arg !== '--absolute-percpu')
  return [
    { args: none },
    { args: every },
    ...(others.length < every.length ? [{ args: others }] : []),
    { args: turn % 2 === 0 ? none : every, stabilise: turn % 4 < 2 ? 'literal' : 'fold' },
  ]
}

for (const [i, { since, dialect }] of [...RELEASES, ...VARIANTS].entries()) {
  test(`golden inputs, ${since}`, () => {
    const tally = newTally()
    all.push(tally)
    const own = large.filter((_, place) => place % 7 === i % 7)
    for (const [j, { name, map }] of [...small, ...own].entries()) {
      if (!ALL && (i + j) % 4 !== 1) continue
      const ways = waysOf(dialect, i + j)
      for (const { args, stabilise } of sampled(ways, ways.length, i + j)) {
        const options = { ...optionsOf(args, dialect), dialect, ...(stabilise && { stabilise }) }
        try {
          checkRoundTrip(map, options, tally)
        } catch (error) {
          throw new Error(`--kernel ${since} ${args.join(' ')} ${stabilise ?? ''} golden/inputs/${name}`, {
            cause: error,
          })
        }
      }
    }
    const [tables, names, addresses] = ALL ? [100, 3000, 10_000] : [6, 175, 625]
    assert.ok(
      tally.tables > tables && tally.names > names && tally.addresses > addresses,
      JSON.stringify(tally),
    )
  })
}

test('few symbols cannot be represented in their format', t => {
  const sum = newTally()
  for (const tally of all) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  }
  t.diagnostic(JSON.stringify(sum))
  assert.ok(sum.symbols > (ALL ? 500_000 : 30_000))
  assert.equal(sum.nulTypes, 0, 'no golden input has a NUL as a type')
  assert.ok(sum.unreachable > 0 && sum.unreachable < sum.symbols / 500)
})

test('the outputs of the C tools are decoded', () => {
  const manifest = readManifest().filter(({ input, exit }) => input === 'filters.nm' && exit === 0)
  const map = readGolden('inputs/filters.nm')
  const tally = newTally()
  for (const kernel of new Set(manifest.flatMap(({ kernels }) => kernels))) {
    let output: Buffer
    try {
      output = readGolden(`outputs/${kernel}.S`)
    } catch {
      continue
    }
    const record = manifest.find(
      ({ kernels, bytes, sha256 }) =>
        kernels.includes(kernel) && bytes === output.length && sha256 === sha256Of(output),
    )
    assert.ok(record, `outputs/${kernel}.S is in the manifest`)
    const { dialect } = findRelease(kernel)
    checkAssembly(map, output, { ...optionsOf(record.args, dialect), dialect }, tally)
  }
  assert.equal(tally.tables, 30)
})

/** Real maps, with each form of lengths and of addresses. */
const REAL: readonly (readonly [map: string, kernel: string, args: string, stabilise?: StableTypes])[] = [
  ['inputs/tinyconfig-6.12-pass1.map', '2.6.20', '--all-symbols', 'fold'],
  ['inputs/tinyconfig-6.12-pass1.map', '4.14.177', '--all-symbols --base-relative'],
  ['inputs/tinyconfig-6.12-pass2.map', '5.13.19-rust', '--all-symbols', 'literal'],
  ['inputs/tinyconfig-6.12-pass2.map', '5.18.0-openwrt', '--all-symbols --uncompressed'],
  ['inputs/tinyconfig-6.12-pass2.map', '6.8', '--all-symbols --lto-clang --absolute-percpu'],
  ['inputs/tinyconfig-6.12-pass2.map', '7.0', '--all-symbols', 'literal'],
  ['maps/debian-cloud-6.1.176.nm', '5.4', '', 'literal'],
  ['maps/debian-cloud-6.1.176.map', '6.1.192', '--all-symbols --absolute-percpu --base-relative'],
  ['maps/debian-cloud-6.1.176.map', '7.0', '--pc-relative', 'fold'],
  ['maps/everything-534k.map', '6.12', '--all-symbols --absolute-percpu', 'literal'],
]

for (const [map, kernel, args, stabilise] of sampled(REAL, 3, 1)) {
  test(`${map}, ${kernel} ${args} ${stabilise ?? ''}`, () => {
    const { dialect } = findRelease(kernel)
    const tally = newTally()
    const options = optionsOf(args.split(' ').filter(Boolean), dialect)
    checkRoundTrip(readGolden(map), { ...options, dialect, ...(stabilise && { stabilise }) }, tally)
    assert.ok(tally.tables === 1 && tally.symbols > 10_000, JSON.stringify(tally))
  })
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
