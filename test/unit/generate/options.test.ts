/** What options mean together, and with a dialect. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GAPS, RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { type GenerateOptions, resolveOptions } from '../../../src/generate/options.js'
import { latin1 } from '../../support/table.js'

function resolved(kernel: string, options: GenerateOptions = {}): ReturnType<typeof resolveOptions> {
  return resolveOptions({ dialect: findRelease(kernel).dialect, ...options })
}

const labelsOf = (kernel: string, options?: GenerateOptions): string =>
  resolved(kernel, options)
    .labels.map(label => label.replace('kallsyms_', ''))
    .join(' ')

test('the tables of a dialect, by its form of addresses', () => {
  assert.equal(labelsOf('3.3'), 'addresses num_syms names markers token_table token_index')
  assert.equal(
    labelsOf('4.6', { baseRelative: true }),
    'offsets relative_base num_syms names markers token_table token_index',
  )
  assert.equal(
    labelsOf('6.12'),
    'num_syms names markers token_table token_index offsets relative_base seqs_of_names',
  )
  assert.equal(labelsOf('7.0'), 'num_syms names markers token_table token_index offsets seqs_of_names')
  assert.equal(resolved('7.0').addressForm, 'low-half')
  assert.equal(resolved('7.0', { pcRelative: true }).addressForm, 'pc-relative')
  assert.equal(labelsOf('5.18.0-openwrt', { uncompressed: true }), 'addresses num_syms names markers')
})

test('headroom and the previous assembly imply held sizes', () => {
  assert.equal(resolved('6.12').holdsSizes, false)
  assert.equal(resolved('6.12', { stabilise: 'literal' }).holdsSizes, false)
  for (const options of [{ holdSizes: true }, { headroom: 0 }, { previous: new Uint8Array(0) }]) {
    assert.equal(resolved('6.12', options).holdsSizes, true, Object.keys(options).join())
  }
})

test('names are cut for the order by name with an option, where the dialect says', () => {
  assert.equal(resolved('6.2').byNameCut, null)
  assert.equal(resolved('6.2', { ltoClang: true }).byNameCut, '.')
})

test('an option that is unknown, or of another type', () => {
  const refused = (options: object, message: RegExp): void =>
    assert.throws(() => resolved('6.12', options), { code: 'usage', message })
  refused({ allsymbols: true }, /unknown option "allsymbols"/)
  refused({ allSymbols: 'no' }, /allSymbols is of type boolean, not string/)
  refused({ headroom: 'much' }, /headroom is a number of bytes or auto, not much/)
  refused({ previous: null }, /previous is of type object, not null/)
  assert.throws(() => generate(latin1('1000 T _text\n'), { dialect: {} as never }), {
    code: 'usage',
    message: /^dialect has an invalid value for "\w+": undefined$/,
  })
  assert.throws(() => generate('1000 T _text\n' as never), TypeError)
  for (const wrong of [5, null, [], new ArrayBuffer(4), new DataView(new ArrayBuffer(4))]) {
    assert.throws(() => generate(latin1('1000 T _text\n'), wrong as never), TypeError)
  }
})

test('the rows of the table of releases cannot be changed', () => {
  const { dialect } = findRelease('6.12')
  assert.throws(() => Object.assign(dialect, { counter: 'PTR' }), TypeError)
  assert.throws(() => (dialect.ignored.names as string[]).push('a'), TypeError)
  for (const list of [RELEASES, VARIANTS, GAPS]) {
    assert.throws(() => (list as unknown[]).push(1), TypeError)
    assert.throws(() => Object.assign(list[0] as object, { since: 'x', from: 'x' }), TypeError)
  }
})

test('an option that the dialect does not have', () => {
  const refused = (kernel: string, options: GenerateOptions, message: RegExp): void =>
    assert.throws(() => resolved(kernel, options), { code: 'usage', message })
  refused('6.12', { baseRelative: true }, /--base-relative/)
  refused('6.12', { symbolPrefix: 0x5f }, /--symbol-prefix/)
  refused('6.12', { pageOffset: { high: 0, low: 0 } }, /--page-offset/)
  // False is as if it were not given.
  assert.doesNotThrow(() => resolved('6.12', { baseRelative: false }))
})
