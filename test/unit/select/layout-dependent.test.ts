/** Which symbols depend on the layout, by small maps. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRelease } from '../../../src/dialect/resolve.js'
import { resolveOptions } from '../../../src/generate/options.js'
import { parse } from '../../../src/nm/parse.js'
import type { LayoutDependentTables } from '../../../src/select/layout-dependent.js'
import { select } from '../../../src/select/select.js'
import type { SymbolTable } from '../../../src/symbols/table.js'
import { Arena } from '../../../src/wasm/arena.js'
import { latin1, textOf } from '../../support/table.js'

interface Wanted {
  readonly kernel: string
  readonly allSymbols?: boolean
  readonly newLabels?: readonly string[]
  readonly symbolPrefix?: number
}

function selection(lines: readonly string[], { kernel, allSymbols = false, ...wanted }: Wanted) {
  const { dialect } = findRelease(kernel)
  const table = parse(latin1(lines.map(line => `${line}\n`).join('')), dialect, () => {})
  const { symbolPrefix } = wanted
  const options = resolveOptions({
    dialect,
    allSymbols,
    ...(symbolPrefix !== undefined && { symbolPrefix }),
  })
  return select(table, options, new Arena(), wanted.newLabels ?? [])
}

function namesOf(table: SymbolTable): string[] {
  return Array.from({ length: table.count }, (_, symbol) => textOf(table, symbol).slice(1))
}

/** Names that may enter the table, and that may leave it. */
function layoutDependent(lines: readonly string[], wanted: Wanted): { in: string[]; out: string[] } {
  const { symbols, layoutDependent } = selection(lines, wanted)
  const { allIn, allOut, count } = layoutDependent as LayoutDependentTables
  const now = namesOf(symbols)
  const result = {
    in: namesOf(allIn)
      .filter(name => !now.includes(name))
      .sort(),
    out: now.filter(name => allOut !== null && !namesOf(allOut).includes(name)).sort(),
  }
  assert.equal(count, result.in.length + result.out.length)
  return result
}

/** Data, then a boundary that is aligned to a page. */
const DATA_BEFORE_INIT_TEXT = [
  'c0008000 T _text',
  'c0008000 T _stext',
  'c0009000 t f',
  'c0009123 T _etext',
  'c000a000 r first',
  'c000a990 r before_content',
  'c000b000 r big',
  'c000cf00 r maybe_small',
  'c000cf40 R __start_x',
  'c000cf40 R __stop_x',
  'c000d000 T _sinittext',
  'c000d010 t g',
  'c000d123 T _einittext',
]

test('data that may be separated from the start of a range by padding alone', () => {
  assert.deepEqual(layoutDependent(DATA_BEFORE_INIT_TEXT, { kernel: '5.4' }), {
    // __start_x is at a multiple of 64, and the symbol before it is 64 bytes away: the gap is not padding.
    in: ['__start_x', '__stop_x'],
    out: ['_text'],
  })
})

test('a gap as long as the alignment is content', () => {
  const lines = [
    'c0008000 T _stext',
    'c0009122 T _etext',
    'c000cfff r in_reach',
    'c000e000 T _sinittext',
    'c000e122 T _einittext',
  ]
  assert.deepEqual(
    layoutDependent(lines, { kernel: '5.4' }).in,
    ['in_reach'],
    'c000e000 is a multiple of 8 KiB',
  )
  const page = lines.map(line => line.replace('c000e', 'c000d'))
  assert.deepEqual(
    layoutDependent([...page.slice(0, 2), 'c000c000 r far', ...page.slice(3)], { kernel: '5.4' }).in,
    [],
  )
  assert.deepEqual(layoutDependent(page, { kernel: '5.4' }).in, ['in_reach'])
})

test('data at the start of a range may leave', () => {
  const lines = [
    'c0008000 T _stext',
    'c0009002 T _etext',
    'c000c000 R __end_rodata',
    'c000c000 T _sinittext',
    'c000d002 T _einittext',
  ]
  assert.ok(layoutDependent(lines, { kernel: '6.12' }).out.includes('__end_rodata'))
})

