/**
 * `npm run check:package`: packs the project, looks at what the package holds, installs it as a user does, and uses
 * the command, the library and the place in a kernel's build from there.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findRelease } from '../../../src/dialect/resolve.js'
import { generate } from '../../../src/generate/generate.js'
import { TYPE_FLIP } from '../../../src/lab/links/layouts.js'
import { ROOT } from '../../support/root.js'
import { type Scope, temporaryFolder } from '../../support/run.js'
import { Tree } from '../kbuild/trees.js'

/** Everything that may be in the package. */
const EXPECTED = [
  /^(package\.json|LICENSE)$/,
  /^(README|CHANGELOG|CONTRIBUTING|SECURITY|docs\/[a-z-]+|golden\/README|kbuild\/README)\.md$/,
  /^bin\/(kallsyms|package\.json)$/,
  /^dist\/((kallsyms|explain|journal|lab|lab-worker)\.cjs|kallsyms-v[\d.]+-\w+\.cache|LICENSE\.(commander|split2))$/,
  /^dist\/lib\/.*\.(js|d\.ts)$/,
  /^golden\/(inputs\/tinyconfig-6\.12-pass1|maps\/debian-cloud-6\.1\.176)\.map\.gz$/,
  /^kbuild\/(kallsyms\.mk|hostcc|wrapper\.sh)$/,
]

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

function npm(folder: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

/** What is to be done at the end. */
const ends: (() => void)[] = []
const scope: Scope = { after: end => void ends.push(end as () => void) }
const folder = temporaryFolder(scope)
try {
  const [packed] = JSON.parse(
    npm(ROOT, 'pack', '--silent', '--json', '--pack-destination', folder),
  ) as Packed[]
  assert.ok(packed)
  const files = packed.files.map(file => file.path)
  const unexpected = files.filter(file => !EXPECTED.some(pattern => pattern.test(file)))
  const missing = EXPECTED.filter(pattern => !files.some(file => pattern.test(file)))
  assert.deepEqual({ unexpected, missing }, { unexpected: [], missing: [] })
  const tarball = path.join(folder, packed.filename)

  const input = path.join(ROOT, 'golden', 'inputs', 'filters.nm')
  const { dialect } = findRelease('6.12')
  const expected = Buffer.from(generate(readFileSync(input), { dialect, allSymbols: true }).assembly)

  npm(
    folder,
    'install',
    '--silent',
    '--offline',
    '--global',
    '--prefix',
    path.join(folder, 'global'),
    tarball,
  )
  const command = path.join(folder, 'global', 'bin', 'kallsyms')
  assert.ok(execFileSync(command, ['--kernel', '6.12', '--all-symbols', input]).equals(expected))

  // The lab, with the maps that come with it and its threads.
  const lab = execFileSync(command, ['lab', '--trials', '3', '--no-times', '--only', 'exact', '--json'], {
    encoding: 'utf8',
  })
  assert.equal(JSON.parse(lab).isComplete, true)

  // In a kernel's build, as it prints its own place.
  const fragment = execFileSync(command, ['--print-kbuild'], { encoding: 'utf8' }).trim()
  const tree = Tree.plant(scope, { convention: 'pass-0', kernel: '6.12.117', layout: TYPE_FLIP, padding: 64 })
  const made = tree.makeWith({}, `MAKEFILES=${fragment}`)
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stdout, /^ {2}WRAP .*\/global\/lib\/node_modules\/kallsyms\/bin\/kallsyms$/m)

  const project = path.join(folder, 'project')
  mkdirSync(project)
  writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }')
  npm(project, 'install', '--silent', '--offline', tarball)
  const program = `
    import { readFileSync } from 'node:fs'
    import { findRelease, generate, type Summary } from 'kallsyms'
    const { dialect } = findRelease('6.12')
    const made: Summary & { readonly assembly: Uint8Array } = generate(
      readFileSync(process.argv[2] as string), { dialect, allSymbols: true })
    process.stdout.write(made.assembly)
  `
  writeFileSync(path.join(project, 'use.ts'), program)
  const types = ['--typeRoots', path.join(ROOT, 'node_modules', '@types'), '--types', 'node']
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', ...types]
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules', '.bin', 'tsc'), ...options, 'use.ts'], {
    cwd: project,
    stdio: 'inherit',
  })
  assert.ok(execFileSync(process.execPath, ['use.js', input], { cwd: project }).equals(expected))
  console.log(
    `${packed.filename}: ${files.length} files, ${packed.size} bytes; command and library work when installed`,
  )
} finally {
  for (const end of ends) end()
}
