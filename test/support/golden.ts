/** The recorded reference data in golden/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Dialect, OPTIONS } from '../../src/dialect/dialect.js'
import type { GenerateOptions } from '../../src/generate/options.js'
import { ROOT } from './root.js'

const GOLDEN = path.join(ROOT, 'golden')

/** The output of one or more C tools for an input and options. */
export interface Golden {
  readonly input: string
  readonly args: readonly string[]
  /** Names that `--kernel` takes. */
  readonly kernels: readonly string[]
  /** Exit status; `crash` if a signal ended the C tool. */
  readonly exit: number | 'crash'
  readonly bytes: number | null
  readonly sha256: string | null
  /** At most `STDERR_KEPT` characters. */
  readonly stderr: string
  /** Set if the C tool overruns a buffer; the record then has the output with a buffer that is large enough. */
  readonly undefined?: true
}

export const STDERR_KEPT = 4000

/** @param name `manifest`, or `manifest-2.6` for the tools of 2.6.12 to 2.6.32 */
export function readManifest(name: 'manifest' | 'manifest-2.6' = 'manifest'): Golden[] {
  const lines = readGolden(`${name}.jsonl`).toString().trimEnd().split('\n')
  return lines.map(line => JSON.parse(line) as Golden)
}

/** What a run of the C tool that reads images wrote into a file. */
export interface RecordedFile {
  readonly sha256: string
  readonly bytes: number
}

/** A run of that tool, as its README says. */
export interface RecordedRun {
  readonly input: string | null
  readonly args: readonly string[]
  readonly exit: number
  readonly stderr: string
  readonly stdout: RecordedFile | null
  readonly bin: RecordedFile | null
  readonly sysmap: RecordedFile | null
  readonly undefined?: readonly string[]
}

/** The names of all images that it read. */
export function elfInputNames(): string[] {
  return readdirSync(path.join(GOLDEN, 'inputs-elf'))
}

export function readElfManifest(): RecordedRun[] {
  const lines = readGolden('manifest-elf.jsonl').toString().trimEnd().split('\n')
  return lines.map(line => JSON.parse(line) as RecordedRun)
}

/** A file of `golden/` by its name without `.gz`, decompressed. */
export function readGolden(name: string): Buffer {
  const file = path.join(GOLDEN, name)
  return existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`))
}

/** The names of all inputs, without `.gz`. */
export function inputNames(folder: 'inputs' | 'inputs-2.6' = 'inputs'): string[] {
  return readdirSync(path.join(GOLDEN, folder)).map(name => name.replace(/\.gz$/, ''))
}

/** Options of the library from arguments of the C tool, as in the manifest. */
export function optionsOf(args: readonly string[], dialect: Dialect): GenerateOptions {
  const options: Record<string, unknown> = { dialect }
  for (const argument of args) {
    const [name = '', value = ''] = argument.slice(2).split('=')
    if (!OPTIONS.some(option => option === name)) throw new Error(`what is ${argument}?`)
    const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    options[key] = true
    if (name === 'symbol-prefix') options[key] = value.charCodeAt(0)
    if (name === 'page-offset') {
      const address = BigInt(`0x${value}`)
      options[key] = { high: Number(address >> 32n), low: Number(address & 0xffffffffn) }
    }
  }
  return options
}
