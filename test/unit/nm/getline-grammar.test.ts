import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KallsymsError } from '../../../src/errors.js'
import { parseGetline } from '../../../src/nm/getline-grammar.js'
import { collector, latin1, symbolsOf } from '../../support/table.js'

const LIMIT = { limit: 512, operator: '>=', word: '>=' } as const

function parse(text: string): string[] {
  return symbolsOf(parseGetline(latin1(text), LIMIT, () => {}))
}

const ACCEPTED: readonly (readonly [what: string, text: string, symbols: string[]])[] = [
  ['a plain record', '1000 T aaa\n', ['1000 T aaa']],
  ['64 bits', 'ffffffff81000abc t b\n', ['ffffffff81000abc t b']],
  ['no final newline', '1000 T aaa\n2000 T b', ['1000 T aaa', '2000 T b']],
  ['white space in front', ' \t\v\f1000 T aaa\n', ['1000 T aaa']],
  ['a prefix and capitals', '0x1000 T a\n0XABCDEF t b\n', ['1000 T a', 'abcdef t b']],
  ['a sign', '-1 T a\n+2 T b\n-10 T c\n', ['ffffffffffffffff T a', '2 T b', 'fffffffffffffff0 T c']],
  ['17 digits saturate', '10000000000000000 T a\n', ['ffffffffffffffff T a']],
  ['leading zeros do not', '000000000000000001000 T a\n', ['1000 T a']],
  ['a carriage return', '1000 T aaa\r\n', ['1000 T aaa\r']],
  ['blanks in the name', '1000 T  a b \n', ['1000 T  a b ']],
  ['an empty name', '1000 T \n2000 T \n', ['1000 T ', '2000 T ']],
  ['a NUL in the name', '1000 T a\0b\n2000 T c\n', ['1000 T a', '2000 T c']],
  ['a blank as the type', '1000   aaa\n', ['1000   aaa']],
  ['high bytes', '1000 T \xff\x80\n', ['1000 T \xff\x80']],
  ['nothing', '', []],
]

for (const [what, text, symbols] of ACCEPTED) test(what, () => assert.deepEqual(parse(text), symbols))

const REFUSED: readonly (readonly [what: string, line: string])[] = [
  ['a blank line', ''],
  ['blanks', '   '],
  ['an undefined symbol', '                 U x'],
  ['other text', '# comment'],
  ['a prefix without digits', '0x T aaa'],
  ['a sign without digits', '- T aaa'],
  ['two blanks before the type', '1000  T aaa'],
  ['a tab before the type', '1000\tT aaa'],
  ['no blank before the type', '1000T aaa'],
  ['no blank before the name', '1000 Taaa'],
  ['a type of two letters', '1000 TT aaa'],
  ['an address alone', '1000'],
  ['address and type alone', '1000 T'],
  ['a NUL in the address', '10\0 T aaa'],
  ['a type that is no ASCII', '1000 \xe9 aaa'],
]

for (const [what, line] of REFUSED) {
  test(`${what} is fatal, wherever it stands`, () => {
    for (const [text, number] of [
      [`${line}\n1000 T b\n`, 1],
      [`1000 T b\n2000 T c\n${line}\n`, 3],
    ] as const) {
      assert.throws(
        () => parse(text),
        (error: unknown) =>
          error instanceof KallsymsError &&
          error.code === 'bad-input' &&
          error.where.line === number &&
          error.where.original === 'line format error',
      )
    }
  })
}

test('a name at the limit is reported and skipped', () => {
  const { problems, report } = collector()
  const long = 'x'.repeat(511)
  const table = parseGetline(latin1(`1 T ${long}\n2 T ${long}y\n3 T b\n`), LIMIT, report)
  assert.deepEqual(symbolsOf(table), [`1 T ${long}`, '3 T b'])
  assert.deepEqual(problems, ['name-too-long 512'])
})

test('a name that is too long for the columns is an error if the dialect has no limit', () => {
  assert.throws(() => parseGetline(latin1(`1 T ${'x'.repeat(65535)}\n`), null, () => {}), {
    code: 'too-large',
  })
})
