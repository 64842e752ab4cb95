/** Which dialect a run speaks. The first that says something wins: option, environment, kernel tree, the newest. */
import fs from 'node:fs'
import path from 'node:path'
import { detectDialect } from '../dialect/detect.js'
import type { Dialect } from '../dialect/dialect.js'
import { originOf, type Release } from '../dialect/releases.js'
import { findRelease, isKernelVersion, newestRelease } from '../dialect/resolve.js'
import { KallsymsError } from '../errors.js'

export interface ChosenDialect {
  readonly dialect: Dialect
  /** What chose it, for people. */
  readonly by: string
  /** The row of the table, null where the dialect was read from a source. */
  readonly release: Release | null
  /** Where each value came from. */
  readonly origin: Readonly<Record<keyof Dialect, string>>
}

/** Where the C tool's source lies in a kernel tree. */
const SOURCE = path.join('scripts', 'kallsyms.c')

/**
 * @param kernel value of `--kernel`, if given
 * @throws {KallsymsError} `unknown-kernel`, `io`
 */
export function chooseDialect(kernel: string | undefined, environment: NodeJS.ProcessEnv): ChosenDialect {
  if (kernel !== undefined) return fromVersionOrTree(kernel, `--kernel ${kernel}`)
  const { KALLSYMS_KERNEL, srctree, KERNELVERSION } = environment
  if (KALLSYMS_KERNEL) return fromVersionOrTree(KALLSYMS_KERNEL, `KALLSYMS_KERNEL=${KALLSYMS_KERNEL}`)
  if (srctree) {
    const source = path.join(srctree, SOURCE)
    if (fs.existsSync(source)) return fromSource(source, '$srctree')
    if (KERNELVERSION && isKernelVersion(KERNELVERSION)) {
      return fromRelease(findRelease(KERNELVERSION), `KERNELVERSION=${KERNELVERSION}`)
    }
    throw new KallsymsError(
      'unknown-kernel',
      `$srctree is set, but there is no ${source}, and KERNELVERSION does not tell the kernel either: give it with --kernel`,
    )
  }
  return fromRelease(newestRelease(), 'the newest, as nothing says otherwise')
}

function fromVersionOrTree(value: string, by: string): ChosenDialect {
  if (!isKernelVersion(value) && fs.existsSync(value)) {
    const isFile = fs.statSync(value).isFile()
    const source = isFile ? value : path.join(value, SOURCE)
    if (!fs.existsSync(source)) {
      throw new KallsymsError('unknown-kernel', `${value} is no kernel source tree: there is no ${source}`)
    }
    return fromSource(source, by)
  }
  return fromRelease(findRelease(value), by)
}

function fromRelease(release: Release, by: string): ChosenDialect {
  return { dialect: release.dialect, by, release, origin: originOf(release) }
}

function fromSource(source: string, by: string): ChosenDialect {
  let text: string
  try {
    text = fs.readFileSync(source, 'latin1')
  } catch (error) {
    throw new KallsymsError('io', `cannot read ${source}: ${(error as Error).message}`)
  }
  try {
    const { dialect, origin } = detectDialect(text)
    return { dialect, by: `${source} (${by})`, release: null, origin }
  } catch (error) {
    if (error instanceof KallsymsError) throw new KallsymsError(error.code, `${source}: ${error.message}`)
    throw error
  }
}
