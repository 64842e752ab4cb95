/** The directory in which a kernel is built: packages, commands, and their logs. */
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file that a build needs, and its Debian packages. */
export interface Need {
  readonly file: string
  readonly packages: string
}

const program = (name: string, packages: string = name): Need => ({ file: `/usr/bin/${name}`, packages })

/** Needed to build any kernel. */
export const BUILD: readonly Need[] = [
  program('gcc'),
  program('make'),
  program('flex'),
  program('bison'),
  program('bc'),
  program('xz', 'xz-utils'),
  { file: '/usr/include/libelf.h', packages: 'libelf-dev' },
  { file: '/usr/include/openssl/opensslv.h', packages: 'libssl-dev' },
]

/** Needed to run one. */
export const GUEST: readonly Need[] = [
  program('qemu-system-x86_64', 'qemu-system-x86'),
  program('cpio'),
  { file: '/bin/busybox', packages: 'busybox-static' },
]

export function crossCompiler(triplet: string): Need {
  return program(`${triplet}-gcc`, `gcc-${triplet}`)
}

export function sourceOf(series: string): Need {
  return { file: `/usr/src/linux-source-${series}.tar.xz`, packages: `linux-source-${series}` }
}

/**
 * Installs what is missing.
 *
 * @throws {Error} if that fails
 */
export function install(needs: readonly Need[]): void {
  const missing = needs.filter(({ file }) => !existsSync(file))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map(each => each.packages))]
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y']
  for (const args of [['update'], ['install', '--no-install-recommends', ...packages]]) {
    const [command, ...rest] = [...asRoot, ...apt, ...args] as [string, ...string[]]
    console.log(`installing what is missing: ${[command, ...rest].join(' ')}`)
    const { status } = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`cannot install ${packages.join(' ')}: install them by hand`)
  }
  const still = missing.filter(({ file }) => !existsSync(file))
  if (still.length > 0) throw new Error(`${still.map(({ file }) => file).join(', ')} is still missing`)
}

/** Runs commands in a directory, each with a log. */
export class Workplace {
  private logs = 0

  constructor(
    readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {
    mkdirSync(folder, { recursive: true })
  }

  at(...names: string[]): string {
    return path.join(this.folder, ...names)
  }

  /**
   * Runs a command and prints its time.
   *
   * @param what it does, for messages
   * @param seconds timeout
   * @returns its output, in Latin-1
   * @throws {Error} with the end of its output, if it fails
   */
  async run(
    what: string,
    command: readonly string[],
    { cwd = this.folder, seconds = 3600 }: { cwd?: string; seconds?: number } = {},
  ): Promise<string> {
    const log = this.at(`${String(++this.logs).padStart(2, '0')}-${what.replace(/\W+/g, '-')}.log`)
    const began = performance.now()
    const [name, ...args] = command as [string, ...string[]]
    const child = spawn(name, args, { cwd, env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = createWriteStream(log)
    child.stdout.pipe(output, { end: false })
    child.stderr.pipe(output, { end: false })
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    const status = await new Promise<number | string>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? `ended by ${signal}`))
    })
    clearTimeout(timer)
    await new Promise(resolve => output.end(resolve))
    const printed = readFileSync(log, 'latin1')
    console.log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
    if (status !== 0) {
      const end = printed.trimEnd().split('\n').slice(-30).join('\n')
      throw new Error(`${what} failed (${status}): ${command.join(' ')}\n${end}`)
    }
    return printed
  }
}
