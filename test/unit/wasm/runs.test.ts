/** Many runs in one process, one behind the other and one within another. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate, generateTo } from '../../../src/generate/generate.js'
import { readGolden } from '../../reference/golden/golden.js'
import { ROOT } from '../../support/root.js'

const OPTIONS = { dialect: findRelease('6.12').dialect, allSymbols: true }
const MAP = readGolden('inputs/tinyconfig-6.12-pass1.map')

test('a run within the sink of another disturbs none', () => {
  const other = readGolden('inputs/count-513.nm')
  const expected = { outer: generate(MAP, OPTIONS).assembly, inner: generate(other, OPTIONS).assembly }
  const chunks: Uint8Array[] = []
  generateTo(
    chunk => {
      const before = chunk.slice()
      assert.deepEqual(generate(other, OPTIONS).assembly, expected.inner)
      assert.deepEqual(chunk, before)
      chunks.push(before)
    },
    MAP,
    OPTIONS,
  )
  assert.deepEqual(Buffer.concat(chunks), expected.outer)
})

test('a run after one that failed is a run like others', () => {
  const expected = generate(MAP, OPTIONS).assembly
  assert.throws(() => generate(Buffer.from('no map\n'), OPTIONS))
  assert.deepEqual(generate(MAP, OPTIONS).assembly, expected)
})

test('memory does not grow with the number of runs', () => {
  // In a process of its own, so that its most memory is that of these runs.
  const script = `
    import { readFileSync } from 'node:fs'
    import { gunzipSync } from 'node:zlib'
    import { generateTo } from './dist/lib/index.js'
    const map = gunzipSync(readFileSync('golden/inputs/tinyconfig-6.12-pass1.map.gz'))
    const run = () => generateTo(() => {}, map, { allSymbols: true })
    const peak = () => Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1])
    for (let i = 0; i < 5; i++) run()
    const before = peak()
    for (let i = 0; i < 60; i++) run()
    console.log(peak() - before)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const grown = Number(stdout.trim() || Number.NaN)
  // Each run takes some 8 MB of room: kept, they would be 480.
  assert.ok(grown < 60_000, `${grown} kB more after 60 runs ${stderr}`)
})
