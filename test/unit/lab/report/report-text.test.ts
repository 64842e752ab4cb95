/** What a report says about its own precision. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { precisionText } from '../../../../src/lab/report/report-text.js'
import type { Results } from '../../../../src/lab/results/results.js'

function results(isComplete: boolean, ...trials: (number | null)[]): Results {
  const figures = trials.map(done => ({ stability: done === null ? null : { trials: done } }))
  return { isComplete, parameters: { trials: 300 }, figures } as unknown as Results
}

test('the precision of a run that was stopped is that of the trials which were done', () => {
  assert.match(
    precisionText(results(true, 300, 300)),
    /at most ±6 percentage points for shares of all 300 trials/,
  )
  assert.match(
    precisionText(results(false, 300, 30)),
    /at most ±17 percentage points for shares of all 30 trials/,
  )
  assert.equal(
    precisionText(results(false, 300, null)),
    'not all proposals have trials: shares are not comparable',
  )
})
