/** Build step: the manual pages and completion scripts, from the definitions of the command lines. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const outfile = 'build/pages.cjs'
await build({
  entryPoints: ['src/cli/pages/write.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
})
await import(pathToFileURL(path.resolve(outfile)))
