/**
 * Build step: the library, `dist/lib`, without the modules that nothing in the package's exports leads to; and for
 * require(), in `dist/lib/commonjs`, as one file with types of its own, since types of a module are no types of a script.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const LIBRARY = 'dist/lib'

const { status } = spawnSync('node_modules/.bin/tsc', ['-p', 'src/tsconfig.lib.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(1)

// Types lead to modules that are not loaded, and the other way round.
const reachable = new Set([...reachableFrom('index.js', '.js'), ...reachableFrom('index.d.ts', '.d.ts')])
for (const name of readdirSync(LIBRARY, { recursive: true })) {
  const file = path.join(LIBRARY, name)
  if (/\.(js|d\.ts)$/.test(name) && !reachable.has(file)) rmSync(file)
}

const COMMONJS = path.join(LIBRARY, 'commonjs')
await build({
  entryPoints: [path.join(LIBRARY, 'index.js')],
  outfile: path.join(COMMONJS, 'index.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
})
writeFileSync(path.join(COMMONJS, 'package.json'), '{ "type": "commonjs" }\n')
for (const file of reachable) {
  if (file.endsWith('.d.ts')) cpSync(file, path.join(COMMONJS, path.relative(LIBRARY, file)))
}

/** The files that a file imports, and what these import. */
function reachableFrom(start, extension) {
  const found = new Set([path.join(LIBRARY, start)])
  // A set also gives what is added while it is walked.
  for (const file of found) {
    for (const [, imported] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g,
    )) {
      found.add(path.join(path.dirname(file), imported + extension))
    }
  }
  return found
}
