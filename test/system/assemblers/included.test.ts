/** The executable on images: its text and its file through a real assembler, and the passes of a build. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import type { Explanation } from '../../../src/explain/explanation.js'
import { generate } from '../../../src/generate/generate.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE, sampled } from '../../support/sizes.js'

const skip = ['gcc', 'objcopy'].every(tool => spawnSync(tool, ['--version']).status === 0)
  ? false
  : 'gcc and binutils are not installed'
const ASSEMBLE = ['-c', '-x', 'assembler', '-o']
const KERNEL = '7.3.0-elf'
const IMAGE = path.join(ROOT, 'golden', 'inputs-elf', 'many-i386.elf')

test('the passes of a build are in its journal, and explain reads them', { skip: NOT_IN_SAMPLE }, t => {
  const cwd = temporaryFolder(t)
  const ours = (...args: string[]): void => {
    const { status, stderr } = kallsyms(['--kernel', KERNEL, ...args], { cwd })
    assert.deepEqual([status, stderr], [0, ''])
  }
  writeFileSync(path.join(cwd, '.tmp_vmlinux0.syms'), '')
  const table = ['--journal', '.tmp_for_kallsyms', '--all-symbols', '-o', 'out.S']
  ours(...table, '.tmp_vmlinux0.syms', '.tmp_vmlinux0.kallsyms.bin')
  for (const pass of [1, 2]) {
    copyFileSync(IMAGE, path.join(cwd, `.tmp_vmlinux${pass}`))
    const image = `.tmp_vmlinux${pass}`
    ours(...table, `--sysmap=${image}.syms`, image, `${image}.kallsyms.bin`)
  }
  const explain = (): Explanation => {
    const { stdout } = kallsyms(['explain', '--json', cwd])
    return JSON.parse(stdout.toString()) as Explanation
  }
  assert.equal(explain().verdict.code, 'unconfirmed')
  // The last call of a build only writes the map of the final image.
  copyFileSync(IMAGE, path.join(cwd, 'vmlinux'))
  ours('--sysmap=System.map', 'vmlinux')
  const { passes, verdict } = explain()
  assert.deepEqual(
    [passes.map(({ name }) => name), verdict.code],
    [['pass 1', 'pass 2', 'System.map'], 'consistent'],
  )
})

for (const flags of sampled([['--stable'], [], ['--compact']], 3)) {
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
    assert.equal(spawnSync('gcc', [...ASSEMBLE, 'alone.o', '-'], { cwd, input }).status, 0)
    run('gcc', ...ASSEMBLE, 'with.o', 'with.S')
    const sections = ['with', 'alone'].map(name => {
      run('objcopy', '-O', 'binary', '-j', '.rodata', `${name}.o`, `${name}.raw`)
      return readFileSync(path.join(cwd, `${name}.raw`))
    }) as [Buffer, Buffer]
    assert.ok(sections[0].length > 1000)
    assert.ok(sections[0].equals(sections[1]))
  })
}
