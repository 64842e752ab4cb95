/** What rows of the table of releases claim as their evidence is recorded, and what is recorded has a row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASES, VARIANTS } from '../../../src/dialect/releases.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { counterBytes, markerCount, SEQ_BYTES, tableLabels } from '../../../src/layout/format.js'
import { readElfManifest, readManifest } from '../../support/golden.js'
import { readImages } from '../../support/images.js'
import { shippedTables } from '../../support/shipped.js'
import { VECTORS } from './vectors.js'

const recorded = new Set([
  ...readManifest().flatMap(({ kernels }) => kernels),
  ...readManifest('manifest-2.6').flatMap(({ kernels }) => kernels),
  // That manifest has one tool.
  ...(readElfManifest().length > 0 ? ['7.3.0-elf'] : []),
  ...VECTORS.flatMap(([versions]) => versions.split(' ')),
])
const rows = [...RELEASES, ...VARIANTS]

for (const { since, measured } of rows) {
  test(`the measured versions of ${since} have recorded runs`, () => {
    for (const version of measured) assert.ok(recorded.has(version), `no recorded run of ${version}`)
  })
}

test('every version with recorded runs is in a row', () => {
  const claimed = new Set(rows.flatMap(({ measured }) => measured))
  assert.deepEqual(
    [...recorded].filter(version => !claimed.has(version)),
    [],
  )
})

test('only known rows have no recorded run, and all of them but one an image', () => {
  const without = rows.filter(({ measured }) => measured.length === 0)
  assert.deepEqual(
    without.map(({ since }) => since),
    ['4.19', '7.3'],
  )
  assert.deepEqual(
    without.filter(row => (row.images ?? []).length === 0).map(({ since }) => since),
    ['4.19'],
  )
})

const images = readImages()

test('the images of each row are recorded, and all recorded images are in a row', () => {
  const kernels = new Set(images.map(({ kernel }) => kernel))
  const claimed = rows.flatMap(row => row.images ?? [])
  assert.deepEqual([...claimed].sort(), [...kernels].sort())
})

test('a recorded image has the tables of its row, in their sizes', () => {
  for (const { package: name, kernel, architecture, symbols, tables } of images) {
    const { dialect } = findRelease(kernel)
    const sizes = new Map(Object.entries(tables).map(([label, { bytes }]) => [label, bytes]))
    const wordBytes = ['armel', 'armhf', 'i386', 'mipsel'].includes(architecture) ? 4 : 8
    const form = sizes.has('kallsyms_relative_base') || dialect.relativeBase ? 'base-relative' : 'pc-relative'
    const labels = tableLabels(dialect, form, true).filter(
      // Some kernels write their base when they start.
      label => label !== 'kallsyms_num_syms' && (label !== 'kallsyms_relative_base' || sizes.has(label)),
    )
    assert.deepEqual([...sizes.keys()], labels, name)
    assert.equal(sizes.get('kallsyms_offsets'), 4 * symbols, name)
    assert.equal(sizes.get('kallsyms_seqs_of_names') ?? 0, dialect.seqs ? SEQ_BYTES * symbols : 0, name)
    assert.equal(sizes.get('kallsyms_token_index'), 512, name)
    const markers = markerCount(symbols) * counterBytes(dialect, wordBytes)
    assert.equal(sizes.get('kallsyms_markers'), markers, name)
  }
})

test('what was found without labels is what the sections of the same kernel hold', () => {
  const image = images.find(each => each.package === 'linux-image-6.1.0-50-cloud-amd64')
  const { symbols, tables } = shippedTables()
  assert.equal(image?.symbols, symbols)
  const { kallsyms_relative_base: base, ...others } = image?.tables ?? {}
  assert.equal(base?.bytes, 8)
  assert.deepEqual(others, Object.fromEntries(tables))
})

test('every image is recorded once, with sums of the right form', () => {
  const names = images.map(image => [image.package, image.version, image.architecture].join(' '))
  assert.equal(new Set(names).size, names.length)
  for (const { tables } of images) {
    for (const { sha256 } of Object.values(tables)) assert.match(sha256, /^[0-9a-f]{64}$/)
  }
})
