/**
 * The failure of `links.test.ts` with programs, run as link-vmlinux.sh runs them: the kernel's C tool, and ours with
 * options for stable sizes.
 */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Dialect } from '../../../src/dialect/dialect.js'
import { findRelease } from '../../../src/dialect/resolve.js'
import { buildFacts } from '../../../src/kbuild/build-facts.js'
import { STANDARD_PASSES } from '../../../src/kbuild/passes.js'
import { BuildDirectory, isConsistent, type TableGenerator } from '../../../src/lab/links/build-directory.js'
import {
  type Layout,
  MEMBERSHIP_FLIP,
  MEMBERSHIP_FLIP_ENDS,
  TYPE_FLIP,
} from '../../../src/lab/links/layouts.js'
import { MOST_PASSES } from '../../../src/lab/links/outcomes.js'
import { missingFrom, X86_64_LD } from '../../../src/lab/links/toolchains.js'
import { type CTool, cTools, NO_C_TOOL, runC } from '../../support/c-tools.js'
import { FUNCTIONS } from '../../support/functions.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'
import { buildArgs, EXACT, generatorOf } from '../../support/strategies.js'

interface Linked {
  readonly passes: number
  /** Whether the last pass is consistent. */
  readonly isSettled: boolean
}

const skip = missingFrom(X86_64_LD) ?? false

async function link(
  layout: Layout,
  padding: number,
  dialect: Dialect,
  generator: TableGenerator,
): Promise<Linked> {
  const directory = await BuildDirectory.open(FUNCTIONS)
  let passes = 0
  let isSettled = false
  try {
    for await (const pass of directory.passes({
      toolchain: X86_64_LD,
      layout,
      padding,
      dialect,
      generator,
    })) {
      passes++
      isSettled = isConsistent(pass)
    }
  } finally {
    await directory.close()
  }
  return { passes, isSettled }
}

/** Runs ours as the kernel's build runs its tool, with additional options. */
function executable(
  test: TestContext,
  kernel: string,
  layout: Layout,
  options: readonly string[],
): TableGenerator {
  const { dialect } = findRelease(kernel)
  const folder = temporaryFolder(test)
  const args = ['--kernel', kernel, ...buildArgs(dialect, layout, X86_64_LD), ...options]
  return ({ map, previous }) => {
    const file = path.join(folder, '.tmp_vmlinux.kallsyms.syms')
    const before = path.join(folder, '.tmp_vmlinux.kallsyms.S')
    writeFileSync(file, map)
    if (previous) writeFileSync(before, previous)
    const withBefore = previous && buildFacts(dialect).hidesTableLabels ? ['--previous', before] : []
    const { status, stdout, stderr } = kallsyms([...args, ...withBefore, file])
    assert.equal(status, 0, stderr)
    return stdout
  }
}

/** Builds that never converge with exact tables, in the dialects of Debian's C tools. */
const NEVER: readonly (readonly [series: string, layout: Layout, padding: number])[] = [
  ['6.1', MEMBERSHIP_FLIP, 4032],
  ['6.12', MEMBERSHIP_FLIP_ENDS, 3968],
]

const tools = cTools()

for (const [series, layout, padding] of NEVER) {
  const tool = tools.find(({ version }) => version.startsWith(`${series}.`))
  const lacking = tool === undefined ? NO_C_TOOL : skip

  test(`a build with the C tool of ${series} never converges, nor does one with exact tables`, {
    skip: NOT_IN_SAMPLE || lacking,
  }, async () => {
    const { dialect } = tool as CTool
    const args = buildArgs(dialect, layout, X86_64_LD)
    const exact = generatorOf(dialect, layout, X86_64_LD, EXACT)
    const { isSettled } = await link(layout, padding, dialect, async input => {
      const { exit, stdout, stderr } = await runC(tool as CTool, input.map, args)
      assert.equal(exit, 0, stderr)
      assert.deepEqual(await exact(input), stdout)
      return stdout
    })
    assert.equal(isSettled, false)
  })
}

/** The number of passes in which the options guarantee convergence. */
const OPTIONS: readonly (readonly [
  kernel: string,
  layout: Layout,
  padding: number,
  option: string,
  passes: number,
])[] = [
  ['6.1.176', MEMBERSHIP_FLIP, 4032, '--stable', STANDARD_PASSES],
  ['6.12.117', MEMBERSHIP_FLIP_ENDS, 3968, '--stable', STANDARD_PASSES],
  ['3.3.8', TYPE_FLIP, 4352, '--stabilise=literal', STANDARD_PASSES],
  ['5.4.18', MEMBERSHIP_FLIP, 768, '--hold-sizes', MOST_PASSES],
  // With the assembly of the previous pass, since its labels are not in the map.
  ['6.6.17', MEMBERSHIP_FLIP, 4032, '--hold-sizes', MOST_PASSES],
]

for (const [kernel, layout, padding, option, passes] of OPTIONS) {
  test(`kallsyms --kernel ${kernel} ${option} converges`, { skip: skip || NOT_IN_SAMPLE }, async test => {
    const { dialect } = findRelease(kernel)
    const generator = executable(test, kernel, layout, [option])
    const linked = await link(layout, padding, dialect, generator)
    assert.ok(linked.isSettled && linked.passes <= passes, JSON.stringify(linked))
  })
}
