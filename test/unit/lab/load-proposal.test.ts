/** Proposals from files. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { KallsymsError } from '../../../src/errors.js'
import { loadProposal } from '../../../src/lab/proposals/load-proposal.js'
import { temporaryFolder } from '../../support/run.js'

async function refused(t: TestContext, text: string, words: RegExp, name = 'p.mjs'): Promise<void> {
  const file = path.join(temporaryFolder(t), name)
  writeFileSync(file, text)
  await assert.rejects(loadProposal({ file }), (error: unknown) => {
    assert.ok(error instanceof KallsymsError)
    assert.match(error.message, words)
    assert.ok(error.message.startsWith(file))
    return true
  })
}

const GOOD = "name: 'mine', describe: 'mine', decoder: 'kernel'"

test('a good one', async t => {
  const file = path.join(temporaryFolder(t), 'p.mjs')
  writeFileSync(file, `export default { ${GOOD}, options: { stabilise: 'fold' }, labels: ['kallsyms_x'] }`)
  const { proposal } = await loadProposal({ file })
  assert.equal(proposal.name, 'mine')
})

test('a wrong interface', async t => {
  await refused(t, 'export const x = 1', /no proposal as its default export/)
  await refused(t, "export default { name: 'A b' }", /its name is to be/)
  await refused(t, "export default { name: 'exact' }", /is that of a proposal of the lab/)
  await refused(t, "export default { name: 'mine' }", /its describe/)
  await refused(t, "export default { name: 'mine', describe: 'x', decoder: 'mine' }", /its decoder/)
  await refused(t, `export default { ${GOOD}, pad: 3 }`, /its pad is to be a function/)
  await refused(t, `export default { ${GOOD}, layout() {} }`, /nothing called layout: there are .*layOut/)
  await refused(t, `export default { ${GOOD}, options: { hold: true } }`, /no option hold: there are/)
  await refused(t, `export default { ${GOOD}, options: { stabilise: 'x' } }`, /its stabilise/)
  await refused(t, `export default { ${GOOD}, labels: ['x'] }`, /its labels/)
})

test('one that does not run', async t => {
  await refused(t, '\nthrow new Error("oh no")', /cannot be loaded: oh no \(.*my p\.mjs:2:7\)/, 'my p.mjs')
  await refused(t, '\n\nexport default {', /cannot be loaded: .*\(.*p\.mjs:\d+\)/)
  await refused(t, '\nthrow new Error("oh no")', /cannot be loaded: oh no \(.*p\.mjs:2:7\)/)
  await refused(t, 'import "nothing-of-this-name"', /cannot be loaded: Cannot find package/)
})

const strips = Boolean((process.features as { readonly typescript?: unknown }).typescript)

test('TypeScript where Node.js reads none', { skip: strips && 'it does here' }, t =>
  refused(t, `export default { ${GOOD} }`, /does not read TypeScript: use 22\.18, 23\.6 or later/, 'p.ts'),
)

test('TypeScript where Node.js reads it', { skip: !strips && 'not here' }, async t => {
  const file = path.join(temporaryFolder(t), 'p.ts')
  writeFileSync(file, `const name: string = 'mine'\nexport default { ${GOOD}, name }`)
  assert.equal((await loadProposal({ file })).proposal.name, 'mine')
})

test('one that is not there', async () => {
  await assert.rejects(loadProposal({ file: '/no/such.mjs' }), /No such file or directory/)
  await assert.rejects(loadProposal({ builtIn: 'nothing' }), /there is no proposal nothing: there are exact/)
})
