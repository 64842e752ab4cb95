/**
 * Miniature kernels whose layout leaks into their own symbol table: a linker script, the assembly of all that is not
 * the table, and a padding in front of the table that moves everything behind it.
 *
 * The table sits in read-only data, as in the kernel. What lies behind it is aligned, so that most changes of its size
 * vanish in a gap and a few, at paddings that a sweep finds, move what follows by a page.
 */
import type { Dialect } from '../../dialect/dialect.js'
import type { Toolchain } from './toolchains.js'

export interface Layout {
  readonly name: string
  /** What differs from one pass to the next. */
  readonly about: string
  /** Whether the kernel is configured with CONFIG_KALLSYMS_ALL. */
  readonly allSymbols: boolean
  /** Whether there is something to see with a linker and a kernel's tool. */
  readonly suits: (toolchain: Toolchain, dialect: Dialect) => boolean
  /** Read-only data in front of the table, in bytes: the paddings of a whole sweep. */
  readonly paddings: readonly number[]
  readonly script: (toolchain: Toolchain, padding: number) => string
  /** @param functions names of the functions that it has beside others */
  readonly body: (toolchain: Toolchain, functions: readonly string[]) => string
}

/** 3,000 function names of a kernel, or as many as its map has. */
export function functionNames(map: Uint8Array): string[] {
  const names = new Set<string>()
  for (const line of Buffer.from(map).toString('latin1').split('\n')) {
    const name = /^[0-9a-f]+ [Tt] ([a-z][a-z0-9_]*)$/.exec(line)?.[1]
    if (name !== undefined) names.add(name)
  }
  return [...names].filter((_, i) => i % 12 === 0).slice(0, 3000)
}

/** One word of `name`, which other files can see. */
const word = (name: string): string => `.globl ${name}\n${name}: .long 0\n`

/** What every miniature kernel holds. */
function commonBody(functions: readonly string[]): string {
  return [
    `.text\n${functions.map(word).join('')}`,
    `.section .init.text, "ax"\n${word('start_kernel')}`,
    '.section .pdata.init, "aw"\n.long 0, 0\n',
    `.data\n${word('init_thread_union')}.long 0\n`,
    '.section .rodata, "a"\n.byte 0\n',
    '.bss\n.globl bss_thing\nbss_thing: .skip 64\n',
  ].join('')
}

/**
 * A script's frame: text and read-only data in front, data behind, and between them what a layout is about. The
 * padding ends with the body's one byte of such data, since GNU ld takes a section of nothing but gaps for .bss.
 */
function script({ format, base }: Toolchain, padding: number, rodataEnd: string, middle: string): string {
  return `OUTPUT_FORMAT("${format}")
ENTRY(_stext)
SECTIONS {
  . = ${base};
  .text : { _text = .; _stext = .; *(.text) _etext = .; }
  . = ALIGN(4096);
  .rodata : { __start_rodata = .; . += ${padding - 1}; *(.rodata) ${rodataEnd} }
  ${middle}
  . = ALIGN(8192);
  .data : { _data = .; _sdata = .; *(.data) _edata = .; }
  .bss : { __bss_start = .; *(.bss) __bss_stop = .; }
  _end = .;
}
`
}

const INIT_TEXT = '.init.text : { _sinittext = .; *(.init.text) _einittext = .; }'

/** Sections that hold nothing here, but whose borders the kernel looks at; the per-CPU area among them. */
const BORDERS: readonly string[] = [
  '__per_cpu_load',
  '__per_cpu_start',
  ...'clk irq dma cpu psci timer reserved governor memory console regulator thermal'
    .split(' ')
    .flatMap(table => [`__start_${table}`, `__stop_${table}`]),
  '__per_cpu_end',
]

const assign = (symbols: readonly string[], value: string): string =>
  symbols.map(symbol => `${symbol} = ${value};`).join(' ')

/**
 * An empty section between two others, with symbols in it. GNU ld discards the section and gives its symbols to the
 * section behind it when that begins at their address, else to the one in front. nm calls them `P` in a section named
 * `.pdata*` and `D` in `.data`, so their letters say whether two alignments fall on the same address.
 *
 * LLVM's linker keeps the section. There the script itself chooses between the two sections, by the same condition.
 */
function typeFlipScript(toolchain: Toolchain, padding: number): string {
  const borders = toolchain.discardsEmpty
    ? `. = ALIGN(4096);
  .data..percpu : { ${assign(BORDERS, '.')} *(.data..percpu) }`
    : assign(BORDERS, 'ALIGN(4096) == ALIGN(8192) ? ADDR(.data) : ADDR(.pdata.init) + SIZEOF(.pdata.init)')
  return script(
    toolchain,
    padding,
    '__end_rodata = .;',
    `${INIT_TEXT}
  .pdata.init : { *(.pdata.init) }
  ${borders}`,
  )
}

