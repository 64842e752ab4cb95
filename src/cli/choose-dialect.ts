/**
 * The dialect of a run: that of the option, else of the environment, else of the kernel tree that is built, else the
 * newest. Option and environment name a version, a tree, the source of a C tool, or a file with a printed dialect.
 */
import fs from 'node:fs'
import path from 'node:path'
import { detectDialect } from '../dialect/detect.js'
import type { Dialect } from '../dialect/dialect.js'
import { originOf } from '../dialect/history.js'
import { mainFileName } from '../dialect/preprocessed.js'
import { isRecord, readRecord } from '../dialect/record.js'
import type { Release } from '../dialect/releases.js'
import { doubtsAbout, findRelease, isKernelVersion, newestRelease } from '../dialect/resolve.js'
import { requireKnownLists } from '../dialect/sysmap-source.js'
import { readVersion } from '../dialect/version.js'
import { KallsymsError } from '../errors.js'
import { doubtText } from './doubts.js'
import { type RegularFileOptions, readRegularFile } from './regular-file.js'

export interface ChosenDialect {
  readonly dialect: Dialect
  /** What chose it, for display. */
  readonly by: string
  /** The version that was looked up in the table; null for a tree, a file, and the default. */
  readonly version: string | null
  /** What the user should know of that version: one line each, without the name of the program. */
  readonly notes: readonly string[]
  /** The row of the table; null where the dialect was read from a file. */
  readonly release: Release | null
  /** Where each value came from; null for a printed dialect. */
  readonly origin: Readonly<Record<keyof Dialect, string>> | null
}

/** The source of the C tool in a kernel tree. */
export const KERNEL_SOURCE: string = path.join('scripts', 'kallsyms.c')

/**
 * @param kernel value of `--kernel`, if given
 * @throws {KallsymsError} `unknown-kernel`, `io`
 */
export function chooseDialect(kernel: string | undefined, environment: NodeJS.ProcessEnv): ChosenDialect {
  if (kernel !== undefined) return fromVersionOrTree(kernel, `--kernel ${kernel}`)
  const { KALLSYMS_KERNEL, srctree, KERNELVERSION } = environment
  if (KALLSYMS_KERNEL) return fromVersionOrTree(KALLSYMS_KERNEL, `KALLSYMS_KERNEL=${KALLSYMS_KERNEL}`)
  if (srctree) {
    const source = path.join(srctree, KERNEL_SOURCE)
    if (fs.existsSync(source)) return fromTree(srctree, '$srctree')
    if (KERNELVERSION && isKernelVersion(KERNELVERSION)) {
      return fromVersion(KERNELVERSION, `KERNELVERSION=${KERNELVERSION}`)
    }
    throw new KallsymsError(
      'unknown-kernel',
      `cannot determine the kernel: $srctree is set, but there is no ${source}, and KERNELVERSION is not a version; ` +
        'give --kernel',
    )
  }
  return fromRelease(newestRelease(), 'default: the newest', null, [])
}

function fromVersionOrTree(value: string, by: string): ChosenDialect {
  if (!isKernelVersion(value) && !readVersion(value) && fs.existsSync(value)) {
    const isFolder = fs.statSync(value).isDirectory()
    const source = isFolder ? path.join(value, KERNEL_SOURCE) : value
    if (!fs.existsSync(source)) {
      throw new KallsymsError('unknown-kernel', `${value} is not a kernel source tree: there is no ${source}`)
    }
    return isFolder ? fromTree(value, by) : fromFile(source, by)
  }
  return fromVersion(value, by)
}

/** From the tool of a tree, which its Makefile may make of other files too. */
function fromTree(tree: string, by: string): ChosenDialect {
  const chosen = fromFile(path.join(tree, KERNEL_SOURCE), by)
  if (chosen.dialect.input === 'map') requireOneFile(path.join(tree, path.dirname(KERNEL_SOURCE), 'Makefile'))
  return chosen
}

/**
 * From a version, or a text with one.
 *
 * @param by ends in the text
 */
function fromVersion(value: string, by: string): ChosenDialect {
  const read = readVersion(value)
  // What is no version may be the name of a variant; what is neither is an error that quotes it.
  const version = read?.version ?? value
  const release = findRelease(version)
  // A banner is long, and not what was looked up.
  const chosenBy = read?.isFromBanner ? `${by.slice(0, -value.length)}${version}, from a banner` : by
  return fromRelease(release, chosenBy, version, doubtsAbout(version).map(doubtText))
}

function fromRelease(
  release: Release,
  by: string,
  version: string | null,
  notes: readonly string[],
): ChosenDialect {
  return { dialect: release.dialect, by, version, notes, release, origin: originOf(release) }
}

/** The other source of a tool that reads images, which is beside the first. */
function sysmapSource(source: string): string {
  const file = path.join(path.dirname(source), 'kallsyms-sysmap.c')
  if (!fs.existsSync(file)) {
    throw new KallsymsError(
      'unknown-kernel',
      `there is no ${file}, which has the names that the tool leaves out`,
    )
  }
  return readRegularFile(file, DESCRIPTION).toString('latin1')
}

/** @throws {KallsymsError} `unknown-kernel` if a Makefile makes the tool of other files too, which are not read */
function requireOneFile(makefile: string): void {
  if (!fs.existsSync(makefile)) return
  const text = readRegularFile(makefile, DESCRIPTION).toString('latin1').replaceAll('\\\n', ' ')
  const lists = [...text.matchAll(/^kallsyms-(?:objs|y)[ \t]*[:+]?=([^#\n]*)/gm)]
  const objects = lists.flatMap(([, list = '']) => list.split(/\s+/))
  const others = objects.filter(object => object !== '' && object !== 'kallsyms.o')
  if (others.length === 0) return
  throw new KallsymsError(
    'unknown-kernel',
    `${makefile}: the tool is made of other files too (${others.join(' ')}), which kallsyms does not know; use the tree's own tool: ` +
      'build without MAKEFILES=',
  )
}

/** A source, also preprocessed, or a printed dialect. */
const DESCRIPTION: RegularFileOptions = { largest: 1 << 24, followLinks: true }

/** From the source of a C tool, or from a printed dialect. */
function fromFile(file: string, by: string): ChosenDialect {
  const bytes = readRegularFile(file, DESCRIPTION)
  // Names in a source are bytes; JSON is UTF-8.
  const text = bytes.toString('latin1')
  const name = mainFileName(text) ?? file
  try {
    if (isRecord(text)) {
      const { dialect, chosenBy } = readRecord(bytes.toString())
      return {
        dialect,
        by: `${file} (${by})${chosenBy ? `, from ${chosenBy}` : ''}`,
        version: null,
        notes: [],
        release: null,
        origin: null,
      }
    }
    const found = detectDialect(text)
    if (found.dialect.input === 'image') requireKnownLists(sysmapSource(name))
    return { ...found, by: name === file ? `${file} (${by})` : name, version: null, notes: [], release: null }
  } catch (error) {
    if (error instanceof KallsymsError) throw new KallsymsError(error.code, `${name}: ${error.message}`)
    throw error
  }
}
