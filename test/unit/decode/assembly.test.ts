/** Hand-written assembly text, and the bytes of its tables, assembled by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableExtents } from '../../../src/assembly/extents.js'
import { type AssemblyOptions, readAssembly, withText } from '../../../src/decode/assembly.js'
import { latin1 } from '../../support/table.js'

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex')

/** The bytes of lines after one label. */
function bytesOf(lines: string, options: AssemblyOptions = {}): string {
  return hex(readAssembly(latin1(`kallsyms_x:\n${lines}`), options).tables.get('kallsyms_x')?.bytes)
}

test('values of all widths', () => {
  const lines =
    '\t.byte 0x01, 0xFf, 7\n\t.short\t258\n\t.long\t0x1020304\n\t.quad\t0x102030405060708\n\tPTR\t0\n'
  assert.equal(bytesOf(lines), '01ff07 0201 04030201 0807060504030201 0000000000000000'.replaceAll(' ', ''))
  assert.equal(
    bytesOf(lines, { wordBytes: 4, bigEndian: true }),
    '01ff07 0102 01020304 0102030405060708 00000000'.replaceAll(' ', ''),
  )
  assert.equal(bytesOf('\tPTR\t0xffffffff81000000\n', { bigEndian: true }), 'ffffffff81000000')
  assert.equal(bytesOf('\t.quad\t9007199254740991\n', { bigEndian: true }), '001fffffffffffff')
  assert.equal(bytesOf('\t.long\t-2, +2\n\t.quad -0x100000000\n'), 'feffffff02000000' + '00000000ffffffff')
})

test('a number that does not fit its directive is truncated', () => {
  assert.equal(
    bytesOf('\t.byte 0x1ea, 0x00, 0x101\n\t.short\t65537\n\t.long\t0x112345678\n'),
    'ea00010100' + '78563412',
  )
})

test('comments may contain any bytes up to the end of the line', () => {
  const lines = '\t.byte 0x02, 0x41\t/* T*/,0x33 "\xe9 */\n\t.long\t0x1\t/* Ta, .byte 1: */\n\n\t/* alone:\n'
  assert.equal(bytesOf(lines), '0241' + '01000000')
})

test('strings end at the last quote and have no escapes', () => {
  const lines = '\t.asciz\t""\n\t.asciz\t"""\n\t.asciz\t"a\\n\\"\n\t.asciz\t"\xff, /* x */"\n'
  assert.equal(bytesOf(lines), `00${'2200'}${'615c6e5c00'}${'ff2c202f2a2078202a2f00'}`)
})

test('missing last newline, carriage returns, other blanks', () => {
  assert.equal(bytesOf('\t.byte 0x01'), '01')
  assert.equal(bytesOf('\t.byte 0x01, 0x0'), '0100')
  assert.equal(bytesOf(' .byte\t0x01 ,0x02\r\n\r\n.asciz "a" \n  .long 3 \n'), '0102' + '6100' + '03000000')
})

/** Tables in the form of dialects before 7.0. */
const PREAMBLE = `#include <asm/types.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .align 8
#else
#define PTR .long
#define ALGN .align 4
#endif
\t.section .rodata, "a"
.globl kallsyms_names
\tALGN
kallsyms_names:
\t.byte 0x01, 0x41
\t.skip\t2
\t.byte 0x02

.globl kallsyms_markers
\tALGN
kallsyms_markers:
\tPTR\t0

.globl kallsyms_empty
\t.balign 64
kallsyms_empty:

.globl kallsyms_last
\tALGN
kallsyms_last:
\t.byte 0x01

`

