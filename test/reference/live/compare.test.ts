import assert from 'node:assert/strict'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { runCompare } from '../../../tools/compare/command.js'
import { cTools, NO_C_TOOL } from '../../support/c-tools.js'
import { temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

interface Compared {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

async function compare(...args: string[]): Promise<Compared> {
  let stdout = ''
  let stderr = ''
  const out = (text: string): void => {
    stdout += text
  }
  const error = (text: string): void => {
    stderr += text
  }
  return { status: await runCompare(args, { out, error }), stdout, stderr }
}

/** A few inputs on which neighbouring releases differ. */
const INPUTS = ['filters.nm', 'name-order.nm', 'percpu64.nm', 'overflow-2g.nm', 'fmt-empty.nm']

const tools = cTools()
const skip = tools.length === 0 && NO_C_TOOL

for (const { version, path } of sampled(tools, 2)) {
  test(`the C tool of ${version} agrees with its own dialect`, async () => {
    const { status, stdout, stderr } = await compare(
      '--reference',
      path,
      '--kernel',
      version,
      '--input',
      ...INPUTS,
    )
    assert.equal(status, 0, stdout + stderr)
    assert.match(stdout, /\d+ runs, \d+ the same, 0 differ, 0 crashes of the C tool, 0 undefined\n$/)
  })

  test(`the C tool of ${version} differs from another dialect`, {
    skip: version === tools.at(-1)?.version ? false : NOT_IN_SAMPLE,
  }, async () => {
    const wrong = findRelease(version).since === '6.4' ? '6.2' : '6.4'
    const { status, stdout } = await compare('--reference', path, '--kernel', wrong, '--input', ...INPUTS)
    assert.equal(status, 1)
    assert.match(stdout, /^inputs\/filters\.nm .*: (stdout|exit).*\n {2}C: {4}.*\n {2}ours: /m)
  })
}

test('the result as JSON', { skip }, async () => {
  const [tool] = tools
  const { status, stdout } = await compare('--reference', tool?.path ?? '', '--input', 'ties.nm', '--json')
  const { kernel, runs, differences } = JSON.parse(stdout)
  assert.equal(status, 0)
  assert.equal(kernel, tool?.version)
  assert.ok(runs >= 2)
  assert.deepEqual(differences, [])
})

test('a crash of the C tool is not a difference, and is listed separately', async t => {
  const tool = path.join(temporaryFolder(t), 'kallsyms')
  writeFileSync(tool, '#!/bin/sh\nkill -SEGV $$\n')
  chmodSync(tool, 0o755)
  const { status, stdout } = await compare(
    '--reference',
    tool,
    '--kernel',
    '2.6.20',
    '--input',
    'one.nm',
    'random-2.nm',
  )
  assert.equal(status, 1)
  assert.match(
    stdout,
    /C tool crashed: ours prints what the first fixed release prints\n {2}inputs\/one\.nm /,
  )
  assert.match(stdout, /^inputs\/random-2\.nm .*: exit status\n {2}C: {4}ended by a signal.*\n {2}ours: 0/m)
})

test('wrong usage: one line, exit status 2', async t => {
  const tool = path.join(temporaryFolder(t), 'kallsyms')
  writeFileSync(tool, '#!/bin/sh\n')
  const cases: [args: string[], message: RegExp][] = [
    [[], /^error: required option '--reference <path>' not specified\n$/],
    [['--reference', '/nowhere/kallsyms'], /^compare: --reference: there is no \/nowhere\/kallsyms\n$/],
    [['--reference', path.dirname(tool)], /^compare: --reference: .* is not a file\n$/],
    [['--reference', tool], /^compare: --reference: .* is not executable\n$/],
    [
      ['--reference', process.execPath],
      /^compare: the path .* does not contain the kernel version: give --kernel VERSION\n$/,
    ],
    [['--reference', process.execPath, '--kernel', 'new'], /^compare: 'new' is not a kernel version: .*\n$/],
    [
      ['--reference', process.execPath, '--kernel', '6.6', '--input', 'x'],
      /^compare: --input: golden\/ holds no x\n$/,
    ],
    [
      ['--reference', process.execPath, '--kernel', '6.6', '--map', '/x'],
      /^compare: --map: \/x cannot be read\n$/,
    ],
    [['--reference', process.execPath, '--kernel', '6.6', 'x'], /^(compare|error): .*\n$/],
    [['--reference', process.execPath, '--nonsense'], /^error: unknown option '--nonsense'\n$/],
  ]
  for (const [args, message] of cases) {
    const { status, stdout, stderr } = await compare(...args)
    assert.match(stderr, message)
    assert.equal(stdout, '')
    assert.equal(status, 2, stderr)
  }
})

test('help has examples', async () => {
  const { status, stdout } = await compare('--help')
  assert.equal(status, 0)
  assert.match(stdout, /^Examples:\n {2}npm run compare -- --reference /m)
})
