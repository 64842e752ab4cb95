/** Real links in a run of the lab. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { runLab } from '../../../src/lab/run/run.js'
import { labRequest } from '../../support/lab-request.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

test('real links of proposals', { skip: missingFrom(X86_64_LD) ?? NOT_IN_SAMPLE }, async () => {
  const paddings = 2
  const { links } = await runLab(
    labRequest({
      sources: ['exact', 'stable', 'letters-apart'].map(builtIn => ({ builtIn })),
      parameters: { ...labRequest().parameters, trials: 1 },
      links: { toolchains: ['x86-64'], paddings, mostPasses: 6 },
    }),
  )
  const stable = links?.filter(({ proposal }) => proposal === 'stable')
  assert.deepEqual(
    stable?.map(({ layout, tried, builds, standard }) => [layout, tried, builds, standard]),
    [
      ['type-flip', paddings, paddings, paddings],
      ['membership-flip', paddings, paddings, paddings],
      ['membership-ends', paddings, paddings, paddings],
    ],
  )
  assert.ok(links?.filter(({ proposal }) => proposal === 'letters-apart').every(({ settled }) => settled > 0))
})
