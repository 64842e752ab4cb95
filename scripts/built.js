/**
 * Build step: `npm run build` and `npm run build:test`, at the same time, unless nothing has changed since. For the
 * scripts that need both.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Its time is when the last build began. */
const STAMP = 'build/built'

/** What the builds are made from; a directory changes when files in it come and go. */
const SOURCES = ['src', 'test', 'tools', 'scripts', 'bin', 'docs', 'package.json', 'tsconfig.json']

/** What the builds make besides the loops, which are next to their sources. */
const PRODUCTS = ['dist/kallsyms.cjs', 'dist/lib/index.js', 'build/tsc/tools/start.js']

await run('loops')
if (!isUpToDate()) {
  rmSync(STAMP, { force: true })
  const began = new Date()
  await Promise.all([run('build'), run('build:test')])
  mkdirSync('build', { recursive: true })
  writeFileSync(STAMP, '')
  utimesSync(STAMP, began, began)
}

function isUpToDate() {
  if (![STAMP, ...PRODUCTS].every(file => existsSync(file))) return false
  const made = statSync(STAMP).mtimeMs
  return SOURCES.every(source => filesIn(source).every(file => statSync(file).mtimeMs < made))
}

function filesIn(source) {
  if (!statSync(source).isDirectory()) return [source]
  return [source, ...readdirSync(source, { recursive: true }).map(name => path.join(source, name))]
}

/** Runs a script of package.json; ends this process if it fails. */
function run(script) {
  return new Promise(resolve => {
    spawn('npm', ['run', '--silent', script], { stdio: 'inherit' }).on('close', status => {
      if (status !== 0) process.exit(1)
      resolve()
    })
  })
}
