/** The manual pages, from the definitions of the command lines. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Command } from 'commander'
import { allCommands } from '../../../../src/cli/pages/commands.js'
import { manPage } from '../../../../src/cli/pages/man-page.js'
import { flags, line, prose } from '../../../../src/cli/pages/roff.js'
import { ROOT } from '../../../support/root.js'
import { temporaryFolder } from '../../../support/run.js'

const EDITION = { version: '1.2.3', date: '2026-01-31' }
const skip = spawnSync('mandoc', ['-Tascii'], { input: '' }).error ? 'there is no mandoc' : false

/** A page as it is read, with single blanks. */
function rendered(file: string): string {
  const { stdout } = spawnSync('mandoc', ['-Tutf8', '-Owidth=200', file], { encoding: 'utf8' })
  // Bold letters are struck twice.
  return stdout.replace(/.[\b]/gu, '').replace(/\s+/g, ' ')
}

test('what roff would change is escaped', () => {
  assert.equal(line('--a-b'), '\\-\\-a\\-b')
  assert.equal(line('.tmp'), '\\&.tmp')
  assert.equal(line("'quoted'"), '\\(aqquoted\\(aq')
  assert.equal(line('a\\nb'), 'a\\enb')
  assert.equal(line('`^~"'), '\\(ga\\(ha\\(ti\\(dq')
  assert.equal(line('1 … 2'), '1 \\[u2026] 2')
  assert.equal(prose('run `nm -n` on it'), 'run \\fBnm \\-n\\fR on it')
  assert.equal(flags('-o, --output <file>'), '\\fB\\-o, \\-\\-output \\fR\\fIfile\\fR')
})

test('a page shows its texts as they are', { skip }, t => {
  const hard = `.dot 'quoted' back\\slash --dash ^~ "double"`
  const command = new Command('kallsyms hard').summary('s').description(hard).usage('[options]')
  command.option('--one <file>', hard, '.tmp')
  const notes = {
    examples: [{ what: hard, command: hard }],
    exitStatus: [[".0'", hard]],
    topics: [],
  } as const
  const { file, text } = manPage({ command, notes }, ['kallsyms-hard'], EDITION)
  const page = path.join(temporaryFolder(t), file)
  writeFileSync(page, text)
  const shown = rendered(page)
  assert.equal(shown.split(hard).length - 1, 5, shown)
  assert.ok(shown.includes(`(default: .tmp)`) && shown.includes(".0'"), shown)
  assert.ok(shown.includes('kallsyms 1.2.3 2026-01-31'), shown)
})

for (const { command, notes } of allCommands('docs').slice(0, 3)) {
  const name = command.name().replace(' ', '-')

  test(`${name}(1) has every option, status, variable, file and example, and passes mandoc's checks`, {
    skip,
  }, () => {
    const file = path.join(ROOT, 'dist', 'man', `${name}.1`)
    const lint = spawnSync('mandoc', ['-Tlint', '-W', 'warning', file], { encoding: 'utf8' })
    assert.equal(lint.stdout, '')
    const shown = rendered(file)
    for (const { flags } of command.options) {
      const [, option, value = ''] = /(--\S+)(?: (.*))?$/.exec(flags) ?? []
      assert.ok(
        shown.includes(`${option}${value && ' '}${value.replace(/[<>]/g, '')}`.replace(' [', '[')),
        flags,
      )
    }
    const { environment = [], files = [], exitStatus, examples } = notes
    for (const [term, meaning] of [...environment, ...files, ...exitStatus]) {
      assert.ok(shown.includes(term) && shown.toLowerCase().includes(meaning.toLowerCase()), term)
    }
    for (const { command } of examples) assert.ok(shown.includes(command), command)
    const { man, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
    assert.ok(man.includes(`dist/man/${name}.1`))
    assert.ok(shown.includes(`kallsyms ${version}`))
  })
}
