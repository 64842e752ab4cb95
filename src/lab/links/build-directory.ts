/**
 * Miniature kernels, linked as the kernel's build links vmlinux: link, list symbols, generate the tables, assemble them,
 * link again. After the last pass the build compares the map of that pass with the map of the image that contains its
 * tables, and stops with "Inconsistent kallsyms data" if they differ.
 *
 * All builds of a process share a temporary directory with the objects that do not depend on the tables.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Dialect } from '../../dialect/dialect.js'
import { type BuildFacts, buildFacts } from '../../kbuild/build-facts.js'
import { makeTemporary } from '../../temporary.js'
import type { Layout } from './layouts.js'
import type { Toolchain } from './toolchains.js'

const execute = promisify(execFile)

/** Input of the generator in one pass. */
interface PassInput {
  /** The map, filtered or not, as the build of the dialect's kernel passes it to the tool. */
  readonly map: Buffer
  /** The assembly of the previous pass; null in the first. */
  readonly previous: Buffer | null
}

/** Takes the place of `scripts/kallsyms`: returns assembly. */
export type TableGenerator = (input: PassInput) => Buffer | Promise<Buffer>

export interface MiniatureBuild {
  readonly toolchain: Toolchain
  readonly layout: Layout
  readonly padding: number
  /** The dialect of the kernel whose build is imitated. */
  readonly dialect: Dialect
  readonly generator: TableGenerator
}

/** One pass, with what the build's check compares. */
export interface LinkedPass {
  /** Bytes of the section with the tables. */
  readonly bytes: number
  readonly object: ObjectFile
  /** The map that the tables were generated from, and the map of the image that contains them; both filtered. */
  readonly before: string
  readonly after: string
  /** The tables in that image; call it before the next pass. */
  readonly tables: () => Promise<ImageTables>
}

/** The object with the tables: what the kernel's build looks at to decide on an extra pass. */
export interface ObjectFile {
  /** Bytes of the file. */
  readonly size: number
  /** Output of nm. */
  readonly labels: string
}

/** Tables in an image. */
interface ImageTables {
  /** From each label to the next; the last ends with the section. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly addresses: ReadonlyMap<string, bigint>
}

/** Whether a pass passes the check of the kernel's build. */
export function isConsistent({ before, after }: LinkedPass): boolean {
  return before === after
}

export class BuildDirectory {
  private readonly bodies = new Map<string, Promise<string>>()
  private builds = 0

  private constructor(
    private readonly folder: string,
    private readonly functions: readonly string[],
  ) {}

  /**
   * Makes a directory, which has to be closed.
   *
   * @param functions names of functions in every miniature kernel
   */
  static async open(functions: readonly string[]): Promise<BuildDirectory> {
    const folder = makeTemporary('links')
    for (const bits of [32, 64]) {
      const asm = path.join(folder, `include${bits}`, 'asm')
      await mkdir(asm, { recursive: true })
      for (const header of ['types.h', 'bitsperlong.h'])
        await writeFile(path.join(asm, header), `#define BITS_PER_LONG ${bits}\n`)
    }
    return new BuildDirectory(folder, functions)
  }

