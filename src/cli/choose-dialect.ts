/**
 * The dialect of a run: that of the option, else of the environment, else of the kernel tree that is built, else the
 * newest. Option and environment name a version, a tree, the source of a C tool, or a file with a printed dialect.
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
  /** What chose it, for display. */
  readonly by: string
  /** The row of the table; null where the dialect was read from a file. */
  readonly release: Release | null
  /** Where each value came from; null for a printed dialect. */
  readonly origin: Readonly<Record<keyof Dialect, string>> | null
}

/** The source of the C tool in a kernel tree. */
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
      `cannot determine the kernel: $srctree is set, but there is no ${source}, and KERNELVERSION is not a version; ` +
        'give --kernel',
    )
  }
  return fromRelease(newestRelease(), 'default: the newest')
}

function fromVersionOrTree(value: string, by: string): ChosenDialect {
  if (!isKernelVersion(value) && fs.existsSync(value)) {
    const isFile = fs.statSync(value).isFile()
    const source = isFile ? value : path.join(value, SOURCE)
    if (!fs.existsSync(source)) {
      throw new KallsymsError('unknown-kernel', `${value} is not a kernel source tree: there is no ${source}`)
    }
    return fromFile(source, by)
  }
  return fromRelease(findRelease(value), by)
}

function fromRelease(release: Release, by: string): ChosenDialect {
  return { dialect: release.dialect, by, release, origin: originOf(release) }
}

/** From the source of a C tool, or from a printed dialect. */
function fromFile(file: string, by: string): ChosenDialect {
  let bytes: Buffer
  try {
    bytes = fs.readFileSync(file)
  } catch (error) {
    throw new KallsymsError('io', `cannot read ${file}: ${(error as Error).message}`)
  }
  try {
    // Names in a source are bytes; JSON is UTF-8.
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
