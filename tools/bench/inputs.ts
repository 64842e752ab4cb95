/** The maps of the benchmarks, and the options for them. */
import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CTool } from '../../test/support/c-tools.js'
import { readGolden } from '../../test/support/golden.js'

export interface Input {
  readonly name: string
  /** Whether the kernel has SMP, and with it a percpu area at 0. */
  readonly hasPercpu: boolean
}

export const INPUTS: readonly Input[] = [
  { name: 'inputs/tinyconfig-6.12-pass1.map', hasPercpu: false },
  { name: 'maps/debian-cloud-6.1.176.map', hasPercpu: true },
  { name: 'maps/everything-534k.map', hasPercpu: true },
]

/** An input as a file. */
export interface MapFile {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hasPercpu: boolean
}

export function mapFile({ name, hasPercpu }: Input, folder: string): MapFile {
  const file = path.join(folder, path.basename(name))
  writeFileSync(file, readGolden(name))
  return { name: path.basename(name), path: file, bytes: statSync(file).size, hasPercpu }
}

/** The options that the kernel's build passes to the tool on x86-64. */
export function buildOptions({ dialect }: CTool, { hasPercpu }: MapFile): string[] {
  const wanted = [
    'all-symbols',
    ...(hasPercpu ? (['absolute-percpu'] as const) : []),
    'base-relative',
  ] as const
  return wanted.filter(option => dialect.options.includes(option)).map(option => `--${option}`)
}
