/** The maps that `kallsyms lab` compares proposals on. */
import path from 'node:path'
import { OPTIONS } from '../dialect/dialect.js'
import { findRelease } from '../dialect/resolve.js'
import { KallsymsError } from '../errors.js'
import type { LabInput } from '../lab/measurements/input.js'
import { flagOf, generateOptions } from './c-options.js'
import { chooseDialect } from './choose-dialect.js'
import { gunzip, isGzip } from './gzip.js'
import { readInput } from './io.js'
import type { LabFlags } from './lab-command.js'
import { writeNotes } from './messages.js'

/** Real maps that are part of the package. */
const DEFAULT_MAPS = [
  {
    name: 'tinyconfig 6.12',
    file: 'inputs/tinyconfig-6.12-pass1.map.gz',
    kernel: '6.12',
    options: { allSymbols: true },
  },
  {
    name: "Debian's cloud kernel 6.1",
    file: 'maps/debian-cloud-6.1.176.map.gz',
    kernel: '6.1.176',
    options: { allSymbols: true, absolutePercpu: true, baseRelative: true },
  },
] as const

/**
 * The maps on the command line, or else those of the package.
 *
 * @throws {KallsymsError} `usage`; `io` where a map cannot be read; `unknown-kernel`
 */
export function labInputs(maps: readonly string[], flags: LabFlags): LabInput[] {
  return maps.length === 0 ? defaultInputs(flags) : givenInputs(maps, flags)
}

function defaultInputs(flags: LabFlags): LabInput[] {
  const option = OPTIONS.find(option => flags[flagOf(option)] !== undefined)
  if (flags.kernel !== undefined || option !== undefined) {
    const which = flags.kernel === undefined ? `--${option}` : '--kernel'
    throw new KallsymsError('usage', `${which} needs a map on the command line`)
  }
  return DEFAULT_MAPS.map(({ name, file, kernel, options }) => ({
    name,
    kernel,
    map: readMap(path.join(__dirname, '..', 'golden', file)),
    options: { dialect: findRelease(kernel).dialect, ...options },
  }))
}

function givenInputs(maps: readonly string[], flags: LabFlags): LabInput[] {
  const duplicate = maps.find((map, i) => maps.indexOf(map) !== i)
  if (duplicate !== undefined) throw new KallsymsError('usage', `${duplicate} is given twice`)
  const chosen = chooseDialect(flags.kernel, process.env)
  writeNotes(chosen, 'kallsyms lab')
  const { dialect } = chosen
  const options = { ...generateOptions(flags, chosen), dialect }
  const baseNames = maps.map(map => (map === '-' ? 'standard input' : path.basename(map)))
  const areUnique = new Set(baseNames).size === maps.length
  return maps.map((map, i) => ({
    name: areUnique ? (baseNames[i] as string) : map,
    kernel: chosen.version ?? chosen.release?.since ?? chosen.by,
    map: readMap(map === '-' ? null : map),
    options,
  }))
}

/** Reads a map, plain or compressed with gzip; null stands for standard input. */
function readMap(file: string | null): Uint8Array {
  const name = file ?? 'standard input'
  const bytes = readInput(file)
  const map = isGzip(bytes) ? gunzip(bytes, name) : bytes
  if (map.length > LARGEST_MAP) {
    throw new KallsymsError('too-large', `${name}: larger than ${LARGEST_MAP >> 20} MiB: is it a map?`)
  }
  return map
}

/** The maps of the largest kernels have some 40 MB. */
const LARGEST_MAP = 1 << 28