test('labels: offsets, bytes and padding', () => {
  const places = (options: AssemblyOptions): unknown[] =>
    [...readAssembly(latin1(PREAMBLE), options).tables].map(([label, { offset, bytes, padding }]) => [
      label,
      offset,
      hex(bytes),
      padding,
    ])
  assert.deepEqual(places({}), [
    ['kallsyms_names', 0, '0141000002', 2],
    ['kallsyms_markers', 8, '0000000000000000', 0],
    ['kallsyms_empty', 64, '', 0],
    ['kallsyms_last', 64, '01', 0],
  ])
  assert.deepEqual(places({ wordBytes: 4 })[1], ['kallsyms_markers', 8, '00000000', 0])
  const narrow = latin1(PREAMBLE.replace('\t.skip\t2\n', '\t.skip\t0\n'))
  assert.equal(readAssembly(narrow, { wordBytes: 4 }).tables.get('kallsyms_markers')?.offset, 4)
})

test('a line with the size of a table makes no bytes', () => {
  const text = latin1(
    'kallsyms_a:\n\t.byte 0x01\n.size kallsyms_a, . - kallsyms_a\n\nkallsyms_b:\n\t.byte 0x02\n',
  )
  const tables = [...readAssembly(text).tables].map(([label, { bytes }]) => [label, hex(bytes)])
  assert.deepEqual(tables, [
    ['kallsyms_a', '01'],
    ['kallsyms_b', '02'],
  ])
})

test('extents include padding, but not alignment', () => {
  assert.deepEqual(
    [...tableExtents(latin1(PREAMBLE))],
    [
      ['kallsyms_names', 5],
      ['kallsyms_markers', 8],
      ['kallsyms_empty', 0],
      ['kallsyms_last', 1],
    ],
  )
  assert.equal(tableExtents(latin1(PREAMBLE), { wordBytes: 4 }).get('kallsyms_markers'), 4)
  const raw =
    'kallsyms_x:\n\t.asciz\t"""\n\t.byte 0x01, 0x02\t/* a,b */\n\t.long\t_text - . + (-5)\t/* , */\n'
  assert.equal(tableExtents(latin1(raw)).get('kallsyms_x'), 2 + 2 + 4)
})

test('any prefix byte is removed from labels', () => {
  for (const prefix of '_.$"#:-P \té') {
    const text = latin1(`.globl ${prefix}kallsyms_a\n\tALGN\n${prefix}kallsyms_a:\n\t.byte 0x01\n`)
    const options = { symbolPrefix: latin1(prefix)[0] as number }
    assert.deepEqual([...readAssembly(text, options).tables.keys()], ['kallsyms_a'], prefix)
    assert.deepEqual([...tableExtents(text, options)], [['kallsyms_a', 1]], prefix)
  }
  assert.deepEqual([...tableExtents(latin1('_kallsyms_a:\n')).keys()], ['_kallsyms_a'])
})

test('values relative to _text get its address later', () => {
  const text = latin1(
    'kallsyms_a:\n\tPTR\t_text + 0x10\n\tPTR\t0x5\n\tPTR\t_text - 0x1\n\tPTR\t_text\nkallsyms_b:\n\tPTR\t_text - 0xffffffff80000000\n',
  )
  for (const bigEndian of [false, true]) {
    for (const wordBytes of [4, 8] as const) {
      const assembled = readAssembly(text, { wordBytes, bigEndian })
      const a = assembled.tables.get('kallsyms_a')
      const b = assembled.tables.get('kallsyms_b')
      assert.ok(a && b)
      assert.deepEqual([...a.textWords], [0, 2 * wordBytes, 3 * wordBytes])
      assert.deepEqual([...b.textWords], [0], 'an offset in its own table')
      const words = (bytes: Uint8Array): string[] => {
        const parts = hex(bytes).match(wordBytes === 8 ? /.{16}/g : /.{8}/g) ?? []
        return parts.map(part => (bigEndian ? part : Buffer.from(part, 'hex').reverse().toString('hex')))
      }
      const high = (digits: string): string => (wordBytes === 8 ? digits : '')
      const ones = 'ffffffff'
      assert.deepEqual(words(withText(a, assembled, { high: 0xffffffff, low: 0xfffffff8 })), [
        `${high('00000000')}00000008`,
        `${high('00000000')}00000005`,
        `${high(ones)}fffffff7`,
        `${high(ones)}fffffff8`,
      ])
      const linked = withText(b, assembled, { high: 0xffffffff, low: 0x81000000 })
      assert.deepEqual(words(linked), [`${high('00000000')}01000000`])
      assert.deepEqual(words(a.bytes)[0], `${high('00000000')}00000010`, 'the table itself is not modified')
    }
  }
})

