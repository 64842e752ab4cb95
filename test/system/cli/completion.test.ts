/** The completion scripts, in real shells. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { allCommands } from '../../../src/cli/pages/commands.js'
import { ROOT } from '../../support/root.js'
import { kallsyms, temporaryFolder } from '../../support/run.js'
import { NOT_IN_SAMPLE } from '../../support/sizes.js'

const COMPLETIONS = path.join(ROOT, 'dist', 'completions')

interface Completed {
  /** In alphabetical order. */
  readonly words: readonly string[]
  /** What readline is asked to do with them, or without them. */
  readonly how: string
}

/** What the script for bash makes of some words, of which the last one is begun. */
function bash(...words: string[]): Completed {
  const script = `
    compopt() { how="$*"; }
    source "$1"; shift
    [[ $(complete -p kallsyms) == *_kallsyms* ]] || exit 9
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _kallsyms
    printf '%s\\n' "$how" "\${COMPREPLY[@]}"`
  const file = path.join(COMPLETIONS, 'kallsyms')
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', file, ...words], {
    cwd: path.join(ROOT, 'golden'),
    encoding: 'utf8',
  })
  assert.deepEqual([status, stderr], [0, ''])
  const [how = '', ...replies] = stdout.trimEnd().split('\n')
  return { words: replies.sort(), how }
}

test('bash: every option of every command', () => {
  for (const [i, { command }] of allCommands('docs').entries()) {
    const before = i === 0 ? ['kallsyms'] : command.name().split(' ')
    const { words } = bash(...before, '-')
    for (const { long, short } of command.options) {
      assert.ok(words.includes(long as string), `${before.join(' ')} ${long}`)
      if (short) assert.ok(words.includes(short))
    }
    assert.ok(words.includes('--help'))
  }
})

test('bash: the beginning of an option, with the values that it may have', () => {
  assert.deepEqual(bash('kallsyms', '--hol').words, ['--hold-sizes'])
  assert.deepEqual(bash('kallsyms', '--kernel', '6.12', '--stabi').words, [
    '--stabilise',
    '--stabilise=fold',
    '--stabilise=literal',
  ])
  assert.deepEqual(bash('kallsyms', 'explain', '--al').words, ['--all', '--all-symbols'])
})

test('bash: values after an equals sign, in words of their own and in one', () => {
  assert.deepEqual(bash('kallsyms', '--stabilise', '=').words, ['fold', 'literal'])
  assert.deepEqual(bash('kallsyms', '--stabilise', '=', 'f').words, ['fold'])
  assert.deepEqual(bash('kallsyms', '--stabilise=f').words, ['--stabilise=fold'])
  assert.deepEqual(bash('kallsyms', '--headroom', '').words, ['auto'])
  assert.deepEqual(bash('kallsyms', '--headroom', '=', 'a').words, ['auto'])
  assert.deepEqual(bash('kallsyms', 'lab', '--link', '=', 'arm').words, ['arm', 'arm-lld'])
})

test('bash: several words with commas between them', () => {
  assert.deepEqual(bash('kallsyms', 'lab', '--only', 'st').words, ['stable', 'stem'])
  assert.deepEqual(bash('kallsyms', 'lab', '--only', 'exact,st').words, ['exact,stable', 'exact,stem'])
})

test('bash: commands, topics and shells', () => {
  assert.deepEqual(bash('kallsyms', 'l').words, ['lab'])
  assert.deepEqual(bash('kallsyms', 'completion', '').words, ['bash', 'zsh'])
  const [, , , help] = allCommands(path.join(ROOT, 'docs'))
  const topics = help?.command.commands.map(each => each.name()) ?? []
  assert.deepEqual(
    bash('kallsyms', 'help', '').words.filter(word => word !== ''),
    topics.sort(),
  )
  // Words of the first operand alone.
  assert.deepEqual(bash('kallsyms', 'completion', 'bash', '').words, [])
})

test('bash: files, directories, and nothing', () => {
  const files: Completed = { words: [], how: '-o default' }
  assert.deepEqual(bash('kallsyms', 'READ'), files)
  assert.deepEqual(bash('kallsyms', 'vmlinux.map', ''), files)
  assert.deepEqual(bash('kallsyms', 'explain', ''), files)
  assert.deepEqual(bash('kallsyms', '-o', ''), files)
  assert.deepEqual(bash('kallsyms', '--kernel', '=', '~'), files)
  assert.deepEqual(bash('kallsyms', '--journal', ''), { words: [], how: '-o dirnames' })
  assert.deepEqual(bash('kallsyms', '--page-offset', ''), { words: [], how: '' })
  // Commands, and files beside them.
  const { words, how } = bash('kallsyms', '')
  assert.ok(words.includes('explain') && words.includes('README.md'))
  assert.equal(how, '-o filenames')
})

