/** Build step: writes the manual pages and the completion scripts into `dist`. Runs in the project's directory. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import packageJson from '../../../package.json' with { type: 'json' }
import { SHELLS } from '../completion.js'
import { bashCompletion } from './bash.js'
import { allCommands } from './commands.js'
import { manPage, pageName } from './man-page.js'
import { zshCompletion } from './zsh.js'

const MAN = 'dist/man'
const COMPLETIONS = 'dist/completions'
/** The scripts without their tables. */
const SCRIPTS = 'src/cli/pages'

const documented = allCommands('docs')
const withPages = documented.slice(0, 3)
const pages = withPages.map(({ command }) => pageName(command))
// Set by reproducible builds.
const { SOURCE_DATE_EPOCH } = process.env
const date = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date()
const edition = { version: packageJson.version, date: date.toISOString().slice(0, 10) }

mkdirSync(MAN, { recursive: true })
for (const each of withPages) {
  const { file, text } = manPage(each, pages, edition)
  writeFileSync(`${MAN}/${file}`, text)
}

mkdirSync(COMPLETIONS, { recursive: true })
const commands = documented.map(({ command }) => command)
const make = { bash: bashCompletion, zsh: zshCompletion }
for (const shell of ['bash', 'zsh'] as const) {
  const script = readFileSync(`${SCRIPTS}/kallsyms.${shell}`, 'utf8')
  writeFileSync(`${COMPLETIONS}/${SHELLS[shell]}`, make[shell](script, commands))
}
