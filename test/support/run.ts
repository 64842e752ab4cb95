/** Runs the executable as a user does. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { ROOT } from './root.js'

export const EXECUTABLE: string = path.join(ROOT, 'bin', 'kallsyms')

export interface Result {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly uid?: number
  readonly gid?: number
  /** The program; that of the repository by default. */
  readonly executable?: string
}

/** Where the program keeps its code: not among the caches of who runs the tests. */
const CACHES = path.join(ROOT, 'build', 'cache')

/** Runs `kallsyms` without the variables of a surrounding kernel build. */
export function kallsyms(args: readonly string[], options: RunOptions = {}): Result {
  const { KALLSYMS_KERNEL: _, srctree: __, KERNELVERSION: ___, ...clean } = process.env
  const { executable = EXECUTABLE, ...rest } = options
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...args], {
    ...rest,
    input: options.input ?? '',
    env: { ...clean, XDG_CACHE_HOME: CACHES, ...options.env },
    maxBuffer: 1 << 30,
  })
  return { status, stdout, stderr: stderr.toString('latin1') }
}

/** Something that runs functions at its end, such as a test. */
export type Scope = Pick<TestContext, 'after'>

/** A directory that is removed after the test. */
export function temporaryFolder(test: Scope): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kallsyms-'))
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
