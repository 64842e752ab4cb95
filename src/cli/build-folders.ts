/** The passes of a link in the folder of a kernel's build, by the names that builds of all years give them. */
import fs from 'node:fs'
import path from 'node:path'
import { KallsymsError } from '../errors.js'
import { mapFileOf, type PassRecord, readPasses } from './journal.js'

/** Where the override keeps its journal in the output of a build. */
const JOURNAL = path.join('scripts', '.tmp_kallsyms')

/** A map in a build's folder. */
export interface FoundMap {
  readonly file: string
  /** For people. */
  readonly name: string
  /** What the journal has of the pass; null for files of the build. */
  readonly record: PassRecord | null
  readonly isFinal: boolean
}

/** What builds call the lists of their passes, or the images of which there are no lists; the newest first. */
const GENERATIONS: readonly ((pass: number) => string)[] = [
  pass => `.tmp_vmlinux${pass}.syms`,
  pass => `.tmp_vmlinux.kallsyms${pass}.syms`,
  pass => `.tmp_vmlinux.kallsyms${pass}`,
  pass => `.tmp_vmlinux${pass}`,
  pass => `.tmp_barebox${pass}`,
]

const MOST_PASSES = 9

/**
 * Finds the maps of the last link, in its order.
 *
 * @param folder the output of a build, or a journal
 * @throws {KallsymsError} `io` where there are none
 */
export function mapsIn(folder: string): FoundMap[] {
  for (const journal of [folder, path.join(folder, JOURNAL)]) {
    const passes = readPasses(journal)
    if (passes.length === 0) continue
    return passes.map(record => ({
      file: mapFileOf(journal, record),
      name: `pass ${record.pass}`,
      record,
      isFinal: false,
    }))
  }
  const isThere = (name: string): boolean => fs.existsSync(path.join(folder, name))
  for (const nameOf of GENERATIONS) {
    const passes = Array.from({ length: MOST_PASSES }, (_, i) => nameOf(i + 1)).filter(isThere)
    if (passes.length === 0) continue
    const final = ['System.map', 'vmlinux'].filter(isThere).slice(0, 1)
    return [...passes, ...final].map(name => ({
      file: path.join(folder, name),
      name,
      record: null,
      isFinal: final.includes(name),
    }))
  }
  throw new KallsymsError(
    'io',
    `${folder}: no passes of a link in it: a build that fails its check removes them, unless it was made with ` +
      '`make MAKEFILES="$(kallsyms --print-kbuild)"`; or give the maps',
  )
}

/** The source of the tool that a build's folder has, in its tree; null without one. */
export function toolSourceOf(folder: string): string | null {
  const places = [folder, path.join(folder, 'source')].map(tree => path.join(tree, 'scripts', 'kallsyms.c'))
  return places.find(file => fs.existsSync(file)) ?? null
}

/** Whether the configuration of a build sets an option. */
export function isConfigured(folder: string, option: string): boolean {
  try {
    const config = fs.readFileSync(path.join(folder, 'include', 'config', 'auto.conf'), 'utf8')
    return new RegExp(`^${option}=y$`, 'm').test(config)
  } catch {
    return false
  }
}
