/**
 * Debian's archive: which kernels it has, and their files. apt works in a folder of its own, with its own sources and
 * architectures, so that nothing of the machine's configuration is read or changed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A kernel's package. */
export interface KernelPackage {
  readonly name: string
  readonly version: string
  readonly architecture: string
  readonly suite: string
}

/** What is asked of a suite: the architectures of its kernels. */
export type Wanted = ReadonlyMap<string, readonly string[]>

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The kernels of each architecture that are looked at: the smallest packages, where there are several. */
const FLAVOURS: Readonly<Record<string, string>> = {
  amd64: 'cloud-amd64',
  arm64: 'cloud-arm64',
  armel: 'rpi',
  armhf: 'armmp',
  i386: '686',
  loong64: 'loong64',
  mips64el: '5kc-malta',
  mipsel: '4kc-malta',
  ppc64el: 'powerpc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
}

/** Smaller packages only name others. */
const SMALLEST_PACKAGE = 1 << 20

/** The most bytes that a program may print: more than any index or kernel has. */
const LARGEST_OUTPUT = 1 << 30

export class Archive {
  private readonly options: readonly string[]

  /**
   * @param folder for apt's state and for packages
   * @param mirror address of the archive, whose neighbour with `-security` at the end has the security updates
   */
  constructor(
    private readonly folder: string,
    mirror: string,
    wanted: Wanted,
  ) {
    for (const name of ['lists/partial', 'cache/archives/partial', 'packages']) {
      mkdirSync(path.join(folder, name), { recursive: true })
    }
    const sources = path.join(folder, 'sources.list')
    const lines = [...wanted].map(([suite, architectures]) => {
      const site = suite.endsWith('-security') ? `${mirror}-security` : mirror
      return `deb [arch=${architectures.join(',')} signed-by=${KEYRING}] ${site} ${suite} main\n`
    })
    writeFileSync(sources, lines.join(''))
    const settings = {
      'Dir::State': folder,
      'Dir::State::status': '/dev/null',
      'Dir::Cache': path.join(folder, 'cache'),
      // Each package that is asked for takes seconds without it.
      'Dir::Cache::pkgcache': 'packages.bin',
      'Acquire::GzipIndexes': 'false',
      'Dir::Etc::sourcelist': sources,
      'Dir::Etc::sourceparts': '-',
      'APT::Architectures': Object.keys(FLAVOURS).join(','),
      // The folder is not readable to apt's own user.
      'APT::Sandbox::User': 'root',
      'Acquire::Languages': 'none',
    }
    this.options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`])
  }

  /** Gets the indexes; what cannot be had is reported, and its kernels are then missing. */
  update(): void {
    const { stderr } = this.apt('apt-get', 'update', '-q')
    for (const line of stderr.split('\n').filter(line => /^[EW]: /.test(line))) console.error(line.slice(3))
  }

  /** The kernels of the suites and architectures, oldest first. */
  kernels(): KernelPackage[] {
    const format = '$(RELEASE)\t$(ARCHITECTURE)\t$(FILENAME)'
    const { stdout } = this.apt('apt-get', 'indextargets', '--format', format, 'Created-By: Packages')
    const found: KernelPackage[] = []
    for (const line of stdout.split('\n')) {
      const [release, architecture, file] = line.split('\t')
      if (!release || !architecture || !file) continue
      const index = this.apt('/usr/lib/apt/apt-helper', 'cat-file', file)
      // An index that could not be had is no file.
      if (index.status !== 0) continue
      for (const stanza of index.stdout.split('\n\n')) {
        const kernel = kernelIn(stanza, release, architecture)
        if (kernel) found.push(kernel)
      }
    }
    return distinct(found).sort(
      (a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }) || (a.name < b.name ? -1 : 1),
    )
  }

  /**
   * Gets a package, and the kernel in it.
   *
   * @returns null if the archive does not give what its index names, as while a mirror is brought up to date
   * @throws {Error} if no kernel is in it
   */
  kernelOf({ name, version, architecture }: KernelPackage): Buffer | null {
    const packages = path.join(this.folder, 'packages')
    if (this.apt('apt-get', 'download', '-q', `${name}:${architecture}=${version}`).status !== 0) return null
    const file = path.join(packages, `${name}_${version.replace(/:/g, '%3a')}_${architecture}.deb`)
    // tar leaves as soon as it has the kernel, which dpkg-deb takes for an error.
    const pipe =
      'dpkg-deb --fsys-tarfile "$1" 2>/dev/null | tar -x -O --occurrence=1 --wildcards "*/vmlinu[xz]*"'
    const kernel = spawnSync('sh', ['-c', pipe, 'sh', file], { maxBuffer: LARGEST_OUTPUT })
    if (kernel.status !== 0) throw new Error(`no kernel in ${file}: ${kernel.stderr.toString().trim()}`)
    return kernel.stdout
  }

  private apt(program: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const result = spawnSync(program, [...this.options, ...args], {
      cwd: path.join(this.folder, 'packages'),
      encoding: 'latin1',
      maxBuffer: LARGEST_OUTPUT,
    })
    if (result.error) throw result.error
    return result
  }
}

/** The kernel's package that a stanza of an index describes; null if it is another one. */
function kernelIn(stanza: string, suite: string, architecture: string): KernelPackage | null {
  if (!stanza.startsWith('Package: linux-')) return null
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1] ?? ''
  const name = field('Package')
  const flavour = FLAVOURS[architecture]
  if (!flavour || !new RegExp(`^linux-(image|binary)-\\d[^-]*(-[\\d.a-z]+)?-${flavour}$`).test(name))
    return null
  if (/-rt-/.test(name) || Number(field('Size')) < SMALLEST_PACKAGE) return null
  return { name, version: field('Version'), architecture, suite }
}

/** Suites share packages. */
function distinct(packages: readonly KernelPackage[]): KernelPackage[] {
  return [
    ...new Map(packages.map(each => [`${each.name} ${each.version} ${each.architecture}`, each])).values(),
  ]
}
