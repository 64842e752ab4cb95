/** C as tokens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CSource } from '../../../src/dialect/c-source.js'

test('a pattern is found in any formatting, but not in comments and literals', () => {
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

test('wildcards capture what they match', () => {
  const source = new CSource(`f("one", 1); f("two", 0x2UL); f('3', x);`)
  assert.deepEqual(source.find('f($string, $number)')?.captured, ['one', '1'])
  assert.deepEqual(
    source.findAll('f($string, $number)').map(match => match.captured[1]),
    ['1', '0x2UL'],
  )
  assert.deepEqual(source.find('f($character, $word)')?.captured, ['3', 'x'])
  assert.equal(source.find('f($word'), null)
})

test('literals have the characters that they denote', () => {
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

test('a quote that is not closed extends to the end of its line', () => {
  const source = new CSource(`#error don't say "a[0]" /*\nchar *s = "text"; "open a[0]\n\nend`)
  assert.equal(source.find('$string')?.line, 2)
  assert.equal(source.find('a[0]'), null)
  assert.equal(source.find('end')?.line, 4)
  for (const text of ['"', "'", '"\\', 'x"\\', '"a\\"', "'\\''x"]) {
    assert.equal(
      new CSource(`${text}\n"closed"`).findText(/closed/)?.line,
      text.endsWith('\\') ? undefined : 2,
    )
  }
})

test('texts in order in a literal', () => {
  const source = new CSource('f("b a");\nf("a a b", "c");')
  assert.equal(source.findTextWith('a', 'b')?.line, 2)
  assert.equal(source.findTextWith('a', 'a', 'b')?.line, 2)
  assert.equal(source.findTextWith('a', 'a', 'a'), null)
  assert.equal(source.findTextWith('b', 'c'), null)
})

test('strings of an array, up to its end', () => {
  const source = new CSource('x y[] = { "a", { "b" "c" }, NULL /* "d" */ }; z = "e";')
  assert.deepEqual(source.arrayStrings('y')?.captured, ['a', 'bc'])
  assert.equal(source.arrayStrings('x'), null)
  for (const size of ['', ' 3 ', 'SIZE'])
    assert.deepEqual(new CSource(`x[${size}] = { "a" }`).arrayStrings('x')?.captured, ['a'])
  assert.throws(() => new CSource('y[] = { "a"').arrayStrings('y'), { code: 'unknown-kernel' })
})

test('comments and blanks between tokens only change line numbers', () => {
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
