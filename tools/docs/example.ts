/** The example of `kallsyms explain`: a miniature kernel whose passes oscillate, linked with GNU ld. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findRelease } from '../../src/dialect/resolve.js'
import { buildFacts } from '../../src/kbuild/build-facts.js'
import { BuildDirectory, type TableGenerator } from '../../src/lab/links/build-directory.js'
import { MEMBERSHIP_FLIP_ENDS } from '../../src/lab/links/layouts.js'
import { X86_64_LD } from '../../src/lab/links/toolchains.js'
import { FUNCTIONS } from '../../test/support/functions.js'
import { EXECUTABLE } from '../../test/support/run.js'
import { buildArgs } from '../../test/support/strategies.js'

const KERNEL = '7.1.5'

/** Bytes after the text with which this layout never converges. */
const PADDING = 3968

const PASSES = 3

/** The report on a build that oscillates, as a block of a terminal. */
export async function explainExample(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-docs-'))
  const directory = await BuildDirectory.open(FUNCTIONS)
  try {
    const { dialect } = findRelease(KERNEL)
    const args = ['--kernel', KERNEL, ...buildArgs(dialect, MEMBERSHIP_FLIP_ENDS, X86_64_LD)]
    let pass = buildFacts(dialect, KERNEL).beginsEmpty ? 0 : 1
    const generator: TableGenerator = ({ map }) => {
      const file = path.join(folder, `.tmp_vmlinux${pass++}.syms`)
      writeFileSync(file, map)
      return kallsyms([...args, '--journal', path.join(folder, 'journal'), file], 0)
    }
    const build = { toolchain: X86_64_LD, layout: MEMBERSHIP_FLIP_ENDS, padding: PADDING, dialect, generator }
    for await (const _ of directory.passes(build, PASSES));
    const text = kallsyms(['explain', path.join(folder, 'journal')], 1).toString('utf8')
    return `\`\`\`text\n$ kallsyms explain ~/build\n${text.trimEnd()}\n\`\`\``
  } finally {
    await directory.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws {Error} where it ends with another status */
function kallsyms(args: readonly string[], expected: number): Buffer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EXECUTABLE, ...args])
  if (status !== expected) throw new Error(`kallsyms ${args.join(' ')}: ${stderr}`)
  return stdout
}
