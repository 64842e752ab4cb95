/** What `npm run test:images` does with an image, tried on images made of what C tools printed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { readAssembly, withText } from '../../../src/decode/assembly.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { tableAlignment } from '../../../src/layout/format.js'
import type { Address } from '../../../src/symbols/address.js'
import { readGolden } from '../../support/golden.js'
import { findTables, type Target } from './find-tables.js'
import { bannerOf, contentsOf, versionOf } from './payload.js'
import { compareTables } from './regenerate.js'

/** The image in memory begins here, and with `_text`. */
const START: Address = { high: 0xffffffff, low: 0x81000000 }

/** Where the first table is. */
const FIRST = 0x1230

interface Made {
  readonly image: Uint8Array
  readonly target: Target
  readonly tables: ReadonlyMap<string, Uint8Array>
}

/** An image with the tables that the C tool of a kernel printed for `inputs/filters.nm`, and other bytes around them. */
function imageOf(kernel: string, { wordBytes = 8, bigEndian = false }: Partial<Target> = {}): Made {
  const { dialect } = findRelease(kernel)
  const assembled = readAssembly(readGolden(`outputs/${kernel}.S`), { wordBytes, bigEndian })
  const alignment = tableAlignment(dialect, wordBytes)
  const tables = new Map<string, Uint8Array>()
  const image = new Uint8Array(1 << 16)
  for (let at = 0; at < image.length; at++) image[at] = (at * 0x9e3779b1) >>> 24
  let at = FIRST
  for (const [label, table] of assembled.tables) {
    const bytes = withText(table, assembled, START).slice()
    const view = new DataView(bytes.buffer)
    for (const place of table.textDistances) {
      view.setInt32(place, view.getInt32(place, !bigEndian) - at - place, !bigEndian)
    }
    tables.set(label, bytes)
    image.set(bytes, at)
    const end = Math.ceil((at + bytes.length) / alignment) * alignment
    image.fill(0, at + bytes.length, end)
    at = end
  }
  return { image, target: { dialect, wordBytes, bigEndian }, tables }
}

const hex = (tables: ReadonlyMap<string, Uint8Array>): [string, string][] =>
  [...tables].map(([label, bytes]) => [label, Buffer.from(bytes).toString('hex')])

const KERNELS = ['3.3.8', '4.20.0', '5.15.100', '6.1.20', '6.1.192', '6.10.0', '6.12.117', '6.19.9', '7.1.5']

for (const kernel of KERNELS) {
  test(`the tables of ${kernel} are found in an image, and are equal when made again`, () => {
    const { image, target, tables } = imageOf(kernel)
    const found = findTables(image, target)
    assert.ok(found)
    assert.deepEqual(hex(found.tables), hex(tables))
    const { equal, differences } = compareTables(found, target)
    assert.deepEqual(differences, [])
    assert.deepEqual(equal, [...tables.keys()])
  })
}

test('the tables of big-endian targets are found', () => {
  const { image, target, tables } = imageOf('6.12.117', { bigEndian: true })
  assert.deepEqual(hex(findTables(image, target)?.tables ?? new Map()), hex(tables))
  assert.equal(findTables(image, { ...target, bigEndian: false }), null)
})

test('tables of another form are not found', () => {
  const { image, target } = imageOf('6.1.192')
  for (const kernel of ['6.1.20', '6.4', '6.12', '7.1', '5.10']) {
    assert.equal(findTables(image, { ...target, dialect: findRelease(kernel).dialect }), null, kernel)
  }
})

test('a table with a wrong byte is named', () => {
  const made = imageOf('6.12.117')
  const found = findTables(made.image, made.target)
  assert.ok(found)
  const seqs = (found.tables.get('kallsyms_seqs_of_names') as Uint8Array).slice()
  // The first two symbols by name, exchanged.
  seqs.set([...seqs.subarray(3, 6), ...seqs.subarray(0, 3)])
  const tables = new Map(found.tables).set('kallsyms_seqs_of_names', seqs)
  const { equal, differences } = compareTables({ ...found, tables }, made.target)
  assert.deepEqual(
    differences.map(text => text.replace(/byte \d+ of \d+/, 'a byte')),
    ['kallsyms_seqs_of_names: a byte differs'],
  )
  assert.equal(equal.length, made.tables.size - 1)
})

test('versions in banners', () => {
  const versions = {
    'Linux version 6.1.0-50-686 (a@b) (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP Debian 6.1.176-1 (2026-07-02)':
      '6.1.176',
    'Linux version 7.3-arm64 (a@b) (gcc-15 (Debian 15.2.0-1)) # SMP Debian 7.3~rc7-1~exp1 (2026-11-08)':
      '7.3-rc7',
    'Linux version 6.6.17 (a@b) (gcc (GCC) 13.2.0) #1 SMP': '6.6.17',
  }
  for (const [banner, version] of Object.entries(versions)) assert.equal(versionOf(banner), version)
})

test('the banner is the whole line, not a part of it in a boot loader or in the code that prints it', () => {
  const banner = 'Linux version 6.6.17 (a@b) (gcc 13.2.0) #1 SMP'
  const contents = Buffer.from(`\0Linux version %s (%s)\n\0Linux version 6.6 (a@"\0${banner}\n\0`)
  assert.equal(bannerOf(contents), banner)
  assert.equal(bannerOf(contents.subarray(0, 40)), null)
})

test('what is compressed in a file comes after the file itself', () => {
  const plain = Buffer.alloc(1 << 20, 'a kernel ')
  const file = Buffer.concat([Buffer.from('a loader'), gzipSync(plain), Buffer.from('a signature')])
  const [first, second] = [...contentsOf(file)]
  assert.deepEqual([first, second?.equals(plain)], [file, true])
})
