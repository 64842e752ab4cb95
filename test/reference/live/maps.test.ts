/**
 * Maps of real kernels through the compiled C tools and through ours. The sample has one map of each kernel, with the tool
 * of that kernel, the larger one only with the options of its build.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cTools, NO_C_TOOL, optionSets, runC } from '../../support/c-tools.js'
import { describeDifference, firstDifference } from '../../support/first-difference.js'
import { readGolden } from '../../support/golden.js'
import { runOurs } from '../../support/ours.js'
import { ALL } from '../../support/sizes.js'

const SAMPLE = ['inputs/tinyconfig-6.12-pass1.map', 'maps/debian-cloud-6.1.176.map']

const MAPS = ALL
  ? [
      ...SAMPLE,
      'inputs/tinyconfig-6.12-pass2.map',
      'maps/debian-cloud-6.1.176.nm',
      'maps/everything-534k.map',
    ]
  : SAMPLE

/** Larger maps, in bytes, are run only with the options of a kernel's build. */
const LARGE = ALL ? 10_000_000 : 1_000_000

const tools = cTools()
if (tools.length === 0) test('maps of kernels', { skip: NO_C_TOOL }, () => {})

for (const tool of tools) {
  // The options of a build for x86-64, with SMP and without; no options; all options.
  const wanted = ['--all-symbols', '--absolute-percpu', '--base-relative']
  const all = optionSets(tool.dialect).at(-1) as string[]
  const build = all.filter(option => wanted.includes(option))
  const single = build.filter(option => option !== '--absolute-percpu')
  const sets = new Map([build, single, [], all].map(set => [set.join(' '), set]))

  // That of the tool's own kernel, in the sample.
  const [major, minor] = tool.version.split('.')
  const own = new RegExp(`-${major}\\.${minor}[-.]`)
  for (const name of ALL ? MAPS : MAPS.filter(each => own.test(each))) {
    test(`${name}, C tool of ${tool.version}`, async () => {
      const map = readGolden(name)
      let most = 0
      for (const options of map.length < LARGE ? sets.values() : [build]) {
        const c = await runC(tool, map, options)
        const difference = firstDifference(c, runOurs(map, options, tool.dialect))
        assert.equal(difference && describeDifference(difference), null, options.join(' '))
        if (c.exit === 0) most = Math.max(most, c.stdout.length)
      }
      // Not all options suit a map: a kernel without SMP has no percpu area at 0.
      assert.ok(most > 1_000_000, 'no options gave a table of the whole map')
    })
  }
}