/**
 * Symbols at the end of read-only data, which are at the address of `_sinittext` exactly when that end falls on a
 * page's border. Without --all-symbols a symbol counts as text by its address, so they are in the table then, and in
 * no other layout.
 */
function membershipFlipScript(borders: readonly string[]): Layout['script'] {
  return (toolchain, padding) =>
    script(
      toolchain,
      padding,
      `. = ALIGN(64); ${assign(borders, '.')}`,
      `. = ALIGN(4096);
  ${INIT_TEXT}
  .pdata.init : { *(.pdata.init) }`,
    )
}

const START_STOP = [
  '__start___param',
  '__stop___param',
  '__start___modver',
  '__stop___modver',
  '__end_rodata',
]

/** The same without `__start_` and `__stop_`, which are in the table from 6.10 on wherever they lie. */
const ENDS = ['__param_end', '__modver_end', '__bug_table_end', '__notes_end', '__end_rodata']

/** As many calls, each of which needs a stub of its own. */
const CALLS = 8

/** Beside what all have, calls from behind the table to functions far away. */
function stubsBody(names: readonly string[]): string {
  const far = Array.from({ length: CALLS }, (_, i) => `far_${i}`)
  const functions = far.map(name => `.globl ${name}\n.type ${name}, %function\n${name}: bx lr\n`)
  return [
    commonBody(names),
    '.section .calls, "ax"\n.globl calls\n.type calls, %function\n',
    `calls:\n${far.map(name => `\tbl ${name}\n`).join('')}`,
    `.section .far, "ax"\n${functions.join('')}`,
  ].join('')
}

/**
 * Calls from behind the table to functions at a fixed address, as far as a call reaches from the middle of the sweep.
 * A larger table moves the calls nearer to them, so that the stubs vanish that the linker has made for those out of
 * reach; a smaller table without the names of the stubs brings the stubs back.
 */
function stubsScript(toolchain: Toolchain, padding: number): string {
  return script(
    toolchain,
    padding,
    '__end_rodata = .;',
    `${INIT_TEXT}
  .calls : { *(.calls) }
  .far (${toolchain.base} + 0x2000000 + 0xf800) : { *(.far) }
  . = ADDR(.far) + SIZEOF(.far);`,
  )
}

/** Whether the tool of a kernel before 6.4 has a rule for such a name; from then on the build's filter is to have it. */
function ignores({ ignored, addressesFirst }: Dialect, name: string): boolean {
  if (!addressesFirst) return true
  const { prefixes, suffixes } = ignored
  return prefixes.some(prefix => name.startsWith(prefix)) || suffixes.some(suffix => name.endsWith(suffix))
}

/** Numbers from `from` to `to` by `step`, the last included where it is met. */
function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}

export const TYPE_FLIP: Layout = {
  name: 'type-flip',
  about: 'symbols of an empty section change their type letter',
  allSymbols: true,
  suits: () => true,
  paddings: [...steps(64, 8192, 128), ...steps(4352, 4384, 8)],
  script: typeFlipScript,
  body: (_, functions) => commonBody(functions),
}

export const MEMBERSHIP_FLIP: Layout = {
  name: 'membership-flip',
  about: 'symbols of read-only data count as text by their address',
  allSymbols: false,
  suits: () => true,
  paddings: steps(64, 4096, 64),
  script: membershipFlipScript(START_STOP),
  body: (_, functions) => commonBody(functions),
}

export const MEMBERSHIP_FLIP_ENDS: Layout = {
  ...MEMBERSHIP_FLIP,
  name: 'membership-ends',
  about: 'the same with symbols that no dialect makes an exception for',
  suits: (_, { keepsStartStop }) => keepsStartStop,
  script: membershipFlipScript(ENDS),
}

export const STUBS: Layout = {
  name: 'stubs',
  about: 'the linker makes symbols for calls that do not reach',
  allSymbols: true,
  suits: ({ stub }, dialect) => stub !== null && !ignores(dialect, stub),
  paddings: steps(32, 4096, 32),
  script: stubsScript,
  body: (_, functions) => stubsBody(functions),
}

export const LAYOUTS: readonly Layout[] = [TYPE_FLIP, MEMBERSHIP_FLIP, MEMBERSHIP_FLIP_ENDS, STUBS]
