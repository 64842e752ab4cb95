/**
 * `npm run test:kernel`: kernels of Debian's sources, built with their own tool, with ours, and with stable tables.
 *
 * With ours the image must be identical, and the tree's own tool must print the same in every pass. Images with exact
 * and with stable tables run in a virtual machine, where the kernel's selftest of its tables must pass and
 * /proc/kallsyms must match System.map. Objects are compiled once; only the link is repeated.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { Command, Option } from 'commander'
import { readPasses } from '../../../src/cli/journal.js'
import type { GenerateOptions } from '../../../src/generate/options.js'
import { ROOT } from '../../support/root.js'
import { STATE } from '../kbuild/journals.js'
import { FRAGMENT } from '../kbuild/trees.js'
import { boot, makeInitramfs, selftestFailures } from './guest.js'
import { wrongIn } from './symbols.js'
import { BUILD, crossCompiler, GUEST, install, type Need, sourceOf, Workplace } from './workplace.js'

/** A kernel to build. */
interface Plan {
  readonly name: string
  /** The series of Debian's linux-source package. */
  readonly series: string
  /** A file in this directory, merged into tinyconfig. */
  readonly config: string
  /** Options of the file that are left out. */
  readonly without: readonly string[]
  /** Arguments of make for the target. */
  readonly target: readonly string[]
  readonly needs: readonly Need[]
  /** Whether it is also run; other kernels are only built, with ours checked against the tree's own tool. */
  readonly isRun: boolean
}

const X86_64 = { config: 'x86-64.config', without: [], target: [], needs: GUEST, isRun: true } as const

function cross(series: string, arch: string, triplet: string): Plan {
  return {
    name: `${series} for ${arch}`,
    series,
    config: `${arch}.config`,
    without: [],
    target: [`ARCH=${arch}`, `CROSS_COMPILE=${triplet}-`],
    needs: [crossCompiler(triplet)],
    isRun: false,
  }
}

const PLANS: readonly Plan[] = [
  { ...X86_64, name: '6.12', series: '6.12' },
  { ...X86_64, name: '6.12 without CONFIG_KALLSYMS_ALL', series: '6.12', without: ['CONFIG_KALLSYMS_ALL'] },
  // The selftest is in 6.2 and later.
  { ...X86_64, name: '6.1', series: '6.1', without: ['CONFIG_KALLSYMS_SELFTEST'] },
  cross('6.12', 'arm', 'arm-linux-gnueabi'),
  cross('6.12', 'powerpc', 'powerpc-linux-gnu'),
]

const TOOL = 'scripts/kallsyms'

/** Makes builds reproducible. */
const REPRODUCIBLE = {
  KBUILD_BUILD_TIMESTAMP: 'Thu Jan  1 00:00:00 UTC 1970',
  KBUILD_BUILD_VERSION: '1',
  KBUILD_BUILD_USER: 'kallsyms',
  KBUILD_BUILD_HOST: 'kallsyms',
}

const OVERRIDE = [`MAKEFILES=${FRAGMENT}`]

const program = new Command('npm run test:kernel --')
  .description(
    "Builds kernels of Debian's sources with their own tool, with ours and with stable tables, compares them, and runs " +
      'them. Installs with apt-get what is missing.',
  )
  .option('--all', 'all kernels, not only 6.12 for x86-64')
  .addOption(new Option('--only <name>', 'one kernel').choices(PLANS.map(({ name }) => name)))
  .option('--folder <folder>', 'build there and keep everything; existing objects are not compiled again')
  .addHelpText(
    'after',
    `
Examples:
  npm run test:kernel
  npm run test:kernel -- --all
  npm run test:kernel -- --only '6.12 for powerpc' --folder ~/kernels`,
  )
  .parse()
const options = program.opts<{ all?: true; only?: string; folder?: string }>()

