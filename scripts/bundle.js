/**
 * Of the build: the executable, in as few files as start fast. What the program imports statically is one file;
 * each module that it imports when it is needed is another, with all that it needs, so that nobody else pays for it.
 */
import { build } from 'esbuild'

/** Modules that are loaded when they are needed. They keep their errors to themselves: classes are not shared. */
const ON_DEMAND = ['completion', 'explain', 'help', 'journal', 'lab']

/**
 * Those of them that import modules of the user's, by names that nobody knows yet, and what their threads run: a real
 * import() is needed there, and they start slowly enough as it is.
 */
const IMPORTING = { lab: 'src/cli/lab.ts', 'lab-worker': 'src/lab/run/worker.ts' }

/** Commander loads this for subcommands that are programs of their own, which we have none of. */
const UNUSED_BY_COMMANDER = 'node:child_process'

const options = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
  // What is shorter is read sooner.
  minifyWhitespace: true,
  minifySyntax: true,
}

const onDemand = {
  name: 'on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return null
      if (path.startsWith('node:')) return { path, external: true }
      const [, name] = /^\.\/(\w+)\.js$/.exec(path) ?? []
      if (!ON_DEMAND.includes(name))
        return { errors: [{ text: `${path} is not among those loaded on demand` }] }
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

await build({
  ...options,
  entryPoints: {
    kallsyms: 'src/cli/main.ts',
    ...Object.fromEntries(
      ON_DEMAND.filter(name => !(name in IMPORTING)).map(name => [name, `src/cli/${name}.ts`]),
    ),
  },
  // As require(), which is there at once; import() would start another loader first.
  supported: { 'dynamic-import': false },
  plugins: [onDemand, unused],
})
await build({ ...options, entryPoints: IMPORTING, plugins: [unused] })
