/**
 * Whether an output may replace the file that stands under its name. A map or a proposal that was given in the wrong
 * place is somebody's work, and is not written over.
 */
import fs from 'node:fs'
import { KallsymsError } from '../errors.js'

/** A kind of output. */
export interface OutputKind {
  readonly name: string
  /** The first bytes of all outputs of this kind. */
  readonly begins: RegExp
}

/** Assembly text begins with a line of the preprocessor or a directive, and a printed dialect with a brace. */
export const TABLE: OutputKind = { name: 'a table', begins: /^\s*[#.{]/ }
export const PAGE: OutputKind = { name: 'a page of kallsyms', begins: /^<!DOCTYPE html>/ }

/** As many bytes as tell the kind. */
const BEGIN = 64

/**
 * @param file the name of an output; what is no regular file, is empty or does not exist has nothing to lose
 * @throws {KallsymsError} `usage` for a file of another kind
 */
export function requireReplaceable(file: string, { name, begins }: OutputKind): void {
  const begin = beginOf(file)
  if (begin === '' || begins.test(begin)) return
  throw new KallsymsError(
    'usage',
    `${file}: exists and is not ${name}: give another output file, or remove this one`,
  )
}

function beginOf(file: string): string {
  try {
    if (!fs.statSync(file).isFile()) return ''
    const descriptor = fs.openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(BEGIN)
      return bytes.toString('latin1', 0, fs.readSync(descriptor, bytes, 0, BEGIN, 0))
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    // Opening it as an output reports what is wrong.
    return ''
  }
}
