/** Markdown on a terminal. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownForTerminal } from '../../../src/cli/markdown.js'
import { PLAIN } from '../../../src/report/terminal.js'

const PAINT = { ...PLAIN, strong: (text: string): string => `<${text}>` }

function shown(text: string, columns: number): string {
  return markdownForTerminal(text, columns, PAINT)
}

test('headings are set off, and paragraphs broken at words', () => {
  assert.equal(
    shown('# A title\nIt has text\nin two lines.\n\n\nAnd  more.\n', 14),
    '<# A title>\nIt has text in\ntwo lines.\n\nAnd more.\n',
  )
})

test('a word that is longer than a line stays whole', () => {
  assert.equal(shown('see https://example.org/a/b/c now', 10), 'see\nhttps://example.org/a/b/c\nnow\n')
})

test('code stays as it is, with its empty lines', () => {
  assert.equal(
    shown('Run:\n```sh\n# not a heading\nmake  all | tee\n\n  done\n```\nThen go.', 12),
    'Run:\n\n    # not a heading\n    make  all | tee\n\n      done\n\nThen go.\n',
  )
})

test('items of lists, with their other lines below the text', () => {
  assert.equal(
    shown('- one two three\n- four\n  five six\n\n10. ten eleven', 11),
    '- one two\n  three\n- four five\n  six\n\n10. ten\n    eleven\n',
  )
})

test('a table that fits is aligned; one that does not becomes a list of its rows', () => {
  const table = '| name | what it is |\n|---|---|\n| a \\| b | one of them |\n| `c` | the other |\n\nText.'
  assert.equal(shown(table, 40), '<name   what it is>\na | b  one of them\n`c`    the other\n\nText.\n')
  assert.equal(
    shown(table, 17),
    'a | b\n    what it is:\n    one of them\n`c`\n    what it is:\n    the other\n\nText.\n',
  )
})

test('a table without a header', () => {
  assert.equal(shown('| | |\n|---|---|\n| key | value |', 40), 'key  value\n')
})

test('lines are not longer than 100 columns on a wide terminal', () => {
  const lines = shown('word '.repeat(100), 300).trimEnd().split('\n')
  assert.equal(lines.length, 5)
  assert.ok(lines.every(line => line.length <= 100))
})
