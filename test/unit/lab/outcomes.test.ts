/** How many builds succeed with the third pass that the kernel's build makes by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtBy, type Outcome } from '../../../src/lab/links/outcomes.js'

test('builds succeed if they converge in the passes that the rule of their release makes', () => {
  const change = { size: true, labels: true }
  const common = { padding: 0, bytes: [], change }
  const all: Outcome[] = [
    { ...common, settled: 2, change: { size: false, labels: false } },
    { ...common, settled: 3 },
    { ...common, settled: 3, change: { size: false, labels: true } },
    { ...common, settled: 4 },
    { ...common, settled: null },
  ]
  assert.deepEqual(
    (['never', 'sizes', 'sizes-or-labels'] as const).map(rule => builtBy(rule, all)),
    [1, 2, 3],
  )
})
