/** Proposals from files, and the errors for files that are none. */
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

test('a valid proposal', async t => {
  const file = path.join(temporaryFolder(t), 'p.mjs')
  writeFileSync(file, `export default { ${GOOD}, options: { stabilise: 'fold' }, labels: ['kallsyms_x'] }`)
  const { proposal } = await loadProposal({ file })
  assert.equal(proposal.name, 'mine')
})

test('wrong fields are refused', async t => {
  await refused(t, 'export const x = 1', /no proposal as default export/)
  await refused(t, "export default { name: 'A b' }", /name must be lower-case letters/)
  await refused(t, "export default { name: 'exact' }", /name exact is that of a built-in proposal/)
  await refused(t, "export default { name: 'mine' }", /describe must be/)
  await refused(t, "export default { name: 'mine', describe: 'x', decoder: 'mine' }", /decoder must be/)
  await refused(t, `export default { ${GOOD}, pad: 3 }`, /pad must be a function/)
  await refused(t, `export default { ${GOOD}, layout() {} }`, /unknown field layout: there are .*layOut/)
  await refused(t, `export default { ${GOOD}, options: { hold: true } }`, /unknown option hold: there are/)
  await refused(t, `export default { ${GOOD}, options: { stabilise: 'x' } }`, /options.stabilise must be/)
  await refused(t, `export default { ${GOOD}, labels: ['x'] }`, /labels must be/)
})

test('a module that fails while it is loaded', async t => {
  await refused(t, '\nthrow new Error("oh no")', /cannot be loaded: oh no \(.*my p\.mjs:2:7\)/, 'my p.mjs')
  await refused(t, '\n\nexport default {', /cannot be loaded: .*\(.*p\.mjs:\d+\)/)
  await refused(t, '\nthrow new Error("oh no")', /cannot be loaded: oh no \(.*p\.mjs:2:7\)/)
  await refused(t, 'import "nothing-of-this-name"', /cannot be loaded: Cannot find package/)
})

const strips = Boolean((process.features as { readonly typescript?: unknown }).typescript)

test('TypeScript if Node.js does not run it', { skip: strips && 'this Node.js runs TypeScript' }, t =>
  refused(t, `export default { ${GOOD} }`, /does not run TypeScript: use 22\.18, 23\.6 or later/, 'p.ts'),
)

test('TypeScript if Node.js runs it', { skip: !strips && 'this Node.js does not' }, async t => {
  const file = path.join(temporaryFolder(t), 'p.ts')
  writeFileSync(file, `const name: string = 'mine'\nexport default { ${GOOD}, name }`)
  assert.equal((await loadProposal({ file })).proposal.name, 'mine')
})

test('a missing file, and an unknown name', async () => {
  await assert.rejects(loadProposal({ file: '/no/such.mjs' }), /No such file or directory/)
  await assert.rejects(loadProposal({ builtIn: 'nothing' }), /no built-in proposal nothing: there are exact/)
})
