/** Splitting of arguments, for the options that commander's definitions have. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expandArguments } from '../../../src/cli/arguments.js'
import { allCommands } from '../../../src/cli/pages/commands.js'
import { generatorCommand } from '../../../src/cli/program.js'
import { findRelease } from '../../../src/dialect/resolve.js'

const COMMANDS = allCommands('docs').map(({ command }) => command)
const program = generatorCommand()

/** Expands the generator's arguments; returns also the kernels that were asked for. */
function expand(...argv: string[]): { args: string[]; asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = []
  const args = expandArguments(argv, program, kernel => {
    asked.push(kernel)
    return findRelease(kernel ?? '6.12').dialect
  })
  return { args, asked }
}

test('an option whose value may be missing has one that it stands for', () => {
  const optional = COMMANDS.flatMap(({ options }) => options.filter(option => option.optional))
  assert.deepEqual(
    optional.map(({ long }) => long),
    ['--stats', '--stabilise', '--prove', '--stabilise', '--link'],
  )
  for (const option of optional) assert.equal(typeof option.presetArg, 'string', option.flags)
})

test('what follows an option is its value where it takes one, and nowhere else', () => {
  for (const command of COMMANDS) {
    for (const { long, short, required } of command.options) {
      for (const flag of [long, short].filter(each => each !== undefined)) {
        const given = [flag, '--stabilize', 'map']
        const expected = required
          ? given
          : [expandArguments([flag], command)[0], expandArguments(['--stabilize'], command)[0], 'map']
        assert.deepEqual(expandArguments(given, command), expected, `${command.name()} ${flag}`)
      }
    }
  }
})

test('values that options stand for, and other spellings', () => {
  assert.deepEqual(expand('--stats', 'json').args, ['--stats=text', 'json'])
  assert.deepEqual(expand('--stats=json').args, ['--stats=json'])
  assert.deepEqual(expand('--stabilize').args, ['--stabilise=literal'])
  assert.deepEqual(expand('--stabilize=fold').args, ['--stabilise=fold'])
})

test('two dashes end the options, unless they are a value', () => {
  assert.deepEqual(expand('--stats', '--', '--stats', '--al').args, ['--stats=text', '--', '--stats', '--al'])
  assert.deepEqual(expand('-o', '--', '--stats').args, ['-o', '--', '--stats=text'])
})

test('abbreviations are those of the last kernel that is given, wherever it is', () => {
  assert.deepEqual(expand('--al', '--kernel', '5.4', '--kernel=6.12'), {
    args: ['--all-symbols', '--kernel', '5.4', '--kernel=6.12'],
    asked: ['6.12'],
  })
  assert.deepEqual(expand('--kernel=6.12', '--al', '--kernel', '5.4').args[1], '--al')
  // A value is no kernel and no abbreviation.
  assert.deepEqual(expand('-o', '--kernel=5.4', '--journal', '--al', '--ab'), {
    args: ['-o', '--kernel=5.4', '--journal', '--al', '--absolute-percpu'],
    asked: [undefined],
  })
})

test('the dialect is asked for only where an argument may be an abbreviation', () => {
  const { asked } = expand(
    '--kernel',
    '6.12',
    '--stats',
    '--stable',
    '--all-symbols',
    '--help',
    '-x',
    'a',
    '-',
  )
  assert.deepEqual(asked, [])
})
