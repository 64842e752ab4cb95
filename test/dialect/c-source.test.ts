/** C as tokens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CSource } from '../../src/dialect/c-source.js'

test('a pattern is found in any layout, and not in comments and literals', () => {
  assert.equal(new CSource('x\n\na [ 0 ]').find('a[0]')?.line, 3)
  assert.equal(new CSource('a/**/[// ]\n0]').find('a[0]')?.line, 1)
  for (const text of [
    '/* a[0] */',
    '// a[0]',
    '// \\\na[0]',
    '"a[0]"',
    "'a[0]'",
    'ba[0]',
    'a[01]',
    '/* a[0]',
  ]) {
    assert.equal(new CSource(text).find('a[0]'), null, text)
  }
  assert.equal(new CSource('a >= b').find('a > b'), null)
  assert.equal(new CSource('a').find('a b'), null)
})

test('wildcards capture what they stand for', () => {
  const source = new CSource(`f("one", 1); f("two", 0x2UL); f('3', x);`)
  assert.deepEqual(source.find('f($string, $number)')?.captured, ['one', '1'])
  assert.deepEqual(
    source.findAll('f($string, $number)').map(match => match.captured[1]),
    ['1', '0x2UL'],
  )
  assert.deepEqual(source.find('f($character, $word)')?.captured, ['3', 'x'])
  assert.equal(source.find('f($word'), null)
})

test('literals have the characters that they mean', () => {
  const texts: [string, string][] = [
    [String.raw`"a\tb\n"`, 'a\tb\n'],
    [String.raw`"\"/* \\"`, '"/* \\'],
    [String.raw`"\x41\101\0"`, 'AA\0'],
    ['"a\\\nb"', 'ab'],
    ['"one" /* and */ "two"', 'onetwo'],
  ]
  for (const [code, text] of texts)
    assert.deepEqual(new CSource(code).find('$string')?.captured, [text], code)
  assert.equal(new CSource('"a\\\n\\\nb" c').find('c')?.line, 3)
})

test('a quote that is not closed ends with its line', () => {
  const source = new CSource(`#error don't\nchar *s = "text";`)
  assert.deepEqual(source.findText(/text/)?.line, 2)
})

test('strings of an array, up to its end', () => {
  const source = new CSource('x y[] = { "a", { "b" "c" }, NULL /* "d" */ }; z = "e";')
  assert.deepEqual(source.arrayStrings('y')?.captured, ['a', 'bc'])
  assert.equal(source.arrayStrings('x'), null)
  assert.throws(() => new CSource('y[] = { "a"').arrayStrings('y'), { code: 'unknown-kernel' })
})

test('comments and blanks between tokens change nothing but lines', () => {
  const token = fc.constantFrom('a', 'b1', '"/*"', `"'"`, "'//'", `'"'`, '->', '(', '1.5e+3', '"\\""')
  const gap = fc.constantFrom(' ', '\n', '/* " */', "// it's\n", '/**//***/', '\t\\\n', '//\\\n"\n')
  fc.assert(
    fc.property(fc.array(token, { minLength: 1 }), fc.array(gap, { minLength: 1 }), (tokens, gaps) => {
      const spread = tokens.map((each, i) => each + gaps[i % gaps.length]).join('')
      const match = new CSource(spread).find(tokens.join(' '))
      assert.equal(match?.at, 0)
    }),
  )
})
