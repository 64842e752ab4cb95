/** Which folder of the sources uses which, from the import statements. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What each folder imports, by name; files at the top are entries of their own. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>

/** The arrows between the folders of a source tree. */
export function arrowsIn(root: string): Arrows {
  const arrows = new Map<string, Set<string>>()
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  for (const file of files) {
    const from = folderOf(file)
    const uses = arrows.get(from) ?? new Set()
    arrows.set(from, uses)
    for (const [, target] of readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)) {
      const to = folderOf(path.join(path.dirname(file), target as string))
      if (to !== from && !to.startsWith('..')) uses.add(to)
    }
  }
  return arrows
}

/** `import ... from './x.js'`, `export ... from './x.js'`, `import('./x.js')`. */
const IMPORT = /(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g

function folderOf(file: string): string {
  const [first = '', ...rest] = path.normalize(file).split(path.sep)
  return rest.length === 0 ? first.replace(/(\.as)?\.[jt]s$|\.as$/, '') : `${first}/`
}

/**
 * The folders from top to bottom, each with those that it uses, but for those that it reaches through another.
 *
 * @throws {Error} where folders use each other in a circle
 */
export function arrowText(arrows: Arrows): string {
  const depths = new Map<string, number>()
  const visit = (folder: string, above: readonly string[]): number => {
    if (above.includes(folder)) {
      const circle = [...above.slice(above.indexOf(folder)), folder].join(' -> ')
      throw new Error(`folders import each other in a circle: ${circle}`)
    }
    const known = depths.get(folder)
    if (known !== undefined) return known
    const depth = 1 + Math.max(-1, ...usesOf(arrows, folder).map(used => visit(used, [...above, folder])))
    depths.set(folder, depth)
    return depth
  }
  for (const folder of arrows.keys()) visit(folder, [])
  const rows = [...depths].sort(([a, i], [b, j]) => j - i || a.localeCompare(b, 'en'))
  const width = Math.max(...rows.map(([folder]) => folder.length))
  return rows
    .map(([folder]) => {
      const uses = direct(arrows, folder)
      return uses.length === 0 ? folder : `${folder.padEnd(width)} -> ${uses.join(' ')}`
    })
    .join('\n')
}

function usesOf(arrows: Arrows, folder: string): string[] {
  return [...(arrows.get(folder) ?? [])].sort((a, b) => a.localeCompare(b, 'en'))
}

/** What a folder uses and does not reach through another that it uses. */
function direct(arrows: Arrows, folder: string): string[] {
  const uses = usesOf(arrows, folder)
  return uses.filter(used => !uses.some(other => other !== used && reaches(arrows, other, used)))
}

function reaches(arrows: Arrows, from: string, to: string): boolean {
  return usesOf(arrows, from).some(used => used === to || reaches(arrows, used, to))
}
