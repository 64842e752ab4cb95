/** Files that are written: whole or not at all, and never over something else. */
import fs from 'node:fs'
import path from 'node:path'
import { isIncludedFile } from '../emit/included.js'
import { KallsymsError } from '../errors.js'
import { asIoError, type Destination, descriptorDestination } from './io.js'
import { type RegularFileOptions, readRegularFile } from './regular-file.js'

/** A kind of output: what may be replaced by another one. */
export interface OutputKind {
  readonly name: string
  /** Whether a file that is not empty is one. */
  readonly isOne: (file: string) => boolean
}

export const TABLE: OutputKind = {
  name: 'a table',
  isOne: beginsWith(
    /^\s*(#include <(asm|arch)\/\w+\.h>\n#if BITS_PER_LONG == 64\n#define PTR |#error kallsyms|(\t\.section \.rodata, "a"|\.data)\n\.globl .?kallsyms_)/,
  ),
}
export const DIALECT: OutputKind = { name: 'a printed dialect', isOne: beginsWith(/^\{\s*"chosenBy"/) }
export const MAKEFILE_NAME: OutputKind = {
  name: 'what --print-kbuild prints',
  isOne: beginsWith(/^\/.*\/kallsyms\.mk\n$/),
}
export const EXPLAIN_PAGE: OutputKind = pageOf('kallsyms explain')
export const LAB_PAGE: OutputKind = pageOf('kallsyms lab')

export const MAP: OutputKind = { name: 'a map', isOne: beginsWith(/^[0-9a-f]{8,16} \S /) }

/** It has no beginning of its own. */
export const BINARY: OutputKind = {
  name: 'a file with names of a table',
  isOne: file => isIncludedFile(readRegularFile(file, LARGEST_BINARY)),
}

export const BUNDLE: OutputKind = { name: 'a bundle of kallsyms', isOne: beginsWith(/^kallsyms bundle,/) }

/** More than the names of any kernel have. */
const LARGEST_BINARY: RegularFileOptions = { largest: 2 ** 30, followLinks: true }

/** As many bytes as tell the kind: the longest is a path. */
const BEGIN = 4096

/**
 * A file that is written under another name in the same directory and then renamed, so that nobody sees half a file.
 * Devices and pipes are written in place.
 *
 * @param inputs files that the run reads; those that do not exist are passed over
 * @throws {KallsymsError} `io`; those of `requireReplaceable()`
 */
export function outputFile(
  name: string,
  kind: OutputKind,
  inputs: readonly (string | undefined)[] = [],
): Destination {
  if (name === '') throw new KallsymsError('io', '(empty file name): No such file or directory')
  const replaced = requireReplaceable(name, kind, inputs)
  try {
    return replaced && !replaced.isFile()
      ? openInPlace(name)
      : openBeside(followLinks(name), name, replaced?.mode)
  } catch (error) {
    throw asIoError(error, name)
  }
}

/**
 * A map or a proposal that was given in the wrong place is somebody's work, and is not written over.
 *
 * @returns what stands under the name of an output now, if anything
 * @throws {KallsymsError} `io`; `usage` if it is one of the inputs, or a file of another kind
 */
export function requireReplaceable(
  name: string,
  kind: OutputKind,
  inputs: readonly (string | undefined)[] = [],
): fs.Stats | undefined {
  try {
    const status = fs.statSync(name, { throwIfNoEntry: false })
    if (status?.isDirectory()) throw new KallsymsError('io', `${name}: Is a directory: give a file in it`)
    if (!status?.isFile()) return status
    requireNoInput(name, status, inputs)
    // Renaming would replace it all the same.
    if ((status.mode & 0o222) === 0) {
      throw new KallsymsError('io', `${name}: is read-only: make it writable, or give another output file`)
    }
    requireKind(name, kind)
    return status
  } catch (error) {
    throw asIoError(error, name)
  }
}

/** An empty file has nothing to lose. */
function requireKind(file: string, { name, isOne }: OutputKind): void {
  if (beginOf(file) === '' || isOne(file)) return
  throw new KallsymsError(
    'usage',
    `${file}: exists and is not ${name}: give another output file, or remove this one`,
  )
}

function beginsWith(begin: RegExp): OutputKind['isOne'] {
  return file => begin.test(beginOf(file))
}

/** The first bytes of a file, one character each. */
export function beginOf(file: string): string {
  const descriptor = fs.openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(BEGIN)
    return bytes.toString('latin1', 0, fs.readSync(descriptor, bytes, 0, BEGIN, 0))
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Compares files and not names: links lead to an input too. */
function requireNoInput(name: string, { dev, ino }: fs.Stats, inputs: readonly (string | undefined)[]): void {
  for (const input of inputs) {
    if (input === undefined) continue
    const status = statusOf(input)
    if (status?.dev === dev && status.ino === ino) {
      throw new KallsymsError('usage', `${name}: is an input of this run: give another output file`)
    }
  }
}

/** Undefined for what is no file; whether that is an error, its reader says. */
function statusOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/**
 * One of two outputs in one file would be lost.
 *
 * @param outputs names of files, or undefined where there is none, by what they are for
 * @throws {KallsymsError} `usage`
 */
export function requireDistinct(outputs: Readonly<Record<string, string | undefined>>): void {
  const known = new Map<string, string>()
  for (const [purpose, name] of Object.entries(outputs)) {
    if (name === undefined || name === '-' || name === '') continue
    const status = statusOf(name)
    // Nothing is replaced there, as on /dev/null.
    if (status && !status.isFile()) continue
    const file = status ? `${status.dev} ${status.ino}` : placeOf(name)
    const other = known.get(file)
    if (other !== undefined) {
      throw new KallsymsError('usage', `${name} is given for ${other} and for ${purpose}: give two files`)
    }
    known.set(file, purpose)
  }
}

/** Where a file will be that does not exist yet. */
function placeOf(name: string): string {
  try {
    const target = followLinks(name)
    return path.join(fs.realpathSync(path.dirname(target)), path.basename(target))
  } catch {
    return path.resolve(name)
  }
}

/** The target of symbolic links, whether it exists or not: renaming must replace the file and not the link. */
function followLinks(name: string): string {
  let target = name
  // As many links as Linux follows.
  for (let links = 0; links < 40; links++) {
    if (!fs.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) break
    target = path.resolve(fs.realpathSync(path.dirname(target)), fs.readlinkSync(target))
  }
  return target
}

function openInPlace(name: string): Destination {
  const descriptor = fs.openSync(name, 'w')
  const close = (): void => fs.closeSync(descriptor)
  return { ...descriptorDestination(descriptor, name), commit: close, abandon: close }
}

/** Files of runs that ended long ago, which a signal has kept from removing them. */
function removeStale(directory: string): void {
  try {
    for (const file of fs.readdirSync(directory)) {
      const [, pid] = /^\.kallsyms-(\d+)-[0-9a-z]+\.tmp$/.exec(file) ?? []
      if (pid === undefined || isRunning(Number(pid))) continue
      const stale = path.join(directory, file)
      // The process may be one of another machine.
      if (Date.now() - fs.lstatSync(stale).mtimeMs > STALE_AFTER) fs.rmSync(stale)
    }
  } catch {}
}

/** Milliseconds after which no run writes any more. */
const STALE_AFTER = 600_000

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** @param mode of the file that is replaced, if there is one: its permissions are kept, and setuid and the like are not */
function openBeside(target: string, name: string, mode: number | undefined): Destination {
  removeStale(path.dirname(target))
  // A name with `..` after a directory that does not exist is no name of a file, and is not made one.
  const beside = `${path.dirname(target)}/.kallsyms-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`
  const descriptor = fs.openSync(beside, 'wx')
  let isOpen = true
  const close = (): void => {
    isOpen = false
    fs.closeSync(descriptor)
  }
  if (mode !== undefined) fs.fchmodSync(descriptor, mode & 0o777)
  return {
    ...descriptorDestination(descriptor, name),
    commit() {
      try {
        close()
        fs.renameSync(beside, target)
      } catch (error) {
        fs.rmSync(beside, { force: true })
        throw asIoError(error, name)
      }
    },
    abandon() {
      if (isOpen) close()
      fs.rmSync(beside, { force: true })
    },
  }
}

/** @param command the one that writes it, as its head says */
function pageOf(command: string): OutputKind {
  return {
    name: `a page of ${command}`,
    isOne: beginsWith(
      new RegExp(
        `^<!DOCTYPE html>\\n<html lang="en">\\n<head>\\n[^]*<meta name="generator" content="${command}">`,
      ),
    ),
  }
}
