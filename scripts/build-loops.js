/**
 * `npm run loops`: compiles the hot loops, `src/<folder>/*.as.ts`, from AssemblyScript to WebAssembly, and writes the
 * result as a TypeScript module: it is bundled like other modules, and no file has to be found at run time.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const MODULE = 'src/wasm/loops.ts'
const SOURCES = readdirSync('src', { recursive: true })
  .filter(name => name.endsWith('.as.ts'))
  .map(name => path.join('src', name))

const madeAt = statSync(MODULE, { throwIfNoEntry: false })?.mtimeMs ?? 0
if (
  ['scripts/build-loops.js', 'package-lock.json', ...SOURCES].some(
    source => statSync(source).mtimeMs > madeAt,
  )
)
  await compile()

async function compile() {
  // Loaded only here: that takes longer than all the rest.
  const { default: asc } = await import('assemblyscript/asc')
  const little = await compiled(asc, false)
  const big = await compiled(asc, true)
  writeFileSync(MODULE, moduleText(little, big))
}

/** The files that asc writes, by name. */
async function compiled(asc, isBigEndian) {
  const files = new Map()
  const { error, stderr } = await asc.main(
    [
      'src/loops.as.ts',
      ...['--use', `BIG_ENDIAN=${isBigEndian ? 1 : 0}`],
      ...['--runtime', 'stub', '--use', 'abort=', '-O3', '--outFile', 'loops.wasm', '--bindings', 'raw'],
      // Positions are stored in elements of 32 bits too: no warning on that conversion.
      ...['--disableWarning', '201'],
      // The memory is the caller's, and shared: its views stay valid when it grows.
      ...['--importMemory', '--sharedMemory', '--maximumMemory', '65536', '--enable', 'threads'],
    ],
    { writeFile: (name, contents) => files.set(name, contents) },
  )
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`)
  return files
}

function moduleText(little, big) {
  // The exports as asc declares them: all parameters and results are numbers.
  const declarations = little.get('loops.d.ts')
  const functions = [...declarations.matchAll(/^ {2}export function (.*);$/gm)]
  return [
    '// Made by `npm run loops`.',
    'export interface Loops {',
    ...functions.map(([, signature]) => `  ${signature}`),
    '}',
    ...base64('LITTLE_ENDIAN', little),
    ...base64('BIG_ENDIAN', big),
    '',
  ].join('\n')
}

function base64(name, files) {
  return [
    `/** For ${name.toLowerCase().replace('_', '-')} machines, as base64. */`,
    `export const ${name}: string = '${Buffer.from(files.get('loops.wasm')).toString('base64')}'`,
  ]
}
