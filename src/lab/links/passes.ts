/**
 * A miniature kernel, linked as the kernel's build links vmlinux: link, list the symbols, generate the table, assemble
 * it, link again. After pass N the build compares the list that table N was made from with that of the image which
 * holds table N, and stops with "Inconsistent kallsyms data" where they differ.
 *
 * The builds of a process share a folder with what does not change from one to the next.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Dialect } from '../../dialect/dialect.js'
import { type BuildFacts, buildFacts } from '../../kbuild/build-facts.js'
import type { Layout } from './layouts.js'
import type { Toolchain } from './toolchains.js'

const execute = promisify(execFile)

/** What a pass gives to the generator. */
interface PassInput {
  /** The list of symbols, as the build of the dialect's kernel hands it over. */
  readonly map: Buffer
  /** The assembly of the pass before; null in the first. */
  readonly previous: Buffer | null
}

/** What stands in for `scripts/kallsyms`: returns assembly. */
export type Generator = (input: PassInput) => Buffer | Promise<Buffer>

export interface Build {
  readonly toolchain: Toolchain
  readonly layout: Layout
  readonly padding: number
  /** Of the kernel whose build it is. */
  readonly dialect: Dialect
  readonly generator: Generator
}

/** One pass, as the build's check sees it. */
export interface Pass {
  /** Bytes of the section with the tables. */
  readonly bytes: number
  readonly object: TableFile
  /** The list that the table was made from, and that of the image which holds it. */
  readonly before: string
  readonly after: string
  /** The tables as they stand in that image; to be asked for before the next pass. */
  readonly tables: () => Promise<PlacedTables>
}

/** The object with the tables, as the kernel's build looks at it to see whether it needs another pass. */
export interface TableFile {
  /** Bytes of the file. */
  readonly size: number
  /** What nm lists of it. */
  readonly labels: string
}

/** Tables in an image. */
interface PlacedTables {
  /** From each label to the next; the last ends with the section. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly addresses: ReadonlyMap<string, bigint>
}

/** Whether the check of the kernel's build lets a pass through. */
export function isConsistent({ before, after }: Pass): boolean {
  return before === after
}

export class Workshop {
  private readonly bodies = new Map<string, Promise<string>>()
  private builds = 0

  private constructor(
    private readonly folder: string,
    private readonly functions: readonly string[],
  ) {}

  /**
   * To be closed.
   *
   * @param functions names that every miniature kernel has
   */
  static async open(functions: readonly string[]): Promise<Workshop> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kallsyms-links-'))
    for (const bits of [32, 64]) {
      const asm = path.join(folder, `include${bits}`, 'asm')
      await mkdir(asm, { recursive: true })
      for (const header of ['types.h', 'bitsperlong.h'])
        await writeFile(path.join(asm, header), `#define BITS_PER_LONG ${bits}\n`)
    }
    return new Workshop(folder, functions)
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /**
   * Links pass by pass, at least twice as the kernel's build does, and until its check is passed: from there on the
   * same list gives the same table.
   *
   * @param most passes
   */
  async *passes(build: Build, most = 6): AsyncGenerator<Pass> {
    const { toolchain, layout, padding, dialect, generator } = build
    const body = await this.body(toolchain, layout)
    const folder = path.join(this.folder, String(++this.builds))
    await mkdir(folder)
    try {
      await writeFile(path.join(folder, 'vmlinux.lds'), layout.script(toolchain, padding))
      const link = async (tables: Buffer | null): Promise<string> => {
        const assembling = tables === null ? [] : await this.assembling(toolchain, folder, tables)
        const objects = tables === null ? [body] : [body, 'tables.o']
        await run(folder, [...assembling, ...linkingAndListing(toolchain, objects)])
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
        const done = {
          bytes: rodataBytes(await readFile(path.join(folder, 'tables.size'), 'latin1')),
          object: {
            size: (await stat(path.join(folder, 'tables.o'))).size,
            labels: await readFile(path.join(folder, 'tables.nm'), 'latin1'),
          },
          before,
          after: filtered(listing, facts, tables),
          tables: () => placedTables(toolchain, folder, listing),
        }
        yield done
        if (pass >= 2 && isConsistent(done)) return
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** The object with all but the tables. */
  private body(toolchain: Toolchain, layout: Layout): Promise<string> {
    const key = `${toolchain.name}-${layout.name}`
    const known = this.bodies.get(key)
    if (known) return known
    const make = async (): Promise<string> => {
      const folder = path.join(this.folder, key)
      await mkdir(folder)
      await run(
        folder,
        await this.assembling(toolchain, folder, Buffer.from(layout.body(toolchain, this.functions))),
      )
      return path.join(folder, 'tables.o')
    }
    const made = make()
    this.bodies.set(key, made)
    return made
  }

  /** The commands that preprocess and assemble as the kernel's build does, whatever the target. */
  private async assembling(toolchain: Toolchain, folder: string, assembly: Buffer): Promise<string[]> {
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

/** The commands that make the image, and the list of its symbols. */
function linkingAndListing({ linker, nm }: Toolchain, objects: readonly string[]): string[] {
  return [
    `${linker.join(' ')} -T vmlinux.lds -o vmlinux ${objects.join(' ')}`,
    `${nm} -n vmlinux >vmlinux.nm`,
  ]
}

/**
 * Runs commands one after the other, as far as they succeed. Starting a process from a small shell costs a fraction of
 * starting it from a grown Node.
 */
async function run(folder: string, commands: readonly string[]): Promise<void> {
  await execute('sh', ['-c', commands.join(' && ')], { cwd: folder })
}

/** Cuts the tables out of an image, in which the section with them begins at `__start_rodata`. */
async function placedTables({ objcopy }: Toolchain, folder: string, listing: string): Promise<PlacedTables> {
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

/** Bytes of the section with the tables, from what `size -A` prints. */
function rodataBytes(sizes: string): number {
  return Number(/^\.rodata\s+(\d+)/m.exec(sizes)?.[1])
}

/** What mksysmap leaves of a list, as far as miniature kernels have symbols for it. */
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
