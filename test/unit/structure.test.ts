/** The structure of `src`: files and folders import one another in one direction only. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../support/root.js'

/** What each file, or folder, imports. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>

/**
 * A relative path of a module in quotes. It is an import in any statement: `import`, `import type`,
 * `export … from`, `import()`, with the names on one line or on several.
 */
const SPECIFIER = /(['"`])(\.{1,2}\/[^'"`\s]+\.(?:js|as))\1/g

/** The files that a module imports, by their paths from the repository's root. */
function importsOf(file: string, text: string): Set<string> {
  const specifiers = [...text.matchAll(SPECIFIER)].map(([, , specifier = '']) => specifier)
  return new Set(
    specifiers.map(specifier =>
      path.posix.join(path.posix.dirname(file), specifier.replace(/\.js$/, '').concat('.ts')),
    ),
  )
}

function sourceGraph(): Graph {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => name.endsWith('.ts')).map(name => path.posix.join('src', name))
  return new Map(
    files.map(file => [file, importsOf(file, readFileSync(path.join(ROOT, file), 'utf8'))] as const),
  )
}

/** The imports between groups of files; files without a group, and imports within one, are left out. */
function grouped(graph: Graph, groupOf: (file: string) => string | null): Graph {
  const groups = new Map<string, Set<string>>()
  for (const [file, imports] of graph) {
    const group = groupOf(file)
    if (group === null) continue
    const others = groups.get(group) ?? new Set()
    groups.set(group, others)
    for (const imported of imports) {
      const other = groupOf(imported)
      if (other !== null && other !== group) others.add(other)
    }
  }
  return groups
}

/** The first circle of imports, as the nodes on it; null where there is none. */
function circleIn(graph: Graph): string[] | null {
  const done = new Set<string>()
  const walk = (node: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(node)
    if (at >= 0) return [...trail.slice(at), node]
    if (done.has(node)) return null
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...trail, node])
      if (circle) return circle
    }
    done.add(node)
    return null
  }
  for (const node of graph.keys()) {
    const circle = walk(node, [])
    if (circle) return circle
  }
  return null
}

/** The folder below another that a file is in; a file that is directly in it is a node of its own. */
function below(folder: string): (file: string) => string | null {
  return file => {
    if (!file.startsWith(`${folder}/`)) return null
    const [first = ''] = file.slice(folder.length + 1).split('/')
    return `${folder}/${first}`
  }
}

const GRAPH = sourceGraph()

/** Imports of some files by others, for messages. */
function importsBetween(isFrom: (file: string) => boolean, isTo: (file: string) => boolean): string[] {
  return [...GRAPH].flatMap(([file, imports]) =>
    isFrom(file) ? [...imports].filter(isTo).map(other => `${file} -> ${other}`) : [],
  )
}

function isIn(folder: string): (file: string) => boolean {
  return file => file.startsWith(`${folder}/`)
}

test('every form of import is seen', () => {
  const text = `import type { A } from '../a/a.js'
import b, {
  type B,
} from './b.js'
import './c.js'
export * from "./d.js"
export { packed } from '../wasm/packed.as'
const e = await import('./e.js')
import { readFileSync } from 'node:fs'
import { Command } from 'commander'`
  assert.deepEqual(
    [...importsOf('src/x/x.ts', text)],
    ['src/a/a.ts', 'src/x/b.ts', 'src/x/c.ts', 'src/x/d.ts', 'src/wasm/packed.as.ts', 'src/x/e.ts'],
  )
})

test('circles are found, through files and through folders', () => {
  const graph = new Map([
    ['src/a/1.ts', new Set(['src/b/1.ts'])],
    ['src/b/1.ts', new Set(['src/c/1.ts'])],
    ['src/b/2.ts', new Set(['src/a/1.ts'])],
    ['src/c/1.ts', new Set<string>()],
  ])
  assert.equal(circleIn(graph), null)
  assert.deepEqual(circleIn(grouped(graph, below('src'))), ['src/a', 'src/b', 'src/a'])
  const closed = new Map([...graph, ['src/c/1.ts', new Set(['src/b/1.ts'])] as const])
  assert.deepEqual(circleIn(closed), ['src/b/1.ts', 'src/c/1.ts', 'src/b/1.ts'])
})

test('every import is a file of src', () => {
  const missing = [...GRAPH].flatMap(([file, imports]) =>
    [...imports].filter(other => !GRAPH.has(other)).map(other => `${file} -> ${other}`),
  )
  assert.deepEqual(missing, [])
  assert.ok(GRAPH.size > 100)
})

test('no circle between files', () => {
  assert.deepEqual(circleIn(GRAPH), null)
})

for (const folder of ['src', 'src/lab']) {
  test(`no circle between the folders of ${folder}`, () => {
    const groupOf = below(folder)
    const circle = circleIn(grouped(GRAPH, groupOf)) ?? []
    // Which imports make it.
    const imports = circle.slice(1).flatMap((to, i) =>
      importsBetween(
        file => groupOf(file) === circle[i],
        file => groupOf(file) === to,
      ),
    )
    assert.deepEqual(imports, [])
  })
}

test('explain and lab do not import each other', () => {
  assert.deepEqual(importsBetween(isIn('src/explain'), isIn('src/lab')), [])
  assert.deepEqual(importsBetween(isIn('src/lab'), isIn('src/explain')), [])
})

test('nothing but the command line imports from it', () => {
  const isInCli = isIn('src/cli')
  assert.deepEqual(
    importsBetween(file => !isInCli(file), isInCli),
    [],
  )
})
