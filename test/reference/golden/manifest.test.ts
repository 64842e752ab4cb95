/**
 * Ours against the manifest: the output of 34 C tools. The sample has every kernel with every input, with one set of
 * options for each pair.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { type Golden, inputNames, readGolden, readManifest, STDERR_KEPT } from '../../support/golden.js'
import { runOurs } from '../../support/ours.js'
import { ROOT } from '../../support/root.js'
import { sampled } from '../../support/sizes.js'

const manifest = readManifest()
const inputs = new Map(inputNames().map(name => [name, readGolden(`inputs/${name}`)]))
const kernels = [...new Set(manifest.flatMap(record => record.kernels))]

interface Outcome {
  readonly exit: number
  readonly sha256: string
  readonly stderr: string
}

function outcomeOf(record: Golden, kernel: string): Outcome {
  const map = inputs.get(record.input) as Buffer
  const { exit, stdout, stderr } = runOurs(map, record.args, findRelease(kernel).dialect)
  return { exit, sha256: sha256Of(stdout), stderr: stderr.slice(0, STDERR_KEPT) }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function theirs({ exit, sha256, stderr }: Golden): unknown {
  return { exit, sha256, stderr }
}

/** Where a C tool crashes, ours prints what the first release prints that does not: 3.3.8 is the oldest one measured. */
function expectation(record: Golden): Golden {
  if (record.exit !== 'crash') return record
  const fixed = manifest.find(
    other =>
      other.input === record.input &&
      other.args.join() === record.args.join() &&
      other.kernels.includes('3.3.8'),
  )
  assert.ok(fixed, `no record of 3.3.8 for ${record.input} ${record.args.join(' ')}`)
  return fixed
}

test('the manifest is complete', () => {
  assert.equal(manifest.length, 4495)
  assert.equal(kernels.length, 34)
  assert.equal(manifest.flatMap(record => record.kernels).length, 14283)
  assert.deepEqual(
    [...new Set(manifest.map(record => record.input))].filter(name => !inputs.has(name)),
    [],
  )
})

for (const [i, kernel] of kernels.entries()) {
  test(`kernel ${kernel}`, () => {
    const records = manifest.filter(record => record.kernels.includes(kernel))
    assert.ok(records.length > 100)
    for (const [j, name] of [...inputs.keys()].entries()) {
      const all = records.filter(({ input }) => input === name)
      for (const record of sampled(all, all.length, i + j)) {
        const outcome = outcomeOf(record, kernel)
        const where = `kallsyms --kernel ${kernel} ${record.args.join(' ')} golden/inputs/${record.input}`
        assert.deepEqual(outcome, theirs(expectation(record)), where)
      }
    }
  })
}

test('the output for another release differs', () => {
  const record = manifest.find(
    ({ input, kernels }) => input === 'filters.nm' && kernels.includes('6.0.0'),
  ) as Golden
  assert.notEqual(outcomeOf(record, '5.18').sha256, record.sha256)
})

test('golden/outputs holds what the C tools printed', () => {
  const measured = new Set(manifest.filter(({ input }) => input === 'filters.nm').map(({ sha256 }) => sha256))
  const folder = path.join(ROOT, 'golden', 'outputs')
  const files = readdirSync(folder)
  assert.equal(files.length, 30)
  for (const file of files) {
    const kernel = file.replace(/\.S$/, '')
    const sha256 = sha256Of(readFileSync(path.join(folder, file)))
    assert.ok(measured.has(sha256), file)
    const record = manifest.find(each => each.sha256 === sha256 && each.kernels.includes(kernel))
    assert.ok(record, `${file} differs from what the tool of ${kernel} printed`)
  }
})