test('distances are stored as their addend', () => {
  const table = readAssembly(
    latin1('kallsyms_a:\n\t.long\t_text - . + (-2)\t/* Ta */\n\t.long\t_text - . + (256)\n'),
  ).tables.get('kallsyms_a')
  assert.equal(hex(table?.bytes), 'feffffff' + '00010000')
  assert.deepEqual([...(table?.textDistances ?? [])], [0, 4])
  assert.deepEqual([...(table?.textWords ?? [])], [])
})

/** Malformed lines after a valid label, and their messages. */
const MALFORMED: readonly (readonly [line: string, message: RegExp])[] = [
  ['\t.byte', /no number/],
  ['\t.byte ', /no number/],
  ['\t.byte 0x', /without a digit/],
  ['\t.byte 0xg1', /without a digit/],
  ['\t.byte 0x01,', /no number/],
  ['\t.byte 0x01 0x02', /something other than a comment after its values/],
  ['\t.byte 0x01 / x', /something other than a comment after its values/],
  ['\t.long\tx', /no number/],
  ['\t.long\t_text - . + (5', /no closing bracket/],
  ['\t.quad\t_text - . + (5)', /directive that is not four bytes/],
  ['\t.long\t_text + 0x5', /directive that is no word/],
  ['\t.quad\t0x10000000000000000', /more than 64 bits/],
  ['\t.long\t9007199254740993', /too large/],
  ['\t.asciz\t"a', /between quotes/],
  ['\t.asciz\t"', /between quotes/],
  ['\t.asciz\ta"', /between quotes/],
  ['\t.asciz\t"a" b', /between quotes/],
  ['\t.skip', /no decimal number/],
  ['\t.skip\t0x10', /something other than a comment after its values/],
  ['\t.skip\t9999999999', /nine digits/],
  ['\t.balign 3', /power of two/],
  ['\t.balign 0', /power of two/],
  ['\t.balign 131072', /power of two/],
  ['\t.bytes 1', /not a line of a symbol table/],
  ['ffffffff81000000 T _text', /"ffffffff81000000 T _text" is not a line/],
  ['\xe9\x01', /"\\xe9\\x01" is not a line/],
  ['kallsyms names:', /not a label/],
  [':', /not a label/],
  ['kallsyms_x:', /twice/],
]

test('malformed lines are reported with their number', () => {
  for (const [line, message] of MALFORMED) {
    for (const end of ['\n\t.byte 0x01\n', '']) {
      const text = latin1(`\nkallsyms_x:\n\t.byte 0x01\n${line}${end}`)
      assert.throws(
        () => readAssembly(text),
        { code: 'bad-input', message, where: { line: 4 } },
        JSON.stringify(line),
      )
    }
  }
  for (const read of [readAssembly, tableExtents]) {
    assert.throws(() => read(latin1('\n\t.byte 0x01\n')), {
      code: 'bad-input',
      message: /before any label/,
      where: { line: 2 },
    })
    assert.throws(() => read(latin1('\t.skip\t1\n')), { code: 'bad-input', message: /before any label/ })
    assert.throws(() => read(latin1('\t.asciz\t""\n')), { code: 'bad-input', message: /before any label/ })
    assert.throws(() => read(latin1('a:\na:\n')), { code: 'bad-input', message: /twice/, where: { line: 2 } })
  }
})

test('tables of more than 1 GiB are refused before memory is allocated', () => {
  const text = latin1(`a:\n${'\t.skip\t999999999\n'.repeat(2)}`)
  assert.throws(() => readAssembly(text), { code: 'bad-input', message: /1 GiB/, where: { line: 3 } })
})

test('an empty text has no tables', () => {
  assert.equal(readAssembly(new Uint8Array(0)).tables.size, 0)
  assert.equal(tableExtents(new Uint8Array(0)).size, 0)
})
