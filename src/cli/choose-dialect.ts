/**
 * Which dialect a run speaks. The first that says something wins: option, environment, kernel tree, the newest. Option
 * and environment name a version, a tree, the source of a tool, or a dialect that was printed and kept.
 */
import fs from 'node:fs'
import path from 'node:path'
import { detectDialect } from '../dialect/detect.js'
import type { Dialect } from '../dialect/dialect.js'
import { isRecord, readRecord } from '../dialect/record.js'
import { originOf, type Release } from '../dialect/releases.js'
import { findRelease, isKernelVersion, newestRelease } from '../dialect/resolve.js'
import { KallsymsError } from '../errors.js'

export interface ChosenDialect {
  readonly dialect: Dialect
  /** What chose it, for people. */
  readonly by: string
  /** The row of the table, null where the dialect was read from a source. */
  readonly release: Release | null
  /** Where each value came from; null where the dialect was kept in a file. */
  readonly origin: Readonly<Record<keyof Dialect, string>> | null
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
    if (fs.existsSync(source)) return fromFile(source, '$srctree')
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
    return fromFile(source, by)
  }
  return fromRelease(findRelease(value), by)
}

function fromRelease(release: Release, by: string): ChosenDialect {
  return { dialect: release.dialect, by, release, origin: originOf(release) }
}

/** From a tool's source, or from a record. */
function fromFile(file: string, by: string): ChosenDialect {
  let bytes: Buffer
  try {
    bytes = fs.readFileSync(file)
  } catch (error) {
    throw new KallsymsError('io', `cannot read ${file}: ${(error as Error).message}`)
  }
  try {
    // The names in a source are bytes; JSON has an encoding.
    const text = bytes.toString('latin1')
    if (isRecord(text)) {
      const { dialect, chosenBy } = readRecord(bytes.toString())
      return {
        dialect,
        by: `${file} (${by})${chosenBy ? `, from ${chosenBy}` : ''}`,
        release: null,
        origin: null,
      }
    }
    return { ...detectDialect(text), by: `${file} (${by})`, release: null }
  } catch (error) {
    if (error instanceof KallsymsError) throw new KallsymsError(error.code, `${file}: ${error.message}`)
    throw error
  }
}
