/** The memory of a process that generates many tables with the library. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { ROOT } from '../support/root.js'
import { NOT_IN_SAMPLE } from '../support/sizes.js'

test('memory does not grow with the number of runs', { skip: NOT_IN_SAMPLE }, () => {
  // A separate process: its peak is that of these runs.
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
  // Each run takes about 8 MB: if they were kept, 480.
  assert.ok(grown < 60_000, `${grown} kB more after 60 runs ${stderr}`)
})