test('symbols at a guarded end are left out and may enter; symbols before it may move to it and leave', () => {
  const lines = [
    'c0008000 T _stext',
    'c0008804 T f',
    'c0009ffe T __kprobes_end',
    'c000a000 T __text_end',
    'c000a000 T _etext',
    'c000b000 r data',
  ]
  assert.deepEqual(layoutDependent(lines, { kernel: '6.12' }), {
    in: ['__text_end'],
    out: ['__kprobes_end'],
  })
})

test('data after an end that is not guarded may enter', () => {
  const lines = [
    'c0008000 T _stext',
    'c0009002 T _etext',
    'ff800000 T _stext_l1',
    'ff800ffe T _etext_l1',
    'ff801000 r near',
    'ff801800 r far',
  ]
  const { in: near } = layoutDependent(lines, { kernel: '3.3' })
  assert.deepEqual(near, ['near'])
})

test('with all symbols nothing depends on addresses', () => {
  assert.deepEqual(layoutDependent(DATA_BEFORE_INIT_TEXT, { kernel: '5.4', allSymbols: true }), {
    in: [],
    out: [],
  })
})

test('absolute symbols with addresses in the image may become those of a section; other numbers may not', () => {
  const lines = [
    '00001234 A text_size',
    'c0008000 T _text',
    'c0008000 T _stext',
    'c0009002 T _etext',
    'c0009100 A __data_loc',
    'c0009100 n note',
    'c0009200 D _data',
    'e1234567 A __crc_printk',
  ]
  assert.deepEqual(layoutDependent(lines, { kernel: '4.20', allSymbols: true }).in, ['__data_loc', 'note'])
  assert.deepEqual(layoutDependent(lines, { kernel: '4.20' }).in, [], 'they lie in no range')
  const within = lines.map(line => line.replace('c0009100', 'c0008800'))
  assert.deepEqual(layoutDependent(within, { kernel: '4.20' }).in, ['__data_loc', 'note'])
})

test('rules about names hold in every layout', () => {
  const lines = [
    'c0008000 T _text',
    'c0008000 A __efistub_a',
    'c0008000 A $a',
    'c0008800 A kallsyms_names',
    'c0009000 D end',
  ]
  assert.deepEqual(layoutDependent(lines, { kernel: '4.20', allSymbols: true }).in, [])
})

test('the labels of the tables may enter, in dialects that keep them', () => {
  const lines = ['c0008000 T _text', 'c0009000 D end']
  const newLabels = ['kallsyms_names', 'kallsyms_seqs_of_names']
  const labels = (wanted: Wanted): string[] =>
    layoutDependent(lines, { allSymbols: true, newLabels, ...wanted }).in
  assert.deepEqual(labels({ kernel: '5.4' }), ['kallsyms_seqs_of_names'])
  assert.deepEqual(labels({ kernel: '6.1.192' }), [])
  assert.deepEqual(labels({ kernel: '6.2' }), ['kallsyms_seqs_of_names'])
  assert.deepEqual(labels({ kernel: '6.12' }), newLabels)
  assert.deepEqual(labels({ kernel: '3.3', symbolPrefix: 0x5f }), ['_kallsyms_seqs_of_names'])
})

test('linker stubs may leave, in dialects that keep them', () => {
  const stubs = [
    '__far_veneer',
    '__far_from_arm',
    '__ARMv5LongLdrPcThunk_far',
    '__AArch64ADRPThunk_far',
    '00000021.long_branch.far',
    '00000021.plt_branch.far',
  ]
  const lines = ['c0008000 T _text', ...stubs.map((name, i) => `c000800${i} t ${name}`), 'c0009000 D end']
  assert.deepEqual(layoutDependent(lines, { kernel: '3.3', allSymbols: true }).out, [...stubs].sort())
  assert.deepEqual(layoutDependent(lines, { kernel: '6.1', allSymbols: true }).out, [
    '__ARMv5LongLdrPcThunk_far',
  ])
})

test('symbols where two sections meet may leave: a linker may make them absolute', () => {
  const lines = [
    'c0008000 T _text',
    'c0009000 r last',
    'c0009000 W weak',
    'c000a000 R __end_rodata',
    'c000a000 D _sdata',
    'c000b000 D same',
    'c000b000 d section',
  ]
  const { out } = layoutDependent(lines, { kernel: '6.12', allSymbols: true })
  assert.deepEqual(out, ['__end_rodata', '_sdata'])
})
