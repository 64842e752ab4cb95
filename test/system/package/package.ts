/**
 * `npm run check:package`: packs the project, looks at what the package holds, installs it as a user does, and uses
 * the command, the documentation, the library and the place in a kernel's build from there.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { ROOT } from '../../support/root.js'
import { type Scope, temporaryFolder } from '../../support/run.js'
import { Tree, UNPROVED } from '../kbuild/trees.js'
import { brokenLinks } from './links.js'

/** Everything that may be in the package. */
const EXPECTED = [
  /^(package\.json|LICENSE)$/,
  /^(README|CHANGELOG|CONTRIBUTING|SECURITY|docs\/[a-z-]+|golden\/README|kbuild\/README)\.md$/,
  /^bin\/(kallsyms|package\.json)$/,
  /^dist\/(completion|explain|help|kallsyms|lab|lab-worker|prove|record-pass|report-pass)\.cjs$/,
  /^dist\/LICENSE\.(commander|split2)$/,
  /^dist\/completions\/_?kallsyms$/,
  /^dist\/lib\/.*\.(js|d\.ts)$/,
  /^dist\/lib\/commonjs\/package\.json$/,
  /^dist\/man\/kallsyms(-explain|-lab)?\.1$/,
  /^docs\/[a-z-]+\.md$/,
  /^golden\/README\.md$/,
  /^golden\/(inputs\/tinyconfig-6\.12-pass1|maps\/debian-cloud-6\.1\.176)\.map\.gz$/,
  /^kbuild\/(kallsyms\.mk|hostcc|wrapper\.sh)$/,
]

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

const TSC = path.join(ROOT, 'node_modules', '.bin', 'tsc')
const INPUT = path.join(ROOT, 'golden', 'inputs', 'filters.nm')
const expected = Buffer.from(
  generate(readFileSync(INPUT), { dialect: findRelease('6.12').dialect, allSymbols: true }).assembly,
)

/** Functions to call at the end. */
const ends: (() => void)[] = []
const scope: Scope = { after: end => void ends.push(end as () => void) }
const folder = temporaryFolder(scope)
try {
  const [packed] = JSON.parse(
    npm(ROOT, 'pack', '--silent', '--json', '--pack-destination', folder),
  ) as Packed[]
  assert.ok(packed)
  const files = packed.files.map(file => file.path)
  const tarball = path.join(folder, packed.filename)
  checkContents(files)
  checkLinks(files)
  const prefix = path.join(folder, 'global')
  npm(folder, 'install', '--silent', '--offline', '--global', '--prefix', prefix, tarball)
  checkCommand(prefix)
  checkLibrary(tarball, files)
  console.log(
    `${packed.filename}: ${files.length} files, ${packed.size} bytes; command and library work when installed`,
  )
} finally {
  for (const end of ends) end()
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

function checkContents(files: readonly string[]): void {
  const unexpected = files.filter(file => !EXPECTED.some(pattern => pattern.test(file)))
  const missing = EXPECTED.filter(pattern => !files.some(file => pattern.test(file)))
  assert.deepEqual({ unexpected, missing }, { unexpected: [], missing: [] })
}

/** Documents refer to what an installed user has. */
function checkLinks(files: readonly string[]): void {
  const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
  const documents = files.filter(file => file.endsWith('.md'))
  const broken = documents.map(name => ({ name, links: brokenLinks(name, files, read) }))
  assert.deepEqual(
    broken.filter(({ links }) => links.length > 0),
    [],
  )
}

function checkCommand(prefix: string): void {
  const command = path.join(prefix, 'bin', 'kallsyms')
  const run = (...args: string[]): Buffer => execFileSync(command, args)
  assert.ok(run('--kernel', '6.12', '--all-symbols', INPUT).equals(expected))

  // The lab, with the maps that come with it and its threads.
  const lab = run('lab', '--trials', '3', '--no-times', '--only', 'exact', '--json')
  assert.equal(JSON.parse(lab.toString()).isComplete, true)

  assert.match(run('help', 'kbuild').toString(), /^# .*\n/)
  assert.match(run('completion', 'bash').toString(), /^complete -F _kallsyms kallsyms$/m)
  for (const page of ['kallsyms', 'kallsyms-explain', 'kallsyms-lab']) {
    assert.ok(existsSync(path.join(prefix, 'share', 'man', 'man1', `${page}.1`)), page)
  }

  // In a kernel's build, as it prints its own place.
  const makefile = run('--print-kbuild').toString().trim()
  const tree = Tree.plant(scope, { convention: 'pass-0', kernel: '6.12.117', layout: TYPE_FLIP, padding: 64 })
  const made = tree.makeWith(UNPROVED, `MAKEFILES=${makefile}`)
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stdout, /^ {2}WRAP .*\/global\/lib\/node_modules\/kallsyms\/bin\/kallsyms$/m)
}

/** Uses the library from JavaScript and TypeScript: it works, and both together need all of its files. */
function checkLibrary(tarball: string, files: readonly string[]): void {
  const project = path.join(folder, 'project')
  mkdirSync(project)
  const write = (name: string, text: string): void => writeFileSync(path.join(project, name), text)
  write('package.json', '{ "type": "module" }')
  npm(project, 'install', '--silent', '--offline', tarball)
  const program = (load: string): string => `${load}
    import { readFileSync } from 'node:fs'
    const { dialect } = findRelease('6.12')
    const made: Summary & { readonly assembly: Uint8Array } = generate(
      readFileSync(process.argv[2] as string), { dialect, allSymbols: true })
    process.stdout.write(made.assembly)`
  const load = "import { findRelease, generate, type Summary } from 'kallsyms'"
  write('use.ts', program(load))
  write('use.cts', program(load))
  const types = ['--typeRoots', path.join(ROOT, 'node_modules', '@types'), '--types', 'node']
  const compile = (file: string, ...options: string[]): string =>
    execFileSync(
      process.execPath,
      [TSC, '--strict', '--target', 'es2022', '--listFiles', ...types, ...options, file],
      {
        cwd: project,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
  const typed = compile('use.ts', '--module', 'nodenext') + compile('use.cts', '--module', 'node16')
  const required = execFileSync(process.execPath, ['use.cjs', INPUT], { cwd: project })
  assert.ok(required.equals(expected))

  const log = path.join(project, 'loaded')
  write(
    'hooks.js',
    `import { appendFileSync } from 'node:fs'
    export function load(url, context, next) {
      appendFileSync(${JSON.stringify(log)}, url + '\\n')
      return next(url, context)
    }`,
  )
  write('log.js', `import { register } from 'node:module'\nregister('./hooks.js', import.meta.url)`)
  const made = execFileSync(process.execPath, ['--import', './log.js', 'use.js', INPUT], { cwd: project })
  assert.ok(made.equals(expected))

  const installed = path.join(realpathSync(project), 'node_modules', 'kallsyms')
  const lines = [...typed.split('\n'), ...readFileSync(log, 'utf8').split('\n')]
  const used = lines.flatMap(line => line.replace(/^file:\/\//, '').split(`${installed}/`)[1] ?? [])
  assert.deepEqual(
    files.filter(
      file => /^dist\/lib\/(?!commonjs\/(index\.js|package\.json)$)/.test(file) && !used.includes(file),
    ),
    [],
  )
}
