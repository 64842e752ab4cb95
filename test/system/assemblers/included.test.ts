/** The executable on an image, its text and its file through a real assembler: the object of text alone. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'

const skip = ['as', 'objcopy'].every(tool => spawnSync(tool, ['--version']).status === 0)
  ? false
  : 'binutils are not installed'
const KERNEL = '7.3.0-elf'
const IMAGE = path.join(ROOT, 'golden', 'inputs-elf', 'many-i386.elf')

for (const flags of [[], ['--stable'], ['--compact']]) {
  test(`an image, ${flags.join(' ') || 'exact'}`, { skip }, t => {
    const cwd = temporaryFolder(t)
    const run = (program: string, ...args: string[]): void => {
      const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
      assert.equal(status, 0, stderr)
    }
    const args = [
      '--kernel',
      KERNEL,
      '--all-symbols',
      ...flags,
      '--sysmap=out.map',
      '-o',
      'with.S',
      IMAGE,
      'out.bin',
    ]
    const { status, stderr } = kallsyms(args, { cwd })
    assert.deepEqual([status, stderr], [0, ''])
    const { dialect } = findRelease(KERNEL)
    const stable = flags.includes('--stable') && ({ stabilise: 'literal', headroom: 'auto' } as const)
    const alone = generate(readFileSync(path.join(cwd, 'out.map')), { dialect, allSymbols: true, ...stable })
    const input = Buffer.from(alone.assembly)
    assert.equal(spawnSync('as', ['--64', '-o', 'alone.o', '-'], { cwd, input }).status, 0)
    run('as', '--64', '-o', 'with.o', 'with.S')
    const sections = ['with', 'alone'].map(name => {
      run('objcopy', '-O', 'binary', '-j', '.rodata', `${name}.o`, `${name}.raw`)
      return readFileSync(path.join(cwd, `${name}.raw`))
    }) as [Buffer, Buffer]
    assert.ok(sections[0].length > 1000)
    assert.ok(sections[0].equals(sections[1]))
  })
}
