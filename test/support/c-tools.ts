/**
 * The compiled C tools on this machine: those of Debian's linux-kbuild packages, and those named in the environment
 * variable `KALLSYMS_REFERENCE` as `VERSION=PATH[:VERSION=PATH…]`.
 */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Dialect, OPTIONS } from '../../src/dialect/dialect.js'
import { findRelease } from '../../src/dialect/resolve.js'

export interface CTool {
  readonly version: string
  readonly path: string
  readonly dialect: Dialect
}

/** The result of a run of a C tool. */
export interface Shown {
  /** Exit status; null if a signal ended the run. */
  readonly exit: number | null
  readonly signal: number | null
  readonly stdout: Buffer
  /** In Latin-1: names are printed unchanged. */
  readonly stderr: string
}

/** Why a test is skipped without a tool to compare with. */
export const NO_C_TOOL =
  'no compiled C tool: install linux-kbuild-6.1 or linux-kbuild-6.12.*, or set KALLSYMS_REFERENCE=VERSION=PATH'

const DEBIAN_FOLDER = '/usr/lib'
const DEBIAN_NAME = /^linux-kbuild-(\d+\.\d+)(.*)$/

/** Versions to assume if there is no dpkg to ask for that of a package named for a series. */
const SERIES_FALLBACK: Readonly<Record<string, string>> = { '6.1': '6.1.176' }

/** All compiled C tools found; of Debian's packages the newest of each series. */
export function cTools(): readonly CTool[] {
  const tools = [...debianTools(), ...toolsFrom(process.env.KALLSYMS_REFERENCE ?? '')]
  return tools.map(({ version, path }) => ({ version, path, dialect: findRelease(version).dialect }))
}

function debianTools(): { version: string; path: string }[] {
  if (!existsSync(DEBIAN_FOLDER)) return []
  const newest = new Map<string, { version: string; path: string }>()
  const folders = readdirSync(DEBIAN_FOLDER).filter(name => DEBIAN_NAME.test(name))
  folders.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  for (const folder of folders) {
    const tool = path.join(DEBIAN_FOLDER, folder, 'scripts', 'kallsyms')
    const version = debianVersion(folder)
    const series = DEBIAN_NAME.exec(folder)?.[1] as string
    if (version !== null && existsSync(tool)) newest.set(series, { version, path: tool })
  }
  return [...newest.values()]
}

/**
 * The kernel version of a package, or null: part of the name in `linux-kbuild-6.12.117+deb12`, otherwise (as for
 * `linux-kbuild-6.1`) the version of the package.
 */
export function debianVersion(folder: string): string | null {
  const [, series = '', rest = ''] = DEBIAN_NAME.exec(folder) ?? []
  if (series === '') return null
  if (/^\.\d/.test(rest)) return series + rest
  const { stdout } = spawnSync('dpkg-query', ['-s', folder], { encoding: 'utf8' })
  return /^Version: (\d+\.\d+\.\d.*)$/m.exec(stdout ?? '')?.[1] ?? SERIES_FALLBACK[series] ?? null
}

function toolsFrom(list: string): { version: string; path: string }[] {
  return list
    .split(':')
    .filter(item => item !== '')
    .map(item => {
      const [, version, file] = /^([^=]+)=(.+)$/s.exec(item) ?? []
      if (version === undefined || file === undefined) {
        throw new Error(`KALLSYMS_REFERENCE: '${item}' is not VERSION=PATH`)
      }
      return { version, path: file }
    })
}

let folder: string | null = null
let written: Uint8Array | null = null

/** The input as a file, written once for all runs on the same bytes. */
function inputFile(input: Uint8Array): string {
  if (folder === null) {
    const made = mkdtempSync(path.join(tmpdir(), 'kallsyms-c-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  const file = path.join(folder, 'in.map')
  if (input !== written) writeFileSync(file, input)
  written = input
  return file
}

/**
 * Runs the tool `$1` on the file `$2` once for each line of options on standard input, with its output in the
 * directory `$3`. A small shell starts a process in a fraction of the time that a large Node.js process needs.
 */
const RUN_EACH = `
set -f
n=0
while IFS= read -r options; do
  if [ "$4" = operand ]
  then "$1" $options "$2" </dev/null >"$3/$n.out" 2>"$3/$n.err"
  else "$1" $options <"$2" >"$3/$n.out" 2>"$3/$n.err"
  fi
  echo $?
  n=$((n + 1))
done
`

/**
 * Runs a C tool once for each set of options. One call at a time.
 *
 * @param input the map; must not change between calls
 * @param sets options without blanks
 * @throws {Error} if the tool cannot be started or does not terminate
 */
export async function runCEach(
  tool: Pick<CTool, 'path' | 'dialect'>,
  input: Uint8Array,
  sets: readonly (readonly string[])[],
): Promise<Shown[]> {
  const map = inputFile(input)
  const place = path.dirname(map)
  const how = tool.dialect.commandLine === 'getopt' ? 'operand' : 'stdin'
  const run = execute('sh', ['-c', RUN_EACH, 'sh', tool.path, map, place, how], {
    env: {},
    timeout: 300_000,
  })
  run.child.stdin?.end(sets.map(set => `${set.join(' ')}\n`).join(''))
  const statuses = (await run).stdout.trimEnd().split('\n').map(Number)
  return statuses.map((status, i) => {
    const said = readFileSync(path.join(place, `${i}.err`), 'latin1')
    if (status === 126 || status === 127) throw new Error(`${tool.path} cannot be run: ${said.trimEnd()}`)
    return {
      exit: status > 128 ? null : status,
      // The shell's convention: 128 plus the number of the signal.
      signal: status > 128 ? status - 128 : null,
      stdout: readFileSync(path.join(place, `${i}.out`)),
      stderr: said,
    }
  })
}

const execute = promisify(execFile)

/** Runs a C tool once, as {@link runCEach} does. */
export async function runC(
  tool: Pick<CTool, 'path' | 'dialect'>,
  input: Uint8Array,
  options: readonly string[],
): Promise<Shown> {
  return (await runCEach(tool, input, [options]))[0] as Shown
}

/** Every combination of a dialect's options; those with values get one that has an effect. */
export function optionSets(dialect: Dialect): string[][] {
  const values: Partial<Record<string, string>> = { 'symbol-prefix': '=_', 'page-offset': '=c0000000' }
  let sets: string[][] = [[]]
  for (const option of OPTIONS) {
    if (!dialect.options.includes(option)) continue
    const argument = `--${option}${values[option] ?? ''}`
    sets = sets.flatMap(set => [set, [...set, argument]])
  }
  return sets
}
