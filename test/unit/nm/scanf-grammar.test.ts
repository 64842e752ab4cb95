import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseScanf } from '../../../src/nm/scanf-grammar.js'
import { collector, latin1, symbolsOf } from '../../support/table.js'

const WIDTH = 499

function parse(text: string, width: number = WIDTH): { symbols: string[]; problems: string[] } {
  const { problems, report } = collector()
  const table = parseScanf(latin1(text), width, null, true, report)
  return { symbols: symbolsOf(table), problems }
}

const CASES: readonly (readonly [what: string, text: string, symbols: string[], problems?: string[]])[] = [
  ['a plain record', '1000 T aaa\n', ['1000 T aaa']],
  ['64 bits', 'ffffffff81000abc t b\n', ['ffffffff81000abc t b']],
  ['blank lines', '\n1000 T aaa\n\n \n2000 T bbb\n', ['1000 T aaa', '2000 T bbb']],
  ['no final newline', '1000 T aaa', ['1000 T aaa']],
  ['an undefined symbol', '                 U x\n1000 T aaa\n', ['1000 T aaa']],
  ['carriage returns', '1000 T aaa\r\n2000 T bbb\r\n', ['1000 T aaa', '2000 T bbb']],
  ['a prefix and capitals', '0x1000 T a\n0XABCDEF t b\n', ['1000 T a', 'abcdef t b']],
  ['a prefix without digits', '0x T aaa\n', ['0 T aaa']],
  ['a prefix without digits before a letter', '0xg T aaa\n1004 T bbb\n', ['0 g T', 'aaa 1 004']],
  ['a sign', '-1 T aaa\n+2 T b\n', ['ffffffffffffffff T aaa', '2 T b']],
  ['a sign without digits', '- T aaa\n1000 T b\n', ['1000 T b']],
  [
    '17 digits saturate',
    '10000000000000000 T a\n-10000000000000000 T b\n',
    ['ffffffffffffffff T a', 'ffffffffffffffff T b'],
  ],
  ['leading zeros do not', '000000000000000001000 T a\n', ['1000 T a']],
  ['no blank before the type', '1000T aaa\n', ['1000 T aaa']],
  ['a type that is a digit', '1000d aaa\n', ['1000d a aa']],
  ['no blank before the name', '1000 Taaa\n', ['1000 T aaa']],
  ['a type of two letters', '1000 TT aaa\n2000 T b\n', ['1000 T T', 'aaa 2 000']],
  ['a word after the name that is not a number', '1000 T aa xx\n2000 T b\n', ['1000 T aa', '2000 T b']],
  ['a name missing', '1000 T\n2000 T b\n', ['1000 T 2000']],
  ['the end after the address', '1000', [], ['cut-short']],
  ['the end after the type', '1000 T', [], ['cut-short']],
  ['a NUL in the name', '1000 T a\0b\n2000 T c\n', ['1000 T a', '2000 T c']],
  ['a NUL as the type', '1000\0aaa\n', ['1000 \0 aaa']],
  ['high bytes', '1000 \xe9 \xff\x80\n', ['1000 \xe9 \xff\x80']],
  ['vertical tabs and form feeds', '1000\vT\faaa\n', ['1000 T aaa']],
  ['nothing', '', []],
]

for (const [what, text, symbols, problems = []] of CASES) {
  test(what, () => assert.deepEqual(parse(text), { symbols, problems }))
}

test('the rest of a name over the width is read as the next record', () => {
  const name = 'x'.repeat(WIDTH)
  assert.deepEqual(parse(`1000 T ${name}a\n2000 T bbb\n`).symbols, [`1000 T ${name}`, 'a 2 000'])
  assert.deepEqual(parse(`1000 T ${name}x\n2000 T bbb\n`).symbols, [`1000 T ${name}`, '2000 T bbb'])
})

test('a line that is not a record is skipped in pieces, and a record may begin after each', () => {
  const line = `${'x'.repeat(20)}12 T no`
  assert.deepEqual(parse(`${line}\n3 T yes\n`, 20).symbols, ['12 T no', '3 T yes'])
})