test('bash: the script may be sourced by a function, as those for all users are', () => {
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      'load() { source "$1"; }; load "$1"; COMP_WORDS=(kallsyms --stabl) COMP_CWORD=1; _kallsyms; echo "$COMPREPLY"',
      'bash',
      path.join(COMPLETIONS, 'kallsyms'),
    ],
    { encoding: 'utf8' },
  )
  assert.deepEqual([stdout, stderr], ['--stable\n', ''])
})

const skip = spawnSync('zsh', ['--version']).error ? 'there is no zsh' : false

/**
 * Types lines into an interactive zsh, asks for completions after each, and reports what compadd was given: in a
 * terminal of zsh's own, since completion works nowhere else.
 */
const ZSH_DRIVER = `
zmodload zsh/zpty
zpty shell zsh -f -i
await() { integer i; for ((i = 0; i < 200; i++)); do grep -q "^$1$" $REPORT 2>/dev/null && return; sleep 0.05; done; exit 9 }
zpty -w shell "source $SETUP"
await ready
for line in "$@"; do
  print -r -- "line $line" >>$REPORT
  zpty -wn shell $'\\C-u'"$line"$'\\t'
  await "done $line"
done
`
const ZSH_SETUP = `
PS1= ; setopt nobeep; LISTMAX=10000
autoload -Uz compinit; compinit -D -u
source $SCRIPT
compadd() {
  if [[ " $* " == *' -'[OAD]' '* ]]; then builtin compadd "$@"; return; fi
  local -a matches; builtin compadd -A matches "$@"
  print -rl -- "match "$^matches >>$REPORT
  builtin compadd "$@"
}
report() { zle list-choices; print -r -- "done $BUFFER" >>$REPORT }
zle -N report; bindkey '^I' report
print ready >>$REPORT
`

function zsh(folder: string, ...lines: string[]): string[][] {
  const file = (name: string): string => path.join(folder, name)
  writeFileSync(file('setup'), ZSH_SETUP)
  const env = {
    ...process.env,
    REPORT: file('report'),
    SETUP: file('setup'),
    SCRIPT: path.join(COMPLETIONS, '_kallsyms'),
  }
  const { status, stderr } = spawnSync('zsh', ['-f', '-c', ZSH_DRIVER, 'zsh', ...lines], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  const report = readFileSync(file('report'), 'utf8')
  assert.equal(status, 0, stderr + report)
  const parts = report.split(/^line .*\n/m).slice(1)
  return parts.map(part =>
    [...new Set([...part.matchAll(/^match (.*)$/gm)].map(([, word]) => word as string))].sort(),
  )
}

test('zsh: options, values, commands, files and directories', { skip: skip || NOT_IN_SAMPLE }, t => {
  const folder = temporaryFolder(t)
  mkdirSync(path.join(folder, 'some-directory'))
  writeFileSync(path.join(folder, 'some.map'), '')
  const cases: readonly (readonly [line: string, expected: readonly string[]])[] = [
    ['kallsyms --hold', ['--hold-sizes']],
    ['kallsyms explain --al', ['--all', '--all-symbols']],
    ['kallsyms --stabilise=', ['fold', 'literal']],
    ['kallsyms --headroom ', ['auto']],
    ['kallsyms lab --only exact,st', ['stable', 'stem']],
    ['kallsyms compl', ['completion']],
    ['kallsyms completion ', ['bash', 'zsh']],
    ['kallsyms -o som', ['some-directory', 'some.map']],
    ['kallsyms --journal som', ['some-directory']],
    ['kallsyms explain some.m', ['some.map']],
  ]
  const found = zsh(folder, ...cases.map(([line]) => line))
  assert.deepEqual(
    found,
    cases.map(([, expected]) => expected),
  )
})

test('the command prints the scripts', { skip: NOT_IN_SAMPLE }, () => {
  for (const [shell, file] of [
    ['bash', 'kallsyms'],
    ['zsh', '_kallsyms'],
  ] as const) {
    const { status, stdout } = kallsyms(['completion', shell])
    assert.equal(status, 0)
    assert.ok(stdout.equals(readFileSync(path.join(COMPLETIONS, file))))
  }
  const { status, stderr } = kallsyms(['completion', 'fish'])
  assert.equal(status, 2)
  assert.match(stderr, /^kallsyms completion: .*'fish'.*bash, zsh[^\n]*\n$/)
  assert.equal(kallsyms(['completion']).status, 2)
})
