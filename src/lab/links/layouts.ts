/**
 * Miniature kernels whose symbol tables depend on the layout: a linker script, the assembly of everything but the tables,
 * and a padding before the tables that moves everything after it.
 *
 * The tables are in read-only data, as in the kernel. The sections after them are aligned, so most changes of their size
 * disappear in a gap; with some paddings, which a sweep finds, they move the following sections by a page.
 */
import type { Dialect } from '../../dialect/dialect.js'
import type { Toolchain } from './toolchains.js'

export interface Layout {
  readonly name: string
  /** What changes from pass to pass, in a few words. */
  readonly about: string
  /** Whether the kernel is configured with CONFIG_KALLSYMS_ALL. */
  readonly allSymbols: boolean
  /** Whether the layout has an effect with this linker and this dialect. */
  readonly suits: (toolchain: Toolchain, dialect: Dialect) => boolean
  /** Bytes of read-only data before the tables: the paddings of a complete sweep. */
  readonly paddings: readonly number[]
  readonly script: (toolchain: Toolchain, padding: number) => string
  /** @param functions names of functions that it contains, among others */
  readonly body: (toolchain: Toolchain, functions: readonly string[]) => string
}

/** Up to 3,000 function names from a map. */
export function functionNames(map: Uint8Array): string[] {
  const names = new Set<string>()
  for (const line of Buffer.from(map).toString('latin1').split('\n')) {
    const name = /^[0-9a-f]+ [Tt] ([a-z][a-z0-9_]*)$/.exec(line)?.[1]
    if (name !== undefined) names.add(name)
  }
  return [...names].filter((_, i) => i % 12 === 0).slice(0, 3000)
}

/** A global symbol with one word of data. */
const word = (name: string): string => `.globl ${name}\n${name}: .long 0\n`

/** What every miniature kernel contains. */
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
 * The linker script: text and read-only data first, data last, and the sections of a layout between them. The padding ends
 * with the one byte of .rodata in the body, because GNU ld treats a section that consists of gaps only as .bss.
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

/** Symbols at the borders of empty sections, the per-CPU area among them. */
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
 * An empty section with symbols, between two others. GNU ld discards the section and gives its symbols to the next
 * section if that begins at their address, else to the previous one. nm prints `P` for a section named `.pdata*` and `D`
 * for `.data`, so the type letters depend on whether two alignments give the same address.
 *
 * LLVM's linker keeps the section. For it, the script itself chooses between the two sections, by the same condition.
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
 * Symbols at the end of read-only data, which are at the address of `_sinittext` only if that end is on a page boundary.
 * Without --all-symbols a symbol counts as text by its address, so they are in the table in these layouts only.
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

/** The same without `__start_` and `__stop_`, which from 6.10 on are in the table at any address. */
const ENDS = ['__param_end', '__modver_end', '__bug_table_end', '__notes_end', '__end_rodata']

/** Number of calls, each of which needs its own stub. */
const CALLS = 8

/** The common body, and calls from after the tables to functions far away. */
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
 * Calls from after the tables to functions at a fixed address, at the range of a call from the middle of the sweep.
 * Larger tables move the calls closer to the functions, so that the linker no longer needs stubs for them; smaller
 * tables, without the names of the stubs, bring the stubs back.
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

/** Whether the tool of a kernel before 6.4 ignores such a name; from then on the build's filter should remove it. */
function ignores({ ignored, addressesFirst }: Dialect, name: string): boolean {
  if (!addressesFirst) return true
  const { prefixes, suffixes } = ignored
  return prefixes.some(prefix => name.startsWith(prefix)) || suffixes.some(suffix => name.endsWith(suffix))
}

/** Numbers from `from` to `to` by `step`, including `to` if it is reached. */
function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}

export const TYPE_FLIP: Layout = {
  name: 'type-flip',
  about: 'symbols of an empty section change their type letters',
  allSymbols: true,
  suits: () => true,
  paddings: [...steps(64, 8192, 128), ...steps(4352, 4384, 8)],
  script: typeFlipScript,
  body: (_, functions) => commonBody(functions),
}

export const MEMBERSHIP_FLIP: Layout = {
  name: 'membership-flip',
  about: 'symbols of read-only data count as text by address',
  allSymbols: false,
  suits: () => true,
  paddings: steps(64, 4096, 64),
  script: membershipFlipScript(START_STOP),
  body: (_, functions) => commonBody(functions),
}

export const MEMBERSHIP_FLIP_ENDS: Layout = {
  ...MEMBERSHIP_FLIP,
  name: 'membership-ends',
  about: 'the same with symbols that no dialect treats specially',
  suits: (_, { keepsStartStop }) => keepsStartStop,
  script: membershipFlipScript(ENDS),
}

export const STUBS: Layout = {
  name: 'stubs',
  about: 'the linker makes stubs for calls that are out of range',
  allSymbols: true,
  suits: ({ stub }, dialect) => stub !== null && !ignores(dialect, stub),
  paddings: steps(32, 4096, 32),
  script: stubsScript,
  body: (_, functions) => stubsBody(functions),
}

export const LAYOUTS: readonly Layout[] = [TYPE_FLIP, MEMBERSHIP_FLIP, MEMBERSHIP_FLIP_ENDS, STUBS]
