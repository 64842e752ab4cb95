/** What the output directory of a kernel's build shows of the kernel. */
import fs from 'node:fs'
import path from 'node:path'
import { type RegularFileOptions, readRegularFile } from './regular-file.js'

/** A configuration has some hundred thousand bytes. */
const CONFIGURATION: RegularFileOptions = { largest: 1 << 24, followLinks: true }

/** The source tree of a build; null if it is not the directory itself, and not linked from it. */
export function treeOf(folder: string): string | null {
  const trees = [folder, path.join(folder, 'source')]
  return trees.find(tree => fs.existsSync(path.join(tree, 'scripts', 'kallsyms.c'))) ?? null
}

/** Whether a symbol of the configuration, without `CONFIG_`, is `y`. Without a configuration none is. */
export function configurationOf(folder: string): (symbol: string) => boolean {
  const lines = new Set(configurationLines(folder))
  return symbol => lines.has(`CONFIG_${symbol}=y`)
}

/** The lines of the configuration that name the versions of compiler, assembler and linker. */
export function toolVersions(folder: string): string[] {
  return configurationLines(folder).filter(line => /^CONFIG_\w*_VERSION(_TEXT)?=(?!0$)/.test(line))
}

function configurationLines(folder: string): string[] {
  const files = [path.join('include', 'config', 'auto.conf'), '.config'].map(name => path.join(folder, name))
  const file = files.find(each => fs.existsSync(each))
  return file === undefined ? [] : readRegularFile(file, CONFIGURATION).toString('latin1').split('\n')
}
