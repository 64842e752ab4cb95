/**
 * Of the build: the executable, in as few files as start fast. What the program imports statically is one file;
 * each module that it imports when it is needed is another, with all that it needs, so that nobody else pays for it.
 */
import { build } from 'esbuild'

/** Modules that are loaded when they are needed. They keep their errors to themselves: classes are not shared. */
const ON_DEMAND = ['explain', 'journal']

/** Commander loads this for subcommands that are programs of their own, which we have none of. */
const UNUSED_BY_COMMANDER = 'node:child_process'

await build({
  entryPoints: {
    kallsyms: 'src/cli/main.ts',
    ...Object.fromEntries(ON_DEMAND.map(name => [name, `src/cli/${name}.ts`])),
  },
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
  // As require(), which is there at once; import() would start another loader first.
  supported: { 'dynamic-import': false },
  plugins: [
    {
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
    },
    {
      name: 'unused',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: new RegExp(`^${UNUSED_BY_COMMANDER}$`) }, ({ importer }) =>
          importer.includes('/commander/') ? { path: UNUSED_BY_COMMANDER, namespace: 'unused' } : null,
        )
        onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: '' }))
      },
    },
  ],
})