  /** Removes the directory. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /**
   * Links pass by pass: at least twice, as the kernel's build does, and until the check passes. From there on the same
   * map gives the same tables.
   *
   * @param most passes
   */
  async *passes(build: MiniatureBuild, most = 6): AsyncGenerator<LinkedPass> {
    const { toolchain, layout, padding, dialect, generator } = build
    const body = await this.body(toolchain, layout)
    const folder = path.join(this.folder, String(++this.builds))
    await mkdir(folder)
    try {
      await writeFile(path.join(folder, 'vmlinux.lds'), layout.script(toolchain, padding))
      const link = async (tables: Buffer | null): Promise<string> => {
        const commands = tables === null ? [] : await this.assemblerCommands(toolchain, folder, tables)
        const objects = tables === null ? [body] : [body, 'tables.o']
        await run(folder, [...commands, ...linkerCommands(toolchain, objects)])
        return readFile(path.join(folder, 'vmlinux.nm'), 'latin1')
      }

      let tables: Buffer | null = null
      const facts = buildFacts(dialect)
      if (facts.beginsEmpty) tables = await generator({ map: Buffer.alloc(0), previous: null })
      let listing = await link(tables)
      for (let pass = 1; pass <= most; pass++) {
        const before = filtered(listing, facts, tables)
        const map = Buffer.from(facts.filtersMap ? before : listing, 'latin1')
        tables = await generator({ map, previous: tables })
        listing = await link(tables)
        const linked = {
          bytes: rodataBytes(await readFile(path.join(folder, 'tables.size'), 'latin1')),
          object: {
            size: (await stat(path.join(folder, 'tables.o'))).size,
            labels: await readFile(path.join(folder, 'tables.nm'), 'latin1'),
          },
          before,
          after: filtered(listing, facts, tables),
          tables: () => tablesInImage(toolchain, folder, listing),
        }
        yield linked
        if (pass >= 2 && isConsistent(linked)) return
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** The object with everything but the tables; assembled once. */
  private body(toolchain: Toolchain, layout: Layout): Promise<string> {
    const key = `${toolchain.name}-${layout.name}`
    const known = this.bodies.get(key)
    if (known) return known
    const make = async (): Promise<string> => {
      const folder = path.join(this.folder, key)
      await mkdir(folder)
      const assembly = Buffer.from(layout.body(toolchain, this.functions))
      await run(folder, await this.assemblerCommands(toolchain, folder, assembly))
      return path.join(folder, 'tables.o')
    }
    const made = make()
    this.bodies.set(key, made)
    return made
  }

  /** Commands that preprocess and assemble as the kernel's build does, for any target. */
  private async assemblerCommands(toolchain: Toolchain, folder: string, assembly: Buffer): Promise<string[]> {
    await writeFile(path.join(folder, 'tables.S'), assembly)
    const include = path.join(this.folder, `include${toolchain.word * 8}`)
    return [
      `gcc -E -P -D__ASSEMBLY__ -I${include} -x assembler-with-cpp tables.S -o tables.s`,
      `${toolchain.assembler.join(' ')} tables.s -o tables.o`,
      `${toolchain.size} -A tables.o >tables.size`,
      `${toolchain.nm} -n tables.o >tables.nm`,
    ]
  }
}

/** Commands that link the image and list its symbols. */
function linkerCommands({ linker, nm }: Toolchain, objects: readonly string[]): string[] {
  return [
    `${linker.join(' ')} -T vmlinux.lds -o vmlinux ${objects.join(' ')}`,
    `${nm} -n vmlinux >vmlinux.nm`,
  ]
}

/**
 * Runs commands in sequence, up to the first that fails. They share one shell: a fork of a small shell takes a fraction of
 * the time of a fork of a large Node process.
 */
async function run(folder: string, commands: readonly string[]): Promise<void> {
  await execute('sh', ['-c', commands.join(' && ')], { cwd: folder })
}

/** Extracts the tables from an image. Their section begins at `__start_rodata`. */
async function tablesInImage({ objcopy }: Toolchain, folder: string, listing: string): Promise<ImageTables> {
  await run(folder, [`${objcopy} -O binary -j .rodata vmlinux rodata.bin`])
  const section = await readFile(path.join(folder, 'rodata.bin'))
  const addresses = new Map<string, bigint>()
  let start = 0n
  for (const [, address = '', name = ''] of listing.matchAll(
    /^([0-9a-f]+) . (kallsyms_\w+|__start_rodata)$/gm,
  )) {
    if (name === '__start_rodata') start = BigInt(`0x${address}`)
    else addresses.set(name, BigInt(`0x${address}`))
  }
  const labels = [...addresses].sort(([, a], [, b]) => (a < b ? -1 : 1))
  const bytes = new Map(
    labels.map(([label, address], i) => {
      const end = labels[i + 1]?.[1] ?? start + BigInt(section.length)
      return [label, section.subarray(Number(address - start), Number(end - start))]
    }),
  )
  return { bytes, addresses }
}

/** Bytes of the section with the tables, from the output of `size -A`. */
function rodataBytes(sizes: string): number {
  return Number(/^\.rodata\s+(\d+)/m.exec(sizes)?.[1])
}

/** What mksysmap keeps of a map, as far as it matters for the symbols of miniature kernels. */
function filtered(listing: string, facts: BuildFacts, tables: Buffer | null): string {
  const hidden = new Set<string>()
  if (facts.hidesTableLabels && tables !== null) {
    for (const [, label = ''] of tables.toString('latin1').matchAll(/^(\w+):$/gm)) hidden.add(label)
  }
  const isRemoved = new RegExp(` [${facts.removedTypes}] `)
  return listing
    .split('\n')
    .filter(line => !isRemoved.test(line) && !hidden.has(line.slice(line.lastIndexOf(' ') + 1)))
    .join('\n')
}
