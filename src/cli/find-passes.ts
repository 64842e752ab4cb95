/** The passes of a link in the folder of a kernel's build, by the names that builds of all years give them. */
import fs from 'node:fs'
import path from 'node:path'
import type { OptionName } from '../dialect/dialect.js'
import { KallsymsError } from '../errors.js'
import { FINAL_FILES, PASS_FILES } from '../kbuild/pass-files.js'
import { mapFileOf, type PassRecord, readPasses } from './journal.js'

/** Where the override keeps its journal in the output of a build. */
export const JOURNAL = '.tmp_for_kallsyms'

/** A map in a build's folder. */
export interface FoundMap {
  readonly file: string
  /** For people. */
  readonly name: string
  /** What the journal has of the pass; null for files of the build. */
  readonly record: PassRecord | null
  readonly isFinal: boolean
}

const MOST_PASSES = 9

/**
 * Finds the maps of the last link, in its order. What is older than the pass before it was left by an earlier link.
 *
 * @param folder the output of a build, or a journal
 * @throws {KallsymsError} `io` where there are none
 */
export function mapsIn(folder: string): FoundMap[] {
  const journals = [folder, path.join(folder, JOURNAL)].map(journalIn)
  const links = [...journals, ...PASS_FILES.map(name => linkIn(folder, name))].filter(maps => maps.length > 0)
  // In a link images come first, then their lists, then the journal: what comes later tells more.
  const ended = (maps: readonly FoundMap[]): number =>
    changed((maps.findLast(({ isFinal }) => !isFinal) as FoundMap).file)
  const newest = links.reduce<readonly FoundMap[]>(
    (best, link) => (best.length === 0 || ended(link) > ended(best) ? link : best),
    [],
  )
  if (newest.length === 0) {
    throw new KallsymsError(
      'io',
      `${folder}: no passes of a link in it: a build that fails its check removes them, unless it was made with ` +
        '`make MAKEFILES="$(kallsyms --print-kbuild)"`; or give the maps',
    )
  }
  return [...newest]
}

function journalIn(folder: string): FoundMap[] {
  return readPasses(folder).map(record => ({
    file: mapFileOf(folder, record),
    name: `pass ${record.pass}`,
    record,
    isFinal: false,
  }))
}

function linkIn(folder: string, passFile: string): FoundMap[] {
  const maps: FoundMap[] = []
  const add = (name: string, isFinal: boolean): boolean => {
    const file = path.join(folder, name)
    const before = maps.at(-1)
    if (!fs.existsSync(file) || (before && changed(file) < changed(before.file))) return false
    maps.push({ file, name, record: null, isFinal })
    return true
  }
  for (let pass = 1; pass <= MOST_PASSES && add(passFile.replace('N', String(pass)), false); pass++);
  if (maps.length > 0) FINAL_FILES.some(name => add(name, true))
  return maps
}

/** When a file was changed, in milliseconds. */
function changed(file: string): number {
  return fs.statSync(file).mtimeMs
}

/** The tree of a build's folder, where its tool's source is; null without one. */
export function treeOf(folder: string): string | null {
  const trees = [folder, path.join(folder, 'source')]
  return trees.find(tree => fs.existsSync(path.join(tree, 'scripts', 'kallsyms.c'))) ?? null
}

/** With which of its options a build calls the tool. Up to 4.5 percpu addresses are absolute wherever x86-64 is built. */
const CONFIGURED: readonly (readonly [OptionName, ...string[]])[] = [
  ['all-symbols', 'KALLSYMS_ALL'],
  ['absolute-percpu', 'KALLSYMS_ABSOLUTE_PERCPU'],
  ['base-relative', 'KALLSYMS_BASE_RELATIVE'],
  ['lto-clang', 'LTO_CLANG'],
  ['pc-relative', '64BIT', 'RELOCATABLE'],
]

/**
 * The options that the configuration of a build asks for.
 *
 * @param known those that its tool has
 */
export function configuredOptions(folder: string, known: readonly OptionName[]): OptionName[] {
  const isSet = configurationOf(folder)
  const options = CONFIGURED.filter(([, ...names]) => names.some(isSet)).map(([option]) => option)
  if (!known.includes('base-relative') && isSet('X86_64')) options.push('absolute-percpu')
  return options.filter(option => known.includes(option))
}

/** Whether an option is set, by its name without prefix. */
function configurationOf(folder: string): (name: string) => boolean {
  const files = [path.join('include', 'config', 'auto.conf'), '.config'].map(name => path.join(folder, name))
  const file = files.find(each => fs.existsSync(each))
  const lines = new Set(file === undefined ? [] : fs.readFileSync(file, 'latin1').split('\n'))
  return name => lines.has(`CONFIG_${name}=y`)
}
