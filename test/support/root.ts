/** The root of the repository; tests run from the directory that they are compiled to. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  while (!existsSync(path.join(folder, 'golden', 'manifest.jsonl.gz'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error('no folder above holds golden/manifest.jsonl.gz')
    folder = parent
  }
  return folder
}

export const ROOT: string = findRoot()