const plans = PLANS.filter(({ name }, i) => (options.only ? name === options.only : options.all || i === 0))
const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'kallsyms-kernel-'))
let failures = 0
try {
  install([...BUILD, ...plans.flatMap(({ series, needs }) => [sourceOf(series), ...needs])])
  for (const plan of plans) {
    console.log(plan.name)
    try {
      await build(plan)
    } catch (error) {
      failures++
      console.error(`FAILED: ${plan.name}: ${(error as Error).message}`)
    }
  }
} catch (error) {
  failures++
  console.error(`test:kernel: ${(error as Error).message}`)
} finally {
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
console.log(`${plans.length - failures} passed, ${failures} failed`)
if (failures > 0) process.exitCode = 1

async function build(plan: Plan): Promise<void> {
  const place = new Workplace(path.join(folder, plan.name.replace(/[^\w.]+/g, '-')), {
    ...environment(),
    ...REPRODUCIBLE,
  })
  const tree = await unpack(place, plan.series)
  const output = place.at('build')
  const make = (what: string, ...args: string[]): Promise<string> =>
    place.run(what, ['make', `-j${cpus().length + 1}`, `O=${output}`, ...plan.target, ...args], { cwd: tree })
  await configure(plan, place, tree, output, make)

  // It may be that of an earlier run.
  rmSync(path.join(output, 'vmlinux'), { force: true })
  if (!plan.isRun) {
    await make('build with ours, checked by the own tool', ...OVERRIDE, 'KALLSYMS_CHECK=1', 'vmlinux')
    requirePasses(output, {})
    return
  }

  const images = { own: place.at('vmlinux.own'), exact: place.at('vmlinux.exact') }
  await make('build with the own tool', 'vmlinux')
  copyFileSync(path.join(output, 'vmlinux'), images.own)

  rmSync(path.join(output, 'vmlinux'))
  const beside = await make(
    'link with ours, checked by the own tool',
    ...OVERRIDE,
    'KALLSYMS_CHECK=1',
    'vmlinux',
  )
  requireRemade(beside, TOOL)
  requirePasses(output, {})
  copyFileSync(path.join(output, 'vmlinux'), images.exact)
  if (!readFileSync(images.own).equals(readFileSync(images.exact)))
    throw new Error('ours makes another image')
  const exact = await bootable('exact', place, output, make)

  const relink = async (what: string, flags: string, wanted: Wanted, ...args: string[]): Promise<Buffer> => {
    rmSync(path.join(output, 'vmlinux'))
    requireRemade(await make(what, ...OVERRIDE, `KALLSYMS_FLAGS=${flags}`, ...args, 'vmlinux'))
    requirePasses(output, wanted)
    return readFileSync(path.join(output, 'vmlinux'))
  }
  const compact = await relink('link with compact text', '--compact', { compact: true }, 'KALLSYMS_CHECK=1')
  if (!compact.equals(readFileSync(images.own))) throw new Error('compact text makes another image')
  const isStable = { stabilise: 'literal', holdSizes: true, headroom: 'auto' } as const
  const both = { ...isStable, compact: true }
  const compactStable = await relink('link with stable tables in compact text', '--stable --compact', both)
  const stableImage = await relink('link with stable tables', '--stable', isStable)
  if (stableImage.equals(readFileSync(images.own))) throw new Error('the stable tables are the exact ones')
  if (!compactStable.equals(stableImage)) throw new Error('compact text makes another image of stable tables')
  const stable = await bootable('stable', place, output, make, 'KALLSYMS_FLAGS=--stable')

  const initramfs = await makeInitramfs(place)
  for (const [name, { kernel, systemMap }] of Object.entries({ exact, stable })) {
    const selftest = isSet(output, 'CONFIG_KALLSYMS_SELFTEST')
    const seen = await boot(place, `the ${name} kernel`, kernel, initramfs, selftest)
    const wrong = wrongIn(seen.symbols, systemMap, isSet(output, 'CONFIG_KALLSYMS_ALL'))
    if (selftest) wrong.push(...selftestFailures(seen).map(line => `the kernel's selftest: ${line}`))
    if (wrong.length > 0) throw new Error(`the ${name} kernel: ${wrong.join('; ')}`)
    const count = seen.symbols.trimEnd().split('\n').length
    console.log(`  ${count} symbols as in System.map${selftest ? ", the kernel's selftest passed" : ''}`)
  }
  requireRemade(await make('switch it off', 'vmlinux'), TOOL)
  if (options.folder !== undefined) return
  await make('clean', 'clean')
  if (existsSync(path.join(output, STATE))) throw new Error(`${STATE} is there after make clean`)
}

/** An environment without variables of a surrounding build. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, LC_ALL: 'C' }
}

async function unpack(place: Workplace, series: string): Promise<string> {
  const tree = path.join(folder, `linux-source-${series}`)
  if (!existsSync(tree)) {
    // Renamed when complete.
    const part = path.join(folder, 'unpacking')
    rmSync(part, { recursive: true, force: true })
    mkdirSync(part, { recursive: true })
    await place.run('unpack the source', ['tar', '-xf', sourceOf(series).file, '-C', part])
    renameSync(path.join(part, path.basename(tree)), tree)
  }
  return tree
}

async function configure(
  plan: Plan,
  place: Workplace,
  tree: string,
  output: string,
  make: (what: string, ...args: string[]) => Promise<string>,
): Promise<void> {
  mkdirSync(output, { recursive: true })
  const config = path.join(output, '.config')
  const wanted = readFileSync(path.join(ROOT, 'test', 'system', 'kernel', plan.config), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('CONFIG_') && !plan.without.some(option => line.startsWith(`${option}=`)))
  await make('configure', 'tinyconfig')
  writeFileSync(place.at('wanted.config'), `${wanted.join('\n')}\n`)
  const merge = path.join(tree, 'scripts', 'kconfig', 'merge_config.sh')
  await place.run('merge options', [merge, '-m', '-O', output, config, place.at('wanted.config')], {
    cwd: tree,
  })
  await make('complete the options', 'olddefconfig')
  const lost = wanted.filter(line => !readFileSync(config, 'utf8').includes(`${line}\n`))
  const kept = plan.without.filter(option => isSet(output, option))
  if (lost.length > 0) throw new Error(`the kernel does not take ${lost.join(', ')}`)
  if (kept.length > 0) throw new Error(`the kernel sets ${kept.join(', ')} by itself`)
}

function isSet(output: string, option: string): boolean {
  return readFileSync(path.join(output, '.config'), 'utf8').includes(`\n${option}=y\n`)
}

/** The files that the build has rebuilt, without the image, its passes and the version. */
function remade(printed: string): string[] {
  const lines = [...printed.matchAll(/^ {2}(?:CC|AS|AR|LD|HOSTCC|HOSTLD) +(\S+)$/gm)].map(
    ([, file]) => file as string,
  )
  return lines.filter(file => !/^(init\/version\S*|\.tmp_vmlinux\S*|vmlinux)$/.test(file))
}

function requireRemade(printed: string, ...wanted: readonly string[]): void {
  const files = remade(printed)
  if (files.join() !== wanted.join()) {
    throw new Error(`made anew was not [${wanted.join(', ')}] but [${files.slice(0, 5).join(', ')}]`)
  }
}

/** Expected options; those without a value must be unset. */
type Wanted = Pick<GenerateOptions, 'stabilise' | 'holdSizes' | 'headroom' | 'compact'>

/** Checks that the passes were made by ours with these options. */
function requirePasses(output: string, wanted: Wanted): void {
  const passes = readPasses(path.join(output, STATE))
  if (passes.length < 2) throw new Error(`the journal has ${passes.length} passes`)
  for (const { pass, options } of passes) {
    for (const option of ['stabilise', 'holdSizes', 'headroom', 'compact'] as const) {
      if (options[option] !== wanted[option]) throw new Error(`pass ${pass} had ${option}=${options[option]}`)
    }
  }
}

/** Packs the image that was linked last for a virtual machine. */
async function bootable(
  name: string,
  place: Workplace,
  output: string,
  make: (what: string, ...args: string[]) => Promise<string>,
  ...flags: string[]
): Promise<{ kernel: string; systemMap: string }> {
  await make(`pack the ${name} kernel`, ...OVERRIDE, ...flags, 'bzImage')
  const kernel = place.at(`bzImage.${name}`)
  copyFileSync(path.join(output, 'arch', 'x86', 'boot', 'bzImage'), kernel)
  return { kernel, systemMap: readFileSync(path.join(output, 'System.map'), 'latin1') }
}
