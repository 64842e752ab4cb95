/**
 * Build step: the executable, in as few files as start fast. All that the program imports statically is one file; each
 * module that it imports on demand is another, with all that it needs, so that a run loads nothing else.
 */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/** Modules of src/cli that are imported on demand. Classes are not shared between bundles: they handle their errors. */
const ON_DEMAND = ['completion', 'explain', 'help', 'lab', 'prove', 'record-pass', 'report-pass']

/**
 * Those that load modules of the user with import(), which esbuild must not replace, and what their threads run. They
 * have no on-demand modules of their own.
 */
const IMPORTING = { lab: 'src/cli/lab.ts', 'lab-worker': 'src/lab/run/worker.ts' }

/** Commander loads this to run subcommands that are separate programs. There are none. */
const UNUSED_BY_COMMANDER = 'node:child_process'

const options = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  // Shorter files are read sooner.
  minifyWhitespace: true,
  minifySyntax: true,
}

const onDemand = {
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return null
      if (path.startsWith('node:')) return { path, external: true }
      const [, name] = /^\.\/([\w-]+)\.js$/.exec(path) ?? []
      if (!ON_DEMAND.includes(name)) return { errors: [{ text: `${path} is not in ON_DEMAND` }] }
      return { path: `./${name}.cjs`, external: true }
    })
  },
}

const unused = {
  name: 'unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${UNUSED_BY_COMMANDER}$`) }, ({ importer }) =>
      importer.includes('/commander/') ? { path: UNUSED_BY_COMMANDER, namespace: 'unused' } : null,
    )
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: '' }))
  },
}

const bundles = [
  await build({
    ...options,
    entryPoints: {
      kallsyms: 'src/cli/main.ts',
      ...Object.fromEntries(
        ON_DEMAND.filter(name => !(name in IMPORTING)).map(name => [name, `src/cli/${name}.ts`]),
      ),
    },
    // Becomes require(), which is there at once; import() would start another loader first.
    supported: { 'dynamic-import': false },
    plugins: [onDemand, unused],
  }),
  await build({ ...options, entryPoints: IMPORTING, plugins: [unused] }),
]

// The licences of what is bundled ask to come along.
const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))
const libraries = inputs.flatMap(
  input => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
)
for (const library of new Set(libraries)) {
  copyFileSync(path.join('node_modules', library, 'LICENSE'), `dist/LICENSE.${library.replace('/', '-')}`)
}
