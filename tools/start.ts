/**
 * `npm start`: generates the symbol table of Debian's 6.1 cloud kernel and compares it with the tables in the image that
 * Debian shipped.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readAssembly } from '../src/decode/assembly.js'
import { readGolden } from '../test/support/golden.js'
import { ROOT } from '../test/support/root.js'
import { EXECUTABLE } from '../test/support/run.js'
import { SHIPPED_ARGS, SHIPPED_MAP, shippedTables } from '../test/support/shipped.js'
import { statisticsOf } from './statistics.js'

interface Stats {
  readonly dialect: string
  readonly symbols: { readonly read: number; readonly kept: number }
  readonly tableBytes: Readonly<Record<string, number>>
  readonly bytesWritten: number
  readonly milliseconds: Readonly<Record<string, number>>
}

const build = path.join(ROOT, 'build')
mkdirSync(build, { recursive: true })
const map = path.join(build, 'debian-cloud-6.1.176.map')
const output = path.join(build, 'debian-cloud-6.1.176.S')
writeFileSync(map, readGolden(SHIPPED_MAP))

const stats = statisticsOf<Stats>([process.execPath, EXECUTABLE, ...SHIPPED_ARGS, '-o', output, map])

const shown = (file: string): string => path.relative(process.cwd(), file)
const time = Object.values(stats.milliseconds).reduce((sum, part) => sum + part, 0)
console.log(`$ kallsyms ${[...SHIPPED_ARGS, '-o', shown(output), shown(map)].join(' ')}`)
console.log(
  `dialect ${stats.dialect}; ${stats.symbols.read} symbols read, ${stats.symbols.kept} kept; ${Math.round(time)} ms`,
)
console.log(`wrote ${shown(output)}, ${stats.bytesWritten} bytes of assembly, with`)

const made = readAssembly(readFileSync(output)).tables
const { symbols, tables } = shippedTables()
let isEqual = stats.symbols.kept === symbols
for (const [label, bytes] of Object.entries(stats.tableBytes)) {
  const shipped = tables.get(label)
  let verdict = ''
  if (shipped) {
    const sha256 = createHash('sha256')
      .update(made.get(label)?.bytes as Uint8Array)
      .digest('hex')
    const isSame = bytes === shipped.bytes && sha256 === shipped.sha256
    isEqual &&= isSame
    verdict = isSame ? 'as shipped' : `NOT AS SHIPPED: ${shipped.bytes} bytes, SHA-256 ${shipped.sha256}`
  }
  console.log(`  ${label.padEnd(24)} ${String(bytes).padStart(8)} bytes  ${verdict}`.trimEnd())
}
console.log(
  isEqual
    ? "equal to the tables in the image of Debian's linux-image-6.1.0-50-cloud-amd64"
    : "NOT equal to the tables in the image of Debian's linux-image-6.1.0-50-cloud-amd64",
)
process.exitCode = isEqual ? 0 : 1
