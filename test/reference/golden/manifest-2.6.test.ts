/**
 * Ours against the manifest of ten tools from 2.6.12 to 2.6.32. The sample has every kernel with every sixth input,
 * with inputs and options that change from one kernel to the next.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { inputNames, readGolden, readManifest } from '../../support/golden.js'
import { runOurs } from '../../support/ours.js'
import { ALL, sampled } from '../../support/sizes.js'

/** An input that takes long, with the compression of 2.6.12 above all. */
const LARGE = 'debian-cloud-6.1.176.nm'

const manifest = readManifest('manifest-2.6')
const inputs = new Map([
  ...inputNames().map(name => [name, readGolden(`inputs/${name}`)] as const),
  ...inputNames('inputs-2.6').map(name => [name, readGolden(`inputs-2.6/${name}`)] as const),
  [LARGE, readGolden(`maps/${LARGE}`)] as const,
])
const kernels = [...new Set(manifest.flatMap(record => record.kernels))]

test('the manifest of 2.6 is complete', () => {
  assert.equal(kernels.length, 10)
  assert.equal(manifest.flatMap(record => record.kernels).length, 3980)
  assert.deepEqual(
    [...new Set(manifest.map(record => record.input))].filter(name => !inputs.has(name)),
    [],
  )
})

for (const [i, kernel] of kernels.entries()) {
  test(`kernel ${kernel}`, () => {
    const { dialect } = findRelease(kernel)
    let compared = 0
    for (const [j, [name, map]] of sampled([...inputs], 6, i).entries()) {
      if (name === LARGE && !ALL) continue
      const all = manifest.filter(({ input, kernels }) => input === name && kernels.includes(kernel))
      for (const record of sampled(all, all.length, i + j)) {
        const { exit, stdout, stderr } = runOurs(map, record.args, dialect)
        // A tool that crashes, or whose result depends on bytes outside of its data, shows nothing.
        if (record.exit === 'crash' || record.undefined) continue
        compared++
        const sha256 = createHash('sha256').update(stdout).digest('hex')
        const where = `kallsyms --kernel ${kernel} ${record.args.join(' ')} ${name}`
        assert.deepEqual(
          { exit, sha256, stderr },
          { exit: record.exit, sha256: record.sha256, stderr: record.stderr },
          where,
        )
      }
    }
    assert.ok(compared > (ALL ? 20 : 2), `${compared} runs were compared`)
  })
}
